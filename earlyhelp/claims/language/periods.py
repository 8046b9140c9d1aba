"""Dates and stretches of time in a sentence."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from earlyhelp.claims.language.names import MONTH, MONTHS
from earlyhelp.claims.language.number_words import UNITS, number_of

_YEAR: Final = r"(?:19[5-9]\d|20[0-4]\d)"
_DAY: Final = r"(?:[0-3]?\d)(?:st|nd|rd|th)?"
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DATE: Final = re.compile(
    (
        rf"\b(?:(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|"
        rf"Sun)day),?\s)?(?:(?P<day>{_DAY})\s(?:of\s)?)?(?P<month>{MONTH})(?:,?\s(?P<year>{_YEAR}))?(?![\w])"
    ),
)
_FROM_TO: Final = re.compile(
    rf"(?P<lead>\b[Ff]rom\s|"
    rf"\b[Bb]etween\s)?(?P<one>(?:{_DAY}\s)?(?:{MONTH})(?:\s{_YEAR})?)\s?(?:to|-|–|—|until|"
    rf"till|and|up to|through|and (?:closed|ended|finished|ran until|closing)(?: "
    rf"on)?)\s?(?:the end of\s)?(?P<two>(?:{_DAY}\s)?(?:{MONTH})\s{_YEAR})"
    rf"|(?P<bare_lead>\b[Ff]rom\s|\b[Bb]etween\s|\()?(?P<bare_one>{MONTH})\s?(?:to|-|–|and)\s?(?P<bare_two>{MONTH})\b",
)
_YEAR_TO: Final = re.compile(
    rf"\byear (?:to|ending|ended)(?: (?:on )?(?:{_DAY}))?(?:\s(?P<month>{MONTH}))?(?:\s(?P<year>{_YEAR}))?"
)
_MONTHS: Final = re.compile(
    (
        rf"\b(?:first|last|past|previous|these|those|the|next|after|over|"
        rf"in)?\s?(?P<number>\d{{1,2}}|{'|'.join(UNITS)}|twenty-four|eighteen)[ -](?P<unit>month|"
        rf"year|week)s?\b(?: of (?:the year )?{_YEAR}(?:[/–-]\d{{2}})?)?"
    ),
    re.IGNORECASE,
)
_WHOLE_YEAR: Final = re.compile(
    (
        rf"\b(?:(?:whole|full|entire)(?: \w+)? year\b|whole of (?:the )?(?:last |previous |same |"
        rf"preceding )?(?:year|(?:year )?{_YEAR}(?:[/–-]\d{{2}})?)|all of (?:last year|{_YEAR})|"
        rf"(?:in|for|over|during) (?:the whole of )?(?:last year|the (?:last|previous|preceding|"
        rf"full|whole|entire) (?:financial |school |calendar )?year)|(?:in|for|during|over) (?:the "
        rf"year )?{_YEAR}[/–-]\d{{2}}\b|(?:in|over|during|for) (?:the|a|one) year\b(?! (?:to|end|"
        rf"before|\d))|year (?:before|earlier|as a whole)\b)"
    ),
    re.IGNORECASE,
)
_HALF: Final = re.compile(
    rf"\b(?:half[- ]year|first half|second half|six-month)\b(?: of (?:the year )?(?:{_YEAR}(?:[/–-]\d{{2}})?))?",
    re.IGNORECASE,
)
_BARE_YEAR: Final = re.compile(rf"(?<![\w/])(?:{_YEAR}[/–-]\d{{2}})\b(?![/–-])")
_QUARTER: Final = re.compile(
    (
        r"\b(?:(?:in|of|for|during|over|this|last|the|first|second|third|final|fourth|one|a|same|"
        r"each) quarter\b(?! of (?:the|all|our|those))|Q[1-4]\b|Quarter [1-4]\b)"
    ),
    re.IGNORECASE,
)
_TERM: Final = re.compile(r"\b(?:autumn|spring|summer|single|this|last|one|same) term(?: alone)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Day:
    """A date as written: day and year may be missing."""

    start: int
    end: int
    text: str
    year: int | None
    month: int
    day: int | None
    weekday: int | None

    @property
    def exists(self) -> bool:
        """Whether the calendar has it; 29 February without a year is taken to exist."""
        return self.day is None or 1 <= self.day <= monthrange(self.year or 2020, self.month)[1]

    @property
    def first(self) -> date | None:
        """The first day it may be; None without a year."""
        return date(self.year, self.month, self.day if self.day and self.exists else 1) if self.year else None

    @property
    def last(self) -> date | None:
        """The last day it may be; None without a year."""
        if not self.year:
            return None
        return date(
            self.year, self.month, self.day if self.day and self.exists else monthrange(self.year, self.month)[1]
        )


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time: its place, how many months it lasts, its ends where they are named."""

    start: int
    end: int
    text: str
    months: float
    first: Day | None = None
    last: Day | None = None


def find_days(text: str) -> list[Day]:
    """Return the dates of a text that name a month, with or without day and year."""
    return list(_days(text))


@lru_cache(maxsize=4096)
def _days(text: str) -> tuple[Day, ...]:
    found: list[Day] = []
    for match in _DATE.finditer(text):
        if match["month"].casefold() in ("may", "march", "mar", "sept") and not (match["day"] or match["year"]):
            before = text[: match.start()].split()
            is_month = bool(before) and before[-1].casefold() in (
                "in",
                "of",
                "to",
                "from",
                "since",
                "by",
                "until",
                "and",
                "between",
                "during",
                "for",
                "last",
                "this",
                "end",
                "early",
                "late",
                "mid",
                "(",
                "–",
                "-",
            )
            if not is_month or not match["month"][0].isupper():
                continue
        weekday = _WEEKDAYS.index(match["weekday"].casefold()) if match["weekday"] else None
        day = int(re.sub(r"\D", "", match["day"])) if match["day"] else None
        found.append(
            Day(
                match.start(),
                match.end(),
                match[0],
                int(match["year"]) if match["year"] else None,
                _month(match["month"]),
                day,
                weekday,
            )
        )
    return tuple(found)


def find_seasons(text: str) -> list[Day]:
    """Return "autumn 2020" and the like as the middle month of the season."""
    found = re.finditer(
        rf"\b(?P<season>spring|summer|autumn|winter) (?:term )?(?:of )?(?P<year>{_YEAR})\b", text, re.IGNORECASE
    )
    months = {"spring": 4, "summer": 7, "autumn": 10, "winter": 1}
    return [
        Day(each.start(), each.end(), each[0], int(each["year"]), months[each["season"].casefold()], None, None)
        for each in found
    ]


def _month(word: str) -> int:
    return next(number for name, number in MONTHS.items() if name.startswith(word.casefold().rstrip(".")[:3]))


def find_periods(text: str) -> list[Period]:
    """Return the stretches of time of a text whose length is known, in order; none lies in another."""
    return list(_periods(text))


@lru_cache(maxsize=4096)
def _periods(text: str) -> tuple[Period, ...]:
    found: list[Period] = []
    for period in (*_from_to(text), *_others(text)):
        if not any(each.start < period.end and period.start < each.end for each in found):
            found.append(period)
    return tuple(sorted(found, key=lambda each: each.start))


def _from_to(text: str) -> Iterator[Period]:
    for match in _FROM_TO.finditer(text):
        one, two = match["one"] or match["bare_one"], match["two"] or match["bare_two"]
        ends = [find_days(f"in {each}") for each in (one, two)]
        if not all(ends):
            continue
        first, last = ends[0][0], ends[1][0]
        if first.year is None and last.year is not None:
            year = last.year - (1 if first.month > last.month else 0)
            first = Day(first.start, first.end, first.text, year, first.month, first.day, None)
        years = (last.year or 0) - (first.year or 0) if first.year else (1 if last.month < first.month else 0)
        months = float(years * 12 + last.month - first.month + 1)
        if last.day is not None and first.day is not None and last.day < first.day and last.day < 28:
            months -= (first.day - last.day) / 30
        yield Period(match.start(), match.end(), match[0], months, first, last)


def _others(text: str) -> Iterator[Period]:
    for match in _YEAR_TO.finditer(text):
        yield Period(match.start(), match.end(), match[0], 12)
    for match in re.finditer(rf"\b[Ii]n {MONTH}(?: {_YEAR})? alone\b", text):
        yield Period(match.start(), match.end(), match[0], 1)
    for pattern, months in ((_HALF, 6), (_WHOLE_YEAR, 12), (_TERM, 4), (_QUARTER, 3)):
        for match in pattern.finditer(text):
            yield Period(match.start(), match.end(), match[0], months)
    for match in _MONTHS.finditer(text):
        yield Period(match.start(), match.end(), match[0].strip(), length_in_months(match["number"], match["unit"]))
    for match in re.finditer(
        r"(?<=\d )an? (?P<unit>year|month|week)\b(?! (?:ago|before|earlier|later|after|on))", text
    ):
        yield Period(match.start(), match.end(), match[0], length_in_months("1", match["unit"]))
    for match in _BARE_YEAR.finditer(text):
        yield Period(match.start(), match.end(), match[0], 12)


def length_in_months(number: str, unit: str) -> float:
    """Return how many months "six months", "two years" or "3 weeks" are."""
    amount = int(number) if number.isdigit() else number_of(number)
    return amount * {"month": 1.0, "year": 12.0, "week": 7 / 30.4, "day": 1 / 30.4}[unit.casefold()]
