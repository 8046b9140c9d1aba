"""Whether two shares differ by more than chance."""

from __future__ import annotations

from math import sqrt
from typing import Final

_Z: Final = 1.959963984540054


def interval_of_difference(count: float, base: float, count_before: float, base_before: float) -> tuple[float, float]:
    """Return Newcombe's 95% interval of the second share less the first, both independent.

    Raises ZeroDivisionError: a base is 0
    Source Newcombe 1998, method 10; docs/rules/claims.md
    """
    now, before = count / base, count_before / base_before
    low, high = _wilson(now, base)
    low_before, high_before = _wilson(before, base_before)
    gap = now - before
    return gap - sqrt((now - low) ** 2 + (high_before - before) ** 2), gap + sqrt(
        (high - now) ** 2 + (before - low_before) ** 2
    )


def _wilson(share: float, base: float) -> tuple[float, float]:
    middle = (share + _Z**2 / (2 * base)) / (1 + _Z**2 / base)
    spread = _Z * sqrt(share * (1 - share) / base + _Z**2 / (4 * base**2)) / (1 + _Z**2 / base)
    return middle - spread, middle + spread
