"""Reads a CSV file that does not keep the rules, record by record, losing nothing.

A record that cannot be read on its own is set aside with its row number and what is wrong, and reading goes on with
the next line: one stray quotation mark never swallows the rows after it.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from earlyhelp.dataset.reading.header import BLANKS

_MOST_LINES: Final = 200
_LONGEST_RECORD: Final = 1_000_000

# Characters read in vain behind open quotation marks, in one file. A file full of them would be read a hundred times.
_PATIENCE: Final = 20_000_000

OPEN_QUOTE: Final = "a quotation mark that is not closed"
AFTER_QUOTE: Final = "text after a closing quotation mark"
TOO_LONG: Final = "more than a million characters"
NUL: Final = "characters that are not text"


class Record(NamedTuple):
    """One row: its number as a spreadsheet shows it, its cells, and what is wrong with it ("" for nothing).

    `line` is the line of the text it begins in. A damaged row is that one line, and the next is read on its own.
    Of a damaged row the first cell is kept if it can be told: a key there says whose row was lost.
    """

    row: int
    cells: list[str]
    damage: str = ""
    line: int = 0


def rewrite(lines: Iterable[str], delimiter: str, target: Path) -> list[str]:
    """Write every row below the first as row number, damage and cells, and return the names in the first row.

    lines   physical lines with their ends, as a file opened with newline="" yields them
    """
    records = read_records(lines, delimiter)
    names = next(records, Record(1, [])).cells
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
        for record in records:
            damage = record.damage or _misfit(record.cells, len(names))
            kept = record.cells[:1] if damage else record.cells
            writer.writerow([record.row, damage, *[*kept, *[""] * len(names)][: len(names)]])
    return names


def read_records(lines: Iterable[str], delimiter: str, width: int = 0) -> Iterator[Record]:
    """Yield the records that hold anything, numbered from 1 with blank ones counted.

    width   cells of a row, where they are known before; otherwise as many as the first row has
    """
    waiting = _Lines(lines)
    empty = BLANKS + delimiter
    row = 0
    while (line := waiting.take()) is not None:
        row += 1
        if not line.strip(empty):
            continue
        number = waiting.taken
        cells, damage = _read_record(line, waiting, delimiter, width)
        width = width or len(cells)
        # Without quotation marks, a line with anything but delimiters and blanks in it has a filled cell.
        if damage or '"' not in line or any(cell.strip(BLANKS) for cell in cells):
            yield Record(row, cells, damage, number)


class _Lines:
    """Lines that can be looked at before they are taken."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._rest = iter(lines)
        self._seen: deque[str] = deque()
        self.taken = 0
        self.patience = _PATIENCE

    def take(self) -> str | None:
        self.taken += 1
        return self._seen.popleft() if self._seen else next(self._rest, None)

    def ahead(self, place: int) -> str | None:
        """The line that many places ahead, 0 the next; None at the end."""
        if place >= len(self._seen):
            self._seen.extend(islice(self._rest, place + 1 - len(self._seen)))
        return self._seen[place] if place < len(self._seen) else None

    def drop(self, count: int) -> None:
        self.taken += count
        for _ in range(count):
            self._seen.popleft()


def _read_record(line: str, waiting: _Lines, delimiter: str, width: int) -> tuple[list[str], str]:
    if "\0" in line:
        return _first_cell(line, delimiter, width), NUL
    if len(line) > _LONGEST_RECORD:
        return [], TOO_LONG
    if '"' not in line:
        return line.rstrip("\r\n").split(delimiter), ""
    cells, damage, lines = _parse([line], delimiter)
    if damage == OPEN_QUOTE:
        cells, damage, lines = _parse(_until_too_long(line, waiting), delimiter)
        # A record that does not fit and holds a whole row began with a stray quotation mark.
        if not damage and _misfit(cells, width) and _holds_row(waiting, lines - 1, delimiter, width):
            damage = OPEN_QUOTE
        waiting.patience -= sum(len(waiting.ahead(place) or "") for place in range(lines - 1)) if damage else 0
    if damage:
        return _first_cell(line, delimiter, width), damage
    waiting.drop(lines - 1)
    return cells, ""


def _until_too_long(line: str, waiting: _Lines) -> Iterator[str]:
    """A line and those after it, as many as one record may have."""
    length = len(line)
    yield line
    for place in range(_MOST_LINES):
        following = waiting.ahead(place)
        if following is None or waiting.patience < 0 or length + len(following) > _LONGEST_RECORD or "\0" in following:
            return
        length += len(following)
        yield following


def _holds_row(waiting: _Lines, count: int, delimiter: str, width: int) -> bool:
    """Whether one of so many lines ahead is a row by itself."""
    return any(_is_row(waiting.ahead(place) or "", delimiter, width) for place in range(count))


def _parse(lines: Iterable[str], delimiter: str) -> tuple[list[str], str, int]:
    """The cells of the first record, what is wrong with it, and how many lines it took."""
    csv.field_size_limit(_LONGEST_RECORD * 2)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        return next(reader), "", reader.line_num
    except csv.Error as error:
        return [], OPEN_QUOTE if "unexpected end" in str(error) else AFTER_QUOTE, reader.line_num


def _first_cell(line: str, delimiter: str, width: int) -> list[str]:
    """The first cell of a damaged line, where it is plain and has an end; none in the line of the names."""
    cell, end, _ = line.partition(delimiter)
    return [cell] if end and width and not set(cell) & {'"', "\0"} else []


def _is_row(line: str, delimiter: str, width: int) -> bool:
    cells, damage, _ = _parse([line], delimiter)
    return not damage and len(cells) == width > 1


def _misfit(cells: list[str], width: int) -> str:
    """What is wrong with the number of cells. Empty cells too many carry nothing and do no harm."""
    if len(cells) < width or any(cell.strip(BLANKS) for cell in cells[width:]):
        return f"{len(cells)} cells where the first row has {width}"
    return ""
