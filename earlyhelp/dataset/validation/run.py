"""The order of validation: values, duplicates, references until nothing changes, answers by respondent, queries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import duckdb

from earlyhelp.dataset.catalogue import TABLES, in_dependency_order
from earlyhelp.dataset.declare import Table
from earlyhelp.dataset.reading.supplied import Noticed, Supplied
from earlyhelp.dataset.sql_text import literal
from earlyhelp.dataset.table_types import create_table_sql, quoted
from earlyhelp.dataset.validation.answers_of_respondents import blank_answers_of_others
from earlyhelp.dataset.validation.cleaning import RowCounts, clean, drop_working_columns
from earlyhelp.dataset.validation.duplicates import refuse_duplicates
from earlyhelp.dataset.validation.findings_table import FINDINGS, SIDE_BY_SIDE, create_tables, note
from earlyhelp.dataset.validation.queries import ask_queries
from earlyhelp.dataset.validation.references import Parents, blank_orphans, refuse_orphans, unchecked

ReadAgain = Callable[[Supplied], Supplied | None]


def validate(
    connection: duckdb.DuckDBPyConnection, supplied: Mapping[str, Supplied], as_at: date, read_again: ReadAgain
) -> dict[str, RowCounts]:
    """Create every supplied table with its usable rows and write the findings.

    read_again  called with a table that DuckDB would not read; returns it read with care, None where that is no help
    Returns     the row counts by table
    Raises      duckdb.Error: a file could not be read either way
    """
    create_tables(connection)

    def take_in(each: Supplied) -> RowCounts:
        return _take_in(connection.cursor(), each, as_at, read_again)

    # Small tables keep one core busy each, so they are cleaned side by side, every one on a connection of its own.
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        counts = dict(zip(supplied, pool.map(take_in, supplied.values()), strict=True))
    parents = Parents(set(supplied), {name for name, each in supplied.items() if each.unusable})
    filled = [table for table in in_dependency_order() if table.name in counts and counts[table.name].used]
    for table in filled:
        refuse_duplicates(connection, table, counts[table.name])
    for table in filled:
        refuse_orphans(connection, table, counts[table.name], parents)
    for table in filled:
        blank_orphans(connection, table, parents)
        for column in unchecked(table, parents):
            note(connection, Noticed("EH0006", table.name, column.name), "notice", column.refers_to or "")
    holding = {table.name for table in filled if counts[table.name].used}
    if {"closing_form", "closing_answer"} <= holding:
        blank_answers_of_others(connection)
    ask_queries(connection, holding, parents.supplied - parents.unusable)
    for table in filled:
        drop_working_columns(connection, table)
    return counts


def _take_in(
    connection: duckdb.DuckDBPyConnection, supplied: Supplied, as_at: date, read_again: ReadAgain
) -> RowCounts:
    try:
        counts = _clean_or_refuse(connection, supplied, as_at)
    except duckdb.Error:
        careful = read_again(supplied)
        if careful is None:
            raise
        supplied = careful
        counts = _clean_or_refuse(connection, supplied, as_at)
    for noticed in supplied.noticed:
        note(connection, noticed, "notice")
    if not counts.used and not supplied.unusable:
        _make_empty(connection, supplied.table)
    return counts


def _clean_or_refuse(connection: duckdb.DuckDBPyConnection, supplied: Supplied, as_at: date) -> RowCounts:
    if not supplied.unusable:
        return clean(connection, supplied, as_at)
    cells = [*(column.expression for column in supplied.columns.values()), *supplied.unknown, supplied.damage]
    filled = ", ".join(f"nullif(trim(CAST({cell} AS VARCHAR)), '')" for cell in cells if cell)
    row = connection.execute(
        f"SELECT count(*) FROM {supplied.relation} WHERE coalesce({filled}, NULL) IS NOT NULL"
    ).fetchone()
    for noticed in supplied.unusable:
        note(connection, noticed, "refused")
    connection.execute(create_table_sql(supplied.table))
    rows = int(row[0]) if row else 0
    return RowCounts(rows, rows)


def _make_empty(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    connection.execute(f"DROP TABLE {quoted(table.name)}; {create_table_sql(table)}")


def create_missing_tables(
    connection: duckdb.DuckDBPyConnection, present: Mapping[str, object], restricted: bool
) -> None:
    """Create the declared tables that were not supplied, empty."""
    missing = [table for table in TABLES.values() if table.name not in present and (restricted or not table.restricted)]
    if missing:
        connection.execute("; ".join(create_table_sql(table) for table in missing))


def count_blanked(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Return how many values were blanked in rows that stay, by table."""
    refused = f"SELECT table_name, row_number FROM {FINDINGS} WHERE effect LIKE {literal('refused%')}"
    rows = connection.execute(
        f"SELECT table_name, count(*) FROM {FINDINGS} ANTI JOIN ({refused}) USING (table_name, row_number) "
        "WHERE effect = 'blanked' GROUP BY ALL"
    ).fetchall()
    return {str(name): int(count) for name, count in rows}
