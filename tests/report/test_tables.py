from __future__ import annotations

from decimal import Decimal

import pytest

from earlyhelp.measures.figures import Status
from earlyhelp.report.numbers import Form
from earlyhelp.report.tables import FigureCell, Row, Table, VarianceCell


def test_a_share_sets_its_counts_beneath_and_a_small_one_stands_as_counts(cells):
    large, small = FigureCell(cells.share(30, 60), Form.SHARE), FigureCell(cells.share(3, 6), Form.SHARE)
    assert (large.text, large.base) == ("50%", "30 of 60")
    assert (small.text, small.base) == ("3 of 6", "")


def test_a_percentage_of_too_few_says_so_and_is_not_blank(cells):
    assert FigureCell(cells.share(3, 6), Form.PERCENT).text == "too few"


def test_a_table_explains_the_words_that_occur_in_it_and_no_others(cells):
    rows = (
        Row("Police", (FigureCell(cells.count(0), Form.COUNT),)),
        Row("Health", (FigureCell(cells.share(3, 6), Form.PERCENT),)),
    )
    assert [note.split()[0] for note in Table("Requests", "Who", ("Count",), rows).notes] == ["0", "No"]
    assert not Table("Requests", "Who", ("Count",), ()).notes


@pytest.mark.parametrize(
    ("status", "text", "word"),
    [
        (Status.SUPPRESSED, "[c]", ""),
        (Status.NOT_COLLECTED, "[x]", "not collected"),
        (Status.NOT_YET_AVAILABLE, "[x]", "not yet available"),
        (Status.NOT_APPLICABLE, "[z]", ""),
    ],
)
def test_a_cell_without_a_number_is_its_mark_with_a_word_beneath_where_one_mark_has_two_meanings(
    cells, status, text, word
):
    absent = cells.without_number(status)
    for cell in (*(FigureCell(absent, form) for form in Form), VarianceCell(absent, Decimal("0.75"))):
        assert (cell.text, cell.base) == (text, word)


def test_a_row_with_another_number_of_cells_is_refused(cells):
    with pytest.raises(ValueError, match="has 1 cells, not 2"):
        Table("Requests", "Who", ("Count", "Out of"), (Row("Police", (FigureCell(cells.count(0), Form.COUNT),)),))


def test_a_figure_that_has_not_passed_the_gate_is_refused(cells):
    with pytest.raises(TypeError, match="released cells only"):
        FigureCell(cells.figure(3), Form.COUNT)
