"""Control charts: whether a series of months is stable, and which of its points are more than its usual movement.

XmR charts for any figures, p-charts for shares with their bases. From 12 points on; a few terms are no series.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from statistics import fmean
from typing import Final

from earlyhelp.statistics.intervals import check_share

FEWEST_POINTS: Final = 12
# Constants of ranges of two: limits lie 2.66 mean ranges out, and a range above 3.267 of them is an outlier.
_LIMITS_IN_RANGES: Final = 2.66
_LARGEST_RANGE: Final = 3.267
# The outer third of the band.
_NEAR_THE_LIMIT: Final = 2 / 3


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Which patterns count as more than usual movement.

    shift       so many points in a row on one side of the middle line
    trend       so many points in a row, each higher than the one before, or each lower
    is_two_of_three     two of three points in a row in the outer third of the band on one side
    locked_after        limits are drawn from so many points and then stay; None: from all points
    is_screened         whether ranges far larger than the others are left out of the limits
    """

    shift: int = 7
    trend: int = 7
    is_two_of_three: bool = True
    locked_after: int | None = FEWEST_POINTS
    is_screened: bool = True


SEVEN_AND_SEVEN: Final = RuleSet()


@dataclass(frozen=True, slots=True)
class Limits:
    """The middle line and what lies around it at one point."""

    lower: float
    middle: float
    upper: float


@dataclass(frozen=True)
class ControlChart:
    """A series with its limits and what is unusual in it.

    limits      of each point
    outside, in_shifts, in_trends, near_limits      the places of points that belong to each pattern, from 0
    """

    points: tuple[float, ...]
    limits: tuple[Limits, ...]
    outside: frozenset[int]
    in_shifts: frozenset[int]
    in_trends: frozenset[int]
    near_limits: frozenset[int]

    @property
    def unusual(self) -> frozenset[int]:
        """The places of all points that belong to any pattern."""
        return self.outside | self.in_shifts | self.in_trends | self.near_limits

    @property
    def is_stable(self) -> bool:
        return not self.unusual


def xmr_chart(points: Sequence[float], rules: RuleSet = SEVEN_AND_SEVEN) -> ControlChart:
    """Return the chart of single values, one a month, with limits from how far each lies from the one before.

    Raises  ValueError: fewer than 12 points, or limits locked after fewer
    Source  docs/rules/control_charts.md
    """
    _check_enough(points, rules)
    first = points[: rules.locked_after]
    ranges = [abs(later - earlier) for earlier, later in pairwise(first)]
    reach = _LIMITS_IN_RANGES * _mean_range(ranges, rules.is_screened)
    middle = fmean(first)
    return _chart(points, [Limits(middle - reach, middle, middle + reach)] * len(points), rules)


def p_chart(shares: Sequence[tuple[int, int]], rules: RuleSet = SEVEN_AND_SEVEN) -> ControlChart:
    """Return the chart of shares, one a month, with limits that widen where fewer are counted.

    shares      count and out-of of each
    Raises      ValueError: fewer than 12 points, limits locked after fewer, or a count outside its base
    Source      docs/rules/control_charts.md
    """
    _check_enough(shares, rules)
    for count, out_of in shares:
        check_share(count, out_of)
    counts, bases = zip(*shares[: rules.locked_after], strict=True)
    middle = sum(counts) / sum(bases)
    reaches = [3 * sqrt(middle * (1 - middle) / out_of) for _, out_of in shares]
    limits = [Limits(max(0.0, middle - reach), middle, min(1.0, middle + reach)) for reach in reaches]
    return _chart([count / out_of for count, out_of in shares], limits, rules)


def _check_enough(points: Sequence[object], rules: RuleSet) -> None:
    locked = rules.locked_after
    if len(points) < FEWEST_POINTS or (locked is not None and locked < FEWEST_POINTS):
        raise ValueError(
            f"A control chart needs {FEWEST_POINTS} points, and limits from as many; here are {len(points)}."
        )


def _mean_range(ranges: Sequence[float], is_screened: bool) -> float:
    mean = fmean(ranges)
    return fmean(each for each in ranges if each <= _LARGEST_RANGE * mean) if is_screened else mean


def _chart(points: Sequence[float], limits: Sequence[Limits], rules: RuleSet) -> ControlChart:
    pairs = list(zip(points, limits, strict=True))
    outside = frozenset(n for n, (point, line) in enumerate(pairs) if not line.lower <= point <= line.upper)
    sides = [(point > line.middle) - (point < line.middle) for point, line in pairs]
    steps = [0, *((later > earlier) - (later < earlier) for earlier, later in pairwise(points))]
    near = [side * _is_near(point, line) for side, (point, line) in zip(sides, pairs, strict=True)]
    return ControlChart(
        tuple(points), tuple(limits), outside, _runs(sides, rules.shift), _trends(steps, rules.trend),
        _two_of_three(near) if rules.is_two_of_three else frozenset(),
    )  # fmt: skip


def _is_near(point: float, line: Limits) -> bool:
    edge = line.upper if point > line.middle else line.lower
    return abs(point - line.middle) > _NEAR_THE_LIMIT * abs(edge - line.middle)


def _runs(sides: Sequence[int], length: int) -> frozenset[int]:
    return _in_windows(sides, length, lambda window, side: all(each == side for each in window))


def _trends(steps: Sequence[int], length: int) -> frozenset[int]:
    # The first of seven points that rise has no step of its own: six steps make them.
    later = _in_windows(steps, length - 1, lambda window, side: all(each == side for each in window))
    return later | frozenset(place - 1 for place in later if place)


def _two_of_three(near: Sequence[int]) -> frozenset[int]:
    found = _in_windows(near, 3, lambda window, side: sum(each == side for each in window) >= 2)
    return frozenset(place for place in found if near[place])


def _in_windows(marks: Sequence[int], length: int, holds: Callable[[Sequence[int], int], bool]) -> frozenset[int]:
    return frozenset(
        place
        for start in range(len(marks) - length + 1)
        for side in (1, -1)
        if holds(marks[start : start + length], side)
        for place in range(start, start + length)
    )
