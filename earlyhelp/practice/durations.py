"""How long something lasted, in whole months and in the four bands of the report card.

Source: docs/rules/durations.md
"""

from __future__ import annotations

from typing import Final

from earlyhelp.practice.states import months_after

# Each band with the first whole month that is beyond it; the last band has none.
BANDS: Final = (("under_6", 6), ("6_to_8", 9), ("9_to_11", 12), ("12_and_over", None))


def band(starts: str, ends: str) -> str:
    """Return SQL for the duration band between two dates, empty when either is empty.

    starts, ends    SQL for two dates

    A duration has n whole months when its start plus n months is on or before its end, so each band is one
    comparison of dates and no count of months is needed.
    """
    whens = " ".join(
        f"WHEN {months_after(starts, beyond)} > {ends} THEN '{name}'" for name, beyond in BANDS if beyond is not None
    )
    return f"CASE WHEN {starts} IS NULL OR {ends} IS NULL THEN NULL {whens} ELSE '{BANDS[-1][0]}' END"


def has_lasted_months(starts: str, day: str, months: int) -> str:
    """Return SQL that is true when at least so many whole months lie between a start and a day."""
    return f"({months_after(starts, months)} <= {day})"
