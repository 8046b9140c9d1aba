"""Children with both of the two commonest focuses of the county."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import duckdb

from earlyhelp.measures.cells import CellMaker
from earlyhelp.measures.declare import Measure
from earlyhelp.measures.figures import Figure
from earlyhelp.measures.places_counted import PlaceCode
from earlyhelp.measures.scope import Scope

# Children whose focuses are alike are counted once, so the list of focuses is joined to few rows.
PAIR_SQL = """WITH alike AS (
  SELECT district_code, active_focuses, count(*) AS children
  FROM children
  WHERE is_school_age
  GROUP BY district_code, active_focuses
), commonest AS (
  SELECT focus_code_list.bit
  FROM alike
  JOIN focus_code_list ON (alike.active_focuses & focus_code_list.bit) <> 0
  GROUP BY focus_code_list.focus_code, focus_code_list.bit
  ORDER BY sum(alike.children) DESC, focus_code_list.focus_code
  LIMIT 2
), pair AS (
  SELECT CASE WHEN count(*) = 2 THEN bit_or(bit) END AS bits FROM commonest
)
SELECT alike.district_code,
       sum(alike.children) AS out_of,
       coalesce(sum(CASE WHEN (alike.active_focuses & pair.bits) = pair.bits THEN alike.children END), 0) AS both
FROM alike
CROSS JOIN pair
GROUP BY alike.district_code"""


def pair_figures(
    connection: duckdb.DuckDBPyConnection, measure: Measure, scope: Scope, places: Iterable[PlaceCode], note: str
) -> Iterator[Figure]:
    """Yield for each place the children with both focuses, of all children of school age."""
    counts: dict[PlaceCode, tuple[int, int]] = {}
    county = ("county", scope.county_code)
    for district, out_of, both in connection.execute(PAIR_SQL).fetchall():
        counts["district", district] = (int(both), int(out_of))
        so_far = counts.get(county, (0, 0))
        counts[county] = (so_far[0] + int(both), so_far[1] + int(out_of))
    make = CellMaker(measure, scope, note)
    for place in places:
        yield make.counted(place, "all", *counts.get(place, (0, 0)))
