"""What a printed share can stand for, and which whole numbers fit it."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import Final

HUNDRED: Final = 100
_ABOUT: Final = Fraction(4, 100)
_WORD: Final = Fraction(25, 1000)


def bounds(share: Fraction, ulp: Fraction, hedge: str, *, is_fraction_word: bool) -> tuple[Fraction, Fraction]:
    """Return the least and the greatest true share that may be printed so.

    share       as printed, 0 to 1
    ulp         one in the last printed place, as a share; not used for a fraction in words
    hedge       the softening word, "" for none
    Returns     both ends belong to it: an exact half may be rounded either way
    Source      docs/rules/claims.md
    """
    half = _WORD if is_fraction_word else ulp / 2
    low, high = share - half, share + half
    if hedge == "about":
        room = max(_ABOUT if is_fraction_word else _WORD, half)
        return share - room, share + room
    if hedge == "over":
        return (share if is_fraction_word else low), max(high, share + Fraction(15, 100))
    if hedge == "well over":
        return share + Fraction(5, 100), share + Fraction(35, 100)
    if hedge == "just over":
        return (share if is_fraction_word else low), share + Fraction(5, 100)
    if hedge == "just under":
        return share - Fraction(5, 100), (share if is_fraction_word else high)
    if hedge == "nearly":
        return share - Fraction(6, 100), (share if is_fraction_word else high)
    if hedge == "under":
        return Fraction(0), (share if is_fraction_word else high)
    if hedge == "at least":
        return low if not is_fraction_word else share, Fraction(1)
    if hedge == "at most":
        return Fraction(0), high
    return low, high


def fits(count: Fraction, base: Fraction, low: Fraction, high: Fraction) -> bool:
    """Return whether count of base lies between the bounds."""
    return base > 0 and low <= count / base <= high


def whole_numbers_between(base: Fraction, low: Fraction, high: Fraction) -> range:
    """Return the whole numbers whose share of base lies between the bounds; empty if there are none."""
    return range(max(0, ceil(low * base)), min(floor(base), floor(high * base)) + 1)


def in_per_cent(share: Fraction, decimals: int = 1) -> str:
    """Return a share in words, such as "9.4%"; a whole per cent has no decimals."""
    value = float(share * HUNDRED)
    return f"{value:.{decimals}f}%" if abs(value - round(value)) > 0.05 else f"{round(value)}%"


def in_digits(value: Fraction) -> str:
    """Return a number as people write it: thousands parted, no needless decimals."""
    return f"{int(value):,}" if value.denominator == 1 else f"{float(value):,.2f}".rstrip("0").rstrip(".")
