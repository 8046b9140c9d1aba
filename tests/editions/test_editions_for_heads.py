"""Editions for head teachers: each is given the own school's figures as they are, and nothing of another school."""

from __future__ import annotations

import csv
import json
import pickle
from pathlib import Path

import pytest

from earlyhelp.editions.attacked import ExposedError
from earlyhelp.editions.edition import publish
from earlyhelp.editions.manner import Manner
from earlyhelp.periods import read_period

SPRING = read_period("2016-01-01", "2016-03-31")
SMALL = "900300-school-0"
LARGE = "900307-school-7"
ALL = sorted(f"9003{number:02d}-school-{number}" for number in range(8))


def make(source: Path, out: Path, place: str = "schools", **manner: object):
    return publish(source, "school-report-card", SPRING, place, "school", out, Manner(**manner))  # pyright: ignore


@pytest.fixture
def edition(ambridge_of_heads: Path, tmp_path: Path, attacks) -> Path:
    make(ambridge_of_heads, tmp_path / "out")
    return tmp_path / "out"


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def requests_of(rows: list[dict[str, str]], urn: str) -> tuple[str, str]:
    (row,) = (row for row in rows if (row["measure"], row["place_code"], row["breakdown"]) == ("requests", urn, "all"))
    return row["count"], row["status"]


def test_each_head_has_a_folder_with_the_own_card_and_figures(edition):
    assert sorted(path.name for path in edition.iterdir()) == [*ALL, "manifest.json", "private"]
    for folder in (SMALL, LARGE):
        card = f"school-report-card-{folder}-2016-01-01-2016-03-31.html"
        assert sorted(path.name for path in (edition / folder).iterdir()) == ["figures.csv", "open_data.csv", card]


def test_the_own_school_is_shown_as_it_is(edition):
    assert requests_of(rows_of(edition / SMALL / "figures.csv"), "900300") == ("3", "value")
    assert requests_of(rows_of(edition / LARGE / "figures.csv"), "900307") == ("46", "value")


def test_nothing_in_a_head_s_folder_is_about_another_school(edition):
    for folder, other in ((SMALL, "900307"), (LARGE, "900300")):
        texts = [path.read_text(encoding="utf-8") for path in (edition / folder).iterdir()]
        assert [text for text in texts if other in text] == []
        assert {row["place_level"] for row in rows_of(edition / folder / "figures.csv")} == {
            "county", "district", "school",
        }  # fmt: skip


def test_of_districts_a_head_is_given_the_own_one(ambridge_of_heads, tmp_path, attacks):
    with (ambridge_of_heads / "district.csv").open("a", encoding="utf-8") as file:
        file.write("E07000902,Felpersham\n")
    make(ambridge_of_heads, tmp_path / "out")
    rows = rows_of(tmp_path / "out" / SMALL / "figures.csv")
    assert {row["place_code"] for row in rows} == {"E10000099", "E07000901", "900300"}


def test_what_lies_above_the_schools_is_alike_for_all(edition):
    small, large = (
        [row for row in rows_of(edition / folder / "figures.csv") if row["place_level"] != "school"]
        for folder in (SMALL, LARGE)
    )
    assert small == large


def test_the_manifest_knows_every_file_and_holds_no_figure(edition):
    manifest = json.loads((edition / "manifest.json").read_text(encoding="utf-8"))
    assert {name.partition("/")[0] for name in manifest["outputs_sha256"]} == set(ALL)
    assert [(edition / place["file"]).is_file() for place in manifest["places"]] == [True] * 8


def test_staff_have_a_list_of_whom_each_folder_is_for(edition):
    assert rows_of(edition / "private" / "to_send.csv") == [
        {"urn": folder[:6], "school": f"School {folder[-1]}", "district_code": "E07000901", "district": "Ambridge",
         "folder": folder}
        for folder in ALL
    ]  # fmt: skip


def test_each_head_attacks_the_own_folder_knowing_the_own_figures(edition, attacks):
    alike, *attempts = attacks.attempts
    assert (alike.own, attacks.files[0]) == ((), {"figures.csv"})
    assert [attempt.folders[-1].name for attempt in attempts] == ALL
    for attempt, urn in zip(attempts, (folder[:6] for folder in ALL), strict=True):
        assert {figure.place_code for figure in attempt.own} == {urn}
        assert any(figure.measure == "requests" and figure.count for figure in attempt.own)


def test_one_school_has_the_same_figures_of_its_own_as_among_many(ambridge_of_heads, tmp_path, edition):
    make(ambridge_of_heads, tmp_path / "one", "900300")
    assert sorted(path.name for path in (tmp_path / "one").iterdir()) == [SMALL, "manifest.json", "private"]
    one, among = (rows_of(folder / SMALL / "figures.csv") for folder in (tmp_path / "one", edition))
    assert [row for row in one if row["place_level"] == "school"] == [
        row for row in among if row["place_level"] == "school"
    ]


def test_what_one_head_could_work_out_stops_them_all(ambridge_of_heads, tmp_path, attacks):
    attacks.finds = ("requests, district E07000901: the number can be worked out.",)
    with pytest.raises(ExposedError, match="district E07000901"):
        make(ambridge_of_heads, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("place", ["county", "districts", "all", "Ambridge"])
def test_heads_are_given_cards_of_schools_alone(ambridge_of_heads, tmp_path, place):
    with pytest.raises(ValueError, match="ask for --place schools, or for one school"):
        make(ambridge_of_heads, tmp_path / "out", place)


def test_a_new_edition_leaves_no_folder_of_a_school_that_is_no_longer_in_it(ambridge_of_heads, tmp_path, edition):
    (edition / SMALL / "my notes.txt").write_text("of the meeting", encoding="utf-8")
    make(ambridge_of_heads, tmp_path / "out", "900300")
    assert not (edition / LARGE).exists()
    make(ambridge_of_heads, tmp_path / "out", "900307")
    assert [path.name for path in (edition / SMALL).iterdir()] == ["my notes.txt"]


def test_it_does_not_say_what_changed_since_an_earlier_edition(ambridge_of_heads, tmp_path, edition):
    with (ambridge_of_heads / "request.csv").open("a", encoding="utf-8") as file:
        file.write("R9999,F1,2016-01-11,support,6,E07000901,,\n")
    make(ambridge_of_heads, tmp_path / "again", earlier=edition)
    cards = list((tmp_path / "again").glob("*/*.html"))
    assert cards
    assert not any("differ from the edition" in path.read_text(encoding="utf-8") for path in cards)


def test_an_attempt_can_be_sent_to_another_process(edition, attacks):
    assert pickle.loads(pickle.dumps(attacks.attempts)) == attacks.attempts
