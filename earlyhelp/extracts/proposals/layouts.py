"""Sheets with the same columns are one layout: a file for each month, a sheet for each district."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from earlyhelp.extracts.files.header_rows import Header, find_header
from earlyhelp.extracts.files.sheet import Sheet
from earlyhelp.extracts.files.totals import begins_totals
from earlyhelp.extracts.proposals.column_profile import ColumnProfile, profile_columns
from earlyhelp.extracts.proposals.words import words_of
from earlyhelp.extracts.values.tidy import is_missing, same_name, tidy

_ALIKE: Final = 0.75
_SAYING_LITTLE: Final = frozenset({"day", "id", "name", "status", "kind", "start", "end", "code", "worker", "reason"})
_LEAST_COLUMNS: Final = 2
_LEAST_WIDTH_WITH_NOTES: Final = 3


@dataclass(frozen=True)
class Page:
    """A sheet with its header, and the rows that are data."""

    sheet: Sheet
    header: Header
    rows: list[list[str]]

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the columns, as they are compared."""
        return frozenset(same_name(name) for name in self.header.names if name)

    def texts(self, name: str) -> list[str]:
        """The texts of a column, tidied; empty ones where the sheet does not have it."""
        places = [place for place, each in enumerate(self.header.names) if each and same_name(each) == same_name(name)]
        place = places[0] if places else -1
        return [tidy(row[place]) if 0 <= place < len(row) else "" for row in self.rows]

    @property
    def title(self) -> str:
        """The first filled cell above the names."""
        above = self.sheet.rows[: self.header.first_row]
        return next((tidy(cell) for row in above for cell in row if tidy(cell)), "")


@dataclass(frozen=True)
class Layout:
    """Sheets of one layout. `skipped` rows right below the names are no data, such as the survey tool's own line."""

    pages: tuple[Page, ...]
    skipped: int = 0

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The columns of all sheets, each once, as first written."""
        names = {same_name(name): name for page in reversed(self.pages) for name in reversed(page.header.names) if name}
        first = [same_name(name) for name in self.pages[0].header.names if name]
        return tuple(names[key] for key in dict.fromkeys([*first, *names]))

    @cached_property
    def profiles(self) -> list[ColumnProfile]:
        """Profiles of the columns, over all sheets, in the order of `names`."""
        rows: list[list[str]] = []
        for page in self.pages:
            places = {same_name(name): place for place, name in reversed(list(enumerate(page.header.names))) if name}
            order = [places.get(same_name(name), -1) for name in self.names]
            data = page.rows[self.skipped :]
            if order == list(range(len(order))):
                rows += data
            else:
                rows += [[row[place] if 0 <= place < len(row) else "" for place in order] for row in data]
        return profile_columns(self.names, rows, self._lower_names)

    @property
    def _lower_names(self) -> dict[str, str]:
        """Of names in two rows the lower parts that speak for themselves: what stands above may name a whole block."""
        page = self.pages[0]
        if page.header.rows_used < 2 or page.header.first_row + 1 >= len(page.sheet.rows):
            return {}
        lower = page.sheet.rows[page.header.first_row + 1]
        both = zip(page.header.names, map(tidy, lower), strict=False)
        return {name: text for name, text in both if name != text and words_of(text) - _SAYING_LITTLE}

    def texts(self, name: str) -> list[str]:
        """The texts of a column over all sheets, tidied."""
        return [text for page in self.pages for text in page.texts(name)[self.skipped :]]

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """What names the layout: its files, sheets and the titles in them."""
        named = ((_without_ending(page.sheet.file), page.sheet.name, page.title) for page in self.pages)
        return tuple(dict.fromkeys(each for titles in named for each in titles if each))


def find_layouts(sheets: Sequence[Sheet]) -> tuple[list[Layout], list[Sheet]]:
    """Return the layouts of the sheets, and the sheets in which no row of names with data below was found."""
    groups: list[list[Page]] = []
    others: list[Sheet] = []
    for sheet in sheets:
        page = _page(sheet)
        if page is None:
            others.append(sheet)
            continue
        group = next((each for each in groups if _are_alike(each[0], page)), None)
        if group is None:
            groups.append([page])
        else:
            group.append(page)
    return [Layout(tuple(group), _rows_to_skip(group[0])) for group in groups], others


def _page(sheet: Sheet) -> Page | None:
    header = None if sheet.is_hidden else find_header(sheet)
    if header is None:
        return None
    rows = list(_data(sheet, header))
    named = sum(1 for name in header.names if name)
    return Page(sheet, header, rows) if rows and named >= _LEAST_COLUMNS else None


def _data(sheet: Sheet, header: Header) -> Iterator[list[str]]:
    names = [same_name(name) for name in header.names if name]
    first = header.first_row + header.rows_used
    for number, row in zip(sheet.numbers[first:], sheet.rows[first:], strict=True):
        filled = [cell for cell in row if cell and not is_missing(cell)]
        is_note = len(filled) <= 1 and len(names) >= _LEAST_WIDTH_WITH_NOTES
        # A report in pages prints its names again on each of them.
        is_again = len(filled) == len(names) and [same_name(cell) for cell in filled] == names
        if number not in sheet.damaged and not is_note and not is_again and not begins_totals(tidy(filled[0])):
            yield row


def _are_alike(one: Page, other: Page) -> bool:
    shared = len(one.names & other.names)
    if one.header.rows_used != other.header.rows_used:
        return False
    return shared >= _LEAST_COLUMNS and shared / len(one.names | other.names) >= _ALIKE


def _rows_to_skip(page: Page) -> int:
    """Say whether the first row explains the names: whatever it holds fits nothing that stands below it."""
    if len(page.rows) < 4 or page.header.rows_used > 1:
        return 0
    first, rest = page.rows[:1], page.rows[1:60]
    strange = fitting = 0
    for one, others in zip(
        profile_columns(page.header.names, first), profile_columns(page.header.names, rest), strict=True
    ):
        if not one.filled or not others.filled:
            continue
        text = next(iter(one.counts))
        if text in others.counts or _kind(text) == _kind(next(iter(others.counts))):
            fitting += 1
        else:
            strange += 1
    marked = sum("importid" in same_name(cell) for cell in first[0])
    return 1 if marked > 1 or (strange >= 3 and fitting <= strange / 3) else 0


def _kind(text: str) -> str:
    return "figures" if re.search(r"[0-9]", text) else "words"


def _without_ending(file: str) -> str:
    return re.sub(r"\.[A-Za-z]{2,5}$", "", file)
