"""Staffing by month: sums of full-time equivalents, which exist only where every part has been reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

import duckdb

from earlyhelp.measures.catalogue import ROWS
from earlyhelp.measures.cells import CellMaker
from earlyhelp.measures.compile import fill
from earlyhelp.measures.declare import Measure
from earlyhelp.measures.figures import Figure, Number, Status
from earlyhelp.measures.places_counted import PlaceCode
from earlyhelp.measures.scope import Scope


def exact(number: Decimal) -> Number:
    """Return a decimal without trailing zeros, a whole one as a whole number."""
    return int(number) if number == number.to_integral_value() else number.normalize()


def staffing_figures(
    connection: duckdb.DuckDBPyConnection, measure: Measure, scope: Scope, places: Iterable[PlaceCode], note: str
) -> Iterator[Figure]:
    """Yield for each place and month the full-time equivalents at work, of the establishment."""
    reported: dict[tuple[str, str], tuple[Decimal | None, Decimal]] = {
        (district, month): (at_work, establishment)
        for district, month, at_work, establishment in connection.execute(
            fill(ROWS["staffing_months"].sql, scope)
        ).fetchall()
    }
    districts = [code for (code,) in connection.execute("SELECT district_code FROM district").fetchall()]
    districts = districts or sorted({district for district, _ in reported})
    make = CellMaker(measure, scope, note)
    for place in places:
        teams = districts if place[0] == "county" else [place[1]]
        for month in scope.period.months_started:
            parts = [reported.get((team, month), (None, Decimal(0))) for team in teams]
            at_work = [part[0] for part in parts if part[0] is not None]
            if not parts or len(at_work) < len(parts):
                yield make.without_number(place, f"month={month}", Status.NOT_YET_AVAILABLE)
            else:
                establishment = sum((part[1] for part in parts), Decimal(0))
                yield make.counted(place, f"month={month}", exact(sum(at_work, Decimal(0))), exact(establishment))
