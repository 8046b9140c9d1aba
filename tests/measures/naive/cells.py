"""What a cell says, and how its numbers are written."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

Exact = int | Fraction


class Cell(NamedTuple):
    """Count, out-of, value as it is printed, and status."""

    count: Exact | None
    out_of: Exact | None
    value: str | None
    status: str


NOT_COLLECTED = Cell(None, None, None, "not_collected")
NOT_YET_AVAILABLE = Cell(None, None, None, "not_yet_available")
NOT_APPLICABLE = Cell(None, None, None, "not_applicable")


def six_decimals(number: Exact) -> str:
    millionths = round(Fraction(number) * 1_000_000)  # a Fraction rounds half to even
    sign = "-" if millionths < 0 else ""
    whole, part = divmod(abs(millionths), 1_000_000)
    return f"{sign}{whole}.{part:06d}"


def shortest(number: Exact) -> str:
    """Without decimals when whole, else just as many as it takes."""
    exact = Fraction(number)
    decimals = 0
    while (exact * 10**decimals).denominator != 1:
        decimals += 1
    return f"{Decimal(int(exact * 10**decimals)).scaleb(-decimals):f}"


def number_of(rows: Collection[Any]) -> Cell:
    count = len(rows)
    return Cell(count, None, shortest(count), "value" if count else "zero")


def share(count: Exact, out_of: Exact) -> Cell:
    if out_of == 0:
        return NOT_APPLICABLE
    value = six_decimals(Fraction(count) / Fraction(out_of))
    return Cell(count, out_of, value, "value" if count else "zero")


def share_of(part: Collection[Any], whole: Collection[Any]) -> Cell:
    return share(len(part), len(whole))
