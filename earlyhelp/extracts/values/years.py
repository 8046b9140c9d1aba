"""Which year is meant by two figures, and which years can be meant at all."""

from __future__ import annotations

from datetime import date
from typing import Final

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100

_LAST_OF_2000S: Final = 49


def read_year(text: str, as_at: date | None) -> int | None:
    """Return the year written in four figures or in two; None where it cannot be one.

    as_at   the last day the data speak for. Two figures are a year of the 2000s up to the one after it, and otherwise
            of the 1900s; without it, up to 2049
    """
    if len(text) == 2:
        last = as_at.year + 1 - 2000 if as_at else _LAST_OF_2000S
        return int(text) + (2000 if int(text) <= last else 1900)
    return int(text) if len(text) == 4 and FIRST_YEAR <= int(text) <= LAST_YEAR else None


def day_of(year: int | None, month: int, day: int) -> date | None:
    """Return a day of the calendar; None where there is no such day."""
    try:
        return date(year, month, day) if year else None
    except ValueError:
        return None


def in_words(day: date) -> str:
    """Return a day as a message says it: 3 April 2016."""
    return f"{day.day} {day:%B} {day.year}"
