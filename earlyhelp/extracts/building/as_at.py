"""Finds the last day the data speak for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from earlyhelp.extracts.building.laid_out import LaidOut
from earlyhelp.extracts.mapping.declare import DayOrder, Source
from earlyhelp.extracts.mapping.mapping_wrong import MappingWrong
from earlyhelp.extracts.values.days import read_day

_DAY_IN_TEXT: Final = re.compile(
    r"(?<!\d)(\d{4}[-./_]\d{1,2}[-./_]\d{1,2}|\d{1,2}[-./_]\d{1,2}[-./_]\d{2,4}|\d{8}"
    r"|\d{1,2}(?:st|nd|rd|th)?[ -]+[A-Za-z]{3,9}[ -]+\d{2,4})(?!\d)"
)


def days_named(laid_out: Iterable[tuple[Source, LaidOut]]) -> list[tuple[str, str]]:
    """Return the last days that sources name, each once with the first sheet that names it, in order."""
    found: dict[str, str] = {}
    for source, sheet in laid_out:
        day = _day_of(source, sheet)
        if day:
            found.setdefault(day, sheet.sheet.title)
    return sorted(found.items())


def the_last_day(named: Sequence[tuple[str, str]]) -> date:
    """Return the one last day that is named.

    Raises  MappingWrong: none is, or several are; it says that --as-at decides
    """
    if len(named) == 1:
        return date.fromisoformat(named[0][0])
    if not named:
        raise MappingWrong(
            ["Nothing says which is the last day the data speak for. Say it with --as-at, such as --as-at 2016-07-31."]
        )
    listed = ", ".join(f"{day} ({title})" for day, title in named)
    raise MappingWrong(
        [
            f"The files speak for different last days: {listed}. Where they are two issues of one report, keep the "
            "newer one alone; else say with --as-at which day counts."
        ]
    )


def _day_of(source: Source, laid_out: LaidOut) -> str:
    # Where a name or a title says from when to when, the later day is the last.
    match source.as_at:
        case "":
            return ""
        case "file name":
            return max(_days_in((laid_out.sheet.file,), source), default="")
        case "title":
            return max(_days_in(laid_out.above, source), default="")
        case day:
            return day


def _days_in(texts: Iterable[str], source: Source) -> Iterator[str]:
    orders = source.dates or (DayOrder.DAY_FIRST,)
    for text in texts:
        for found in _DAY_IN_TEXT.findall(text):
            plain = found.replace("_", "-")
            if re.fullmatch(r"\d{8}", plain):
                plain = f"{plain[:4]}-{plain[4:6]}-{plain[6:]}"
            value = read_day(plain, orders, 0, None)
            if isinstance(value, str):
                yield value
