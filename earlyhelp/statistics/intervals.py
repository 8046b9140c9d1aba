"""Intervals around a share."""

from __future__ import annotations

from functools import cache
from math import sqrt
from statistics import NormalDist


def wilson(count: int, out_of: int, level: float = 0.95) -> tuple[float, float]:
    """Return the Wilson interval of a share.

    count, out_of   whole numbers, 0 <= count <= out_of, out_of > 0
    level           coverage, above 0 and below 1
    Returns         lower and upper bound, shares from 0 to 1
    Raises          ValueError: not whole, out_of is not above 0, count lies outside it, or level is no coverage
    Source          Wilson 1927; docs/rules/intervals.md
    """
    check_share(count, out_of)
    return wilson_around(count / out_of, out_of, deviations(level))


def wilson_around(share: float, out_of: float, z: float) -> tuple[float, float]:
    """Return the Wilson bounds of a share of a base that need not be whole, such as one made smaller for families.

    share   from 0 to 1; out_of above 0
    z       how many standard deviations the bounds lie out, as `deviations` gives them
    """
    spread = z * sqrt(share * (1 - share) / out_of + z * z / (4 * out_of * out_of))
    scale = 1 + z * z / out_of
    middle = share + z * z / (2 * out_of)
    # At the ends the bound is exactly 0 or 1; floating point would leave it a hair away.
    lower = 0.0 if share == 0 else (middle - spread) / scale
    upper = 1.0 if share == 1 else (middle + spread) / scale
    return lower, upper


@cache
def deviations(level: float) -> float:
    """Return how many standard deviations a coverage reaches to either side, 1.96 for 0.95.

    Raises  ValueError: the level is no coverage
    """
    if not 0 < level < 1:
        raise ValueError(f"The coverage of an interval lies between 0 and 1; {level} does not.")
    return NormalDist().inv_cdf((1 + level) / 2)


def check_share(count: int, out_of: int) -> None:
    """Raise ValueError where a count and its base are not whole, or the count lies outside its base."""
    check_whole(count, out_of)
    if out_of <= 0 or not 0 <= count <= out_of:
        raise ValueError(
            f"An interval needs a count from 0 to its total, and a total above 0; not {count} of {out_of}."
        )


def check_whole(*numbers: int) -> None:
    """Raise ValueError where one of them is not whole: half a case, or a number of full-time posts, is no sample."""
    for each in numbers:
        # Types are not enough: a count comes from figures, which may be decimals.
        if each % 1 != 0:
            raise ValueError(f"An interval needs whole numbers; {each} is not one.")
