"""The days on which definitions turn: ends of periods and months, windows to the day, a bank holiday."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

FRIDAY = 4

PERIODS = (
    (date(2016, 1, 1), date(2016, 7, 31)),
    (date(2016, 2, 29), date(2016, 2, 29)),
    (date(2015, 8, 31), date(2016, 2, 29)),
    (date(2016, 3, 18), date(2016, 4, 1)),
    (date(2015, 9, 1), date(2016, 8, 31)),
    (date(2015, 2, 28), date(2016, 2, 28)),
    (date(2016, 1, 15), date(2016, 2, 14)),
)
EASTER = (date(2016, 3, 18),)  # the fifth working day after it is the eleventh day
MONTH_ENDS = (date(2015, 8, 31), date(2016, 1, 31), date(2016, 2, 29), date(2015, 2, 28), date(2016, 8, 30))
AROUND_EASTER = (date(2016, 3, 18), date(2016, 3, 24), date(2016, 3, 25), date(2016, 3, 29), date(2016, 4, 1))


def months_later(day: date, months: int) -> date:
    year, month_index = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month_index + 1, min(day.day, monthrange(year, month_index + 1)[1]))


def edge_days(first: date, last: date, as_at: date) -> tuple[date, ...]:
    """The days on which definitions turn, and the days beside them."""
    anchors = [first, last, as_at]
    anchors += [months_later(day, months) for day in (first, last, as_at) for months in (-12, -9, -6, 6)]
    anchors += [day - timedelta(days=days) for day in (first, last) for days in (183, 365)]
    beside = [day + timedelta(days=days) for day in anchors for days in (0, -1, 1)]
    return tuple(dict.fromkeys([*beside, *MONTH_ENDS, *AROUND_EASTER]))


def days_to_speak_for(first: date, last: date) -> tuple[date, ...]:
    """Last days of data: a full year or half year after the period, just short of one, five working days, none."""
    return (
        months_later(last, 12),
        months_later(last, 12),
        months_later(last, 6),
        months_later(first, 6),
        months_later(first, 12) - timedelta(days=1),
        last + timedelta(days=7 - max(0, last.weekday() - FRIDAY)),
        last,
        first,
    )
