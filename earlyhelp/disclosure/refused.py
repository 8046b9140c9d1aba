"""The words for a table that is not shown at a level, since hardly anything in it could be."""

from __future__ import annotations

from typing import Final

from earlyhelp.disclosure.sensitive import Table
from earlyhelp.measures.catalogue import CATALOGUE

PLURALS: Final = {"county": "the county", "district": "districts", "school": "schools"}
NAMES: Final = {
    "source_code": "source", "month": "month", "phase": "phase", "key_stage": "key stage", "focus_code": "focus",
    "focus_category": "category of focus", "care_status": "care status", "sen_provision": "special needs provision",
    "band": "duration", "outcome": "outcome", "respondent": "respondent", "item": "question", "window": "look back",
}  # fmt: skip


def refused_sentence(table: Table) -> str:
    """Return what readers are told of a refused table."""
    by = f" by {' and '.join(NAMES[name] for name in table.names)}" if table.names else ""
    return f"{table.measure}{by} is not shown for {PLURALS[table.level]}: hardly any number in it could be."


def refused_note(table: Table) -> str:
    """Return the note of each cell of a refused table; it names the question, as a page may show others beside it."""
    by = f", by {' and '.join(NAMES[name] for name in table.names)}," if table.names else ""
    asks = CATALOGUE[table.measure].asks.removesuffix("?")
    return f'"{asks}?"{by} is not answered for {PLURALS[table.level]}: hardly any number could be shown.'
