"""Days that came as bare numbers: how many days after a spreadsheet's first one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Final

from earlyhelp.extracts.mapping.declare import DayOrder

# The 1900 count holds a 29 February 1900 that never was, so from 61 on it runs as if it began on 30 December 1899.
# Nothing below _LOWEST is read, so the days before it need no rule of their own.
_STARTS: Final = {DayOrder.SERIAL_1900: date(1899, 12, 30), DayOrder.SERIAL_1904: date(1904, 1, 1)}
_OF_EPOCH: Final = {1900: DayOrder.SERIAL_1900, 1904: DayOrder.SERIAL_1904}

# 18 May 1927 and 10 January 2119 in the 1900 count: a year, an age or a case number is not mistaken for a day.
_LOWEST: Final = 10_000
_HIGHEST: Final = 80_000


def can_be_serial(number: int) -> bool:
    """Say whether a whole number is of the size of a day number."""
    return _LOWEST <= number <= _HIGHEST


def serial_days(number: int, orders: Collection[DayOrder], epoch: int) -> dict[DayOrder, date]:
    """Return the days a number may be, by the count it is read in; empty where no count is declared or known.

    orders  as the mapping declares them
    epoch   1900 or 1904 of the workbook, 0 for a text file. It decides where the mapping allows both counts, and never
            overrules a mapping that allows only the other one: then both days are returned
    """
    counts = {order for order in orders if order in _STARTS}
    of_workbook = _OF_EPOCH.get(epoch)
    if of_workbook:
        counts = {of_workbook} if of_workbook in counts else counts | {of_workbook}
    return {order: _STARTS[order] + timedelta(number) for order in _STARTS if order in counts}


def every_serial_day(number: int) -> dict[DayOrder, date]:
    """Return the day a number is in each of the two counts."""
    return serial_days(number, _STARTS, 0)
