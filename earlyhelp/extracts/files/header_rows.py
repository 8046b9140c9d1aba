"""Finds the row in which the names of the columns stand, below titles and above the data."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from earlyhelp.extracts.files.sheet import Sheet
from earlyhelp.extracts.values.tidy import is_missing, same_name, tidy

# Titles and notes take a few rows; whoever searched a million would only find the names in a remark.
_ROWS_SEARCHED: Final = 500
_ROWS_LOOKED_AT: Final = 60
_ROWS_COMPARED: Final = 300
_LEAST_WIDTH: Final = 0.75
_LEAST_NAMES: Final = 0.6
_LEAST_ALONE: Final = 2

_DAY: Final = re.compile(r"[0-9]{1,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}([ t][0-9:.]+)?", re.IGNORECASE)
_NUMBER: Final = re.compile(r"[-+£(]*[0-9][0-9.,]*[%)]*")


@dataclass(frozen=True, slots=True)
class Header:
    """The names of the columns of a sheet.

    first_row   place of their first row among the rows of the sheet, from 0
    names       name of each column, from the left; "" where there is none
    rows_used   how many rows they stand in, 1 or 2
    """

    first_row: int
    names: tuple[str, ...]
    rows_used: int = 1


def find_named_header(sheet: Sheet, wanted: Sequence[str], header_rows: int) -> Header | None:
    """Return the header that holds the names wanted: the first with all of them, else the first with most.

    header_rows     in how many rows the names stand, 1 or 2
    Returns         None where no row holds two of the names, or the only one there is
    """
    names = {same_name(name) for name in wanted}
    best: Header | None = None
    most = min(_LEAST_ALONE, len(names)) - 1
    for place in range(min(len(sheet.rows) - header_rows + 1, _ROWS_SEARCHED)):
        header = _header_at(sheet.rows, place, header_rows)
        found = len(names & {same_name(name) for name in header.names})
        if found > most:
            best, most = header, found
    return best


def find_header(sheet: Sheet) -> Header | None:
    """Return the header of a sheet whose columns nobody has named: the first full row of words above fuller rows.

    Returns     None where there is no row of names with a row below it
    """
    rows = sheet.rows[:_ROWS_COMPARED]
    widths = [width for row in rows if (width := len(_filled(row))) > 1] or [len(_filled(row)) for row in rows]
    if not widths:
        return None
    least = max(1, median(widths) * _LEAST_WIDTH)
    for place, row in enumerate(rows[: min(_ROWS_LOOKED_AT, len(sheet.rows) - 1)]):
        if len(_filled(row)) >= least and _is_of_names(row, rows[place + 1 :]):
            return _with_second_row(sheet, place)
    return None


def _filled(row: Sequence[str]) -> list[int]:
    return [place for place, cell in enumerate(row) if not is_missing(cell)]


def _is_of_names(row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    texts = [same_name(row[place]) for place in _filled(row)]
    words = [text for text in texts if not _is_value(text)]
    # Months across the top may be days; the other names then are words, and numbers below tell them from data.
    months = _are_months(row, below)
    if not words or len(words) < _LEAST_NAMES * (len(texts) - months):
        return False
    return not _recurs(row, below)


def _are_months(row: Sequence[str], below: Sequence[Sequence[str]]) -> int:
    days = [place for place in _filled(row) if _DAY.fullmatch(same_name(row[place]))]
    under = [same_name(line[place]) for line in below for place in days if place < len(line) and line[place]]
    numbers = sum(1 for text in under if _NUMBER.fullmatch(text))
    return len(days) if len(days) > 1 and numbers > len(under) / 2 else 0


def _recurs(row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Say whether the texts of a row stand in the columns below as well, as a code does and a name does not."""
    filled = _filled(row)
    held = sum(
        any(place < len(line) and same_name(line[place]) == same_name(row[place]) for line in below) for place in filled
    )
    # A header that a report prints again on each page recurs as a whole; data recur in some columns.
    again = any([same_name(cell) for cell in line] == [same_name(cell) for cell in row] for line in below)
    return not again and held > max(1, len(filled) / 3)


def _is_value(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text) or _DAY.fullmatch(text))


def _with_second_row(sheet: Sheet, place: int) -> Header:
    rows = sheet.rows
    if place and sheet.numbers[place] == sheet.numbers[place - 1] + 1 and _names_groups(rows, place):
        return _header_at(rows, place - 1, 2)
    if place + 2 < len(rows) and _is_continued(rows, place):
        return _header_at(rows, place, 2)
    return _header_at(rows, place, 1)


def _names_groups(rows: Sequence[list[str]], place: int) -> bool:
    """Say whether the row above names groups of columns: several words, each above more columns than its own."""
    upper, lower = rows[place - 1], rows[place]
    filled = _filled(upper)
    if not filled or filled == [0] or any(_is_value(same_name(upper[each])) for each in filled):
        return False
    names = [same_name(lower[each]) for each in _filled(lower)]
    over_nothing = any(each > 0 and (each >= len(lower) or not tidy(lower[each])) for each in filled)
    is_spread = any(after - before > 1 for before, after in pairwise(filled))
    return len(set(names)) < len(names) or over_nothing or is_spread


def _is_continued(rows: Sequence[list[str]], place: int) -> bool:
    """Say whether the row below goes on naming: it fills gaps of this one with words that are not found below it."""
    upper, lower, below = rows[place], rows[place + 1], rows[place + 2 : place + 2 + _ROWS_COMPARED]
    filled = set(_filled(upper))
    gaps = [each for each in _filled(lower) if each not in filled]
    if len(gaps) < _LEAST_ALONE or any(_is_value(same_name(lower[each])) for each in _filled(lower)):
        return False
    return not _recurs(["" if each in filled else cell for each, cell in enumerate(lower)], below)


def _header_at(rows: Sequence[list[str]], place: int, rows_used: int) -> Header:
    names = [tidy(cell) for cell in rows[place]]
    if rows_used > 1:
        names = _joined(names, [tidy(cell) for cell in rows[place + 1]])
    return Header(place, _told_apart(names), rows_used)


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    names: list[str] = []
    carried = ""
    for place in range(max(len(upper), len(lower))):
        above = upper[place] if place < len(upper) else ""
        below = lower[place] if place < len(lower) else ""
        carried = above or carried
        # Without a word of its own in either row there is no column; the text to the left does not make one.
        names.append(f"{carried} {below}".strip() if below else above)
    return names


def _told_apart(names: Iterable[str]) -> tuple[str, ...]:
    written = list(names)
    times = Counter(same_name(name) for name in written if name)
    seen: Counter[str] = Counter()
    apart: list[str] = []
    for name in written:
        plain = same_name(name)
        seen[plain] += 1
        apart.append(f"{name} [{seen[plain]}]" if times[plain] > 1 else name)
    return tuple(apart)
