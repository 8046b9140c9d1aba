"""The places that every cell is written for: the county, each district, and schools wanted whole."""

from __future__ import annotations

import duckdb

from earlyhelp.measures.declare import Measure
from earlyhelp.measures.scope import Scope

PlaceCode = tuple[str, str]


def places_counted(connection: duckdb.DuckDBPyConnection, scope: Scope) -> dict[str, list[PlaceCode]]:
    """Return (level, code) of the county, its districts and the schools wanted whole; other schools have no zeros."""
    districts: list[PlaceCode] = []
    if "district" in scope.levels:
        rows = connection.execute("SELECT district_code FROM district ORDER BY district_code").fetchall()
        districts = [("district", code) for (code,) in rows]
    county: list[PlaceCode] = [("county", scope.county_code)] if "county" in scope.levels else []
    whole = scope.whole_schools if "school" in scope.levels else ()
    return {"county": county, "district": districts, "school": [("school", urn) for urn in sorted(whole)]}


def places_of(measure: Measure, places: dict[str, list[PlaceCode]]) -> list[PlaceCode]:
    """Return the places that a measure is written for whatever its rows hold."""
    return [place for level in sorted(measure.levels) for place in places.get(level, [])]
