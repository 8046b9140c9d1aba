"""Days and months, in whatever way people and programs write them. What could be two days is never guessed."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from earlyhelp.extracts.mapping.declare import DayOrder
from earlyhelp.extracts.values.doubt import Doubt, DoubtKind, Value
from earlyhelp.extracts.values.figure_days import choose, readings, split_figures
from earlyhelp.extracts.values.named_months import is_month_alone, read_named_day, read_named_month
from earlyhelp.extracts.values.serial_days import can_be_serial, every_serial_day, serial_days
from earlyhelp.extracts.values.tidy import same_name
from earlyhelp.extracts.values.toml_lines import quoted
from earlyhelp.extracts.values.years import day_of, in_words, read_year

_TIME: Final = re.compile(
    r"(?P<day>.*?[0-9a-z])(?:t|,? )(?P<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?) ?(?:[ap]\.?m\.?)?"
    r" ?(?P<zone>z|gmt|utc|bst|[+-][0-9]{2}:?[0-9]{2})?"
)
# In summer a British midnight is 23:00 of the day before in the time most programs export.
_LAST_HOUR: Final = re.compile(r"23:00(:00([.,]0+)?)?")
_UNIVERSAL: Final = ("z", "utc", "gmt", "+00:00", "+0000")
_SUMMER_MONTHS: Final = range(3, 11)

_NUMBER: Final = re.compile(r"([0-9]{1,7})(\.[0-9]+)?")
_MONTH_IN_FIGURES: Final = re.compile(
    r"(?P<year>[0-9]{4}) ?[-/. ]? ?(?P<month>[0-9]{2})|(?P<year1>[0-9]{4}) ?[-/. ] ?(?P<month1>[0-9])"
    r"|(?P<month2>[0-9]{1,2}) ?[-/. ] ?(?P<year2>[0-9]{4})"
)

_NOT_A_DAY: Final = Doubt(DoubtKind.UNREADABLE, "is not a day")
_NOT_A_MONTH: Final = Doubt(DoubtKind.UNREADABLE, "is not a month")


def read_day(text: str, orders: tuple[DayOrder, ...], epoch: int, as_at: date | None) -> Value:
    """Return a day as 2016-07-31.

    orders  in which days in figures may be written, and what bare numbers count from, as the mapping declares it.
            A day whose order is not declared is read where only one order makes it a day
    epoch   1900 or 1904 where the text comes from a workbook, whose day numbers count from there; 0 for a text file
    as_at   the last day the data speak for; it tells in which century a year of two figures lies
    """
    found = _read_moment(same_name(text), orders, epoch, as_at)
    return found if isinstance(found, Doubt) else found.isoformat()


def read_month(text: str, orders: tuple[DayOrder, ...], epoch: int, as_at: date | None) -> Value:
    """Return the first day of a month, written as Apr-16, April 2016, 2016-04, 04/2016, or as any day in it.

    Where no order of days is declared, 01/04/2016 is April: a month is written as its first day, not as its fourth.
    """
    plain = same_name(text)
    found = _month_in_figures(plain) or read_named_month(plain, as_at) or _first_of_month(plain, orders, as_at)
    if not found:
        day = _read_moment(plain, orders, epoch, as_at)
        if isinstance(day, Doubt):
            return _NOT_A_MONTH if day is _NOT_A_DAY or is_month_alone(plain) else day
        found = day
    return found.replace(day=1).isoformat()


def _read_moment(plain: str, orders: tuple[DayOrder, ...], epoch: int, as_at: date | None) -> date | Doubt:
    match = _TIME.fullmatch(plain)
    if not match:
        return _read_plain(plain, orders, epoch, as_at)
    day = _read_plain(match["day"], orders, epoch, as_at)
    if isinstance(day, date) and _may_be_midnight(match["time"], match["zone"] or "", day):
        why = f"could be {in_words(day)}, or the next day at midnight in British Summer Time"
        return Doubt(DoubtKind.AMBIGUOUS, why, "Ask for this column as days without a time.")
    return day


def _may_be_midnight(time: str, zone: str, day: date) -> bool:
    return zone in _UNIVERSAL and day.month in _SUMMER_MONTHS and bool(_LAST_HOUR.fullmatch(time))


def _read_plain(plain: str, orders: tuple[DayOrder, ...], epoch: int, as_at: date | None) -> date | Doubt:
    if parts := split_figures(plain):
        return choose(readings(parts, as_at), orders)
    if match := _NUMBER.fullmatch(plain):
        return _read_serial(int(match[1]), orders, epoch)
    if is_month_alone(plain):
        return Doubt(DoubtKind.AMBIGUOUS, "names a month, and not both a day and a year", 'dates = "month"')
    return read_named_day(plain, as_at) or _NOT_A_DAY


def _read_serial(number: int, orders: tuple[DayOrder, ...], epoch: int) -> date | Doubt:
    if not can_be_serial(number):
        return _NOT_A_DAY
    known = serial_days(number, orders, epoch)
    if len(known) == 1:
        return next(iter(known.values()))
    days = every_serial_day(number)
    allowed = [*(order for order in orders if order not in days), *(known or [next(iter(days))])]
    listed = ", ".join(quoted(order) for order in allowed)
    answer = f"dates = [{listed}]" if len(allowed) > 1 else f"dates = {listed}"
    ways = " or ".join(f"{in_words(day)} ({order})" for order, day in days.items())
    return Doubt(DoubtKind.AMBIGUOUS, f"is a bare number, which could be {ways}", answer)


def _month_in_figures(plain: str) -> date | None:
    match = _MONTH_IN_FIGURES.fullmatch(plain)
    if not match:
        return None
    year = match["year"] or match["year1"] or match["year2"]
    month = match["month"] or match["month1"] or match["month2"]
    return day_of(read_year(year, None), int(month), 1)


def _first_of_month(plain: str, orders: tuple[DayOrder, ...], as_at: date | None) -> date | None:
    parts = split_figures(plain)
    found = readings(parts, as_at) if parts else {}
    day = found.get(DayOrder.DAY_FIRST)
    return day if day and day.day == 1 and not set(found) & set(orders) else None
