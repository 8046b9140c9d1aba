"""The tables of the private half: Parquet, one file a table, rows in the order of their keys."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Final

import duckdb

from earlyhelp.dataset.declare import Column, Kind, Table
from earlyhelp.dataset.sql_text import literal
from earlyhelp.dataset.table_types import quoted
from earlyhelp.dataset.withheld import names_people
from earlyhelp.editions.private.kept_columns import kept_columns, kept_tables
from earlyhelp.editions.private.pseudonyms import Key, is_pseudonymised
from earlyhelp.measures.code_tables import CODE_TABLES

PARQUET: Final = "FORMAT parquet, COMPRESSION zstd"


def select_sql(table: Table, key: Key) -> str:
    """Return the query for what is kept of a table's rows, ordered by its key as it is kept.

    Ordered by the pseudonyms: the order of the ids themselves would tell which case is older.
    """
    columns = ",\n       ".join(_kept(table, column, key) for column in kept_columns(table))
    order = ", ".join(f"{quoted(name)} NULLS FIRST" for name in table.key)
    return f"SELECT * FROM (\nSELECT {columns}\nFROM {quoted(table.name)}\n) ORDER BY {order}"


def write_tables(
    connection: duckdb.DuckDBPyConnection, present: Collection[str], folder: Path, key: Key
) -> dict[str, int]:
    """Write what is kept of each table into a folder and return the rows of each by its name."""
    return {
        table.name: _copy(connection, select_sql(table, key), folder / f"{table.name}.parquet")
        for table in kept_tables(present)
    }


def write_code_tables(connection: duckdb.DuckDBPyConnection, folder: Path) -> dict[str, int]:
    """Write the code tables that the SQL of the measures joins to, as the calculation just made them."""
    return {name: _copy(connection, _code_sql(name), folder / f"{name}.parquet") for name in CODE_TABLES}


def _code_sql(name: str) -> str:
    return f"SELECT * FROM {quoted(name)} ORDER BY ALL"


def _copy(connection: duckdb.DuckDBPyConnection, query: str, path: Path) -> int:
    unfinished = path.with_name(f".{path.name}.unfinished")
    copied = connection.execute(f"COPY ({query}) TO {literal(str(unfinished))} ({PARQUET})").fetchall()
    unfinished.replace(path)
    return int(copied[0][0])


def _kept(table: Table, column: Column, key: Key) -> str:
    name = quoted(column.name)
    if is_pseudonymised(column):
        return f"{key.sql(name)} AS {name}"
    if column.kind is Kind.DATE and names_people(table.name, column.name):
        return f"CAST(date_trunc('month', {name}) AS DATE) AS {name}"  # the day itself would name a child
    return name
