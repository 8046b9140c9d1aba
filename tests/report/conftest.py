"""Invented cells, passed through the gate as every cell is."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.disclosure.gate import release
from earlyhelp.measures.figures import Figure, Number, Status, share
from earlyhelp.periods import Period

PERIOD = Period(date(2016, 1, 1), date(2016, 7, 31))


class Cells:
    """Makes released cells of the county of Borsetshire."""

    def figure(
        self, count: Number | None = None, out_of: Number | None = None, *, status: Status | None = None,
        breakdown: str = "all", value: Decimal | None = None, note: str = "", unit: str = "",
    ) -> Figure:  # fmt: skip
        status = status or (Status.VALUE if count or value else Status.ZERO)
        if status.has_number and value is None and count is not None:
            value = share(count, out_of) if out_of else Decimal(count)
        name = "requests_from_schools" if out_of else "requests"
        return Figure(name, PERIOD, "county", "E10000099", breakdown, count, out_of, value, unit, status, note)

    def release(self, figure: Figure) -> ReleasedCell:
        return release([figure], audience="internal", as_at=date(2016, 9, 15)).cells[0]

    def count(self, count: int, breakdown: str = "all") -> ReleasedCell:
        return self.release(self.figure(count, breakdown=breakdown))

    def share(self, count: Number, out_of: Number, unit: str = "", breakdown: str = "all") -> ReleasedCell:
        return self.release(self.figure(count, out_of, unit=unit, breakdown=breakdown))

    def without_number(self, status: Status, note: str = "") -> ReleasedCell:
        return self.release(self.figure(status=status, note=note))


@pytest.fixture
def cells() -> Cells:
    return Cells()
