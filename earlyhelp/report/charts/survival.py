"""What is left after each month: steps that come down."""

from __future__ import annotations

from dataclasses import dataclass

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.report.charts.chart import speak
from earlyhelp.report.numbers import Form, print_cell
from earlyhelp.report.sentences import check_released


@dataclass(frozen=True, slots=True)
class SurvivalPoint:
    """The share still there after so many months. Raises TypeError: anything but a released cell."""

    months: int
    cell: ReleasedCell

    def __post_init__(self) -> None:
        check_released(self.cell)


@dataclass(frozen=True, slots=True)
class SurvivalChart:
    """A share of all at nought months that comes down in steps; one point for each month, in order.

    title       what is shown, without a number
    told        the months whose share is written beside the line
    state       what the share is said to be, after its percentage
    """

    title: str
    points: tuple[SurvivalPoint, ...]
    told: tuple[int, ...]
    state: str = "still open"

    @property
    def cells(self) -> tuple[ReleasedCell, ...]:
        return tuple(point.cell for point in self.points)

    @property
    def description(self) -> str:
        return "; ".join(f"after {months_in_words(point.months)}: {_spoken(point.cell)}" for point in self.points) + "."


def months_in_words(months: int) -> str:
    """Return "1 month" or "6 months"."""
    return f"{months} month" if months == 1 else f"{months} months"


def _spoken(cell: ReleasedCell) -> str:
    is_estimate = cell.status.has_number and cell.count is None
    return print_cell(cell, Form.PERCENT) if is_estimate else speak(cell, Form.SHARE)
