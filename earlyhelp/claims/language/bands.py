"""Bands of a scale: "under 6 months", "6 to 8", "more than 1 mile and up to 2", "12 or more"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

_NUMBER: Final = r"£?(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?:\s?%)?"
_UNIT: Final = (
    r"(?:\s(?:pounds?|months?|miles?|weeks?|days?|years?|hours?|points?|per cent|km|minutes?|"
    r"attendance|employees|staff|children|pupils|people|beds))?"
)
_BAND: Final = re.compile(
    rf"(?P<two_sided>\b(?:more than|over|above) {_NUMBER}{_UNIT},?(?: and| but|,)? (?:up to|"
    rf"not more than|at most|no more than) (?P<excl_a>but not including )?{_NUMBER})"
    rf"|(?P<from_to>\b(?:from )?{_NUMBER}{_UNIT} (?:up to|to) but not including {_NUMBER})"
    rf"|(?P<from_below>\b(?:from )?{_NUMBER}{_UNIT},? (?:to|and|but) (?:under|below|less than|fewer than) {_NUMBER})"
    rf"|(?P<range>(?:\bbetween )?{_NUMBER}{_UNIT}\s?(?:-|–|\bto\b|\band\b(?=.*between))\s?{_NUMBER})"
    rf"|(?P<more>(?:\b{_NUMBER}{_UNIT}(?:\s\w+)?\s?(?:or more|and over|and above|or over|or "
    rf"above|and more|or higher|or longer|plus\b|\+)|\b(?:at least|from) {_NUMBER}|(?:=\s?>|"
    rf">\s?=|≥)\s?{_NUMBER}|{_NUMBER}\+))"
    rf"|(?P<over>(?:\b(?:over|more than|above|longer than|older than|greater than|exceeding)\s{_NUMBER}|>\s?{_NUMBER}))"
    rf"|(?P<up_to>\b(?:up to|at most|not more than|no more than) {_NUMBER}|\b{_NUMBER}{_UNIT} "
    rf"(?:or less|or fewer|and under|or under|or below|and below))"
    rf"|(?P<under>(?:\b(?:under|below|less than|fewer than|younger than|ess than)\s{_NUMBER}|<\s?{_NUMBER}))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Band:
    """The whole numbers of one band; an open end is None."""

    text: str
    start: int
    end: int
    low: Fraction | None
    high: Fraction | None
    is_low_in: bool
    is_high_in: bool

    @property
    def lowest(self) -> Fraction | None:
        """The least whole number in it."""
        return None if self.low is None else self.low if self.is_low_in else self.low + 1

    @property
    def highest(self) -> Fraction | None:
        """The greatest whole number in it."""
        return None if self.high is None else self.high if self.is_high_in else self.high - 1


def find_bands(text: str) -> list[Band]:
    """Return the bands of a text in the order of the text."""
    return list(_find(text))


def _find(text: str) -> Iterator[Band]:
    for found in _BAND.finditer(text):
        kind = found.lastgroup if found.lastgroup != "excl_a" else "two_sided"
        kind = next(
            name
            for name in ("two_sided", "from_to", "from_below", "range", "more", "over", "up_to", "under")
            if found[name]
        )
        numbers = [
            Fraction(each.replace(",", "")) for each in re.findall(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?", found[0])
        ]
        low, high = _ends(kind, numbers)
        is_low_in = kind in ("from_to", "from_below", "range", "more")
        is_high_in = kind in ("range", "up_to") or (kind == "two_sided" and not found["excl_a"])
        yield Band(found[0], found.start(), found.end(), low, high, is_low_in, is_high_in)


def _ends(kind: str, numbers: list[Fraction]) -> tuple[Fraction | None, Fraction | None]:
    if kind in ("more", "over"):
        return numbers[0], None
    if kind in ("up_to", "under"):
        return None, numbers[0]
    return numbers[0], numbers[1]
