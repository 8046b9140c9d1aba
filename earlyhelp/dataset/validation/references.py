"""References: a row without its required parent is refused, an optional value that leads nowhere is blanked.

A parent that was itself refused takes its rows with it; they are counted apart, so that the person at the source
puts right one row instead of a hundred.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from typing import Final

import duckdb

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.declare import Column, Table
from earlyhelp.dataset.sql_text import literal
from earlyhelp.dataset.table_types import quoted
from earlyhelp.dataset.validation.cleaning import RowCounts
from earlyhelp.dataset.validation.findings_table import (
    FINDINGS,
    LONGEST_VALUE,
    REFUSED_KEYS,
    ROW,
    key_text,
)

_BROKEN: Final = '"#broken"'


@dataclass(frozen=True, slots=True)
class Parents:
    """What is known of the tables referred to.

    supplied    tables whose references are checked
    unusable    those of which no row could be used, whatever the reason in the file
    """

    supplied: Set[str]
    unusable: Set[str]


def refuse_orphans(connection: duckdb.DuckDBPyConnection, table: Table, counts: RowCounts, parents: Parents) -> None:
    """Refuse rows whose required reference leads to no usable row. Its parents must have been through this before."""
    columns = _references(table, parents, required=True)
    if not columns or not _any_broken(connection, table, columns):
        return
    _list_broken(connection, table, columns, parents)
    _write(connection, table, "EH0301", "refused", "EH0303", "refused_with_parent")
    row = f"SELECT {ROW}, bool_or(NOT is_refused) AS is_own FROM {_BROKEN} GROUP BY {ROW}"
    own, with_parent = connection.execute(
        f"SELECT count(*) FILTER (is_own), count(*) FILTER (NOT is_own) FROM ({row})"
    ).fetchall()[0]
    counts.refused += int(own)
    counts.refused_with_parent += int(with_parent)
    connection.execute(
        f"INSERT INTO {REFUSED_KEYS} SELECT {literal(table.name)}, {quoted(table.key[0])} FROM {quoted(table.name)} "
        f"WHERE {ROW} IN (SELECT {ROW} FROM {_BROKEN});"
        f"DELETE FROM {quoted(table.name)} WHERE {ROW} IN (SELECT {ROW} FROM {_BROKEN}); DROP TABLE {_BROKEN}"
    )


def blank_orphans(connection: duckdb.DuckDBPyConnection, table: Table, parents: Parents) -> None:
    """Blank optional references that lead to no usable row. Every table must have been through `refuse_orphans`."""
    columns = _references(table, parents, required=False)
    if not columns or not _any_broken(connection, table, columns):
        return
    _list_broken(connection, table, columns, parents)
    _write(connection, table, "EH0302", "blanked", "EH0304", "blanked")
    for column in columns:
        connection.execute(
            f"UPDATE {quoted(table.name)} SET {quoted(column.name)} = NULL WHERE {ROW} IN "
            f"(SELECT {ROW} FROM {_BROKEN} WHERE column_name = {literal(column.name)})"
        )
    connection.execute(f"DROP TABLE {_BROKEN}")


def unchecked(table: Table, parents: Parents) -> list[Column]:
    """Return the columns that refer to a table that was not supplied."""
    return [column for column in table.columns if column.refers_to and column.refers_to not in parents.supplied]


def _references(table: Table, parents: Parents, required: bool) -> list[Column]:
    return [column for column in table.columns if column.required == required and column.refers_to in parents.supplied]


def _any_broken(connection: duckdb.DuckDBPyConnection, table: Table, columns: list[Column]) -> bool:
    broken = " UNION ALL ".join(
        f"(SELECT 1 FROM {quoted(table.name)} child WHERE {_leads_nowhere(column)} LIMIT 1)" for column in columns
    )
    return connection.execute(f"SELECT 1 FROM ({broken}) LIMIT 1").fetchone() is not None


def _leads_nowhere(column: Column) -> str:
    parent = TABLES[column.refers_to or ""]
    return (
        f"child.{quoted(column.name)} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {quoted(parent.name)} parent "
        f"WHERE parent.{quoted(parent.key[0])} = child.{quoted(column.name)})"
    )


def _list_broken(connection: duckdb.DuckDBPyConnection, table: Table, columns: list[Column], parents: Parents) -> None:
    connection.execute(
        f"CREATE TABLE {_BROKEN} AS "
        + " UNION ALL ".join(
            f"SELECT {ROW}, {literal(column.name)} AS column_name, {quoted(column.name)} AS value, "
            f"{literal(column.refers_to or '')} AS other, {literal(column.empty_says)} AS empty_says, "
            f"{key_text(table)} AS key, {_was_refused(column, parents)} AS is_refused FROM {quoted(table.name)} child "
            f"WHERE {_leads_nowhere(column)}"
            for column in columns
        )
    )


def _was_refused(column: Column, parents: Parents) -> str:
    if column.refers_to in parents.unusable:
        return "TRUE"
    return (
        f"{quoted(column.name)} IN (SELECT key FROM {REFUSED_KEYS} "
        f"WHERE table_name = {literal(column.refers_to or '')} AND key IS NOT NULL)"
    )


def _write(
    connection: duckdb.DuckDBPyConnection, table: Table, rule: str, effect: str, refused_rule: str, refused_effect: str
) -> None:
    connection.execute(
        f"INSERT INTO {FINDINGS} SELECT if(is_refused, {literal(refused_rule)}, {literal(rule)}), "
        f"if(is_refused, {literal(refused_effect)}, {literal(effect)}), {literal(table.name)}, {ROW}, column_name, "
        f"left(value, {LONGEST_VALUE}), other, empty_says, key FROM {_BROKEN}"
    )
