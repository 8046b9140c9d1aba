"""The marks [c], [x] and [z] are explained wherever they stand, before the first number of the exhibit."""

from __future__ import annotations

import pytest

from earlyhelp.measures.figures import Figure, Status
from earlyhelp.report.charts.chart import BarChart, ChartBar
from earlyhelp.report.document import Exhibit
from earlyhelp.report.numbers import Form
from earlyhelp.report.statuses import letter_of, mark_in_words, status_label, status_mark, status_meaning
from earlyhelp.report.tables import FigureCell, Row, Table
from tests.report.conftest import PERIOD

ABSENT = [status for status in Status if not status.has_number]


@pytest.fixture
def exhibit(cells):
    def make(*shown):
        rows = tuple(Row(f"Row {chr(65 + place)}", (FigureCell(cell, Form.COUNT),)) for place, cell in enumerate(shown))
        bars = tuple(ChartBar(row.label, cell) for row, cell in zip(rows, shown, strict=True))
        return Exhibit(Table("Requests", "Who", ("Count",), rows), (BarChart("Requests", bars, Form.COUNT),))

    return make


def hidden_at(cells, level: str):
    return cells.release(Figure("requests", PERIOD, level, "1", "all", None, None, None, "", Status.SUPPRESSED))


@pytest.mark.parametrize("status", ABSENT)
def test_every_mark_of_an_exhibit_is_explained_once_and_no_other(cells, exhibit, status):
    gap = cells.without_number(status)
    made = exhibit(cells.count(3), gap, gap)
    assert made.marks == (f"{status_mark(gap)} {status_meaning(gap)}",)
    assert not exhibit(cells.count(3), cells.count(0)).marks


def test_two_meanings_of_one_mark_are_told_apart_in_the_table_and_in_the_explanation(cells, exhibit):
    made = exhibit(*(cells.without_number(status) for status in ABSENT))
    assert [mark[:5] for mark in made.marks] == ["[c] H", "[x] N", "[x] N", "[z] N"]
    assert len({f"{cell.text}{cell.base}" for row in made.table.rows for cell in row.cells}) == len(ABSENT)


def test_the_four_statuses_have_four_words_and_three_letters(cells):
    gaps = [cells.without_number(status) for status in ABSENT]
    assert len({status_label(gap) for gap in gaps}) == len({mark_in_words(gap) for gap in gaps}) == 4
    assert [letter_of(gap) for gap in gaps] == ["c", "x", "x", "z"]


def test_a_hidden_number_of_a_school_may_be_nought_and_no_other_is_said_to_be_small(cells):
    of_school, of_district = hidden_at(cells, "school"), hidden_at(cells, "district")
    assert "none or fewer than 5, or a number that would give one of these away" in status_meaning(of_school)
    assert "a small number, or one that would give a small number away" in status_meaning(of_district)
    assert "does not mean zero" in status_meaning(of_district)


def test_an_exhibit_of_hidden_numbers_alone_draws_nothing_and_is_known_as_such(cells, exhibit):
    hidden = cells.without_number(Status.SUPPRESSED)
    assert exhibit(hidden, hidden).is_all_hidden
    assert not exhibit(hidden, hidden).drawn
    assert not exhibit(hidden, cells.count(3)).is_all_hidden
    assert not exhibit(hidden, cells.without_number(Status.NOT_APPLICABLE)).is_all_hidden


def test_a_hidden_cell_speaks_for_a_chart_without_numbers_before_one_that_does_not_apply(cells, exhibit):
    hidden, none = cells.without_number(Status.SUPPRESSED), cells.without_number(Status.NOT_APPLICABLE)
    assert exhibit(none, hidden).absent is hidden
    assert exhibit(none, hidden, cells.count(2)).absent is None
