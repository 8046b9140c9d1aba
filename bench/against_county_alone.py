"""Every place against the county alone, the whole catalogue; and against one set of queries for each place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import duckdb

from bench.clock import Taken, in_turn, measure, median
from bench.compiled import kept_names, prepare, run_sql
from bench.twelve import scope_of
from earlyhelp.measures.calculate import calculate
from earlyhelp.measures.catalogue import ROWS, measures_of
from earlyhelp.measures.compile import PLACE_COLUMNS, compile_families, kept_sql
from earlyhelp.measures.scope import LEVELS, Scope

SAMPLE: Final = {"district": 2, "school": 6}


@dataclass(frozen=True, slots=True)
class Compared:
    """Whole calculations, their SQL part alone, and one set of queries for each place, extrapolated from a sample."""

    places: int
    cells: int
    all_places: Taken
    county_alone: Taken
    sql_of_all: Taken
    sql_of_county: Taken
    a_query_a_place: Taken


def places_in(connection: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """Return the codes of the districts, and of the schools that have anything to count."""
    district = connection.execute("SELECT district_code FROM district ORDER BY 1").fetchall()
    school = connection.execute(
        "SELECT DISTINCT school_urn FROM (SELECT school_urn FROM request UNION "
        "SELECT school_urn FROM involvement_child UNION SELECT started_by_urn FROM assessment) "
        "WHERE school_urn IS NOT NULL ORDER BY 1"
    ).fetchall()
    return {"district": [code for (code,) in district], "school": [code for (code,) in school]}


def run_for_one_place(connection: duckdb.DuckDBPyConnection, level: str, code: str) -> None:
    """Run the queries of one place as if it were the only one, each narrowed to its rows."""
    scope = scope_of(levels=(level,), measures=None)
    measures = measures_of(None)
    for name in kept_names(measures):
        connection.execute(kept_sql(ROWS[name], scope))
    (column,) = PLACE_COLUMNS[level]
    for family in compile_families(measures, scope).values():
        head, grouped, tail = family.sql(scope).rpartition("\nGROUP BY GROUPING SETS")
        connection.execute(f"{head}\nWHERE {column} = '{code}'{grouped}{tail}").fetchall()


def extrapolate(connection: duckdb.DuckDBPyConnection, places: dict[str, list[str]], county: Taken) -> Taken:
    """Return the time of one set of queries for every place: the county's, and for each level a sample's median."""
    seconds, processor = county.seconds, county.processor
    for level, size in SAMPLE.items():
        codes = places[level]
        sample = codes[:: max(1, len(codes) // size)][:size]
        one = median(
            [measure(lambda level=level, code=code: run_for_one_place(connection, level, code)) for code in sample]
        )
        seconds += one.seconds * len(codes)
        processor += one.processor * len(codes)
    return Taken(seconds, processor)


def compare(connection: duckdb.DuckDBPyConnection, rounds: int) -> Compared:
    """Return the times; the county alone is asked of the same connection in the same rounds."""
    everywhere, county = scope_of(LEVELS, None), scope_of(("county",), None)
    prepare(connection, everywhere)
    figures = calculate(connection, everywhere)

    def whole(scope: Scope) -> None:
        calculate(connection, scope)

    taken = in_turn(
        {
            "all": lambda: whole(everywhere),
            "county": lambda: whole(county),
            "sql of all": lambda: run_sql(connection, everywhere),
            "sql of county": lambda: run_sql(connection, county),
        },
        rounds,
    )
    places = places_in(connection)
    return Compared(
        places=len({(figure.place_level, figure.place_code) for figure in figures}),
        cells=len(figures),
        all_places=taken["all"],
        county_alone=taken["county"],
        sql_of_all=taken["sql of all"],
        sql_of_county=taken["sql of county"],
        a_query_a_place=extrapolate(connection, places, taken["sql of county"]),
    )
