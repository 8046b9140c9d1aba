"""A whole that falls into its parts: each bar begins where the one before it ended."""

from __future__ import annotations

from dataclasses import dataclass

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.report.charts.chart import ChartBar
from earlyhelp.report.numbers import Form


@dataclass(frozen=True, slots=True)
class CascadeChart:
    """A total and the parts that make it up, each row or child in one of them.

    title   what is shown, without a number
    Raises  ValueError: all have numbers and the parts do not add up to the total
    """

    title: str
    total: ChartBar
    parts: tuple[ChartBar, ...]

    def __post_init__(self) -> None:
        if not all(cell.status.has_number for cell in self.cells):
            return
        if sum(part.cell.count or 0 for part in self.parts) != (self.total.cell.count or 0):
            raise ValueError(f'The parts of "{self.title}" do not add up to their total.')

    @property
    def cells(self) -> tuple[ReleasedCell, ...]:
        return (self.total.cell, *(part.cell for part in self.parts))

    @property
    def description(self) -> str:
        parts = "; ".join(part.spoken(Form.COUNT) for part in self.parts)
        return f"{self.total.spoken(Form.COUNT)}. Of these: {parts}."
