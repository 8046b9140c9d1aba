"""What is said of released cells together: a verdict, a rank, a majority, a comparison, a step between two editions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.periods import Period


class HiddenCellError(ValueError):
    """Something was to be said of a cell that has no number to show. The message names the cell."""


class DerivedKind(StrEnum):
    """What is said."""

    VERDICT = "verdict"  # whether a figure moved by more than chance
    RANK = "rank"  # which is the largest, the least, the first so many
    MAJORITY = "majority"  # whether a part is more than half of a whole
    COMPARISON = "comparison"  # whether figures differ, or lie above or below a line
    STEP = "step"  # one of the steps in which a restated figure moved


@dataclass(frozen=True, slots=True)
class DerivedCell:
    """A released cell that is made of others: it may be shown to whoever may see all of them, and only then.

    value   what was found, in a word: up, largest, most, below
    cells   all released cells that it was made of, each with a number
    Raises  TypeError: anything but released cells. ValueError: made of nothing
            HiddenCellError: one of the cells has no number
    """

    kind: DerivedKind
    value: str
    cells: tuple[ReleasedCell, ...]

    @property
    def counted(self) -> frozenset[tuple[str, Period]]:
        """The measures that it speaks of, each with its period."""
        return frozenset((cell.measure, cell.period) for cell in self.cells)

    def __post_init__(self) -> None:
        if not self.cells:
            raise ValueError(f"A {self.kind} is made of released cells, and here are none.")
        for cell in self.cells:
            _check(cell, self.kind)


def _check(cell: object, kind: DerivedKind) -> None:
    if not isinstance(cell, ReleasedCell):
        raise TypeError(f"A {kind} is made of released cells alone, not of {type(cell).__name__}.")
    if not cell.status.has_number:
        raise HiddenCellError(f"No {kind} of {cell.measure} {cell.breakdown}, which is {cell.status}.")
