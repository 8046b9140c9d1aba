"""Notes of cells as a reader of a page meets them: days written out, names of tables in a sentence."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_HISTORY: Final = re.compile(r"^Looks back to (?P<wanted>\d{4}-\d{2}-\d{2}), but (?P<tables>.+)\.$")


def day_in_words(day: date) -> str:
    """Return 2016-01-31 as "31 January 2016"."""
    return f"{day.day} {day:%B %Y}"


def note_in_words(note: str) -> str:
    """Return the note of a cell with its days written out."""
    history = _HISTORY.match(note)
    if history:
        late = [table.split(" is complete from ") for table in history["tables"].split(", ")]
        said = " and ".join(f"those of {name} only from {day}" for name, day in late)
        note = f"These figures look back to {history['wanted']}, but not all records are complete so far: {said}."
    return _DAY.sub(lambda found: day_in_words(date.fromisoformat(found[0])), note)
