"""What a cell without a number says: its mark, its word, one sentence for a note; and what a zero means.

The marks are those of official statistics: [c] confidential, [x] not available, [z] not applicable; bare letters in
data files.
Source: Government Analysis Function, "Symbols in tables: definitions and help".
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.disclosure.policies import PUBLIC
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
    Status.NOT_COLLECTED: "Not collected: the records needed were not supplied. It is not zero.",
    Status.NOT_YET_AVAILABLE: "Not yet available: the records do not reach far enough yet.",
    Status.NOT_APPLICABLE: "Not applicable: there is nothing to take a share of.",
}
_LETTERS: Final = {
    Status.SUPPRESSED: "c",
    Status.NOT_COLLECTED: "x",
    Status.NOT_YET_AVAILABLE: "x",
    Status.NOT_APPLICABLE: "z",
}
# A hidden number does not say whether it is small itself or would give a small one away.
_HIDDEN: Final = (
    "Hidden so that nobody can be recognised: a small number, or one that would give a small number away. "
    "It does not mean zero."
)
_HIDDEN_WITH_ZEROS: Final = (
    f"Hidden so that nobody can be recognised: for a school, none or fewer than {PUBLIC.below}, or a number that would "
    "give one of these away."
)

_NOT_YET_REPORTED: Final = "not yet reported"
_SHARING_A_MARK: Final = (Status.NOT_COLLECTED, Status.NOT_YET_AVAILABLE)


class Zero(StrEnum):
    """What a table says of the zeros in it."""

    TRUE = "0 is a true zero: it was counted and there was none."
    SO_FAR = "0 counted so far: the period is not complete."
    UNCERTAIN = "0: none was found in the records there are. What limits these figures is said below."


def letter_of(cell: ReleasedCell) -> str:
    """Return the letter of a cell without a number, for data files. Raises KeyError: the cell has a number."""
    return _LETTERS[cell.status]


def status_mark(cell: ReleasedCell) -> str:
    """Return the mark of a cell without a number: "[c]". Raises KeyError: the cell has a number."""
    return f"[{_LETTERS[cell.status]}]"


def status_label(cell: ReleasedCell) -> str:
    """Return the word for a cell without a number. Raises KeyError: the cell has a number."""
    return _NOT_YET_REPORTED if _is_unreported(cell) else _LABELS[cell.status]


def mark_in_words(cell: ReleasedCell) -> str:
    """Return the mark, with the word where one mark has several: "[c]", "[x] not collected". Raises as above."""
    return f"{status_mark(cell)} {word_of_a_shared_mark(cell)}".rstrip()


def word_of_a_shared_mark(cell: ReleasedCell) -> str:
    """Return the word that tells a mark from the same mark of another meaning, nothing where there is no other."""
    return status_label(cell) if cell.status in _SHARING_A_MARK else ""


def status_meaning(cell: ReleasedCell) -> str:
    """Return the sentence for a cell without a number. Raises KeyError: the cell has a number."""
    if cell.status is Status.SUPPRESSED:
        return _HIDDEN_WITH_ZEROS if PUBLIC.hides_zeros(cell.place_level) else _HIDDEN
    if _is_unreported(cell):
        return "Not yet reported: the month has not been reported in full."
    return _MEANINGS[cell.status]


def _is_unreported(cell: ReleasedCell) -> bool:
    # Staffing is reported month by month: a month without its report says nothing of how far the records reach.
    return cell.status is Status.NOT_YET_AVAILABLE and cell.unit in WHOLE_UNITS


def rank_of_status(cell: ReleasedCell) -> int:
    """Return where the status of a cell stands in their order."""
    return list(Status).index(cell.status)
