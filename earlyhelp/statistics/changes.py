"""Whether a figure has changed by more than chance would explain."""

from __future__ import annotations

from enum import StrEnum
from math import sqrt
from typing import Final

from earlyhelp.statistics.intervals import check_whole, wilson

# Below this a change says nothing, and a percentage suggests more than the figures can bear.
SMALLEST_BASE: Final = 20


class Verdict(StrEnum):
    """What may be said of a change."""

    UP = "up"
    DOWN = "down"
    NO_CLEAR_CHANGE = "no_clear_change"
    TOO_FEW = "too_few"


def newcombe(
    count: int, out_of: int, count_before: int, out_of_before: int, level: float = 0.95
) -> tuple[float, float]:
    """Return the interval of the difference of two independent shares, now minus before.

    count, out_of   whole numbers, 0 <= count <= out_of, out_of > 0; likewise before
    level           coverage, above 0 and below 1
    Returns         lower and upper bound, from -1 to 1
    Raises          ValueError: not whole, a base is not above 0, a count lies outside it, or level is no coverage
    Source          Newcombe 1998, method 10; docs/rules/changes.md
    """
    low, high = wilson(count, out_of, level)
    low_before, high_before = wilson(count_before, out_of_before, level)
    now, before = count / out_of, count_before / out_of_before
    return (
        now - before - sqrt((now - low) ** 2 + (high_before - before) ** 2),
        now - before + sqrt((high - now) ** 2 + (before - low_before) ** 2),
    )


def compare_shares(count: int, out_of: int, count_before: int, out_of_before: int) -> Verdict:
    """Return whether a share rose or fell: Newcombe's interval of the difference leaves nought out.

    Raises  ValueError: not whole; otherwise as `newcombe`, where both bases are large enough to compare
    """
    check_whole(count, out_of, count_before, out_of_before)
    if min(out_of, out_of_before) < SMALLEST_BASE:
        return Verdict.TOO_FEW
    low, high = newcombe(count, out_of, count_before, out_of_before)
    return _side(low, high, 0.0)


def compare_counts(count: int, days: int, count_before: int, days_before: int) -> Verdict:
    """Return whether events became more or less frequent.

    Of the events of both periods together, the share that fell into this one would lie near its share of the days; the
    verdict is the side on which Wilson's interval of it leaves that share out.

    days, days_before   lengths of the periods, above 0
    Raises              ValueError: not whole, a count is below 0, or a period has no days
    """
    check_whole(count, days, count_before, days_before)
    if min(count, count_before) < 0 or min(days, days_before) <= 0:
        raise ValueError("Counts cannot be below 0, and a period has at least one day.")
    if count + count_before < SMALLEST_BASE:
        return Verdict.TOO_FEW
    low, high = wilson(count, count + count_before)
    return _side(low, high, days / (days + days_before))


def _side(low: float, high: float, expected: float) -> Verdict:
    if low > expected:
        return Verdict.UP
    return Verdict.DOWN if high < expected else Verdict.NO_CLEAR_CHANGE
