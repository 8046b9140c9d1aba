"""States of the work as SQL predicates over columns: the one home of "open", "active" and "ended".

The text stays inside what DuckDB and PostgreSQL share, so that a screen and a figure use the same words.
Source: docs/rules/states.md
"""

from __future__ import annotations


def is_open_at(day: str, *, starts: str = "started_on", ends: str = "ended_on") -> str:
    """Return SQL that is true when something is open at the end of a day.

    day             SQL for a date
    starts, ends    SQL for its first day and the day it ended, which may be empty
    """
    return f"({starts} <= {day} AND ({ends} IS NULL OR {ends} > {day}))"


def is_active_between(first: str, last: str, *, starts: str = "started_on", ends: str = "ended_on") -> str:
    """Return SQL that is true when something started by the last day and had not ended before the first."""
    return f"({starts} <= {last} AND ({ends} IS NULL OR {ends} >= {first}))"


def has_ended_between(first: str, last: str, *, ends: str = "ended_on") -> str:
    """Return SQL that is true when something ended in the period; false, never unknown, when it has no end."""
    return f"({ends} IS NOT NULL AND {ends} BETWEEN {first} AND {last})"


def months_before(day: str, months: int | str) -> str:
    """Return SQL for a day some calendar months earlier, clipped to the month's last day."""
    return f"CAST({day} - INTERVAL '{months} months' AS DATE)"


def months_after(day: str, months: int | str) -> str:
    """Return SQL for a day some calendar months later, clipped to the month's last day."""
    return f"CAST({day} + INTERVAL '{months} months' AS DATE)"
