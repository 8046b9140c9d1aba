"""Reads the rows of a text, once its encoding and its dialect are known, within bounds that no real table passes."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.dataset.reading.careful_csv import Record, read_records
from earlyhelp.dataset.reading.header import BLANKS
from earlyhelp.extracts.files.second_count import LOOKED_AT_TWICE
from earlyhelp.extracts.files.text_dialect import Dialect

MOST_ROWS: Final = 1_048_576
MOST_CELLS: Final = 20_000_000
MOST_COLUMNS: Final = 4_000
MOST_DAMAGED: Final = 100_000

_SPLIT_IT: Final = "Split it, by year or by table, and give the parts; if most of it is blank, delete the blank rows."

# Texts remembered so that a code which comes thousands of times is kept once. Forgotten now and then, because names
# and numbers that come once would be remembered for nothing.
_MOST_REMEMBERED: Final = 200_000

# In a table whose rows are otherwise of equal length, this share of others still counts as damage and not as its way.
_FEW: Final = 0.1


@dataclass(slots=True)
class TextRows:
    """The rows of a text, as they go into a sheet.

    damaged_lines   the lines of the text that damaged rows stand on, for the second count to leave out
    widest          cells of the longest row, empty ones at its end included
    beyond          rows without damage that hold nothing in the first `LOOKED_AT_TWICE` columns
    """

    numbers: list[int] = field(default_factory=list[int])
    rows: list[list[str]] = field(default_factory=list[list[str]])
    damaged: dict[int, str] = field(default_factory=dict[int, str])
    damaged_lines: set[int] = field(default_factory=set[int])
    widest: int = 0
    beyond: int = 0


def read_rows(lines: Iterable[str], dialect: Dialect, name: str) -> TextRows:
    """Return the rows of a text, each cut to its last filled cell.

    lines   those below a line that declares the delimiter
    Raises  CannotRead: it is larger than any table, or holds hardly a row that can be read
    """
    text = TextRows()
    widths = array("L")
    remembered: dict[str, str] = {}
    for record in _bounded(read_records(lines, dialect.delimiter, dialect.width), name):
        widths.append(0 if record.damage else len(record.cells))
        if record.damage:
            text.damaged[record.row] = record.damage
            text.damaged_lines.add(record.line)
        if len(remembered) > _MOST_REMEMBERED:
            remembered.clear()
        cells = record.cells
        while cells and not cells[-1].strip(BLANKS):
            cells.pop()
        text.numbers.append(record.row)
        if len(cells) > LOOKED_AT_TWICE and not any(cell.strip(BLANKS) for cell in cells[:LOOKED_AT_TWICE]):
            text.beyond += 1
        text.rows.append(list(map(remembered.setdefault, cells, cells)))
    text.widest = max(widths, default=0)
    if not text.widest:
        raise CannotRead(_nothing(text, name))
    text.damaged |= _misfits(text, widths)
    return text


def _bounded(records: Iterator[Record], name: str) -> Iterator[Record]:
    cells = damaged = 0
    for record in records:
        cells += len(record.cells)
        damaged += bool(record.damage)
        if len(record.cells) > MOST_COLUMNS:
            columns = (
                f"{len(record.cells):,} cells in row {record.row}, more than the {MOST_COLUMNS:,} this program reads"
            )
            raise CannotRead(f"{name} has {columns}. Save the columns you need as a file of their own.")
        if damaged > MOST_DAMAGED:
            raise CannotRead(
                f"{name} has over {MOST_DAMAGED:,} rows that cannot be read. Save it again from its source."
            )
        if record.row > MOST_ROWS:
            raise CannotRead(f"{name} has over {MOST_ROWS:,} rows, more than a spreadsheet can show. {_SPLIT_IT}")
        if cells > MOST_CELLS:
            raise CannotRead(f"{name} has over {MOST_CELLS:,} cells. {_SPLIT_IT}")
        yield record


def _misfits(text: TextRows, widths: array[int]) -> dict[int, str]:
    """Rows that were torn by a line end, or moved by a delimiter, that no quotation marks enclose.

    Only where nearly all rows between the first and the last full one are equally long: in a ragged table nobody can
    tell. Titles and footers stand outside, and one cell by itself is a heading between the rows.
    """
    width, full = Counter(widths).most_common(1)[0]
    first = widths.index(width)
    last = len(widths) - 1 - widths[::-1].index(width)
    if width < 2 or (last - first + 1) - full > max(1, _FEW * full):
        return {}
    return {
        text.numbers[place]: f"{widths[place]} cells where the other rows have {width}"
        for place in range(first, last + 1)
        if 1 < widths[place] < width or len(text.rows[place]) > width
    }


def _nothing(text: TextRows, name: str) -> str:
    if not text.damaged:
        return f"{name} is empty: it holds no row. Export it again."
    row, damage = next(iter(text.damaged.items()))
    return f"{name} holds no row that can be read (row {row}: {damage}). Save it again from its source as CSV UTF-8."
