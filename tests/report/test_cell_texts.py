from __future__ import annotations

from decimal import Decimal

from earlyhelp.report.cell_texts import cell_name, days_of, exact_number
from tests.report.conftest import PERIOD


def test_a_cell_is_named_by_measure_place_breakdown_and_period(cells):
    cell = cells.count(3, breakdown="month=2016-01")
    assert cell_name(cell) == "requests|county|E10000099|month=2016-01|2016-01-01/2016-07-31"
    assert cell_name(cell).endswith(days_of(PERIOD))


def test_a_number_is_exact_and_as_short_as_it_can_be():
    assert [exact_number(number) for number in (120, Decimal("120.00"), Decimal("74.170"))] == ["120", "120", "74.17"]
