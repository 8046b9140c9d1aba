from __future__ import annotations

import pytest

from earlyhelp.measures.figures import Status
from earlyhelp.report.numbers import Form
from earlyhelp.report.tables import FigureCell, Row, Table


def test_a_share_sets_its_counts_beneath_and_a_small_one_stands_as_counts(cells):
    large, small = FigureCell(cells.share(30, 60), Form.SHARE), FigureCell(cells.share(3, 6), Form.SHARE)
    assert (large.text, large.base) == ("50%", "30 of 60")
    assert (small.text, small.base) == ("3 of 6", "")


def test_a_percentage_of_too_few_says_so_and_is_not_blank(cells):
    assert FigureCell(cells.share(3, 6), Form.PERCENT).text == "too few"


def test_a_table_explains_the_words_that_occur_in_it_and_no_others(cells):
    table = Table(
        "Requests", "Who", ("Count",),
        (Row("Police", (FigureCell(cells.count(0), Form.COUNT),)),
         Row("School", (FigureCell(cells.without_number(Status.SUPPRESSED), Form.COUNT),))),
    )  # fmt: skip
    assert [note.split(":")[0].split()[0] for note in table.notes] == ["0", "Hidden"]


def test_a_row_with_another_number_of_cells_is_refused(cells):
    with pytest.raises(ValueError, match="has 1 cells, not 2"):
        Table("Requests", "Who", ("Count", "Out of"), (Row("Police", (FigureCell(cells.count(0), Form.COUNT),)),))


def test_a_figure_that_has_not_passed_the_gate_is_refused(cells):
    with pytest.raises(TypeError, match="released cells only"):
        FigureCell(cells.figure(3), Form.COUNT)
