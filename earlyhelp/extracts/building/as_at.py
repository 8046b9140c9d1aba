"""Finds the last day the data speak for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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


def find_as_at(laid_out: Iterable[tuple[Source, LaidOut]]) -> date:
    """Return the last day that the sources name.

    Raises  MappingWrong: none names one, or they name different ones; it says that --as-at decides
    """
    found: dict[str, str] = {}
    for source, sheet in laid_out:
        day = _day_of(source, sheet)
        if day:
            found.setdefault(day, sheet.sheet.title)
    if len(found) == 1:
        return date.fromisoformat(next(iter(found)))
    if not found:
        raise MappingWrong(
            ["Nothing says which is the last day the data speak for. Say it with --as-at, such as --as-at 2016-07-31."]
        )
    listed = ", ".join(f"{day} ({title})" for day, title in sorted(found.items()))
    raise MappingWrong([f"The files speak for different last days: {listed}. Say with --as-at which one counts."])


def _day_of(source: Source, laid_out: LaidOut) -> str:
    match source.as_at:
        case "":
            return ""
        case "file name":
            return next(_days_in((laid_out.sheet.file,), source), "")
        case "title":
            return next(_days_in(laid_out.above, source), "")
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
