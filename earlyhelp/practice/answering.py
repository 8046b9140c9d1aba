"""When the asker must have been told what was decided about a request."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from earlyhelp.practice.working_days import add_working_days, is_working_day

ANSWER_WITHIN_WORKING_DAYS: Final = 5


def answer_due(received_on: date) -> date:
    """Return the last day on which an answer is in time: the fifth working day after receipt.

    Raises  ValueError: the bank holidays of those days are not known
    Source  docs/rules/working_days.md
    """
    return add_working_days(received_on, ANSWER_WITHIN_WORKING_DAYS)


def calendar_rows(first: date, last: date) -> Iterator[tuple[date, bool, date]]:
    """Yield (day, is it a working day, answer due for a request received that day), day by day, both ends inside.

    The rows are the calendar that figures and screens both read.

    Raises  ValueError: the bank holidays of those days are not known
    """
    if last < first:
        return
    # One backward pass: the next working days after each day are the previous ones seen.
    coming = [add_working_days(last, count) for count in range(ANSWER_WITHIN_WORKING_DAYS, 0, -1)]
    rows: list[tuple[date, bool, date]] = []
    for back in range((last - first).days + 1):
        day = last - timedelta(days=back)
        is_working = is_working_day(day)
        rows.append((day, is_working, coming[0]))
        if is_working:
            coming = [*coming[1:], day]
    yield from reversed(rows)
