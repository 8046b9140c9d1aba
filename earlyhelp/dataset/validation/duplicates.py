"""Rows whose key was already used: the first stays."""

from __future__ import annotations

import duckdb

from earlyhelp.dataset.declare import Table
from earlyhelp.dataset.sql_text import literal
from earlyhelp.dataset.table_types import quoted
from earlyhelp.dataset.validation.cleaning import RowCounts
from earlyhelp.dataset.validation.findings_table import FINDINGS, ROW, key_text

_LATER: str = '"#later"'


def refuse_duplicates(connection: duckdb.DuckDBPyConnection, table: Table, counts: RowCounts) -> None:
    """Refuse every row but the first of each key, empty parts of a key counting as equal.

    A row equal to the first in all its columns is an exact copy, any other a key used twice.
    """
    keys = ", ".join(quoted(name) for name in table.key)
    name = quoted(table.name)
    twice = f"SELECT {keys}, min({ROW}) AS first_row FROM {name} GROUP BY {keys} HAVING count(*) > 1"
    if connection.execute(f"SELECT 1 FROM ({twice}) LIMIT 1").fetchone() is None:
        return
    same_key = " AND ".join(f"later.{quoted(part)} IS NOT DISTINCT FROM twice.{quoted(part)}" for part in table.key)
    same_row = " AND ".join(
        f"later.{quoted(column.name)} IS NOT DISTINCT FROM earlier.{quoted(column.name)}" for column in table.columns
    )
    connection.execute(
        f"CREATE TABLE {_LATER} AS SELECT later.{ROW}, twice.first_row, {same_row} AS is_copy, "
        f"{key_text(table, 'later')} AS key FROM {name} later JOIN ({twice}) twice ON {same_key} "
        f"JOIN {name} earlier ON earlier.{ROW} = twice.first_row WHERE later.{ROW} > twice.first_row;"
        f"INSERT INTO {FINDINGS} SELECT CASE WHEN is_copy THEN 'EH0202' ELSE 'EH0201' END, 'refused', "
        f"{literal(table.name)}, {ROW}, {literal(', '.join(table.key))}, key, NULL, first_row, key FROM {_LATER};"
        f"DELETE FROM {name} WHERE {ROW} IN (SELECT {ROW} FROM {_LATER})"
    )
    refused = connection.execute(f"SELECT count(*) FROM {_LATER}").fetchone()
    counts.refused += int(refused[0]) if refused else 0
    connection.execute(f"DROP TABLE {_LATER}")
