"""A share as people say it: "about two in five". Source: docs/rules/words.md, "About"."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final

FRACTIONS: Final = {
    Fraction(1, 20): "one in twenty",
    Fraction(1, 10): "one in ten",
    Fraction(1, 5): "one in five",
    Fraction(1, 4): "a quarter",
    Fraction(3, 10): "three in ten",
    Fraction(1, 3): "a third",
    Fraction(2, 5): "two in five",
    Fraction(1, 2): "half",
    Fraction(3, 5): "three in five",
    Fraction(2, 3): "two thirds",
    Fraction(7, 10): "seven in ten",
    Fraction(3, 4): "three quarters",
    Fraction(4, 5): "four in five",
    Fraction(9, 10): "nine in ten",
    Fraction(19, 20): "nineteen in twenty",
}
FARTHEST: Final = Fraction(2, 100)


def share_in_words(share: Fraction) -> str:
    """Return a share from 0 to 1 in words: "none", "one in five", "about a third", "about 46%", "all".

    A fraction is said of a share that lies within 2 percentage points of it, and within a tenth of the fraction and of
    what is left beside it; of two such fractions the nearer. Where it is not exact, "about" stands before it.
    """
    if share in (0, 1):
        return "all" if share else "none"
    nearest = min(FRACTIONS, key=lambda fraction: abs(share - fraction))
    apart = abs(share - nearest)
    if not apart:
        return FRACTIONS[nearest]
    if apart <= min(FARTHEST, nearest / 10, (1 - nearest) / 10):
        return f"about {FRACTIONS[nearest]}"
    return _about_per_cent(share)


def _about_per_cent(share: Fraction) -> str:
    hundredths = Decimal(share.numerator) * 100 / Decimal(share.denominator)
    per_cent = int(hundredths.quantize(Decimal(1), ROUND_HALF_UP))
    if per_cent == 0:
        return "under 1%"
    return "over 99%" if per_cent == 100 else f"about {per_cent}%"
