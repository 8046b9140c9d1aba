"""One sheet as its source lays it out: which rows are data, and in which column what stands."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Final

from earlyhelp.extracts.building.needed_cells import needed_places
from earlyhelp.extracts.files.header_rows import Header, find_named_header
from earlyhelp.extracts.files.sheet import Sheet
from earlyhelp.extracts.files.totals import begins_totals
from earlyhelp.extracts.mapping.declare import Source
from earlyhelp.extracts.values.tidy import is_missing, same_name, tidy

ABOVE_NAMES: Final = "above the names of the columns"
NAMES: Final = "the names of the columns"
NAMES_AGAIN: Final = "the names of the columns once more"
BELOW_NAMES: Final = "below the names, and no data"
TOTALS: Final = "a row of totals"
NOTE: Final = "a note: one filled cell, and nothing of what a row needs"
NOT_DATA: Final = "left out by leave_out_rows"
HIDDEN: Final = "hidden in the workbook"
NO_TEXT: Final = "nothing but marks of what is missing"


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


def lay_out(
    sheet: Sheet, source: Source, wanted: Sequence[str], needed: Sequence[Sequence[Sequence[str]]]
) -> LaidOut | None:
    """Return the data of a sheet, or None where no row holds the names of the columns.

    wanted  every column the source's tables use
    needed  for each table, the columns without which none of its rows can be used, each with its alternatives
    """
    header = find_named_header(sheet, source.header_has or wanted, source.header_rows)
    if header is None:
        return None
    first_data = header.first_row + header.rows_used + source.skip_after_header
    left_out = _outside_data(sheet, header, first_data)
    above = tuple(tidy(cell) for row in sheet.rows[: header.first_row] for cell in row if tidy(cell))
    places = {same_name(name): place for place, name in reversed(list(enumerate(header.names))) if name}
    laid_out = LaidOut(sheet, tuple(header.names), places, [], [], left_out, above[0] if above else "", above)
    needed_by = [needed_places(source, header.names, places, groups) for groups in needed]
    _sort_rows(laid_out, source, header, first_data, needed_by)
    return laid_out


def _outside_data(sheet: Sheet, header: Header, first_data: int) -> dict[int, str]:
    reasons = dict.fromkeys(sheet.numbers[: header.first_row], ABOVE_NAMES)
    reasons |= dict.fromkeys(sheet.numbers[header.first_row : header.first_row + header.rows_used], NAMES)
    reasons |= dict.fromkeys(sheet.numbers[header.first_row + header.rows_used : first_data], BELOW_NAMES)
    # A damaged row is refused wherever it stands, and no row may count twice.
    return {number: why for number, why in reasons.items() if number not in sheet.damaged}


def _sort_rows(
    laid_out: LaidOut, source: Source, header: Header, first_data: int, needed: list[list[frozenset[int]]]
) -> None:
    sheet = laid_out.sheet
    patterns = [pattern.casefold() for pattern in source.leave_out_rows]
    # A single word may be a value as well as a name.
    names = [row for row in sheet.rows[header.first_row :][: header.rows_used] if sum(map(bool, row)) > 1]
    filled_down = [same_name(name) for name in source.fill_down]
    filled_below = {laid_out.places[name]: "" for name in filled_down if name in laid_out.places}
    for number, row in zip(sheet.numbers[first_data:], sheet.rows[first_data:], strict=True):
        reason = _reason_to_leave_out(row, source, patterns, needed, filled_below.keys())
        if not reason and row in names:
            reason = NAMES_AGAIN
        if not reason and source.leaves_hidden_rows_out and number in sheet.hidden_rows:
            reason = HIDDEN
        # What stands in a row that is no data, such as a heading of its own, is still written for the rows below it.
        filled = _filled_down(row, filled_below, reason) if filled_below else row
        if number in sheet.damaged:
            continue
        if reason:
            laid_out.left_out[number] = reason
        else:
            laid_out.numbers.append(number)
            laid_out.rows.append(filled)


def _reason_to_leave_out(
    row: list[str], source: Source, patterns: list[str], needed: list[list[frozenset[int]]], filled_below: Set[int]
) -> str:
    # Two filled cells are enough to know; most rows of a large sheet are settled by their first two.
    cells = ((place, cell) for place, cell in enumerate(row) if cell and not is_missing(tidy(cell), source.missing))
    place, cell = next(cells, (-1, ""))
    if place < 0:
        return NO_TEXT
    first = tidy(cell)
    if patterns and any(fnmatchcase(first.casefold(), pattern) for pattern in patterns):
        return NOT_DATA
    if begins_totals(first):
        return TOTALS
    if next(cells, None) is None and all(any(not each & {place, *filled_below} for each in row) for row in needed):
        return NOTE
    return ""


def _filled_down(row: list[str], above: dict[int, str], reason: str) -> list[str]:
    """Return the row with the texts that stand above its empty cells; `above` is kept for the rows that follow."""
    filled = row
    first = next((place for place, cell in enumerate(row) if cell.strip()), -1)
    for place, text in above.items():
        if place < len(row) and row[place].strip():
            # The word Total is not what the rows below it have in this column.
            if reason not in (NAMES_AGAIN, NO_TEXT) and (place != first or reason not in (TOTALS, NOT_DATA)):
                above[place] = row[place]
        elif text:
            filled = [*filled, *[""] * (place + 1 - len(filled))]
            filled[place] = text
    return filled
