"""A Parquet file as a supplied table."""

from __future__ import annotations

from pathlib import Path

import duckdb

from earlyhelp.dataset.declare import Table
from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.dataset.reading.header import match_header
from earlyhelp.dataset.reading.supplied import SourceColumn, Supplied
from earlyhelp.dataset.sql_text import literal
from earlyhelp.dataset.table_types import quoted


def supply_parquet(connection: duckdb.DuckDBPyConnection, table: Table, path: Path) -> Supplied:
    """Return a Parquet file as a supplied table, each column with the type it has there.

    Rows are numbered as if the file were a sheet: the first is row 2.
    Raises  CannotRead: it is not a Parquet file, or is damaged
    """
    relation = f"read_parquet({literal(str(path))})"
    try:
        described = connection.execute(f"DESCRIBE SELECT * FROM {relation}").fetchall()
    except duckdb.Error:
        raise CannotRead(f"{path} is not a Parquet file, or is damaged. Write it again from its source.") from None
    names = [str(row[0]) for row in described]
    header = match_header(table, names)
    return Supplied(
        table,
        path.name,
        relation,
        {
            name: SourceColumn(quoted(names[place]), str(described[place][1]))
            for name, place in header.positions.items()
        },
        tuple(quoted(names[place]) for place in header.unknown),
        unusable=header.unusable,
        noticed=header.noticed,
    )
