"""Rule 8, second half: a monthly rate and a total agree over the months between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from earlyhelp.claims.finding import Finding
from earlyhelp.claims.flagging import flag
from earlyhelp.claims.language.numbers import Number
from earlyhelp.claims.language.periods import find_periods
from earlyhelp.claims.language.text import Read, Text

_RATE: Final = re.compile(r"(?: [\w'-]+){0,4}? (?:a|per|each|every) (?P<unit>month|week|quarter|year)\b", re.IGNORECASE)


_PER: Final = {"month": 1.0, "week": 7 / 30.4, "quarter": 3.0, "year": 12.0}


def find_wrong_rates(text: Text, read: Read) -> Iterator[Finding]:
    """ "480 calls in the first five months, or 96 a month"; "180 a month … over the year 2,160"."""
    rates = [(each, _RATE.match(read.text[each.end :])) for each in read.counts]
    here = [(number, found["unit"].casefold()) for number, found in rates if found]
    if (
        len(here) == 2
        and here[0][1] != here[1][1]
        and re.search(
            r"\b(?:or|that is|which is|equal to|about|i\.e\.)\b|\(", read.text[here[0][0].end : here[1][0].start]
        )
    ):
        (one, unit), (other, other_unit) = here
        yield from _compare(read, other, one, _PER[other_unit] / _PER[unit], unit)
        return
    if here:
        yield from _rate_here(read, *here[-1])
        return
    before = text.before(read, 1)
    found_before = [(each, _RATE.match(before[0].text[each.end :])) for each in before[0].counts] if before else []
    said = [(number, match["unit"].casefold()) for number, match in found_before if match]
    lengths = [each.months for each in find_periods(read.text)]
    if (
        said
        and len(read.counts) == 1
        and len(lengths) == 1
        and read.has(r"\b(?:that (?:makes|is|comes)|makes|in all|altogether|in total|adds up|amounts)\b")
    ):
        number, unit = said[-1]
        yield from _compare(read, read.counts[0], number, lengths[0] / _PER[unit], unit)


def _rate_here(read: Read, rate: Number, unit: str) -> Iterator[Finding]:
    totals = [each for each in read.counts if each.end <= rate.start and each.value > rate.value][-1:]
    if not totals:
        totals = [each for each in read.counts if each.start >= rate.end and each.value > rate.value][:1]
    lengths = [each.months for each in find_periods(read.text) if each.end <= rate.start or each.start > rate.end + 12][
        -1:
    ]
    if totals and lengths and lengths[0] > _PER[unit]:
        yield from _compare(read, totals[0], rate, lengths[0] / _PER[unit], unit, is_rate=True)


def _compare(
    read: Read, total: Number, rate: Number, times: float, unit: str, *, is_rate: bool = False
) -> Iterator[Finding]:
    room = 0.1 if rate.hedge or total.hedge else 0.02
    least = float(rate.value - rate.ulp / 2) * times * (1 - room)
    most = float(rate.value + rate.ulp / 2) * times * (1 + room)
    if least <= float(total.value) <= most:
        return
    if is_rate:
        true = float(total.value) / times
        yield flag(
            read,
            rate.text,
            "growth_and_time",
            f"{total.text} over this time is {true:,.0f} a {unit}, not {rate.text}.",
            f"{true:,.0f} a {unit}",
        )
    else:
        true = float(rate.value) * times
        yield flag(
            read,
            total.text,
            "growth_and_time",
            f"{rate.text} a {unit} over this time make {true:,.0f}, not {total.text}.",
            f"{true:,.0f}",
        )
