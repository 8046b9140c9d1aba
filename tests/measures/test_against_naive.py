"""The compiled figures against the second calculation, cell by cell, over random counties.

Fifty counties at every test, the same each time. EARLYHELP_CAMPAIGN_COUNTIES=5000 looks at that many new ones.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from fractions import Fraction

import duckdb
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.table_types import create_table_sql, quoted
from earlyhelp.measures.calculate import calculate
from earlyhelp.measures.figures import Figure
from earlyhelp.measures.scope import Scope
from earlyhelp.periods import Period
from tests.measures.naive.cells import Cell
from tests.measures.naive.county import MEASURES, County, Key, naive_figures
from tests.measures.random_counties import random_counties
from tests.measures.random_county import COUNTY_CODE, RandomCounty, smallest

COUNTIES_AT_EVERY_TEST = 50
LINES_SHOWN = 12
CAMPAIGN_COUNTIES = int(os.environ.get("EARLYHELP_CAMPAIGN_COUNTIES", "0"))


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(config={"threads": 1}) as opened:
        for table in TABLES.values():
            opened.execute(create_table_sql(table))
        yield opened


def fill(connection: duckdb.DuckDBPyConnection, county: RandomCounty) -> None:
    """Replace the rows of every table that a random county can hold."""
    for name, rows in county.tables.items():
        connection.execute(f"DELETE FROM {quoted(name)}")
        if rows:
            columns = list(rows[0])
            names = ", ".join(quoted(column) for column in columns)
            places = ", ".join([f"({', '.join('?' for _ in columns)})"] * len(rows))
            values = [row[column] for row in rows for column in columns]
            connection.execute(f"INSERT INTO {quoted(name)} ({names}) VALUES {places}", values)


def as_cell(figure: Figure) -> Cell:
    """The figure in the second calculation's terms; its value is compared as a number, with all its decimals."""
    count = None if figure.count is None else Fraction(figure.count)
    out_of = None if figure.out_of is None else Fraction(figure.out_of)
    return Cell(count, out_of, None if figure.value is None else str(Fraction(figure.value)), figure.status.value)


def with_exact_value(cell: Cell) -> Cell:
    return cell._replace(value=None if cell.value is None else str(Fraction(cell.value)))


def may_be_left_out(key: Key, cell: Cell) -> bool:
    """Schools' cells of nothing are not written; a share of nothing out of something is."""
    return key[1] == "school" and not cell.count and not cell.out_of


def disagreements(compiled: dict[Key, Cell], naive: dict[Key, Cell]) -> list[str]:
    lines: list[str] = []
    for key in sorted(compiled.keys() | naive.keys()):
        ours, theirs = compiled.get(key), naive.get(key)
        if ours != theirs and not all(cell is None or may_be_left_out(key, cell) for cell in (ours, theirs)):
            lines.append(f"{' '.join(key)}: compiled {ours}, second calculation {theirs}")
    return lines


def naive_of(county: RandomCounty) -> dict[Key, Cell]:
    rows = County(county.tables, COUNTY_CODE, county.as_at, county.present)
    return naive_figures(rows, county.first, county.last)


def compiled_of(connection: duckdb.DuckDBPyConnection, county: RandomCounty) -> dict[Key, Cell]:
    fill(connection, county)
    scope = Scope(Period(county.first, county.last), county.as_at, COUNTY_CODE, county.present)
    figures = calculate(connection, scope)
    cells = {(own.measure, own.place_level, own.place_code, own.breakdown): as_cell(own) for own in figures}
    assert len(cells) == len(figures), "a cell was written twice"
    return cells


def compared(connection: duckdb.DuckDBPyConnection, county: RandomCounty, naive: dict[Key, Cell]) -> list[str]:
    return disagreements(compiled_of(connection, county), {key: with_exact_value(cell) for key, cell in naive.items()})


def explained(connection: duckdb.DuckDBPyConnection, county: RandomCounty) -> str:
    """The cells that disagree in the smallest county that still has one, and its rows."""
    small = smallest(county, lambda fewer: bool(compared(connection, fewer, naive_of(fewer))))
    lines = compared(connection, small, naive_of(small))
    return "\n".join([f"{len(lines)} cells disagree", *lines[:LINES_SHOWN], repr(small)])


def test_every_cell_agrees_with_the_second_calculation(connection: duckdb.DuckDBPyConnection) -> None:
    measures_with_a_value: set[str] = set()
    failing: list[RandomCounty] = []

    @settings(
        max_examples=CAMPAIGN_COUNTIES or COUNTIES_AT_EVERY_TEST,
        derandomize=not CAMPAIGN_COUNTIES,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(random_counties())
    def compare(county: RandomCounty) -> None:
        if failing:
            return
        naive = naive_of(county)
        measures_with_a_value.update(key[0] for key, cell in naive.items() if cell.status == "value")
        if compared(connection, county, naive):
            failing.append(county)

    compare()
    assert not failing, explained(connection, failing[0])
    assert measures_with_a_value == {measure.name for measure in MEASURES}, "the counties do not reach every measure"
