"""Shares with the range in which each would lie by chance alone: a dot on a line."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.report.charts.chart import speak
from earlyhelp.report.numbers import Form, has_percentage, print_percentage
from earlyhelp.report.sentences import check_released
from earlyhelp.statistics.intervals import wilson


@dataclass(frozen=True, slots=True)
class IntervalRow:
    """One share. A total is set apart. Raises TypeError: anything but a released cell."""

    label: str
    cell: ReleasedCell
    is_total: bool = False

    def __post_init__(self) -> None:
        check_released(self.cell)

    @property
    def interval(self) -> tuple[Decimal, Decimal] | None:
        """The Wilson interval of the share, from 0 to 1; None where too few are counted to give a percentage."""
        if not has_percentage(self.cell) or self.cell.count is None or self.cell.out_of is None:
            return None
        return _bounds(int(self.cell.count), int(self.cell.out_of))


@dataclass(frozen=True, slots=True)
class IntervalChart:
    """Shares with their intervals, drawn in the order given.

    title       what is shown, without a number
    reference   the share that a line marks for comparison, such as the county's; None for no line
    reference_label     what that line is called
    Raises      TypeError: a reference that is not a released cell
    """

    title: str
    rows: tuple[IntervalRow, ...]
    reference: ReleasedCell | None = None
    reference_label: str = ""

    def __post_init__(self) -> None:
        if self.reference is not None:
            check_released(self.reference)

    @property
    def cells(self) -> tuple[ReleasedCell, ...]:
        return tuple(row.cell for row in self.rows)

    @property
    def description(self) -> str:
        rows = "; ".join(f"{row.label}: {_spoken(row)}" for row in self.rows) + "."
        if self.reference is None or self.reference in self.cells:
            return rows
        return f"{rows} {self.reference_label}: {speak(self.reference, Form.SHARE)}."


def _spoken(row: IntervalRow) -> str:
    said = speak(row.cell, Form.SHARE)
    if row.interval is None:
        return said
    low, high = (print_percentage(bound) for bound in row.interval)
    return f"{said}, range {low} to {high}"


@lru_cache(maxsize=1024)
def _bounds(count: int, out_of: int) -> tuple[Decimal, Decimal]:
    low, high = wilson(count, out_of)
    return Decimal(low), Decimal(high)
