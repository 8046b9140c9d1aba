"""Rows of two editions laid side by side by their keys, each id under its pseudonym."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb

from earlyhelp.dataset.declare import Table
from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.dataset.source import Dataset
from earlyhelp.dataset.sql_text import literal
from earlyhelp.dataset.table_types import quoted
from earlyhelp.editions.private.half import KeptHalf
from earlyhelp.editions.private.kept_columns import kept_columns, kept_tables
from earlyhelp.editions.private.pseudonyms import Key
from earlyhelp.editions.private.tables import select_sql
from earlyhelp.publications.restated import RowsRestated


@dataclass(frozen=True, slots=True)
class _Sides:
    """The two queries of one table, and the columns that both know."""

    table: Table
    then: str
    now: str
    columns: tuple[str, ...]


def compare_rows(dataset: Dataset, kept: KeptHalf, key: Key) -> dict[str, RowsRestated] | None:
    """Return what became of the rows of each table, None where the earlier ids were hashed with another key.

    A table that the earlier edition did not have counts as one without rows there.
    Raises  CannotRead: a kept file is broken
    """
    if kept.key_fingerprint != key.fingerprint:
        return None
    connection = dataset.connection
    try:
        return {
            table.name: _compare(connection, _sides(connection, table, kept.table(table.name), key))
            for table in kept_tables(dataset.present)
        }
    except duckdb.Error:  # its text may quote a value
        raise CannotRead(f"A table in {kept.folder} could not be read, so nothing can be compared with it.") from None


def _sides(connection: duckdb.DuckDBPyConnection, table: Table, then: Path, key: Key) -> _Sides:
    names = [column.name for column in kept_columns(table)]
    now = select_sql(table, key)
    if not then.is_file():
        return _Sides(table, f"SELECT * FROM ({now}) WHERE false", now, tuple(names))
    read = f"SELECT * FROM read_parquet({literal(str(then))})"
    known = {row[0] for row in connection.execute(f"DESCRIBE {read}").fetchall()}
    return _Sides(table, read, now, tuple(name for name in names if name in known))


def _compare(connection: duckdb.DuckDBPyConnection, sides: _Sides) -> RowsRestated:
    is_same_key = " AND ".join(
        f"was.{quoted(name)} IS NOT DISTINCT FROM now.{quoted(name)}" for name in sides.table.key
    )
    differs = " OR ".join(
        f"was.{quoted(name)} IS DISTINCT FROM now.{quoted(name)}"
        for name in sides.columns
        if name not in sides.table.key
    )
    is_in_both = "was.is_there AND now.is_there"
    counted = connection.execute(
        f"""
SELECT count(was.is_there), count(now.is_there),
       count(*) FILTER (WHERE was.is_there IS NULL),
       count(*) FILTER (WHERE now.is_there IS NULL),
       count(*) FILTER (WHERE {is_in_both} AND ({differs or "FALSE"}))
FROM (SELECT *, TRUE AS is_there FROM ({sides.then})) AS was
FULL JOIN (SELECT *, TRUE AS is_there FROM ({sides.now})) AS now ON {is_same_key}
"""
    ).fetchall()
    return RowsRestated(sides.table.name, *counted[0])
