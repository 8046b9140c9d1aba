"""One sheet as its source lays it out: which rows are data, and in which column what stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Final

from earlyhelp.extracts.files.header_rows import Header, find_named_header
from earlyhelp.extracts.files.sheet import Sheet
from earlyhelp.extracts.mapping.declare import Source
from earlyhelp.extracts.values.tidy import is_missing, same_name, tidy

_TOTALS: Final = re.compile(r"(grand |sub|sub-|sub |overall |running )?totals?\b", re.IGNORECASE)

ABOVE_NAMES: Final = "above the names of the columns"
NAMES: Final = "the names of the columns"
BELOW_NAMES: Final = "below the names, and no data"
TOTALS: Final = "a row of totals"
NOTE: Final = "a note: one filled cell, and nothing of what a row needs"
NOT_DATA: Final = "left out by leave_out_rows"
HIDDEN: Final = "hidden in the workbook"


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The data of one sheet.

    names       the columns as written, by place
    places      the same, as they are compared, to their place
    numbers     row number in the sheet, one for each of `rows`
    left_out    rows that are no data, by number, with the reason
    title       the first filled cell above the names
    above       all texts above the names, in which a day may stand
    """

    sheet: Sheet
    names: tuple[str, ...]
    places: dict[str, int]
    numbers: list[int]
    rows: list[list[str]]
    left_out: dict[int, str] = field(default_factory=dict[int, str])
    title: str = ""
    above: tuple[str, ...] = ()


def lay_out(sheet: Sheet, source: Source, wanted: Sequence[str], needed: Sequence[Sequence[str]]) -> LaidOut | None:
    """Return the data of a sheet, or None where no row holds the names of the columns.

    wanted  every column the source's tables use
    needed  for each table, the columns without which none of its rows can be used
    """
    header = find_named_header(sheet, source.header_has or wanted, source.header_rows)
    if header is None:
        return None
    first_data = header.first_row + header.rows_used + source.skip_after_header
    left_out = _outside_data(sheet, header, first_data)
    above = tuple(tidy(cell) for row in sheet.rows[: header.first_row] for cell in row if tidy(cell))
    places = {same_name(name): place for place, name in reversed(list(enumerate(header.names))) if name}
    laid_out = LaidOut(sheet, tuple(header.names), places, [], [], left_out, above[0] if above else "", above)
    _sort_rows(laid_out, source, first_data, [[same_name(name) for name in names] for names in needed])
    _fill_down(laid_out, source)
    return laid_out


def _outside_data(sheet: Sheet, header: Header, first_data: int) -> dict[int, str]:
    reasons = dict.fromkeys(sheet.numbers[: header.first_row], ABOVE_NAMES)
    reasons |= dict.fromkeys(sheet.numbers[header.first_row : header.first_row + header.rows_used], NAMES)
    return reasons | dict.fromkeys(sheet.numbers[header.first_row + header.rows_used : first_data], BELOW_NAMES)


def _sort_rows(laid_out: LaidOut, source: Source, first_data: int, needed: list[list[str]]) -> None:
    sheet = laid_out.sheet
    patterns = [pattern.casefold() for pattern in source.leave_out_rows]
    needed_places = [[laid_out.places.get(name, -1) for name in names] for names in needed]
    filled_below = {laid_out.places.get(same_name(name), -1) for name in source.fill_down}
    for number, row in zip(sheet.numbers[first_data:], sheet.rows[first_data:], strict=True):
        if number in sheet.damaged:
            continue
        reason = _reason_to_leave_out(row, source, patterns, needed_places, filled_below)
        if not reason and source.leaves_hidden_rows_out and number in sheet.hidden_rows:
            reason = HIDDEN
        if reason:
            laid_out.left_out[number] = reason
        else:
            laid_out.numbers.append(number)
            laid_out.rows.append(row)


def _reason_to_leave_out(
    row: list[str], source: Source, patterns: list[str], needed: list[list[int]], filled_below: set[int]
) -> str:
    # Two filled cells are enough to know; most rows of a large sheet are settled by their first two.
    cells = ((place, cell) for place, cell in enumerate(row) if cell and not is_missing(tidy(cell), source.missing))
    place, cell = next(cells, (-1, ""))
    if place < 0:
        return "nothing but marks of what is missing"
    first = tidy(cell)
    if patterns and any(fnmatchcase(first.casefold(), pattern) for pattern in patterns):
        return NOT_DATA
    if _TOTALS.match(first):
        return TOTALS
    if next(cells, None) is None and all(any(each not in (place, *filled_below) for each in row) for row in needed):
        return NOTE
    return ""


def _fill_down(laid_out: LaidOut, source: Source) -> None:
    for name in source.fill_down:
        place = laid_out.places.get(same_name(name), -1)
        above = ""
        for index, row in enumerate(laid_out.rows if place >= 0 else ()):
            if place < len(row) and row[place].strip():
                above = row[place]
            elif above:
                laid_out.rows[index] = [*row, *[""] * (place + 1 - len(row))]
                laid_out.rows[index][place] = above
