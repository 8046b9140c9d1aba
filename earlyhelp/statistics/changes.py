"""Whether a figure has changed by more than chance would explain."""

from __future__ import annotations

from math import erfc, sqrt
from typing import Final

from earlyhelp.statistics.intervals import check_share, check_whole, deviations, wilson_around
from earlyhelp.statistics.verdicts import TOO_FEW, Finding, Verdict

# Below this a change says nothing, and a percentage suggests more than the figures can bear.
SMALLEST_BASE: Final = 20
# Chances below one in ten to the hundredth are all the same.
_FURTHEST: Final = 21.0
_HALVINGS: Final = 60


def newcombe(
    count: int, out_of: int, count_before: int, out_of_before: int, level: float = 0.95, together: float = 1.0
) -> tuple[float, float]:
    """Return the interval of the difference of two independent shares, now minus before.

    count, out_of   whole numbers, 0 <= count <= out_of, out_of > 0; likewise before
    level           coverage, above 0 and below 1
    together        how many of those counted go one way together, such as the children of a family; 1 for none
    Returns         lower and upper bound, from -1 to 1
    Raises          ValueError: not whole, a base is not above 0, a count lies outside it, or level is no coverage
    Source          Newcombe 1998, method 10; docs/rules/changes.md
    """
    check_share(count, out_of)
    check_share(count_before, out_of_before)
    now, before = (count / out_of, out_of / together), (count_before / out_of_before, out_of_before / together)
    below, above = _reach(now, before, deviations(level))
    difference = now[0] - before[0]
    return difference - below, difference + above


def share_change(count: int, out_of: int, count_before: int, out_of_before: int, together: float = 1.0) -> Finding:
    """Return what two shares show: the chance is that at which Newcombe's interval of the difference touches nought.

    together    as for `newcombe`
    Raises      ValueError: not whole, or a count lies outside its base
    Source      docs/rules/changes.md
    """
    check_whole(count, out_of, count_before, out_of_before)
    if min(out_of, out_of_before) < SMALLEST_BASE:
        return TOO_FEW
    check_share(count, out_of)
    check_share(count_before, out_of_before)
    now, before = (count / out_of, out_of / together), (count_before / out_of_before, out_of_before / together)
    # By the counts, so that equal shares of different bases are equal whatever floating point makes of them.
    side = _side(count * out_of_before, count_before * out_of)
    if side is Verdict.NO_CLEAR_CHANGE:
        return Finding(side)
    higher, lower = (now, before) if side is Verdict.UP else (before, now)
    return Finding(side, _chance(_touching(higher, lower)))


def count_change(count: int, days: int, count_before: int, days_before: int) -> Finding:
    """Return what two counts of events show of how often they happen.

    Of the events of both periods together, the share that fell into this one would lie near its share of the days; the
    chance is that at which Wilson's interval of it touches that share.

    days, days_before   lengths of the periods, above 0
    Raises              ValueError: not whole, a count is below 0, or a period has no days
    Source              docs/rules/changes.md
    """
    check_whole(count, days, count_before, days_before)
    if min(count, count_before) < 0 or min(days, days_before) <= 0:
        raise ValueError("Counts cannot be below 0, and a period has at least one day.")
    both = count + count_before
    if both < SMALLEST_BASE:
        return TOO_FEW
    expected = days / (days + days_before)
    away = (count - both * expected) / sqrt(both * expected * (1 - expected))
    return Finding(_side(count * days_before, count_before * days), _chance(abs(away)))


def compare_shares(count: int, out_of: int, count_before: int, out_of_before: int) -> Verdict:
    """Return whether a share rose or fell, told alone: Newcombe's interval of 95% leaves nought out.

    Raises  ValueError: as `share_change`
    """
    return share_change(count, out_of, count_before, out_of_before).verdict()


def compare_counts(count: int, days: int, count_before: int, days_before: int) -> Verdict:
    """Return whether events became more or less frequent, told alone.

    Raises  ValueError: as `count_change`
    """
    return count_change(count, days, count_before, days_before).verdict()


_Share = tuple[float, float]


def _reach(now: _Share, before: _Share, z: float) -> tuple[float, float]:
    """Return how far Newcombe's interval reaches below and above the difference, for shares with their bases."""
    low, high = wilson_around(*now, z)
    low_before, high_before = wilson_around(*before, z)
    below = sqrt((now[0] - low) ** 2 + (high_before - before[0]) ** 2)
    return below, sqrt((high - now[0]) ** 2 + (before[0] - low_before) ** 2)


def _touching(higher: _Share, lower: _Share) -> float:
    """Return at how many standard deviations the interval of the difference touches nought, by halving."""
    difference = higher[0] - lower[0]
    near, far = 0.0, _FURTHEST
    for _ in range(_HALVINGS):
        middle = (near + far) / 2
        near, far = (middle, far) if _reach(higher, lower, middle)[0] < difference else (near, middle)
    return near


def _chance(z: float) -> float:
    return erfc(z / sqrt(2))


def _side(now: int, before: int) -> Verdict:
    if now == before:
        return Verdict.NO_CLEAR_CHANGE
    return Verdict.UP if now > before else Verdict.DOWN
