"""Days written in figures, whose order has to be known: 03/04/2016 is in April or in March."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from typing import Final

from earlyhelp.extracts.mapping.declare import DayOrder
from earlyhelp.extracts.values.doubt import Doubt, DoubtKind
from earlyhelp.extracts.values.toml_lines import quoted
from earlyhelp.extracts.values.years import FIRST_YEAR, LAST_YEAR, day_of, in_words, read_year

_FIGURES: Final = re.compile(r"([0-9]{1,4}) ?([/.\- ]) ?([0-9]{1,2}) ?\2 ?([0-9]{1,4})")
_RUN_TOGETHER: Final = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_RUN_TOGETHER_YEAR_LAST: Final = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")

Parts = tuple[str, str, str]


def split_figures(text: str) -> Parts | None:
    """Return the three parts of a day in figures, such as 2016-07-31, 31/7/16 or 20160731; None where it is none."""
    if match := _FIGURES.fullmatch(text):
        return match[1], match[3], match[4]
    if (match := _RUN_TOGETHER.fullmatch(text)) and day_of(read_year(match[1], None), int(match[2]), int(match[3])):
        return match[1], match[2], match[3]
    match = _RUN_TOGETHER_YEAR_LAST.fullmatch(text)
    return (match[1], match[2], match[3]) if match and read_year(match[3], None) else None


def readings(parts: Parts, as_at: date | None) -> dict[DayOrder, date | None]:
    """Return what the parts are in each order they can be in: a day, or None where the calendar has no such day."""
    first, second, third = parts
    found: dict[DayOrder, date | None] = {}
    if len(first) <= 2 and len(third) in (2, 4):
        year = read_year(third, as_at)
        found[DayOrder.DAY_FIRST] = day_of(year, int(second), int(first))
        found[DayOrder.MONTH_FIRST] = day_of(year, int(first), int(second))
    if len(first) in (2, 4) and len(third) <= 2:
        found[DayOrder.YEAR_FIRST] = day_of(read_year(first, as_at), int(second), int(third))
    return found


def choose(found: dict[DayOrder, date | None], orders: Collection[DayOrder]) -> date | Doubt:
    """Return the one day the readings leave, or why they leave none or several.

    orders  as declared; where none of them is an order of these figures, whatever is readable in one way only is read
    """
    declared = {order: day for order, day in found.items() if order in orders}
    fitting = {order: day for order, day in (declared or found).items() if day}
    days = set(fitting.values())
    if len(days) == 1:
        return days.pop()
    return _several(fitting) if days else Doubt(DoubtKind.UNREADABLE, _why_none(found, declared))


def _several(fitting: dict[DayOrder, date]) -> Doubt:
    *others, last = dict.fromkeys(in_words(day) for day in fitting.values())
    answer = f"dates = {quoted(next(iter(fitting)))}"
    return Doubt(DoubtKind.AMBIGUOUS, f"could be {', '.join(others)} or {last}", answer)


def _why_none(found: dict[DayOrder, date | None], declared: dict[DayOrder, date | None]) -> str:
    otherwise = [(order, day) for order, day in found.items() if day]
    if declared and otherwise:
        order, day = otherwise[0]
        return f"is no day in the order {' or '.join(declared)}; as {order} it would be {in_words(day)}"
    return f"is no day of the calendar between {FIRST_YEAR} and {LAST_YEAR}"
