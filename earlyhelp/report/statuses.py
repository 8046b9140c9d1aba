"""What a cell without a number says, in one word for a table and one sentence for a note; and what a zero means."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.measures.figures import Status

# A share of a whole establishment is no sample of it, however small.
WHOLE_UNITS: Final = frozenset({"share of establishment"})

_LABELS: Final = {
    Status.SUPPRESSED: "hidden",
    Status.NOT_COLLECTED: "not collected",
    Status.NOT_YET_AVAILABLE: "not yet available",
    Status.NOT_APPLICABLE: "not applicable",
}

_MEANINGS: Final = {
    Status.SUPPRESSED: "Hidden: withheld so that nobody can be recognised. It is not zero.",
    Status.NOT_COLLECTED: "Not collected: the records needed were not supplied. It is not zero.",
    Status.NOT_YET_AVAILABLE: "Not yet available: the records do not reach far enough yet.",
    Status.NOT_APPLICABLE: "Not applicable: there is nothing to take a share of.",
}

_NOT_YET_REPORTED: Final = "not yet reported"


class Zero(StrEnum):
    """What a table says of the zeros in it."""

    TRUE = "0 is a true zero: it was counted and there was none."
    SO_FAR = "0 counted so far: the period is not complete."
    UNCERTAIN = "0: none was found in the records there are. What limits these figures is said below."


def status_label(cell: ReleasedCell) -> str:
    """Return the word for a cell without a number. Raises KeyError: the cell has a number."""
    return _NOT_YET_REPORTED if _is_unreported(cell) else _LABELS[cell.status]


def status_meaning(cell: ReleasedCell) -> str:
    """Return the sentence for a cell without a number. Raises KeyError: the cell has a number."""
    if _is_unreported(cell):
        return "Not yet reported: the month has not been reported in full."
    return _MEANINGS[cell.status]


def _is_unreported(cell: ReleasedCell) -> bool:
    # Staffing is reported month by month: a month without its report says nothing of how far the records reach.
    return cell.status is Status.NOT_YET_AVAILABLE and cell.unit in WHOLE_UNITS
