from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest

from earlyhelp.measures.figures import Figure, Status
from earlyhelp.report.writers.figures_csv import write_figures_csv
from earlyhelp.report.writers.open_data_csv import COLUMNS, write_open_data
from tests.report.conftest import PERIOD

NAMES = {"E10000099": "Borsetshire"}


def rows_of(*cells) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(write_open_data(cells, NAMES))))


def numbers_of(cell) -> tuple[str, str, str]:
    row = rows_of(cell)[0]
    return row["count"], row["out_of"], row["value"]


def estimate(cells, value: Decimal | None, status: Status = Status.VALUE):
    out_of = None if value is None else 212
    head = ("time_to_closure", PERIOD, "county", "E10000099", "window=6")
    return cells.release(Figure(*head, None, out_of, value, "share ended", status))


def test_a_row_gives_the_name_of_its_place_and_every_number_exactly(cells):
    assert rows_of(cells.share(1, 3, unit="share of requests"))[0] == {
        "period_start": "2016-01-01", "period_end": "2016-07-31", "place_level": "county", "place_code": "E10000099",
        "place_name": "Borsetshire", "measure": "requests_from_schools", "breakdown": "all", "count": "1",
        "out_of": "3", "value": "0.333333", "unit": "share of requests", "note": "",
    }  # fmt: skip


def test_a_plain_count_is_out_of_nothing_and_an_estimate_has_no_count(cells):
    assert numbers_of(cells.count(3)) == ("3", "z", "3")
    assert numbers_of(cells.count(0)) == ("0", "z", "0")
    assert numbers_of(estimate(cells, Decimal("0.48"))) == ("z", "212", "0.480000")
    assert numbers_of(estimate(cells, None, Status.SUPPRESSED)) == ("z", "c", "c")


@pytest.mark.parametrize(
    ("status", "letter"),
    [
        (Status.SUPPRESSED, "c"),
        (Status.NOT_COLLECTED, "x"),
        (Status.NOT_YET_AVAILABLE, "x"),
        (Status.NOT_APPLICABLE, "z"),
    ],
)
def test_a_bare_letter_stands_where_there_is_no_number_and_the_note_says_what_it_means(cells, status, letter):
    row = rows_of(cells.without_number(status, note="Not supplied: table request."))[0]
    assert (row["count"], row["out_of"], row["value"]) == (letter, "z", letter)
    assert row["note"].startswith(str(status).split("_")[0].capitalize().replace("Suppressed", "Hidden"))
    assert row["note"].endswith("Not supplied: table request.")


def test_no_field_but_the_note_is_ever_blank(cells):
    shown = [cells.without_number(status) for status in Status if not status.has_number]
    for row in rows_of(*shown, cells.count(0), cells.share(0, 7, unit="share of requests")):
        assert all(row[column] for column in COLUMNS if column not in ("note", "unit"))


def test_rows_stand_in_the_order_of_figures_csv_and_lines_end_in_a_line_feed(cells):
    shown = [cells.count(1, "month=2016-02"), cells.share(1, 3), cells.count(2, "all")]
    text = write_open_data(shown, NAMES)
    figures = list(csv.DictReader(io.StringIO(write_figures_csv(shown))))
    assert [(row["measure"], row["breakdown"]) for row in csv.DictReader(io.StringIO(text))] == [
        (row["measure"], row["breakdown"]) for row in figures
    ]
    assert text.endswith("\n")
    assert "\r" not in text


def test_of_two_periods_in_one_file_a_year_earlier_stands_before_its_year(cells):
    now = cells.count(3)
    then = cells.release(now.figure._replace(period=PERIOD.same_period_last_year))
    rows = rows_of(now, then)
    assert [row["period_start"] for row in rows] == ["2015-01-01", "2016-01-01"]
    assert rows == rows_of(then, now)


def test_a_place_without_a_name_and_a_cell_that_has_not_passed_the_gate_are_refused(cells):
    with pytest.raises(KeyError):
        write_open_data([cells.count(3)], {})
    with pytest.raises(TypeError, match="released cells only"):
        write_open_data([cells.figure(3)], NAMES)
