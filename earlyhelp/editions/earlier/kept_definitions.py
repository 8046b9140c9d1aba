"""Definitions that have changed since: their SQL, as an earlier edition kept it, run on other rows."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import duckdb

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.dataset.sql_text import literal
from earlyhelp.dataset.table_types import quoted
from earlyhelp.editions.earlier.numbers_counted import CellKey, Counted, NumbersByCell
from earlyhelp.editions.private.half import SQL_FOLDER, KeptHalf
from earlyhelp.editions.private.sql_as_run import COUNTED, COUNTED_FILE
from earlyhelp.measures.code_tables import CODE_TABLES
from earlyhelp.measures.compile import PLACE_COLUMNS

_COUNT: Final = re.compile(r"n\d+")
_NAME: Final = re.compile(r"[a-z_]+")


class _Where(NamedTuple):
    """Where a number of a cell stands: rows counted, column, and the names that narrow it."""

    rows: str
    column: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Result:
    """What one file of SQL gives: columns that it groups by, and the counts by grouping number and values."""

    columns: tuple[str, ...]
    counts: Mapping[tuple[object, ...], Mapping[str, int]]

    def number(self, where: _Where, level: str, code: str, parts: Mapping[str, str]) -> int:
        """Return a number, nought where no row is counted. Raises KeyError: it was not asked for."""
        place = dict.fromkeys(PLACE_COLUMNS[level], code)
        wanted = place | {name: parts[name] for name in where.by}
        if not wanted.keys() <= set(self.columns):
            raise KeyError(where.column)
        last = len(self.columns) - 1
        grouping = sum(1 << (last - index) for index, name in enumerate(self.columns) if name not in wanted)
        counts = self.counts.get((grouping, *(wanted.get(name) for name in self.columns)))
        return counts[where.column] if counts else 0


class KeptDefinitions:
    """The definitions of an earlier edition."""

    def __init__(self, kept: KeptHalf) -> None:
        """Read where each number stands. Raises CannotRead: that file is none that this program writes."""
        self._kept = kept
        self._where = _read_counted(kept.folder / SQL_FOLDER / COUNTED_FILE)

    def count(self, connection: duckdb.DuckDBPyConnection, cells: Iterable[CellKey]) -> NumbersByCell:
        """Return the numbers of cells by the kept SQL, without those that it cannot give.

        connection  a dataset between two editions
        """
        self._make_code_tables(connection)

        @cache
        def result(rows: str) -> _Result | None:
            return self._run(connection, rows)

        found: NumbersByCell = {}
        for cell in cells:
            numbers = [self._number(result(where.rows), where, cell) for where in self._of(cell)]
            if numbers and None not in numbers:
                found[cell] = Counted(*(number for number in numbers if number is not None), *_none(len(numbers)))
        return found

    def _of(self, cell: CellKey) -> tuple[_Where, ...]:
        parts = _parts(cell)
        window = parts.pop("window", "")
        return self._where.get((cell.measure, frozenset(parts), window), ())

    def _number(self, result: _Result | None, where: _Where, cell: CellKey) -> int | None:
        try:
            return None if result is None else result.number(where, cell.place_level, cell.place_code, _parts(cell))
        except KeyError:
            return None

    def _run(self, connection: duckdb.DuckDBPyConnection, rows: str) -> _Result | None:
        """Run the kept SQL of some rows, None where it is not there or does not run on today's columns."""
        folder = self._kept.folder / SQL_FOLDER
        path = folder / f"2_rows_{rows}.sql"
        if not _NAME.fullmatch(rows) or not path.is_file():
            return None
        try:
            for kept in sorted(folder.glob("1_kept_*.sql")):
                connection.execute(kept.read_text(encoding="utf-8"))
            return _result(connection.execute(path.read_text(encoding="utf-8")))
        except duckdb.Error:
            return None

    def _make_code_tables(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Put the code lists as they were then in the place of today's."""
        for name in CODE_TABLES:
            if (path := self._kept.table(name)).is_file():
                read = f"SELECT * FROM read_parquet({literal(str(path))})"
                connection.execute(f"CREATE OR REPLACE TEMP TABLE {quoted(name)} AS {read}")


def _parts(cell: CellKey) -> dict[str, str]:
    return {} if cell.breakdown == "all" else dict(part.split("=", 1) for part in cell.breakdown.split(";"))


def _none(numbers: int) -> tuple[None, ...]:
    return (None,) * (2 - numbers)


def _result(cursor: duckdb.DuckDBPyConnection) -> _Result:
    names = [str(column[0]) for column in cursor.description or ()]
    first = next(place for place, name in enumerate(names) if _COUNT.fullmatch(name))
    counts: dict[tuple[object, ...], dict[str, int]] = {}
    for row in cursor.fetchall():
        values: tuple[Any, ...] = row
        counts[values[:first]] = dict(zip(names[first:], values[first:], strict=True))
    return _Result(tuple(names[1:first]), counts)


def _read_counted(path: Path) -> dict[tuple[str, frozenset[str], str], tuple[_Where, ...]]:
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        if tuple(next(rows, ())) != COUNTED:
            raise CannotRead(f"{path} is not the list of numbers that this program keeps.")
        found: dict[tuple[str, frozenset[str], str], tuple[_Where, ...]] = {}
        for row in rows:
            if len(row) != len(COUNTED):
                raise CannotRead(f"{path} has a row with {len(row)} fields, not {len(COUNTED)}.")
            measure, by, window, counted, count, base, out_of, base_by = row
            names = tuple(by.split())
            whole = (_Where(base, out_of, tuple(base_by.split())),) if base else ()
            found[measure, frozenset(names), window] = (_Where(counted, count, names), *whole)
    return found
