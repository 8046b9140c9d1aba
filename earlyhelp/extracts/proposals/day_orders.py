"""In what order the days of a column are written, told from those that can be read in one way only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from earlyhelp.extracts.mapping.declare import DayOrder
from earlyhelp.extracts.proposals.column_profile import ColumnProfile, Trait
from earlyhelp.extracts.values.figure_days import readings, split_figures

_IN_FIGURES: Final = re.compile(r"([0-9]{1,2}[-/. ][0-9]{1,2}[-/. ](?:[0-9]{4}|[0-9]{2}))(?![0-9])")
_ORDERS: Final = (DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST)


@dataclass(frozen=True, slots=True)
class Evidence:
    """How the days of a column speak for an order.

    only        texts that are a day in that order alone, by order
    either      texts that are a day in both
    example     one that can be read in one way only
    """

    only: dict[DayOrder, int]
    either: int
    example: str = ""

    @property
    def order(self) -> DayOrder | None:
        """The one order that days speak for; None where none does, or both do."""
        spoken = [order for order, count in self.only.items() if count]
        return spoken[0] if len(spoken) == 1 else None

    @property
    def is_contrary(self) -> bool:
        """Whether some days can only be read in one order, and some only in the other."""
        return all(self.only.values())


def evidence_of(profile: ColumnProfile) -> Evidence:
    """Return what the days of a column say about their order, all different texts looked at."""
    only: dict[DayOrder, int] = dict.fromkeys(_ORDERS, 0)
    either, example = 0, ""
    for text, count in profile.counts.items():
        day = _IN_FIGURES.match(text)
        parts = split_figures(day[1]) if day else None
        if not parts or len(parts[0]) > 2:
            continue
        found = {order: each for order, each in readings(parts, None).items() if order in only and each}
        if len(set(found.values())) > 1:
            either += count
        elif len(found) == 1:
            only[next(iter(found))] += count
            example = example or text
    return Evidence(only, either, example)


def is_of_months(profile: ColumnProfile) -> bool:
    """Say whether a column names months rather than days."""
    return profile.share(Trait.MONTH) > profile.share(Trait.DAY)
