"""The days of several periods, cut wherever one of them begins or ends, so that counts of events add up over pieces."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from earlyhelp.disclosure.kinds import Kind
from earlyhelp.measures.declare import OverTime
from earlyhelp.periods import Period

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Calendar:
    """Where the periods of a publication, and of those before it, begin and end.

    starts  first days of pieces, and the days after the last, in order
    """

    starts: tuple[date, ...]

    @classmethod
    def of(cls, periods: Iterable[Period]) -> Calendar:
        return cls(tuple(sorted({day for period in periods for day in (period.first, period.last + DAY)})))

    def pieces(self, period: Period) -> tuple[Period, ...]:
        """Return the pieces that a period consists of, itself where nothing cuts it."""
        inside = [day for day in self.starts if period.first < day <= period.last]
        firsts = [period.first, *inside]
        lasts = [*(day - DAY for day in inside), period.last]
        return tuple(Period(first, last) for first, last in zip(firsts, lasts, strict=True))

    def with_months(self, periods: Iterable[Period]) -> Calendar:
        """Return the calendar that is cut at the beginning of each month of some periods, too."""
        months = {date(int(month[:4]), int(month[5:]), 1) for each in periods for month in each.months_touched}
        return Calendar(tuple(sorted({*self.starts, *months})))


def cut(periods: Iterable[Period]) -> tuple[Period, ...]:
    """Return the pieces of periods that cut each other, those that are no period themselves, each once."""
    whole = tuple(periods)
    calendar = Calendar.of(whole)
    return tuple(dict.fromkeys(piece for each in whole for piece in calendar.pieces(each) if piece not in whole))


def month_within(month: str, period: Period) -> Period:
    """Return the days of a month such as 2016-01 that lie in a period."""
    first = date(int(month[:4]), int(month[5:]), 1)
    after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return Period(max(first, period.first), min(after - DAY, period.last))


def when(kind: Kind, period: Period) -> Period:
    """Return the days by which counts of a kind are told apart: the last alone where the first does not matter."""
    return Period(period.last, period.last) if kind.over_time is OverTime.LAST_DAY else period
