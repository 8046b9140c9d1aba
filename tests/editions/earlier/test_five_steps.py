"""A changed figure is split in five steps that add up: corrected, late, definition, scope, period."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from earlyhelp.dataset.source import open_dataset
from earlyhelp.disclosure.restated_steps import Steps
from earlyhelp.editions.earlier.earlier_edition import read_earlier_edition
from earlyhelp.editions.earlier.five_steps import NO_HALF, NO_OLD_SQL, NOT_AGAIN, OTHER_KEY
from earlyhelp.editions.earlier.numbers_counted import CellKey
from earlyhelp.editions.earlier.restate import Comparison, compare
from earlyhelp.editions.edition import publish
from earlyhelp.editions.figures_of_edition import figures_of_edition
from earlyhelp.editions.files import hash_file
from earlyhelp.editions.manner import Manner
from earlyhelp.editions.places_asked import places_asked, read_places
from earlyhelp.editions.private.pseudonyms import key_for
from earlyhelp.measures.catalogue import CATALOGUE
from earlyhelp.periods import Period
from earlyhelp.places import Place
from earlyhelp.publications.restated import Restated
from earlyhelp.publications.school_report_card.steps_in_words import steps_in_words

TO_MAY = Period(date(2016, 1, 1), date(2016, 5, 31))
TO_JULY = Period(date(2016, 1, 1), date(2016, 7, 31))
COUNTY = Place("county", "E10000099", "Borsetshire")
DISTRICT = "E07000901"
MEASURE = "requests_from_schools"
# Then schools meant primary schools; now they mean primary and secondary schools.
ONLY_PRIMARY = "source_code = '2A' AND phase = 'primary'"
NOT_SPECIAL = "source_code = '2A' AND phase IN ('primary', 'secondary')"
PRIMARY, SECONDARY, CHANGING = "900001", "900002", "900003"
Row = tuple[str, date, str, str]
COLUMNS = (
    "request_id", "family_id", "received_on", "kind", "source_code", "district_code", "answered_on", "school_urn",
)  # fmt: skip


def counted_where(predicate: str) -> pytest.MonkeyPatch:
    """Count the measure in another way, until it is undone."""
    patch = pytest.MonkeyPatch()
    patch.setitem(CATALOGUE, MEASURE, replace(CATALOGUE[MEASURE], counts=predicate))
    return patch


def rows(first: int, number: int, on: date, source: str, urn: str) -> list[Row]:
    return [(f"R{first + place}", on, source, urn) for place in range(number)]


def write(source: Path, as_at: str, requests: list[Row], phase_of_changing: str) -> None:
    schools = ((PRIMARY, "primary"), (SECONDARY, "secondary"), (CHANGING, phase_of_changing))
    head = "urn,name,phase,district_code,opened_on,closed_on\n"
    text = "".join(f"{urn},School {urn},{phase},{DISTRICT},,\n" for urn, phase in schools)
    (source / "school.csv").write_text(head + text, encoding="utf-8")
    with (source / "request.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows((name, "F1", day, "support", code, DISTRICT, "", urn) for name, day, code, urn in requests)
    about = json.loads((source / "dataset.json").read_text(encoding="utf-8"))
    (source / "dataset.json").write_text(json.dumps(about | {"as_at": as_at}), encoding="utf-8")


SPRING, SUMMER = date(2016, 2, 10), date(2016, 6, 10)
IN_MAY: list[Row] = [
    *rows(0, 505, SPRING, "2A", PRIMARY),
    *rows(1000, 100, SPRING, "2A", SECONDARY),
    *rows(2000, 30, SPRING, "2A", CHANGING),
    *rows(3000, 700, SPRING, "6", ""),
]
IN_JULY: list[Row] = [
    *rows(0, 497, SPRING, "2A", PRIMARY),
    *rows(497, 8, SPRING, "6", ""),  # eight were not from schools after all
    *rows(1000, 100, SPRING, "2A", SECONDARY),
    *rows(2000, 30, SPRING, "2A", CHANGING),
    *rows(3000, 20, SPRING, "2A", PRIMARY),  # and twenty others were
    *rows(3020, 680, SPRING, "6", ""),
    *rows(4000, 40, SPRING, "2A", PRIMARY),  # came late
    *rows(5000, 382, SUMMER, "2A", PRIMARY),
    *rows(6000, 300, SUMMER, "6", ""),
]


@pytest.fixture
def in_may(ambridge: Path) -> Path:
    write(ambridge, "2016-06-15", IN_MAY, "special")
    return ambridge


@pytest.fixture
def in_july(in_may: Path, tmp_path: Path) -> Path:
    """The same council in September: the changing school has become a secondary school."""
    source = tmp_path / "in_july"
    shutil.copytree(in_may, source)
    write(source, "2016-09-15", IN_JULY, "secondary")
    return source


@pytest.fixture
def may_edition(in_may: Path, tmp_path: Path) -> Path:
    patch = counted_where(ONLY_PRIMARY)
    publish(in_may, "school-report-card", TO_MAY, "county", "internal", tmp_path / "may")
    patch.undo()
    return tmp_path / "may"


@pytest.fixture
def laid_beside(in_july: Path) -> Callable[..., Comparison]:
    """Lay an earlier edition beside that of July."""

    def lay(earlier: Path, period: Period = TO_JULY, key: bytes | None = None) -> Comparison:
        patch = counted_where(NOT_SPECIAL)
        try:
            with open_dataset(in_july) as dataset:
                asked = places_asked(read_places(dataset), "county", period)
                figures = figures_of_edition(dataset, period, asked, "internal")
                then = read_earlier_edition(earlier, COUNTY.code, audience="internal")
                found = compare(then, figures, dataset, key_for(key, COUNTY.code))
        finally:
            patch.undo()
        assert found is not None
        return found

    return lay


def restated(comparison: Comparison, measure: str = MEASURE) -> Restated:
    return next(each for each in comparison.of(COUNTY) if each.measure == measure)


def test_505_and_1069_are_told_apart_to_the_last_request(may_edition, laid_beside):
    found = restated(laid_beside(may_edition))
    assert found.steps is not None
    assert found.steps.counted == Steps(505, corrected=20 - 8, late=40, definition=100, scope=30, period=382)
    assert found.steps.counted.reached[-1] == 1069
    assert found.steps.out_of == Steps(1335, corrected=0, late=40, definition=0, scope=0, period=682)
    assert steps_in_words(found.steps).text == (
        "Of the 564 more, 12 were corrected, 40 came late, 100 are there because we count differently, 30 come from "
        "other places or filters and 382 are of the new months. What it is out of: of the 722 more, 40 came late and "
        "682 are of the new months; none by corrections, counting differently or other places or filters."
    )


def test_the_same_period_again_has_no_step_for_the_period(may_edition, laid_beside):
    found = restated(laid_beside(may_edition, TO_MAY))
    assert found.steps is not None
    assert found.steps.counted == Steps(505, 12, 40, 100, 30, 0)
    assert "new months" not in steps_in_words(found.steps).text


def test_other_measures_are_split_as_well(may_edition, laid_beside):
    comparison = laid_beside(may_edition)
    requests = restated(comparison, "requests")
    assert requests.steps is not None
    assert requests.steps.counted == Steps(1335, 0, 40, 0, 0, 682)
    assert comparison.split is not None
    by_phase = {
        cell.breakdown: moved.counted
        for cell, moved in comparison.split.moved.items()
        if (cell.measure, cell.place_level) == ("requests", "district") and cell.breakdown.startswith("phase=")
    }
    assert by_phase == {
        "phase=primary": Steps(505, 12, 40, 0, 0, 382),
        "phase=secondary": Steps(100, 0, 0, 0, 30, 0),
        "phase=special": Steps(30, 0, 0, 0, -30, 0),
    }


def test_without_the_private_half_the_change_cannot_be_split(may_edition, laid_beside):
    shutil.rmtree(may_edition / "private")
    found = restated(laid_beside(may_edition))
    assert (found.steps, found.why_not_split) == (None, NO_HALF)


def test_under_another_key_the_change_cannot_be_split(may_edition, laid_beside):
    found = restated(laid_beside(may_edition, key=b"another"))
    assert (found.steps, found.why_not_split) == (None, OTHER_KEY)


def test_a_definition_whose_sql_is_gone_cannot_be_split_and_the_others_can(may_edition, laid_beside):
    (may_edition / "private" / "sql" / "counted.csv").unlink()
    comparison = laid_beside(may_edition)
    assert restated(comparison).why_not_split == NO_OLD_SQL
    assert restated(comparison, "requests").steps is not None


def count_one_less(figures: Path) -> None:
    """Let a file of figures say 1,334 requests."""
    said = "requests,2016-01-01,2016-05-31,county,E10000099,all,{0},,{0},"
    text = figures.read_text(encoding="utf-8")
    assert said.format(1335) in text
    figures.write_text(text.replace(said.format(1335), said.format(1334)), encoding="utf-8", newline="\n")


def test_a_figure_that_cannot_be_made_again_is_not_split(may_edition, laid_beside):
    count_one_less(may_edition / "private" / "figures.csv")
    assert restated(laid_beside(may_edition), "requests").why_not_split == NOT_AGAIN


def test_a_figure_that_was_printed_otherwise_than_it_was_kept_is_not_split(may_edition, laid_beside):
    printed, path = may_edition / "figures.csv", may_edition / "manifest.json"
    count_one_less(printed)
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["outputs_sha256"]["figures.csv"] = hash_file(printed)
    path.write_text(json.dumps(manifest), encoding="utf-8")
    assert restated(laid_beside(may_edition), "requests").why_not_split == NOT_AGAIN


def test_a_column_that_was_not_kept_then_stays_empty_and_the_figures_are_split(may_edition, laid_beside):
    import duckdb

    tables = may_edition / "private" / "tables"
    with duckdb.connect() as connection:
        connection.execute(
            f"COPY (SELECT * EXCLUDE (answered_on) FROM read_parquet('{tables / 'request.parquet'}')) "
            f"TO '{tables / 'without.parquet'}'"
        )
    (tables / "without.parquet").replace(tables / "request.parquet")
    found = restated(laid_beside(may_edition), "requests")
    assert found.steps is not None
    assert found.steps.counted == Steps(1335, 0, 40, 0, 0, 682)


def test_a_code_list_that_changed_is_another_definition(may_edition, laid_beside):
    """A list of phases in which a special school counted as primary: its thirty requests were counted then."""
    import duckdb

    private = may_edition / "private"
    with duckdb.connect() as connection:
        connection.execute(
            f"COPY (SELECT phase, CASE phase WHEN 'special' THEN 'primary' ELSE reporting_phase END AS reporting_phase "
            f"FROM read_parquet('{private / 'tables' / 'phase_code.parquet'}')) TO '{private / 'phases.parquet'}'"
        )
    (private / "phases.parquet").replace(private / "tables" / "phase_code.parquet")
    path = private / "figures.csv"
    text = path.read_text(encoding="utf-8")
    text = text.replace("county,E10000099,phase=primary,505,,505", "county,E10000099,phase=primary,535,,535")
    path.write_text(text, encoding="utf-8")
    split = laid_beside(may_edition).split
    assert split is not None
    primary = [moved.counted for cell, moved in split.moved.items()
               if cell[:2] == ("requests", "county") and cell.breakdown == "phase=primary"]  # fmt: skip
    assert primary == [Steps(535, 12, 40, -30, 0, 382)]


def test_periods_that_share_no_day_restate_nothing(may_edition, in_july):
    later = Period(date(2016, 6, 1), date(2016, 7, 31))
    with open_dataset(in_july) as dataset:
        asked = places_asked(read_places(dataset), "county", later)
        figures = figures_of_edition(dataset, later, asked, "internal")
        then = read_earlier_edition(may_edition, COUNTY.code, audience="internal")
        assert compare(then, figures, dataset, key_for(None, COUNTY.code)) is None


def test_staff_find_every_figure_with_its_steps_in_the_private_half(may_edition, in_july, tmp_path):
    patch = counted_where(NOT_SPECIAL)
    made = publish(
        in_july, "school-report-card", TO_JULY, "county", "internal", tmp_path / "out", Manner(earlier=may_edition)
    )
    patch.undo()
    assert made.private is not None
    with (made.private / "restated.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    cells = [tuple(line[name] for name in CellKey._fields) for line in lines]
    assert cells == sorted(cells)
    steps = ("then", "corrected", "late", "definition", "scope", "period", "now")
    of_county = {line["number"]: [line[name] for name in steps] for cell, line in zip(cells, lines, strict=True)
                 if cell == (MEASURE, "county", COUNTY.code, "all")}  # fmt: skip
    assert of_county == {
        "counted": ["505", "12", "40", "100", "30", "382", "1069"],
        "out_of": ["1335", "0", "40", "0", "0", "682", "2057"],
    }
    assert all(int(line["now"]) == sum(int(line[name]) for name in steps[:-1]) for line in lines if line["number"])
    page = made.files[0].read_text(encoding="utf-8")
    assert 'data-derived="step" value="late"' in page


def more_requests(source: Path, number: int) -> None:
    with (source / "request.csv").open("a", encoding="utf-8") as file:
        file.writelines(f"L{place},F1,2016-01-11,support,6,{DISTRICT},,\n" for place in range(number))


@pytest.mark.parametrize(
    ("late", "said"),
    [
        (12, 'All of the <data data-derived="step" value="difference"'),
        (3, "The change cannot be split: a part of the difference is too small to be shown"),
    ],
)
def test_the_public_is_told_the_steps_of_a_total_unless_somebody_is_behind_one(ambridge_of_heads, tmp_path, late, said):
    spring = Period(date(2016, 1, 1), date(2016, 3, 31))
    publish(ambridge_of_heads, "school-report-card", spring, "county", "public", tmp_path / "then")
    more_requests(ambridge_of_heads, late)
    made = publish(
        ambridge_of_heads, "school-report-card", spring, "county", "public", tmp_path / "out",
        Manner(earlier=tmp_path / "then"),
    )  # fmt: skip
    page = made.files[0].read_text(encoding="utf-8")
    assert said in page
    assert "Some figures differ from the edition as at 15 September 2016" in page
