"""Which earlier releases a new one must respect, and into which parts their periods cut each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import Final

from earlyhelp.editions.register.entry import Entry
from earlyhelp.periods import Period

ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Printed:
    """The figures of one period that one release printed: a file of the register."""

    entry: Entry
    file: str
    period: Period


def sharing_days(entries: Sequence[Entry], periods: Iterable[Period]) -> tuple[Printed, ...]:
    """Return what was printed of periods that share days with these, or with another that does.

    Two releases that meet over a third can be undone together as well: what the third says of the days it shares with
    the one holds for the days it shares with the other.
    """
    left = [Printed(entry, file, period) for entry in entries for file, period in entry.periods.items()]
    reached, found = list(periods), list[Printed]()
    while near := [each for each in left if any(share_days(each.period, period) for period in reached)]:
        found += near
        reached = [each.period for each in near]
        left = [each for each in left if each not in near]
    return tuple(sorted(found, key=lambda each: (each.entry.number, each.file)))


def parts_between(periods: Iterable[Period]) -> tuple[Period, ...]:
    """Return the parts into which the days of these periods cut each other, without those that are such a period."""
    whole = frozenset(periods)
    cuts = sorted({period.first for period in whole} | {period.last + ONE_DAY for period in whole})
    parts = (Period(first, after - ONE_DAY) for first, after in pairwise(cuts))
    return tuple(part for part in parts if part not in whole and any(share_days(part, period) for period in whole))


def share_days(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last
