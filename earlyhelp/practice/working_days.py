"""Working days: Monday to Friday without the bank holidays of England and Wales."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Final

from earlyhelp.vocabulary.bank_holidays import FIRST_YEAR, LAST_YEAR, bank_holidays

SATURDAY: Final = 5
ONE_DAY: Final = timedelta(days=1)


@cache
def _holidays() -> frozenset[date]:
    return frozenset(bank_holidays())


def is_working_day(day: date) -> bool:
    """Say whether a day is a working day.

    Raises  ValueError: the bank holidays of that year are not known
    Source  docs/rules/working_days.md
    """
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(
            f"Working days are known from {FIRST_YEAR} to {LAST_YEAR}; {day.isoformat()} lies outside those years."
        )
    return day.weekday() < SATURDAY and day not in _holidays()


def add_working_days(day: date, count: int) -> date:
    """Return the working day that comes `count` working days after a day, which itself does not count.

    count   1 or more
    Raises  ValueError: count is below 1, or the bank holidays of a year on the way are not known
    """
    if count < 1:
        raise ValueError(f"Working days are counted forward from 1; {count} was given.")
    while count:
        day += ONE_DAY
        count -= is_working_day(day)
    return day
