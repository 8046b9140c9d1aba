"""What a page says of figures together: a verdict, a rank, a majority, a comparison, bound to the cells it is made of.

Only cells with a number are laid side by side. What is hidden stands in no order, and the page says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.disclosure.derived import DerivedCell, DerivedKind
from earlyhelp.measures.figures import Status
from earlyhelp.publications.released_figures import Labelled
from earlyhelp.report.sentences import Judgement, Name, Words

NOT_COMPARED: Final = "The records cannot carry a comparison with a year earlier."
LARGEST: Final = "largest"
SMALLEST: Final = "smallest"


def verdict(value: str, words: str, now: ReleasedCell, then: ReleasedCell) -> Judgement:
    """Return what is said of a figure and an earlier one. Raises HiddenCellError: one of them has no number."""
    return Judgement(DerivedCell(DerivedKind.VERDICT, value, (now, then)), Words(words))


def rank(value: str, name: Name, items: Iterable[Labelled]) -> Judgement:
    """Return the name of what comes first or last among items. Raises HiddenCellError: one of them has no number."""
    return Judgement(DerivedCell(DerivedKind.RANK, value, tuple(item.cell for item in items)), name)


def majority(words: Words | Name, *cells: ReleasedCell) -> Judgement:
    """Return what is more than half: of its own out-of, or of the cell that follows it. Raises HiddenCellError."""
    return Judgement(DerivedCell(DerivedKind.MAJORITY, "most", cells), words)


def comparison(value: str, words: Words | Name, items: Iterable[Labelled]) -> Judgement:
    """Return how items differ, or lie to a line. Raises HiddenCellError: one of them has no number."""
    return Judgement(DerivedCell(DerivedKind.COMPARISON, value, tuple(item.cell for item in items)), words)


def shown(items: Iterable[Labelled]) -> tuple[Labelled, ...]:
    """Return the items that have a number, in their order."""
    return tuple(item for item in items if item.cell.status.has_number)


def any_hidden(items: Iterable[Labelled]) -> bool:
    """Return whether one of the items is hidden, so that nobody may say which is the smallest of all."""
    return any(item.cell.status is Status.SUPPRESSED for item in items)
