"""Queries."""
from __future__ import annotations
from collections.abc import Set
from datetime import date
import duckdb


def ask_queries(connection: duckdb.DuckDBPyConnection, filled: Set[str], as_at: date) -> None:
    """Write the queries."""
