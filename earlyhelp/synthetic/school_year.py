"""The school year of the invented county: terms, half terms, national curriculum years, seasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from earlyhelp.periods import academic_year_of
from earlyhelp.practice.working_days import add_working_days, is_working_day
from earlyhelp.vocabulary.code_lists import read_code_list

DAY = timedelta(days=1)
WEEK = timedelta(days=7)

_YEARS = read_code_list("nc_year").entries
YEAR_BY_AGE = {int(entry.more["usual_age"]): entry.code for entry in _YEARS if entry.more["usual_age"]}
KEY_STAGE_BY_YEAR = {entry.code: entry.more["key_stage"] for entry in _YEARS}
SCHOOL_AGE_YEARS = frozenset(entry.code for entry in _YEARS if entry.more["is_school_age"] == "true")


@dataclass(frozen=True, slots=True)
class Term:
    academic_year: str
    name: str
    starts_on: date
    ends_on: date
    half_term_from: date
    half_term_to: date


def year_start(day: date) -> int:
    """Return the calendar year in which the academic year of a day begins: half a million times, so without a type."""
    return day.year if day.month >= 9 else day.year - 1


def history_from(as_at: date) -> date:
    """Return the first day of the history: three whole academic years before the one that holds `as_at`."""
    return date(year_start(as_at) - 3, 9, 1)


def last_year_from(as_at: date) -> date:
    """Return the first day of the last whole academic year before `as_at`."""
    return date(year_start(as_at) - 1, 9, 1)


def _monday_on_or_after(day: date) -> date:
    return day + timedelta(days=-day.weekday() % 7)


@lru_cache(maxsize=64)
def terms_of(starting: int) -> tuple[Term, Term, Term]:
    """Return the three terms of the academic year that begins in a calendar year: invented but plausible days."""
    name = academic_year_of(date(starting, 9, 1)).label

    def term(term_name: str, first: date, last_week: date, half_term: date) -> Term:
        half = _monday_on_or_after(half_term)
        ends = _monday_on_or_after(last_week) + timedelta(days=4)
        return Term(name, term_name, first, ends, half, half + timedelta(days=4))

    spring = starting + 1
    return (
        term("autumn", _monday_on_or_after(date(starting, 9, 1)) + DAY, date(starting, 12, 13), date(starting, 10, 24)),
        term("spring", _monday_on_or_after(date(spring, 1, 3)) + DAY, date(spring, 3, 18), date(spring, 2, 12)),
        term("summer", _monday_on_or_after(date(spring, 4, 9)), date(spring, 7, 15), date(spring, 5, 25)),
    )


def terms_between(first: date, last: date) -> list[Term]:
    """Return every term that touches the days from first to last."""
    years = range(year_start(first), year_start(last) + 1)
    return [term for year in years for term in terms_of(year) if term.ends_on >= first and term.starts_on <= last]


@lru_cache(maxsize=8192)
def is_school_day(day: date) -> bool:
    if not is_working_day(day):
        return False
    return any(
        term.starts_on <= day <= term.ends_on and not term.half_term_from <= day <= term.half_term_to
        for term in terms_of(year_start(day))
    )


def year_group(date_of_birth: date, day: date) -> str:
    """Return the national curriculum year of a child on a day; X once past school."""
    age = year_start(day) - date_of_birth.year - ((date_of_birth.month, date_of_birth.day) > (8, 31))
    return YEAR_BY_AGE.get(max(age, 0), "X")


def working_days_after(day: date, days: int) -> date:
    """Return the day that many working days after the first working day on or after a day."""
    while not is_working_day(day):
        day += DAY
    return add_working_days(day, days) if days else day


def is_school_age(year: str) -> bool:
    return year in SCHOOL_AGE_YEARS
