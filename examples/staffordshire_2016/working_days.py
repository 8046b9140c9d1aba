"""Days on which something happens: working days, drawn within a month or near another day."""

from __future__ import annotations

import random
from calendar import monthrange
from datetime import date, timedelta

from earlyhelp.practice.working_days import is_working_day

DAY = timedelta(days=1)


def working_day_in(stream: random.Random, month: int) -> date:
    """Return a working day of a month of 2016."""
    days = [date(2016, month, day) for day in range(1, monthrange(2016, month)[1] + 1)]
    return stream.choice([day for day in days if is_working_day(day)])


def on_or_before(day: date) -> date:
    """Return the last working day on or before a day."""
    while not is_working_day(day):
        day -= DAY
    return day


def months_earlier(day: date, months: int) -> date:
    """Return the day that many calendar months before, clipped to its month's last day."""
    whole = day.year * 12 + day.month - 1 - months
    year, month = divmod(whole, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
