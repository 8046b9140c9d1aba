"""Editions and the register: entered once, held against what went out before, and the same bytes again."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from earlyhelp.disclosure.publication import ToRelease
from earlyhelp.editions import releasing
from earlyhelp.editions.edition import publish
from earlyhelp.editions.manner import Manner, Registering
from earlyhelp.editions.register.register import read_register
from earlyhelp.periods import read_period

TO_FEBRUARY = read_period("2016-01-01", "2016-02-29")
TO_MARCH = read_period("2016-01-01", "2016-03-31")
SUMMER = read_period("2016-04-01", "2016-07-31")
MARCH = read_period("2016-03-01", "2016-03-31")


@pytest.fixture
def make(ambridge_of_heads: Path, tmp_path: Path, attacks):
    """Return a function that publishes into a folder and says what was said."""

    def publish_into(name: str, period=TO_MARCH, audience="public", place="county", *, is_draft=False):
        registering = Registering(tmp_path / "releases", date(2016, 10, 1), is_draft)
        manner = Manner(registering=registering)
        made = publish(ambridge_of_heads, "school-report-card", period, place, audience, tmp_path / name, manner)
        return " ".join(made.says)

    return publish_into


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[ToRelease]:
    """Return what the gate is given, from the next edition on."""
    seen: list[ToRelease] = []
    gate = releasing.release_together

    def look(asked: ToRelease, *, audience: str):
        seen.append(asked)
        return gate(asked, audience=audience)

    monkeypatch.setattr(releasing, "release_together", look)
    return seen


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def add_request(source: Path, row: str) -> None:
    with (source / "request.csv").open("a", encoding="utf-8") as file:
        file.write(f"{row}\n")


def test_an_edition_that_goes_out_is_entered_with_its_figures_as_printed(make, tmp_path):
    said = make("out")
    (entry,) = read_register(tmp_path / "releases").entries
    assert (entry.audience, entry.period, entry.published_on) == ("public", TO_MARCH, date(2016, 10, 1))
    assert files_of(tmp_path / "releases" / "0001") == {"figures.csv": (tmp_path / "out" / "figures.csv").read_bytes()}
    assert "entered there as release 1 of 2016-10-01" in said


@pytest.mark.parametrize(("place", "beside"), [("county", TO_FEBRUARY), ("schools", SUMMER)])
def test_the_same_edition_again_is_not_entered_twice_and_has_the_same_bytes(make, tmp_path, place, beside):
    make("first", place=place)
    make("other", beside)
    said = make("again", place=place)
    assert "release 1 of 2016-10-01 already" in said
    assert len(read_register(tmp_path / "releases").entries) == 2
    assert files_of(tmp_path / "again") == files_of(tmp_path / "first")


def test_an_internal_edition_is_never_entered(make, tmp_path):
    make("out", audience="internal")
    assert not (tmp_path / "releases").exists()


def test_a_draft_is_held_against_the_register_and_not_entered_and_says_so_on_every_page(make, given, tmp_path):
    make("first", TO_FEBRUARY)
    said = make("out", is_draft=True)
    assert len(read_register(tmp_path / "releases").entries) == 1
    assert len(given[-1].earlier) == 1
    assert "not entered there, as it is a draft" in said
    card = next((tmp_path / "out").glob("*.html")).read_text(encoding="utf-8")
    pages = card.count('class="strip"')
    assert pages > 5
    assert card.count("Draft: not to be handed out") == pages + 1
    assert json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))["draft"] is True


def test_the_gate_is_given_what_was_printed_and_the_same_days_from_today_s_records(
    make, given, tmp_path, ambridge_of_heads
):
    make("first", TO_FEBRUARY)
    add_request(ambridge_of_heads, "R9999,F1,2016-01-11,support,6,E07000901,,")
    make("second")
    (earlier,) = given[-1].earlier
    with (tmp_path / "first" / "figures.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == len(earlier.printed) == len(earlier.today)
    printed, today = (
        next(each.count for each in figures if (each.measure, each.breakdown) == ("requests", "all"))
        for figures in (earlier.printed, earlier.today)
    )
    assert (printed, today) == (295, 296)
    assert earlier.name == "release 1 of 2016-10-01, 1 January to 29 February 2016"


def test_the_gate_is_given_the_days_that_one_edition_has_and_another_has_not(make, given):
    make("first", TO_FEBRUARY)
    make("second")
    (march,) = given[-1].between
    assert {figure.period for figure in march} == {MARCH}
    assert next(each.count for each in march if (each.measure, each.breakdown) == ("requests", "all")) == 147


def test_schools_that_were_printed_before_are_told_to_the_gate_with_all_their_cells(make, given):
    make("first", TO_FEBRUARY, place="schools")
    make("second")
    (earlier,), (march,) = given[-1].earlier, given[-1].between
    cells = {(figure.measure, figure.place_code, figure.breakdown) for figure in earlier.printed}
    assert cells == {(figure.measure, figure.place_code, figure.breakdown) for figure in earlier.today}
    assert {"900300", "900307"} <= {figure.place_code for figure in march}


def test_what_has_no_day_in_common_is_not_given(make, given):
    make("first", TO_FEBRUARY)
    make("second", MARCH)
    assert given[-1].earlier == given[-1].between == ()


def test_the_attacker_reads_the_releases_before_the_edition(make, attacks, tmp_path):
    make("first", TO_FEBRUARY)
    make("second")
    *before, _ = attacks.attempts[-1].folders
    assert before == [tmp_path / "releases" / "0001"]


def test_the_manifest_names_the_releases_it_was_held_against_by_their_hash(make, tmp_path):
    make("first", TO_FEBRUARY)
    make("second")
    manifest = json.loads((tmp_path / "second" / "manifest.json").read_text(encoding="utf-8"))
    (entry, _) = read_register(tmp_path / "releases").entries
    assert manifest["earlier_releases_sha256"] == {"0001/figures.csv": entry.files["figures.csv"]}
