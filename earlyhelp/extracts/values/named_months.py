"""Days and months written with the month as a word: 31 Jul 2016, July 31, 2016, Apr-16."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from earlyhelp.extracts.values.doubt import Doubt, DoubtKind
from earlyhelp.extracts.values.years import day_of, in_words, read_year

_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT_WEEKDAYS: Final = {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
_MONTH_OF: Final = {
    **{name: number for number, name in enumerate(_MONTHS, 1)},
    **{name[:3]: number for number, name in enumerate(_MONTHS, 1)},
    "sept": 9,
}
_WEEKDAY_OF: Final = {
    **{name: number for number, name in enumerate(_WEEKDAYS)},
    **{name[:3]: number for number, name in enumerate(_WEEKDAYS)},
    **_SHORT_WEEKDAYS,
}

_ORDINAL: Final = re.compile(r"(?<=\d)(st|nd|rd|th)\b( of\b)?")
_PARTS: Final = re.compile(r"[a-z]+|[0-9]+")
_BETWEEN: Final = re.compile(r"[ ,./'-]*")


def read_named_day(text: str, as_at: date | None) -> date | Doubt | None:
    """Return the day of a text whose month is a word; None where it is not written like that.

    text    tidied, in small letters
    """
    weekday, parts = _without_weekday(_split(text))
    found = _day(parts, as_at)
    if found is None:
        return None
    day = day_of(*found)
    if not day:
        return Doubt(DoubtKind.UNREADABLE, "is no day of the calendar")
    if weekday is not None and day.weekday() != weekday:
        why = f"names a {_WEEKDAYS[weekday].title()}, and {in_words(day)} was a {day:%A}"
        return Doubt(DoubtKind.UNREADABLE, why)
    return day


def read_named_month(text: str, as_at: date | None) -> date | None:
    """Return the first day of the month of a text such as Apr-16 or April 2016; None where it is not written like that.

    text    tidied, in small letters
    """
    match _split(text):
        case [month, year] if month in _MONTH_OF and year.isdigit():
            return day_of(read_year(year, as_at), _MONTH_OF[month], 1)
        case [year, month] if month in _MONTH_OF and len(year) == 4:
            return day_of(read_year(year, as_at), _MONTH_OF[month], 1)
        case _:
            return None


def is_month_alone(text: str) -> bool:
    """Say whether a text names a month and one number, which may be a year or a day: Jul-16."""
    parts = _split(text)
    return len(parts) == 2 and sum(part.isdigit() for part in parts) == 1 and any(part in _MONTH_OF for part in parts)


def _split(text: str) -> list[str]:
    """The words and numbers of a text; none where anything but marks between parts of a day stands between them."""
    plain = _ORDINAL.sub("", text)
    return _PARTS.findall(plain) if not _BETWEEN.sub("", _PARTS.sub("", plain)) else []


def _without_weekday(parts: list[str]) -> tuple[int | None, list[str]]:
    if parts and parts[0] in _WEEKDAY_OF:
        return _WEEKDAY_OF[parts[0]], parts[1:]
    return None, parts


def _day(parts: list[str], as_at: date | None) -> tuple[int | None, int, int] | None:
    match parts:
        case [year, month, day] if len(year) == 4 and month in _MONTH_OF and day.isdigit():
            return read_year(year, as_at), _MONTH_OF[month], int(day)
        case [day, month, year] if month in _MONTH_OF and day.isdigit() and year.isdigit():
            return read_year(year, as_at), _MONTH_OF[month], int(day)
        case [month, day, year] if month in _MONTH_OF and day.isdigit() and year.isdigit():
            return read_year(year, as_at), _MONTH_OF[month], int(day)
        case _:
            return None
