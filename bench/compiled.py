"""The SQL part of a calculation alone, without making cells of its counts."""

from __future__ import annotations

import duckdb

from earlyhelp.measures.catalogue import ROWS, measures_of
from earlyhelp.measures.code_tables import make_code_tables
from earlyhelp.measures.compile import compile_families, kept_sql
from earlyhelp.measures.declare import Measure
from earlyhelp.measures.scope import Scope


def prepare(connection: duckdb.DuckDBPyConnection, scope: Scope) -> None:
    """Make the code tables, which compiled and hand-written SQL both join to."""
    make_code_tables(connection, scope.period)


def kept_names(measures: list[Measure]) -> list[str]:
    """Return the rows that are worked out once before the queries, in the order of the calculation."""
    named = {name for measure in measures for name in (measure.rows, *measure.rows_by.values())}
    return sorted(name for name in named if ROWS[name].kept)


def run_sql(connection: duckdb.DuckDBPyConnection, scope: Scope) -> int:
    """Run every query of a scope and fetch its rows; return how many."""
    measures = measures_of(scope.measures)
    for name in kept_names(measures):
        connection.execute(kept_sql(ROWS[name], scope))
    fetched = 0
    for family in compile_families(measures, scope).values():
        fetched += len(connection.execute(family.sql(scope)).fetchall())
    return fetched
