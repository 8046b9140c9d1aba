"""Periods of time: academic years, terms, quarters, months, any two dates."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

MONTH_NAMES: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

# First and last month of each term where a council has supplied no dates; the autumn term opens the academic year.
DEFAULT_TERMS: Final = {"autumn": (9, 12), "spring": (1, 3), "summer": (4, 8)}

EARLIEST_YEAR: Final = 1900
LATEST_YEAR: Final = 2199


def add_months(day: date, months: int) -> date:
    """Return the day so many calendar months later (earlier when negative), clipped to the month's last day.

    31 August minus 6 months is 28 or 29 February.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def whole_months(first: date, second: date) -> int:
    """Return the largest n for which `first` plus n months is on or before `second`; negative when it comes earlier."""
    months = (second.year - first.year) * 12 + second.month - first.month
    return months if add_months(first, months) <= second else months - 1


def month_of(day: date) -> str:
    """Return the month of a day, such as 2016-03."""
    return f"{day.year:04d}-{day.month:02d}"


def _is_last_of_month(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A first and a last day, both inside. Raises ValueError: the last day comes before the first."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"The period ends on {self.last} before it starts on {self.first}.")

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def months_touched(self) -> tuple[str, ...]:
        """Months with at least one day in the period, such as 2016-03, in order."""
        start = self.first.replace(day=1)
        return tuple(month_of(add_months(start, n)) for n in range(whole_months(start, self.last) + 1))

    @property
    def months_started(self) -> tuple[str, ...]:
        """Months whose first day lies in the period."""
        return self.months_touched if self.first.day == 1 else self.months_touched[1:]

    @property
    def label(self) -> str:
        """The period in words: 1 January to 31 July 2016."""
        first, last = self.first, self.last
        end = f"{last.day} {MONTH_NAMES[last.month - 1]} {last.year}"
        if first == last:
            return end
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day} to {end}"
        start = f"{first.day} {MONTH_NAMES[first.month - 1]}"
        return f"{start} to {end}" if first.year == last.year else f"{start} {first.year} to {end}"

    @property
    def same_period_last_year(self) -> Period:
        """The same days a year earlier. A period that ends with its month ends with the month then, too."""
        last = add_months(self.last, -12)
        if _is_last_of_month(self.last):
            last = last.replace(day=monthrange(last.year, last.month)[1])
        return Period(add_months(self.first, -12), last)


@dataclass(frozen=True, slots=True, order=True)
class AcademicYear:
    """A school year, from 1 September of `first_year` to 31 August of the next."""

    first_year: int

    @property
    def label(self) -> str:
        """The year as it is written: 2015/16."""
        return f"{self.first_year:04d}/{(self.first_year + 1) % 100:02d}"

    @property
    def period(self) -> Period:
        return Period(date(self.first_year, 9, 1), date(self.first_year + 1, 8, 31))

    def default_term(self, term: str) -> Period:
        """Return the dates used for a term when the council supplied none. Raises KeyError: there is no such term."""
        first_month, last_month = DEFAULT_TERMS[term]
        year = self.first_year if term == "autumn" else self.first_year + 1
        return _months(date(year, first_month, 1), last_month - first_month + 1)


def academic_year_of(day: date) -> AcademicYear:
    """Return the academic year in which a day lies."""
    return AcademicYear(day.year if day.month >= 9 else day.year - 1)


def read_academic_year(text: str) -> AcademicYear:
    """Return the academic year written as 2015/16. Raises ValueError: it is written otherwise, or skips a year."""
    return AcademicYear(_first_of_two_years(text))


def read_term(text: str, terms: Mapping[tuple[str, str], Period] | None = None) -> Period:
    """Return the dates of a term written as 2015/16-spring.

    terms   the council's own dates by academic year and term, such as ("2015/16", "spring"); without any, the
            autumn term is 1 September to 31 December, spring 1 January to 31 March, summer 1 April to 31 August
    Raises  ValueError: it is no term, or the council supplied dates but none for this one
    Source  docs/rules/periods.md
    """
    found = re.fullmatch(r"\s*(\d{4}/\d{2})\s*-\s*(autumn|spring|summer)\s*", text, re.IGNORECASE)
    if not found:
        raise ValueError(f'"{text}" is not a term. Write the academic year and the term, such as 2015/16-spring.')
    year, term = read_academic_year(found[1]), found[2].lower()
    if not terms:
        return year.default_term(term)
    if (year.label, term) not in terms:
        raise ValueError(f"The dates supplied for terms have none for the {term} term of {year.label}. Give two dates.")
    return terms[year.label, term]


def read_named_period(text: str, terms: Mapping[tuple[str, str], Period] | None = None) -> Period:
    """Return the period of a name.

    2015/16-spring  a term, by the council's dates or the default ones (see read_term)
    2015/16         an academic year, from 1 September
    2016-Q1         a calendar quarter, here January to March
    2016/17-Q1      a quarter of a financial year, here April to June 2016
    2016-03         a month

    Raises  ValueError: it is none of these
    """
    name = text.strip()
    if found := re.fullmatch(r"(\d{4})-Q([1-4])", name, re.IGNORECASE):
        return _months(date(_year(found[1]), int(found[2]) * 3 - 2, 1), 3)
    if found := re.fullmatch(r"(\d{4}/\d{2})-Q([1-4])", name, re.IGNORECASE):
        return _months(add_months(date(_first_of_two_years(found[1]), 4, 1), int(found[2]) * 3 - 3), 3)
    if found := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", name):
        return _months(date(_year(found[1]), int(found[2]), 1), 1)
    if re.fullmatch(r"\d{4}/\d{2}", name):
        return read_academic_year(name).period
    if re.search(r"(autumn|spring|summer)$", name, re.IGNORECASE):
        return read_term(name, terms)
    raise ValueError(
        f'"{text}" is not a period. Write a term (2015/16-spring), an academic year (2015/16), '
        "a quarter (2016-Q1, or 2016/17-Q1 for the financial year) or a month (2016-03)."
    )


def read_day(text: str) -> date:
    """Return a day written as 2016-03-31. Raises ValueError: it is written otherwise, or is no day of the calendar."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text.strip(), re.ASCII):
        raise ValueError(f'"{text}" is not a date. Write the year, month and day, such as 2016-03-31.')
    year, month, day = (int(part) for part in text.strip().split("-"))
    try:
        return date(_year(str(year)), month, day)
    except ValueError as fault:
        if not EARLIEST_YEAR <= year <= LATEST_YEAR:
            raise
        raise ValueError(f'"{text}" is not a day of the calendar.') from fault


def read_period(from_text: str, to_text: str) -> Period:
    """Return the period between two days written as 2016-01-01 and 2016-07-31, both inside.

    Raises  ValueError: one is not a date, or the second comes before the first
    """
    return Period(read_day(from_text), read_day(to_text))


def _months(first: date, count: int) -> Period:
    return Period(first, add_months(first, count) - timedelta(days=1))


def _year(text: str) -> int:
    if not EARLIEST_YEAR <= int(text) <= LATEST_YEAR:
        raise ValueError(f"The year {text} lies outside {EARLIEST_YEAR} to {LATEST_YEAR}.")
    return int(text)


def _first_of_two_years(text: str) -> int:
    found = re.fullmatch(r"\s*(\d{4})/(\d{2})\s*", text, re.ASCII)
    if not found:
        raise ValueError(f'"{text}" is not an academic or financial year. Write it as 2015/16.')
    year = _year(found[1])
    if (year + 1) % 100 != int(found[2]):
        raise ValueError(f'"{text}" skips a year: {year} is followed by {(year + 1) % 100:02d}.')
    return year
