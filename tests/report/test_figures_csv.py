from __future__ import annotations

from decimal import Decimal

import pytest

from earlyhelp.measures.figures import Status
from earlyhelp.report.writers.figures_csv import write_figures_csv


def rows(*cells) -> list[str]:
    return write_figures_csv(cells).split("\n")[1:-1]


def test_the_header_and_the_line_ends_are_those_of_the_format(cells):
    text = write_figures_csv([cells.count(3)])
    assert text.split("\n")[0] == (
        "measure,period_start,period_end,place_level,place_code,breakdown,count,out_of,value,unit,status,note"
    )
    assert "\r" not in text
    assert text.endswith("\n")


def test_a_count_has_its_value_again_and_an_empty_out_of(cells):
    assert rows(cells.count(3)) == ["requests,2016-01-01,2016-07-31,county,E10000099,all,3,,3,,value,"]


def test_a_share_has_six_decimals(cells):
    assert rows(cells.share(1, 3))[0].split(",")[6:9] == ["1", "3", "0.333333"]
    assert rows(cells.share(0, 3))[0].split(",")[6:11] == ["0", "3", "0.000000", "", "zero"]


def test_full_time_equivalents_are_written_in_their_shortest_exact_form(cells):
    assert rows(cells.share(Decimal("74.170"), Decimal("100.0")))[0].split(",")[6:8] == ["74.17", "100"]


@pytest.mark.parametrize("status", [status for status in Status if not status.has_number])
def test_a_cell_without_a_number_has_three_empty_fields_and_its_status(cells, status):
    assert rows(cells.without_number(status))[0].split(",")[6:11] == ["", "", "", "", status.value]


def test_a_note_with_a_comma_is_quoted_and_nothing_else_is(cells):
    cell = cells.without_number(Status.NOT_COLLECTED, "The tables focus, request were not supplied.")
    assert rows(cell)[0].endswith(',not_collected,"The tables focus, request were not supplied."')


def test_rows_are_sorted_as_bytes_whatever_their_order(cells):
    capital, small = cells.count(1, "outcome=Z"), cells.count(1, "outcome=a")
    assert [row.split(",")[5] for row in rows(small, capital)] == ["outcome=Z", "outcome=a"]


def test_a_figure_that_has_not_passed_the_gate_is_refused(cells):
    with pytest.raises(TypeError, match="released cells only"):
        write_figures_csv([cells.figure(3)])
