"""Why a text is no value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DoubtKind(StrEnum):
    """What stands between a text and a value."""

    UNREADABLE = "unreadable"
    """It cannot be a value of this kind: `Tuesday` as a number."""

    UNKNOWN = "unknown"
    """It may be one, but is in no list: a new code, a school nobody has named before. A question."""

    AMBIGUOUS = "ambiguous"
    """It may be two: 03/04/2016 where nobody said which is the month. A question."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a text is no value.

    why     what is wrong, to stand after the text: "is not a day", "could be 3 April or 4 March 2016"
    answer  what would settle it, as a line of a mapping or in words; empty where only the source can put it right
    """

    kind: DoubtKind
    why: str
    answer: str = ""


Value = str | None | Doubt
"""A value in the dataset's own text form; None for not recorded; or why there is none."""
