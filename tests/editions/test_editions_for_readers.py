"""Editions that leave the house: what is hidden, what is looked at first, and what stops them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from earlyhelp.cli.main import build_app
from earlyhelp.disclosure.not_safe import NotSafeError
from earlyhelp.editions.attacked import ExposedError
from earlyhelp.editions.edition import publish
from earlyhelp.editions.manner import Manner
from earlyhelp.periods import read_period

SPRING = read_period("2016-01-01", "2016-03-31")
DATES = ("--from", "2016-01-01", "--to", "2016-03-31")


def make(source: Path, out: Path, place: str = "county", audience: str = "public"):
    return publish(source, "school-report-card", SPRING, place, audience, out, Manner(keeps_private=False))


def run(*arguments: object):
    typed = [str(argument) for argument in arguments]
    return CliRunner().invoke(build_app(typed), typed)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_edition_is_for_the_public_unless_something_else_is_asked_for(ambridge_of_heads, tmp_path, attacks):
    result = run("publish", "school-report-card", ambridge_of_heads, *DATES, "--out", tmp_path / "out")
    assert result.exit_code == 0
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["audience"]["audience"] == "public"


def test_figures_are_for_staff_unless_something_else_is_asked_for(ambridge_of_heads, tmp_path):
    result = run("figures", ambridge_of_heads, *DATES, "--out", tmp_path / "out")
    assert "Internal: not protected for publication." in result.output
    assert "suppressed" not in {row["status"] for row in rows_of(tmp_path / "out" / "figures.csv")}


@pytest.mark.parametrize("audience", ["public", "forum"])
def test_nothing_in_an_edition_that_goes_out_is_called_internal(ambridge_of_heads, tmp_path, attacks, audience):
    make(ambridge_of_heads, tmp_path / "out", "all", audience)
    files = files_of(tmp_path / "out")
    assert len(files) > 4
    assert [name for name, content in files.items() if b"internal" in content.lower()] == []


def test_the_manifest_says_what_was_hidden_by_which_policy_and_what_the_attack_gave(
    ambridge_of_heads, tmp_path, attacks
):
    make(ambridge_of_heads, tmp_path / "out", "all")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["policy"] == {
        "below": 5,
        "levels": {
            "county": {"hides_zeros": False, "mostly_small": "0.85"},
            "district": {"hides_zeros": False, "mostly_small": "0.85"},
            "school": {"hides_zeros": True, "mostly_small": "0.85"},
        },
    }
    hidden = [row for row in rows_of(tmp_path / "out" / "figures.csv") if row["status"] == "suppressed"]
    assert manifest["cells_hidden"] == len(hidden) > 0
    assert isinstance(manifest["tables_refused"], list)
    assert manifest["attack"] == {"hidden_cells": 7, "exposed": 0}


def test_every_school_that_was_open_has_all_its_cells_and_no_other_has_any(ambridge_of_heads, tmp_path, attacks):
    with (ambridge_of_heads / "request.csv").open("a", encoding="utf-8") as file:
        file.write("R9999,F1,2016-01-11,support,2A,E07000901,,900001\n")  # the school closed in 2015
    make(ambridge_of_heads, tmp_path / "out", "schools")
    cells: dict[str, set[tuple[str, str]]] = {}
    for row in rows_of(tmp_path / "out" / "figures.csv"):
        if row["place_level"] == "school":
            cells.setdefault(row["place_code"], set()).add((row["measure"], row["breakdown"]))
    assert sorted(cells) == [f"9003{number:02d}" for number in range(8)]
    assert all(of_school == cells["900300"] for of_school in cells.values())
    assert ("requests", "month=2016-01") in cells["900300"]


def test_all_places_for_the_forum_are_county_and_districts(ambridge_of_heads, tmp_path, attacks):
    made = make(ambridge_of_heads, tmp_path / "out", "all", "forum")
    assert [card.place.level for card in made.cards] == ["county", "district"]
    assert {row["place_level"] for row in rows_of(tmp_path / "out" / "figures.csv")} == {"county", "district"}


@pytest.mark.parametrize("place", ["schools", "900300"])
def test_schools_are_not_published_for_the_forum(ambridge_of_heads, tmp_path, place):
    with pytest.raises(ValueError, match="Figures of single schools are not published for the audience forum"):
        make(ambridge_of_heads, tmp_path / "out", place, "forum")
    assert not (tmp_path / "out").exists()


def test_the_attacker_is_given_the_files_as_they_are_put_in_place(ambridge_of_heads, tmp_path, attacks):
    out = tmp_path / "out"
    publish(ambridge_of_heads, "school-report-card", SPRING, "all", "public", out)
    written = {name for name in files_of(out) if not name.startswith("private/")}
    assert attacks.files == [written - {"manifest.json"}]
    assert attacks.attempts[0].schools["900300"] == ("E07000901", "primary")
    assert {"figures.csv", "open_data.csv", "index.html"} <= written


def test_what_the_attacker_works_out_stops_the_edition_and_leaves_the_one_that_was_there(
    ambridge_of_heads, tmp_path, attacks
):
    make(ambridge_of_heads, tmp_path / "out")
    before = files_of(tmp_path / "out")
    attacks.finds = ("requests by month, district E07000901: the number can be worked out.",)
    with (ambridge_of_heads / "request.csv").open("a", encoding="utf-8") as file:
        file.write("R9999,F1,2016-01-11,support,6,E07000901,,\n")
    given = ("--out", tmp_path / "out", "--register", tmp_path / "releases")
    result = run("publish", "school-report-card", ambridge_of_heads, *DATES, *given)
    assert result.exit_code == 3
    assert "What is hidden here can be worked out, so it must not be published." in result.output
    assert "requests by month, district E07000901: the number can be worked out." in result.output
    assert files_of(tmp_path / "out") == before
    assert not (tmp_path / "releases").exists()
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".unfinished")] == []


def test_of_many_exposures_the_first_are_told_and_the_others_counted():
    told = str(ExposedError(f"table {number}" for number in range(25))).splitlines()
    assert told[1:11] == [f"table {number}" for number in range(10)]
    assert told[11:] == ["And 15 more."]


@pytest.mark.parametrize("command", [("publish", "school-report-card"), ("figures",)])
def test_figures_that_cannot_be_protected_are_refused_in_a_sentence(ambridge_of_heads, tmp_path, monkeypatch, command):
    def refuse(asked, *, audience):
        raise NotSafeError("requests by month: no choice of cells protects it.")

    monkeypatch.setattr("earlyhelp.editions.releasing.release_together", refuse)
    result = run(*command, ambridge_of_heads, *DATES, "--audience", "public", "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert result.output.splitlines()[-1] == "requests by month: no choice of cells protects it."
    assert not (tmp_path / "out").exists()
    assert not (tmp_path / "releases").exists()


def test_figures_for_the_public_are_attacked_and_entered_too(ambridge_of_heads, tmp_path, attacks):
    given = ("--audience", "public", "--published-on", "2016-10-01", "--out", tmp_path / "out")
    result = run("figures", ambridge_of_heads, *DATES, *given)
    assert result.exit_code == 0
    assert attacks.files == [{"figures.csv"}]
    assert "release 1 of 2016-10-01" in " ".join(result.output.split())
    assert (tmp_path / "releases" / "0001" / "figures.csv").read_bytes() == (
        tmp_path / "out" / "figures.csv"
    ).read_bytes()


def test_an_earlier_edition_for_other_readers_is_not_laid_beside_a_public_one(ambridge_of_heads, tmp_path, attacks):
    make(ambridge_of_heads, tmp_path / "then", audience="internal")
    beside = Manner(keeps_private=False, earlier=tmp_path / "then")
    with pytest.raises(ValueError, match="made for the audience internal, this one is for public"):
        publish(ambridge_of_heads, "school-report-card", SPRING, "county", "public", tmp_path / "out", beside)


def test_a_public_edition_says_what_changed_without_a_word_on_rows(ambridge_of_heads, tmp_path, attacks):
    publish(ambridge_of_heads, "school-report-card", SPRING, "county", "public", tmp_path / "then")
    with (ambridge_of_heads / "request.csv").open("a", encoding="utf-8") as file:
        file.write("R9999,F1,2016-01-11,support,6,E07000901,,\n")
    beside = Manner(earlier=tmp_path / "then")
    made = publish(ambridge_of_heads, "school-report-card", SPRING, "county", "public", tmp_path / "out", beside)
    page = made.files[0].read_text(encoding="utf-8")
    assert "Figures that differ from the edition as at 15 September 2016" in page
    assert "Rows of request" not in page
