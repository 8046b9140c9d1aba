"""Rows of totals: what a spreadsheet or a report adds up is no row of data."""

from __future__ import annotations

import re
from typing import Final

_TOTALS: Final = re.compile(r"(grand |sub[- ]?|overall |running )?totals?\b", re.IGNORECASE)


def begins_totals(text: str) -> bool:
    """Say whether a row is one of totals, by its first filled cell, tidied."""
    return bool(_TOTALS.match(text))
