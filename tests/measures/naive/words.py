"""The words the definitions share, one small function each."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import Any

Row = Mapping[str, Any]

ONE_DAY = timedelta(days=1)
SATURDAY = 5

KEY_STAGES = ("EYFS", "KS1", "KS2", "KS3", "KS4", "KS5", "not_known")
KEY_STAGE_OF_YEAR = {
    "E1": "EYFS", "E2": "EYFS", "N1": "EYFS", "N2": "EYFS", "R": "EYFS",
    "1": "KS1", "2": "KS1",
    "3": "KS2", "4": "KS2", "5": "KS2", "6": "KS2",
    "7": "KS3", "8": "KS3", "9": "KS3",
    "10": "KS4", "11": "KS4",
    "12": "KS5", "13": "KS5", "14": "KS5",
}  # fmt: skip
SCHOOL_AGE_YEARS = ("R", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11")

PHASES = ("primary", "secondary", "special", "alternative_provision", "other", "not_known")
PHASE_OF_SCHOOL_PHASE = {
    "primary": "primary",
    "middle_deemed_primary": "primary",
    "secondary": "secondary",
    "middle_deemed_secondary": "secondary",
    "all_through": "secondary",
    "special": "special",
    "alternative_provision": "alternative_provision",
    "nursery": "other",
    "sixteen_plus": "other",
}

BANDS = ("under_6", "6_to_8", "9_to_11", "12_and_over")


def is_between(day: date | None, first: date, last: date) -> bool:
    return day is not None and first <= day <= last


def is_open_at(began: date, finished: date | None, day: date) -> bool:
    """At the end of that day: begun by then, and not finished on it."""
    return began <= day and (finished is None or finished > day)


def is_active_in(began: date, finished: date | None, first: date, last: date) -> bool:
    return began <= last and (finished is None or finished >= first)


def add_months(day: date, months: int) -> date:
    """The same day so many months on (back when negative), or the last day of a month that is too short."""
    year, month_index = divmod(day.year * 12 + day.month - 1 + months, 12)
    month = month_index + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def is_within_months_before(event: date, day: date, months: int) -> bool:
    return add_months(day, -months) < event <= day


def is_within_months_after(event: date, day: date, months: int) -> bool:
    return day < event <= add_months(day, months)


def whole_months(start: date, end: date) -> int:
    months = 0
    while add_months(start, months + 1) <= end:
        months += 1
    return months


def band(start: date, end: date) -> str:
    months = whole_months(start, end)
    if months < 6:
        return "under_6"
    if months < 9:
        return "6_to_8"
    if months < 12:
        return "9_to_11"
    return "12_and_over"


def key_stage(nc_year: str | None) -> str:
    return KEY_STAGE_OF_YEAR.get(nc_year or "", "not_known")


def is_school_age(nc_year: str | None) -> bool:
    return nc_year in SCHOOL_AGE_YEARS


def fifth_working_day_after(day: date, bank_holidays: Collection[date]) -> date:
    passed = 0
    while passed < 5:
        day += ONE_DAY
        if day.weekday() < SATURDAY and day not in bank_holidays:
            passed += 1
    return day


def months_touched(first: date, last: date) -> list[str]:
    """Every month with at least one day in the period, as 2016-01."""
    months: list[str] = []
    day = first
    while day <= last:
        if f"{day:%Y-%m}" not in months:
            months.append(f"{day:%Y-%m}")
        day += ONE_DAY
    return months


def first_days_of_months(first: date, last: date) -> list[date]:
    """Every first day of a month that lies in the period."""
    days: list[date] = []
    day = first
    while day <= last:
        if day.day == 1:
            days.append(day)
        day += ONE_DAY
    return days


def grouped(rows: Iterable[Row], column: str) -> dict[Any, list[Row]]:
    groups: dict[Any, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[column], []).append(row)
    return groups
