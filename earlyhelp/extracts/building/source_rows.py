"""All rows of one source, column by column, each knowing the sheet and the row it came from."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from earlyhelp.extracts.building.laid_out import LaidOut
from earlyhelp.extracts.mapping.declare import PSEUDO_COLUMNS, Source
from earlyhelp.extracts.values.tidy import same_name


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one sheet, from `start` up to `end`, and the columns it has, as they are compared."""

    laid_out: LaidOut
    start: int
    end: int
    has: frozenset[str]


@dataclass(frozen=True, slots=True)
class Uncounted:
    """A row, or a piece of one, whose count could not be read."""

    part: int
    number: int
    piece: str
    why: str


@dataclass(frozen=True, slots=True)
class SourceRows:
    """The rows of a source, one sheet after another.

    numbers     row number in its sheet
    pieces      which piece of that row it is, where a row was made into several: the column, or the count
    columns     texts by column, as its name is compared
    uncounted   pieces whose count could not be read, so that `repeat` makes nothing of them
    """

    source: Source
    parts: tuple[Part, ...]
    numbers: list[int]
    pieces: list[str]
    columns: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    uncounted: tuple[Uncounted, ...] = ()

    def __len__(self) -> int:
        return len(self.numbers)

    def has(self, names: Sequence[str]) -> bool:
        """Say whether any sheet has one of these columns."""
        return any(same_name(name) in part.has for part in self.parts for name in names)

    def texts(self, names: Sequence[str]) -> list[str]:
        """Return the texts of a column, in each sheet of the first of the names that it has."""
        keys = [same_name(name) for name in names]
        chosen = [next((key for key in keys if key in part.has), "") for part in self.parts]
        if len(set(chosen)) == 1:
            return self.columns[chosen[0]] if chosen[0] else [""] * len(self)
        texts: list[str] = []
        for part, key in zip(self.parts, chosen, strict=True):
            texts += self.columns[key][part.start : part.end] if key else [""] * (part.end - part.start)
        return texts

    def part_of_each(self) -> list[int]:
        """Return for each row the place of its part."""
        return [place for place, part in enumerate(self.parts) for _ in range(part.end - part.start)]


def join_sheets(source: Source, sheets: Sequence[LaidOut], used: Container[str]) -> SourceRows:
    """Return the rows of all sheets of a source below one another.

    used    columns to keep, as they are compared: a national register has ten times as many
    """
    names = [name for name in dict.fromkeys(name for sheet in sheets for name in sheet.places) if name in used]
    rows = SourceRows(source, _parts(sheets), [n for sheet in sheets for n in sheet.numbers], [])
    rows.pieces.extend([""] * len(rows.numbers))
    shared: dict[str, str] = {}
    for name in names:
        column: list[str] = []
        for sheet in sheets:
            place = sheet.places.get(name, -1)
            # The same texts come again and again; one of each is kept.
            column += (
                [shared.setdefault(row[place], row[place]) if place < len(row) else "" for row in sheet.rows]
                if place >= 0
                else [""] * len(sheet.rows)
            )
        rows.columns[name] = column
    for name, text_of in zip(PSEUDO_COLUMNS, (_file, _sheet, _title), strict=True):
        rows.columns[name] = [text_of(sheet) for sheet in sheets for _ in sheet.rows]
    return rows


def _parts(sheets: Sequence[LaidOut]) -> tuple[Part, ...]:
    parts: list[Part] = []
    start = 0
    for sheet in sheets:
        parts.append(Part(sheet, start, start + len(sheet.rows), frozenset([*sheet.places, *PSEUDO_COLUMNS])))
        start += len(sheet.rows)
    return tuple(parts)


def _file(sheet: LaidOut) -> str:
    return sheet.sheet.file


def _sheet(sheet: LaidOut) -> str:
    return sheet.sheet.name


def _title(sheet: LaidOut) -> str:
    return sheet.title
