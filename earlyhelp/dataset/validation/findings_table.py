"""The table inside DuckDB that findings are written to, and the one row shape every rule writes."""

from __future__ import annotations

from typing import Final

import duckdb

from earlyhelp.dataset.declare import Table
from earlyhelp.dataset.reading.supplied import Noticed
from earlyhelp.dataset.sql_text import literal
from earlyhelp.dataset.table_types import quoted

FINDINGS: Final = '"#findings"'
REFUSED_KEYS: Final = '"#refused_keys"'
ROW: Final = '"#row"'
TEXTS: Final = '"#texts"'

LONGEST_VALUE: Final = 60
"""A value is shown up to here: enough to find it, too little to print a note by mistake."""


SIDE_BY_SIDE: Final = 2
"""Tables that are worked on at once, each on a connection of its own: a small one keeps a single core busy."""


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the empty tables that validation writes to."""
    connection.execute(
        f"CREATE TABLE {FINDINGS} (rule VARCHAR, effect VARCHAR, table_name VARCHAR, row_number BIGINT, "
        "column_name VARCHAR, value VARCHAR, other VARCHAR, other_value VARCHAR, key VARCHAR);"
        f"CREATE TABLE {REFUSED_KEYS} (table_name VARCHAR, key VARCHAR)"
    )


def key_text(table: Table, alias: str = "") -> str:
    """Return SQL for the key of a row as one text, its parts in order with "; " between."""
    dot = f"{alias}." if alias else ""
    parts = ", ".join(f"coalesce(CAST({dot}{quoted(name)} AS VARCHAR), '')" for name in table.key)
    return f"concat_ws('; ', {parts})"


def note(connection: duckdb.DuckDBPyConnection, noticed: Noticed, effect: str, other: str = "") -> None:
    """Write one finding about a file, a table or a column."""
    connection.execute(
        f"INSERT INTO {FINDINGS} VALUES (?, ?, ?, NULL, ?, ?, ?, NULL, NULL)",
        [noticed.rule, effect, noticed.about, noticed.column or None, noticed.detail or None, other or None],
    )


def effect_literal(is_required: bool) -> str:
    """Return SQL for what a fault does: it refuses the row in a required column and blanks the value elsewhere."""
    return literal("refused" if is_required else "blanked")
