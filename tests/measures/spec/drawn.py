"""Drawn tables: a table of text becomes rows of the dataset, and the rows become figures.

A drawing names the columns that matter to the rule. Every other required column is filled in, so that the drawing
stays small: a request is for support and comes from a parent, an involvement began on 1 October 2015, a place is North.
An empty cell means not recorded. A column, or a code, that the dataset does not have is refused.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cache

import duckdb

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.declare import Column, Table
from earlyhelp.dataset.table_types import create_table_sql, quoted
from earlyhelp.measures.calculate import calculate
from earlyhelp.measures.figures import Figure
from earlyhelp.measures.scope import NO_DATES, Scope
from earlyhelp.periods import Period
from earlyhelp.vocabulary.code_lists import read_code_list

COUNTY = "county"
DISTRICTS = """
district_code | name
North         | North
South         | South
"""
UNRESTRICTED = frozenset(name for name, table in TABLES.items() if not table.restricted)

# What a required column holds when the drawing leaves it out; a key is numbered instead.
USUALLY = {
    "district_code": "North",
    "family_id": "Ash",
    "person_id": "Amira",
    "name": "A school",
    "phase": "primary",
    "involvement_id": "I1",
    "started_on": "2015-10-01",
    "opened_on": "2015-10-01",
    "drawn_on": "2016-01-04",
    "focus_code": "attendance_below_90",
    "started_by": "school",
    "led_by": "school",
    "probability": "0.95",
    "decision": "automatic",
    "request.kind": "support",
    "request.source_code": "1A",
    "closing_form.respondent": "school",
}


def figures_of(
    *measures: str,
    first: str = "2016-01-01",
    last: str = "2016-07-31",
    as_at: str = "2016-07-31",
    absent: Collection[str] = (),
    complete_from: Mapping[str, date] = NO_DATES,
    **drawings: str,
) -> list[Figure]:
    """Return the figures of some measures from drawn tables, by default for January to July 2016.

    absent      tables that the council did not supply
    drawings    a drawn table under the name of its table; a table that is not drawn is supplied without rows
    """
    period = Period(date.fromisoformat(first), date.fromisoformat(last))
    scope = Scope(
        period, date.fromisoformat(as_at), COUNTY, UNRESTRICTED - set(absent), complete_from, measures=measures
    )
    connection = empty_dataset()
    connection.begin()
    try:
        for name, drawing in {"district": DISTRICTS, **drawings}.items():
            insert(connection, TABLES[name], rows_of(TABLES[name], drawing))
        return calculate(connection, scope)
    finally:
        connection.rollback()


@cache
def empty_dataset() -> duckdb.DuckDBPyConnection:
    """Return a connection with every unrestricted table, none of which has a row."""
    connection = duckdb.connect(config={"threads": 1})
    for name in sorted(UNRESTRICTED):
        connection.execute(create_table_sql(TABLES[name]))
    return connection


def cell(figures: Sequence[Figure], measure: str, place: str = COUNTY, breakdown: str = "all") -> Figure:
    """Return the one figure of a measure, a place and a breakdown."""
    found = [f for f in figures if (f.measure, f.place_code, f.breakdown) == (measure, place, breakdown)]
    assert len(found) == 1, f"{len(found)} cells of {measure} for {place}, {breakdown}"
    return found[0]


def has_cell(figures: Sequence[Figure], measure: str, place: str = COUNTY, breakdown: str = "all") -> bool:
    """Say whether a cell is written at all."""
    return any((f.measure, f.place_code, f.breakdown) == (measure, place, breakdown) for f in figures)


def rows_of(table: Table, drawing: str) -> list[dict[str, str | None]]:
    """Return the rows of a drawing, with every required column filled in."""
    header, *lines = [[part.strip() for part in line.split("|")] for line in drawing.strip().splitlines()]
    columns = [table.column(name) for name in header]
    rows: list[dict[str, str | None]] = []
    for number, line in enumerate(lines, 1):
        drawn = {column.name: known(column, text) for column, text in zip(columns, line, strict=True)}
        missing = {c.name: usual(table, c, number) for c in table.columns if c.required and c.name not in drawn}
        rows.append(drawn | missing)
    return rows


def known(column: Column, text: str) -> str | None:
    """Return the text of a cell, None where it is empty."""
    assert text or not column.required, f"{column.name} is required"
    assert not text or not column.codes or text in read_code_list(column.codes), f"{text} is no {column.name}"
    return text or None


def usual(table: Table, column: Column, number: int) -> str:
    """Return what a required column holds when it is not drawn."""
    if table.key == (column.name,):
        return f"{table.name} {number}"
    found = USUALLY.get(f"{table.name}.{column.name}", USUALLY.get(column.name))
    assert found, f"draw {table.name}.{column.name}: it has no usual value"
    return found


def insert(connection: duckdb.DuckDBPyConnection, table: Table, rows: Sequence[Mapping[str, str | None]]) -> None:
    """Put rows into a table, each value with the column's declared type."""
    for row in rows:
        names = ", ".join(quoted(name) for name in row)
        values = ", ".join(f"CAST(? AS {table.column(name).duckdb_type})" for name in row)
        connection.execute(f"INSERT INTO {quoted(table.name)} ({names}) VALUES ({values})", list(row.values()))
