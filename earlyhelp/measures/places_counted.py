"""The places that every cell is written for: the county and each district of the dataset."""

from __future__ import annotations

import duckdb

from earlyhelp.measures.declare import Measure
from earlyhelp.measures.scope import Scope

PlaceCode = tuple[str, str]


def places_counted(connection: duckdb.DuckDBPyConnection, scope: Scope) -> dict[str, list[PlaceCode]]:
    """Return (level, code) of county and districts; schools come from the rows, for their zeros are not written."""
    districts: list[PlaceCode] = []
    if "district" in scope.levels:
        rows = connection.execute("SELECT district_code FROM district ORDER BY district_code").fetchall()
        districts = [("district", code) for (code,) in rows]
    county: list[PlaceCode] = [("county", scope.county_code)] if "county" in scope.levels else []
    return {"county": county, "district": districts}


def places_of(measure: Measure, places: dict[str, list[PlaceCode]]) -> list[PlaceCode]:
    """Return the county and districts that a measure is written for."""
    return [place for level in sorted(measure.levels) for place in places.get(level, [])]
