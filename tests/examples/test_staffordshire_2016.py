"""The report card of 2016, rebuilt: every figure that records can bear is computed as it was printed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from earlyhelp.dataset.findings import Effect
from earlyhelp.dataset.source import Dataset, open_dataset
from examples.staffordshire_2016.make_records import HERE, write_records
from examples.staffordshire_2016.published import Computed, Published, Records, is_said_by, read_published, summary

PUBLISHED = read_published()
REACHED = [each for each in PUBLISHED if each.is_reachable]
MISSED = [each for each in PUBLISHED if not each.is_reachable]
KINDS = {"no whole number fits", "no measure", "not a figure"}


def name_of(each: Published) -> str:
    return f"{each.id} {each.what}"


@pytest.fixture(scope="module")
def records() -> Iterator[Records]:
    opened = Records(HERE)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def july() -> Iterator[Dataset]:
    with open_dataset(HERE / "records") as dataset:
        yield dataset


def test_the_maker_writes_the_records_that_are_kept(tmp_path: Path) -> None:
    write_records(tmp_path)
    for name in ("records", "records_of_june"):
        written = {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}
        assert written == {path.name: path.read_bytes() for path in (HERE / name).iterdir()}


@pytest.mark.parametrize("each", REACHED, ids=name_of)
def test_a_published_figure_is_computed_as_printed(records: Records, each: Published) -> None:
    computed = records.compute(each)
    assert is_said_by(each.published, computed), f"printed {each.published}, computed {computed}"
    assert Decimal(computed.count) == Decimal(each.count)
    assert computed.out_of == (Decimal(each.out_of) if each.out_of else None)


@pytest.mark.parametrize("each", MISSED, ids=name_of)
def test_a_figure_that_is_not_reached_says_why(each: Published) -> None:
    assert each.kind in KINDS
    assert each.reason.endswith(".")
    assert not each.count


@pytest.mark.parametrize("each", [each for each in MISSED if each.measure], ids=name_of)
def test_a_share_that_no_whole_number_gives_is_not_what_is_computed(records: Records, each: Published) -> None:
    assert not is_said_by(each.published, records.compute(each))


@pytest.mark.parametrize(
    ("printed", "count", "out_of", "is_said"),
    [
        ("505", 505, None, True), ("505", 506, None, False), ("39%", 1069, 2741, True), ("39%", 1069, 2706, False),
        ("9.8%", 11, 112, True), ("9.8%", 11, 117, False), ("half", 388, 775, True), ("half", 450, 775, False),
        ("all", 24, 24, True), ("all", 23, 24, False), ("95%", 63, 66, True), ("87%", 57, 66, False),
    ],
)  # fmt: skip
def test_a_printed_figure_is_held_to_its_own_decimals(printed: str, count: int, out_of: int, is_said: bool) -> None:
    assert is_said_by(printed, Computed(count, out_of)) is is_said


def test_no_row_of_the_records_is_refused_or_blanked(july: Dataset) -> None:
    assert {found.effect for found in july.findings.count_by_rule()} <= {Effect.KEPT}


def test_the_six_commonest_focuses_are_those_whose_closing_is_counted(july: Dataset) -> None:
    six = next(each for each in PUBLISHED if each.id == "R023").breakdown
    commonest = july.connection.execute(
        "SELECT focus_code FROM focus WHERE closed_on IS NULL OR closed_on >= DATE '2016-01-01' "
        "GROUP BY focus_code ORDER BY count(*) DESC LIMIT 6"
    ).fetchall()
    assert {code for (code,) in commonest} == {part.rpartition("=")[2] for part in six.split(" + ")}


def on_a_plan(connection: duckdb.DuckDBPyConnection, day: str, column: str) -> dict[str, int]:
    rows = connection.execute(
        f"SELECT {column}, count(*) FROM care_status JOIN involvement_child USING (person_id) "
        "JOIN involvement USING (involvement_id) JOIN school ON school.urn = involvement_child.school_urn "
        f"WHERE status = 'child_protection_plan' AND from_on <= DATE '{day}' "
        f"AND (to_on IS NULL OR to_on > DATE '{day}') AND started_on <= DATE '{day}' "
        f"AND (ended_on IS NULL OR ended_on > DATE '{day}') GROUP BY {column}"
    ).fetchall()
    return dict(rows)


def test_what_no_measure_counts_is_in_the_records_all_the_same(july: Dataset) -> None:
    by_stage = on_a_plan(
        july.connection, "2016-07-31", "CASE WHEN nc_year IN ('7', '8', '9') THEN 'KS3' ELSE 'KS2' END"
    )
    assert by_stage == {"KS2": 2, "KS3": 2}  # R013, R014
    with open_dataset(HERE / "records_of_june") as june:
        assert on_a_plan(june.connection, "2016-05-31", "school.phase") == {"primary": 12, "secondary": 7}  # Q008


def test_the_summary_counts_every_row_once(records: Records) -> None:
    lines = summary(PUBLISHED, records)
    assert f"{len(REACHED)} reached" in lines[len(PUBLISHED)]
    assert sum(int(line.split()[0]) for line in lines[len(PUBLISHED) + 1 :]) == len(MISSED)
    assert not any("DIFFERS" in line for line in lines)
