"""A calculated figure: one count over an out-of, for one measure, period, place and cell of its breakdown."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from earlyhelp.periods import Period

Number = int | Decimal

MICRO = 1_000_000


class Status(StrEnum):
    """What a cell says. Absent is not zero: only VALUE and ZERO carry numbers."""

    VALUE = "value"
    ZERO = "zero"
    SUPPRESSED = "suppressed"
    NOT_COLLECTED = "not_collected"
    NOT_YET_AVAILABLE = "not_yet_available"
    NOT_APPLICABLE = "not_applicable"

    # Worked out once for each status: a card asks tens of thousands of times.
    has_number: bool

    def __init__(self, text: str) -> None:
        self.has_number = text in ("value", "zero")


class Figure(NamedTuple):
    """One cell. A named tuple, because a county with its schools has tens of thousands of them.

    place_level     county, district or school; place_code its code
    breakdown       name=value pairs in alphabetical order joined with ";", or "all"
    count, out_of   whole numbers or full-time equivalents; None where the cell has none
    value           a share from 0 to 1 with six decimals, or the count again; None where the cell has none
    note            a sentence about this cell, often empty
    Source          docs/rules/figures.md
    """

    measure: str
    period: Period
    place_level: str
    place_code: str
    breakdown: str
    count: Number | None  # pyright: ignore[reportIncompatibleMethodOverride]  # the field, not the tuple's method
    out_of: Number | None
    value: Number | None
    unit: str
    status: Status
    note: str = ""

    @property
    def parts(self) -> dict[str, str]:
        """The breakdown as names and values, empty for "all"."""
        return {} if self.breakdown == "all" else dict(part.split("=", 1) for part in self.breakdown.split(";"))


def share(count: Number, out_of: Number) -> Decimal:
    """Return count / out_of with six decimals, half to even, by whole-number arithmetic.

    count, out_of   exact numbers, out_of > 0
    Raises          ZeroDivisionError: out_of is 0
    """
    if isinstance(count, int) and isinstance(out_of, int):
        top, bottom = count, out_of
    else:
        top_part, bottom_part = Decimal(count).as_integer_ratio(), Decimal(out_of).as_integer_ratio()
        top, bottom = top_part[0] * bottom_part[1], top_part[1] * bottom_part[0]
    whole, rest = divmod(top * MICRO, bottom)
    if rest * 2 > bottom or (rest * 2 == bottom and whole % 2):
        whole += 1
    return Decimal(whole).scaleb(-6)
