"""What is said of cells together is released with them or not at all."""

from __future__ import annotations

from datetime import date

import pytest

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.disclosure.derived import DerivedCell, DerivedKind, HiddenCellError
from earlyhelp.disclosure.gate import release
from earlyhelp.measures.figures import Figure, Status
from earlyhelp.periods import Period

PERIOD = Period(date(2016, 1, 1), date(2016, 7, 31))


def figure(count: int | None, status: Status = Status.VALUE) -> Figure:
    return Figure("requests", PERIOD, "county", "E10000099", "all", count, None, count, "requests", status)


def cell(count: int | None, status: Status = Status.VALUE) -> ReleasedCell:
    return release([figure(count, status)], audience="internal", as_at=date(2016, 9, 15)).cells[0]


@pytest.mark.parametrize("kind", DerivedKind)
@pytest.mark.parametrize("status", [status for status in Status if not status.has_number])
def test_nothing_is_said_of_a_cell_without_a_number(kind, status):
    with pytest.raises(HiddenCellError, match=f"requests all, which is {status}"):
        DerivedCell(kind, "up", (cell(12), cell(None, status)))


def test_the_refusal_tells_no_number_of_the_cells_beside():
    with pytest.raises(HiddenCellError) as refused:
        DerivedCell(DerivedKind.VERDICT, "up", (cell(1234), cell(None, Status.SUPPRESSED)))
    assert "1234" not in str(refused.value)


def test_what_has_not_passed_the_gate_is_refused():
    with pytest.raises(TypeError, match="released cells alone, not of Figure"):
        DerivedCell(DerivedKind.RANK, "largest", (cell(12), figure(9)))  # pyright: ignore[reportArgumentType]


def test_nothing_is_made_of_nothing():
    with pytest.raises(ValueError, match="here are none"):
        DerivedCell(DerivedKind.RANK, "largest", ())


def test_a_zero_is_a_number_and_may_be_compared():
    assert DerivedCell(DerivedKind.COMPARISON, "equal", (cell(0, Status.ZERO), cell(3))).value == "equal"
