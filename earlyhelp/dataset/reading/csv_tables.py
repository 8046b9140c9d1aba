"""A CSV file as a supplied table: the fast way through DuckDB, and the careful way for files it refuses."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

from earlyhelp.dataset.declare import Table
from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.dataset.reading.careful_csv import rewrite
from earlyhelp.dataset.reading.header import BLANKS, Header, count_known, match_header
from earlyhelp.dataset.reading.supplied import SourceColumn, Supplied
from earlyhelp.dataset.reading.text_files import TextFile, as_utf8, first_lines
from earlyhelp.dataset.table_types import quoted

DELIMITERS: Final = (",", ";", "\t")

# Bytes of a line on the careful way; DuckDB's own limit is lower, and a file that passes it is read with care.
_LONGEST_LINE: Final = 8_000_000


def supply_csv(table: Table, path: Path, folder: Path) -> tuple[Supplied, TextFile, str]:
    """Return a CSV file as a supplied table, with its text and delimiter in case it must be read again with care.

    folder  where copies may be written; it lives as long as the table is read
    Raises  CannotRead: the file is empty, not text, or its first line cannot be read
    """
    text = as_utf8(path, folder)
    delimiter, names = _dialect(table, text.path, path)
    if not text.is_plain:
        return supply_carefully(table, path, text, delimiter, folder), text, delimiter
    header = match_header(table, names)
    supplied = _supply(table, path.name, header, read_csv_sql(text.path, delimiter, len(names)))
    return supplied, text, delimiter


def supply_carefully(table: Table, path: Path, text: TextFile, delimiter: str, folder: Path) -> Supplied:
    """Return the same file read row by row: a row that does not fit is kept as damaged, with what is wrong."""
    target = folder / f"{table.name}.rows.csv"
    with text.path.open(encoding="utf-8", newline="") as lines:
        names = rewrite(lines, delimiter, target)
    return supply_rows(table, path.name, names, target)


def supply_rows(table: Table, file_name: str, names: list[str], rows: Path) -> Supplied:
    """Return rows written by `rewrite` or by a workbook: row number, damage, then the cells."""
    relation = read_csv_sql(rows, ",", len(names) + 2, has_header=False)
    return _supply(table, file_name, match_header(table, names), relation, first=2)


def read_csv_sql(path: Path, delimiter: str, width: int, has_header: bool = True) -> str:
    """Return SQL that reads a UTF-8 file of that many columns c0, c1, … as text, guessing nothing."""
    columns = ", ".join(f"'c{place}': 'VARCHAR'" for place in range(width))
    name = str(path).replace("'", "''")
    longest = "" if has_header else f"max_line_size={_LONGEST_LINE}, "
    return (
        f"read_csv('{name}', auto_detect=false, header={str(has_header).lower()}, delim='{delimiter}', quote='\"', "
        f"escape='\"', strict_mode=true, {longest}columns={{{columns}}})"
    )


def _supply(table: Table, file_name: str, header: Header, relation: str, first: int = 0) -> Supplied:
    return Supplied(
        table,
        file_name,
        relation,
        {name: SourceColumn(quoted(f"c{place + first}")) for name, place in header.positions.items()},
        tuple(quoted(f"c{place + first}") for place in header.unknown),
        row='CAST("c0" AS BIGINT)' if first else "",
        damage='"c1"' if first else "",
        unusable=header.unusable,
        noticed=header.noticed,
    )


def _dialect(table: Table, text: Path, path: Path) -> tuple[str, list[str]]:
    """The delimiter under which most declared columns are found, and the names in the first line."""
    lines = first_lines(text).lstrip("\r\n").splitlines(keepends=True)
    found: list[tuple[int, int, str, list[str]]] = []
    for delimiter in DELIMITERS:
        try:
            names = next(csv.reader(lines, delimiter=delimiter))
        except (csv.Error, StopIteration):
            continue
        found.append((count_known(table, names), len(names), delimiter, names))
    if not found or not any(name.strip(BLANKS) for name in found[0][3]):
        raise CannotRead(f"{path} has no column names. Write them in its first row.")
    best = max(found, key=lambda each: each[:2])
    return best[2], best[3]
