"""Rule 8: a count grows with the time it is counted over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from earlyhelp.claims.arithmetic.rounding import in_digits
from earlyhelp.claims.finding import Finding
from earlyhelp.claims.flagging import flag
from earlyhelp.claims.language.changes import DOWN, UP
from earlyhelp.claims.language.names import MONTH
from earlyhelp.claims.language.numbers import Number
from earlyhelp.claims.language.periods import Period, find_periods
from earlyhelp.claims.language.text import Read, Text
from earlyhelp.claims.rules.rates_over_time import find_wrong_rates

_LIKE_TIME: Final = (
    r"\b(?:merely|only|simply|just|solely|entirely) (?:reflects?|because|due|shows?|the "
    r"result|follows?)\b|\bin (?:line|step|proportion) with (?:the )?(?:time|longer|period)\b|"
    r"\bat the same (?:rate|pace)\b"
)
_EXPLAINED: Final = (
    r"\b(?:longer|shorter|so far|cannot be compared|not comparable|part of the year|unchanged|"
    r"same rate|pro rata|pro-rata|per month|a month|annualised|equivalent|on track|to date|"
    r"already)\b"
)
_STABLE: Final = (
    r"\b(?:stable|steady|unchanged|little changed|hardly changed|remained (?:the same|level|"
    r"constant|flat)|stayed (?:the same|level|constant|flat)|no change|constant)\b"
)
_NEW_COUNT: Final = (
    r"\b(?:unit changed|now count|counting changed|new system|definition|changed from|not "
    r"comparable|cannot be compared|recorded differently)\b"
)
_MUCH: Final = 1.15
_LEAST: Final = 10
_LENGTHS: Final = {
    "half year": 6,
    "year": 12,
    "quarter": 3,
    "six months": 6,
    "three months": 3,
    "nine months": 9,
    "twelve months": 12,
}


def find(texts: Sequence[Text]) -> Iterator[Finding]:
    """Flag a longer period that holds fewer, a rate that is none, "halved" in half the time, "stable" at -79%."""
    for text in texts:
        for read in text.prose:
            yield from find_wrong_rates(text, read)
            yield from _stable(read)
            yield from _fewer_in_clauses(read)
            yield from _unequal(text, read)
            for before in text.before(read, 1):
                if before.is_prose and before.sentence.section == read.sentence.section:
                    yield from _fewer_in_longer(before, read)
                    yield from _one_factor(text, before, read)


def _stable(read: Read) -> Iterator[Finding]:
    found = re.search(_STABLE, read.bare_words)
    numbers = [each for each in read.numbers if each.kind in ("count", "money", "percent")]
    if (
        not found
        or len(numbers) != 2
        or numbers[0].kind != numbers[1].kind
        or read.pairs
        or len(find_periods(read.text)) > 1
        or re.search(r"\b(?:not|hardly|no longer|un)\s*$", read.bare_words[: found.start()])
    ):
        return
    one, other = numbers
    if (
        one.value
        and not Fraction(3, 4) <= other.value / one.value <= Fraction(4, 3)
        and max(one.value, other.value) >= 20
    ):
        why = f'From {one.text} to {other.text} is no "{found[0]}".'
        yield flag(read, found[0], __name__, why, "the change said")


def _fewer_in_longer(before: Read, read: Read) -> Iterator[Finding]:
    one, other = _named(before), _named(read)
    counts = [[each for each in side.counts if each.value >= _LEAST] for side in (before, read)]
    if not one or not other or any(len(each) != 1 for each in counts):
        return
    count, later = counts[0][0], counts[1][0]
    is_same = not later.head or later.head == count.head or not count.head
    if is_same and one[0] == other[0] and other[1] > one[1] and later.value < count.value and not read.has(_EXPLAINED):
        why = f"The longer period holds the shorter one, and {later.text} is less than {count.text}."
        yield flag(read, later.text, __name__, why, f"at least {count.text}")


def _fewer_in_clauses(read: Read) -> Iterator[Finding]:
    """Two periods of one sentence that begin in one month, the longer with fewer."""
    yield from _fewer_in_the_year(read)
    periods = [each for each in find_periods(read.text) if each.first and each.last]
    counts = [each for each in read.counts if each.value >= _LEAST]
    if (
        len(periods) != 2
        or len(counts) != 2
        or read.has(_EXPLAINED)
        or len({each.head for each in counts if each.head}) > 1
    ):
        return
    one, other = periods
    if not one.first or not other.first or one.first.month != other.first.month or one.first.year != other.first.year:
        return
    longer, shorter = (1, 0) if other.months > one.months else (0, 1)
    if one.months != other.months and counts[longer].value < counts[shorter].value:
        why = f"The longer period holds the shorter one, and {counts[longer].text} is less than {counts[shorter].text}."
        yield flag(read, counts[longer].text, __name__, why, f"at least {counts[shorter].text}")


def _fewer_in_the_year(read: Read) -> Iterator[Finding]:
    """ "In the half year to September 600 and in the year to September 560": both end together."""
    counts = [each for each in read.counts if each.value >= _LEAST]
    ends = list(
        re.finditer(
            (
                rf"\b(?P<length>half[- ]year|year|quarter|six months|three months|nine months|twelve "
                rf"months) to (?:the end of )?(?P<end>{MONTH})(?: \d{{4}})?"
            ),
            read.text,
        )
    )
    if len(counts) != 2 or len(ends) != 2 or ends[0]["end"] != ends[1]["end"]:
        return
    lengths = [_LENGTHS[each["length"].replace("-", " ")] for each in ends]
    longer = 0 if lengths[0] > lengths[1] else 1
    if lengths[0] != lengths[1] and counts[longer].value < counts[1 - longer].value:
        why = (
            f"The longer period holds the shorter one, and {counts[longer].text} is less than "
            f"{counts[1 - longer].text}."
        )
        yield flag(read, counts[longer].text, __name__, why, f"at least {counts[1 - longer].text}")


def _named(read: Read) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """First and last month of the one period with a year that a sentence names."""
    periods = [each for each in find_periods(read.text) if each.first and each.last and each.last.year]
    if len(periods) != 1:
        return None
    first, last = periods[0].first, periods[0].last
    if first is None or last is None or first.year is None or last.year is None:
        return None
    return (first.year, first.month), (last.year, last.month)


def _one_factor(text: Text, before: Read, read: Read) -> Iterator[Finding]:
    """Three counts or more that all rose by one factor, which is not that of the time."""
    periods = [find_periods(each.text) for each in (before, read)]
    counts = [before.counts, read.counts]
    if not all(len(each) == 1 for each in periods) or len(counts[0]) < 3 or len(counts[0]) != len(counts[1]):
        return
    if any(one.head != other.head for one, other in zip(*counts, strict=True)) or any(
        each.has(_NEW_COUNT) for each in (read, before, *text.before(before, 1))
    ):
        return
    ratios = [other.value / one.value for one, other in zip(*counts, strict=True) if one.value]
    time = periods[1][0].months / periods[0][0].months
    if (
        len(ratios) == len(counts[0])
        and max(ratios) / min(ratios) < Fraction(101, 100)
        and not 1 / _MUCH < float(ratios[0]) / time < _MUCH
    ):
        why = (
            f"All {len(ratios)} counts are {float(ratios[0]):.1f} times as high in {time:.1f} times "
            f"the time: the way of counting must have changed."
        )
        yield flag(read, read.text, __name__, why, "counts taken the same way, or the change of counting said")


def _unequal(text: Text, read: Read) -> Iterator[Finding]:
    """A rise or fall claimed between periods of unequal length, or called one of time alone when it is not."""
    claim = re.search(rf"{UP}|{DOWN}", read.bare_words)
    spread = [read]
    if claim and len(read.counts) < 2 and text.before(read, 1):
        spread = [text.before(read, 1)[0], read]
    if not claim or any(not each.is_prose for each in spread):
        return
    counts = [each for read_ in spread for each in read_.counts if each.value >= 10]
    periods = [each for read_ in spread for each in find_periods(read_.text)]
    if len(counts) != 2 or len(periods) != 2 or not all(each.text for each in periods):
        return
    heads = {each.head for each in counts if each.head}
    if len(heads) > 1 or not _each_its_own(spread, counts, periods):
        return
    ratio, time = float(counts[1].value / counts[0].value), periods[1].months / periods[0].months
    if read.has(_LIKE_TIME):
        if not 1 / _MUCH < ratio / time < _MUCH:
            why = f"{counts[1].text} is {ratio:.1f} times {counts[0].text}; the time is {time:.1f} times as long."
            yield flag(
                read,
                read.text[claim.start() : claim.end()],
                __name__,
                why,
                f"about {in_digits(Fraction(round(float(counts[0].value) * time)))}",
            )
    elif not 1 / _MUCH < time < _MUCH and not read.has(_EXPLAINED):
        why = (
            f"{counts[0].text} and {counts[1].text} are counted over {periods[0].months:.0f} and "
            f"{periods[1].months:.0f} months."
        )
        yield flag(
            read,
            read.text[claim.start() : claim.end()],
            __name__,
            why,
            "counts over periods of one length, or per month",
        )


def _each_its_own(spread: Sequence[Read], counts: Sequence[Number], periods: Sequence[Period]) -> bool:
    if len(spread) == 2:
        return all(len(each.counts) >= 1 and len(find_periods(each.text)) == 1 for each in spread)
    return (
        counts[0].start < counts[1].start
        and periods[0].start < periods[1].start
        and max(counts[0].start, periods[0].start) < min(counts[1].start, periods[1].start) + 60
    )
