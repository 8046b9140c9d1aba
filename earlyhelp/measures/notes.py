"""Sentences that travel with a figure: what was not supplied, and how far back the data are complete."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from earlyhelp.measures.catalogue import tables_needed
from earlyhelp.measures.declare import Measure
from earlyhelp.measures.scope import Scope
from earlyhelp.periods import Period, add_months

_LOOKS_BACK: Final = "Looks back to"


def missing_note(tables: Iterable[str]) -> str:
    """Return the sentence that says which tables were not supplied."""
    names = sorted(tables)
    return f"Not supplied: {'table' if len(names) == 1 else 'tables'} {', '.join(names)}."


def history_note(measure: Measure, scope: Scope) -> str:
    """Return a sentence where the measure looks back further than a table it reads is complete, else nothing."""
    looks_from = add_months(scope.period.first, -measure.look_back_months)
    late = {
        table: scope.complete_from[table]
        for table in sorted(tables_needed(measure) & scope.present)
        if table in scope.complete_from and scope.complete_from[table] > looks_from
    }
    if not late:
        return ""
    tables = ", ".join(f"{table} is complete from {day.isoformat()}" for table, day in late.items())
    return f"{_LOOKS_BACK} {looks_from.isoformat()}, but {tables}."


def is_cut_short(note: str) -> bool:
    """Return whether the note of a figure says that its look-back begins before its records do."""
    return note.startswith(_LOOKS_BACK)


def is_covered(measure: Measure, scope: Scope) -> bool:
    """Return whether the records carry the measure for a period well enough to set it beside a later one.

    Every table it needs must be known to be complete from as far back as its look-back, and the length of work that it
    compares, reach; and a measure that watches what comes after must have watched both periods to the end. A table that
    does not say from when it is complete covers nothing: a lack of rows there may be a lack of records.

    scope   of the earlier period
    """
    if add_months(scope.period.last, 12 + measure.follow_up_months) > scope.as_at and measure.follow_up_months:
        return False
    looks_from = add_months(scope.period.first, -max(measure.look_back_months, measure.compares_from_months))
    tables = tables_needed(measure)
    return tables <= scope.present and all(
        table in scope.complete_from and scope.complete_from[table] <= looks_from for table in tables
    )


def caution(period: Period, as_at: date) -> str:
    """Return the sentence that says that a period ends after the last day the records speak for, else nothing."""
    if period.last <= as_at:
        return ""
    return (
        f"The records speak for days up to {Period(as_at, as_at).label}; this period ends on "
        f"{Period(period.last, period.last).label}, so its figures are not complete."
    )
