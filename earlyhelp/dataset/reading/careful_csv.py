"""Reads a CSV file that does not keep the rules, record by record, losing nothing.

A record that cannot be read on its own is set aside with its row number and what is wrong, and reading goes on with
the next line: one stray quotation mark never swallows the rows after it.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from earlyhelp.dataset.reading.header import BLANKS

_MOST_LINES: Final = 200
_LONGEST_RECORD: Final = 1_000_000

OPEN_QUOTE: Final = "a quotation mark that is not closed"
AFTER_QUOTE: Final = "text after a closing quotation mark"
TOO_LONG: Final = "more than a million characters"
NUL: Final = "characters that are not text"


@dataclass(frozen=True, slots=True)
class Record:
    """One row: its number as a spreadsheet shows it, its cells, and what is wrong with it ("" for nothing).

    Of a damaged row the first cell is kept if it can be told: a key there says whose row was lost.
    """

    row: int
    cells: list[str]
    damage: str = ""


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


def read_records(lines: Iterable[str], delimiter: str) -> Iterator[Record]:
    """Yield the records that hold anything, numbered from 1 with blank ones counted."""
    waiting = _Lines(lines)
    row = width = 0
    while (line := waiting.take()) is not None:
        row += 1
        if not line.strip(BLANKS):
            continue
        cells, damage = _read_record(line, waiting, delimiter, width)
        width = width or len(cells)
        if damage or any(cell.strip(BLANKS) for cell in cells):
            yield Record(row, cells, damage)


class _Lines:
    """Lines that can be looked at before they are taken."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._rest = iter(lines)
        self._seen: deque[str] = deque()

    def take(self) -> str | None:
        return self._seen.popleft() if self._seen else next(self._rest, None)

    def ahead(self, place: int) -> str | None:
        """The line that many places ahead, 0 the next; None at the end."""
        self._seen.extend(islice(self._rest, place + 1 - len(self._seen)))
        return self._seen[place] if place < len(self._seen) else None

    def drop(self, count: int) -> None:
        for _ in range(count):
            self._seen.popleft()


def _read_record(line: str, waiting: _Lines, delimiter: str, width: int) -> tuple[list[str], str]:
    if "\0" in line:
        return _first_cell(line, delimiter, width), NUL
    if len(line) > _LONGEST_RECORD:
        return [], TOO_LONG
    cells, damage = _parse(line, delimiter)
    taken, record, swallows = 0, line, False
    while damage == OPEN_QUOTE and taken < _MOST_LINES and len(record) <= _LONGEST_RECORD:
        following = waiting.ahead(taken)
        if following is None:
            break
        taken += 1
        record += following
        swallows = swallows or _is_row(following, delimiter, width)
        # Only a line with a quotation mark can close the one that is open.
        if '"' in following:
            cells, damage = _parse(record, delimiter)
    # A record that does not fit and holds a whole row began with a stray quotation mark.
    if swallows and not damage and _misfit(cells, width):
        damage = OPEN_QUOTE
    if damage:
        return _first_cell(line, delimiter, width), damage
    waiting.drop(taken)
    return cells, ""


def _parse(text: str, delimiter: str) -> tuple[list[str], str]:
    csv.field_size_limit(_LONGEST_RECORD * 2)
    try:
        # One string is one item for the reader, so a quoted line end inside it stays where it is.
        return next(csv.reader([text.rstrip("\r\n")], delimiter=delimiter, strict=True)), ""
    except csv.Error as error:
        return [], OPEN_QUOTE if "unexpected end" in str(error) else AFTER_QUOTE
    except StopIteration:
        return [], ""


def _first_cell(line: str, delimiter: str, width: int) -> list[str]:
    """The first cell of a damaged line, where it is plain and has an end; none in the line of the names."""
    cell, end, _ = line.partition(delimiter)
    return [cell] if end and width and not set(cell) & {'"', "\0"} else []


def _is_row(line: str, delimiter: str, width: int) -> bool:
    cells, damage = _parse(line, delimiter)
    return not damage and len(cells) == width > 1


def _misfit(cells: list[str], width: int) -> str:
    """What is wrong with the number of cells. Empty cells too many carry nothing and do no harm."""
    if len(cells) < width or any(cell.strip(BLANKS) for cell in cells[width:]):
        return f"{len(cells)} cells where the first row has {width}"
    return ""
