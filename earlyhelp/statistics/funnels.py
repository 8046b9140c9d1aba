"""Funnels: how far the share of a place of a given size may lie from all others before it is more than chance.

For places side by side without a league table. The limits are Wilson's, as the textbook ones leave 0 to 1 where a
place is small.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from earlyhelp.statistics.intervals import check_share, deviations, wilson_around

# One place in twenty lies beyond the inner limits by chance, one in five hundred beyond the outer ones.
INNER: Final = 0.95
OUTER: Final = 0.998


@dataclass(frozen=True, slots=True)
class FunnelLimits:
    """Around the share of all places, for one size of place: the inner and the outer limits, shares from 0 to 1."""

    inner: tuple[float, float]
    outer: tuple[float, float]


def funnel_limits(expected: float, out_of: int) -> FunnelLimits:
    """Return the limits for a place of which so many are counted.

    expected    the share of all places together, 0 to 1
    out_of      whole, above 0
    Raises      ValueError: not whole, out_of is not above 0, or expected is no share
    Source      Spiegelhalter 2005; docs/rules/side_by_side.md
    """
    check_share(0, out_of)
    if not 0 <= expected <= 1:
        raise ValueError(f"A share lies between 0 and 1; {expected} does not.")
    inner, outer = (wilson_around(expected, out_of, deviations(level)) for level in (INNER, OUTER))
    return FunnelLimits(inner, outer)


def overdispersion(shares: Sequence[tuple[int, int]]) -> float:
    """Return how much more places differ than chance makes them, 1 where it is chance alone.

    Where it lies well above 1 the places differ for reasons of their own, and the limits must be widened by its square
    root or not drawn.

    shares      count and out-of of each, two or more
    Returns     the mean squared distance from the common share, in standard deviations; 1 where all or none are counted
    Raises      ValueError: a count lies outside its base, or fewer than two
    Source      Spiegelhalter 2005; docs/rules/side_by_side.md
    """
    if len(shares) < 2:
        raise ValueError("Whether places differ can be asked of two or more.")
    for each in shares:
        check_share(*each)
    counted, everyone = (sum(numbers) for numbers in zip(*shares, strict=True))
    common = counted / everyone
    if common in (0, 1):
        return 1.0
    away = [(count / out_of - common) / sqrt(common * (1 - common) / out_of) for count, out_of in shares]
    return sum(each * each for each in away) / (len(shares) - 1)
