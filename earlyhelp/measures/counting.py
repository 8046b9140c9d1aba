"""Runs a family's query and keeps its counts where the cells of a measure can find them."""

from __future__ import annotations

from typing import Final

import duckdb

from earlyhelp.measures.compile import PLACE_COLUMNS, Family, GroupingSet
from earlyhelp.measures.scope import Scope

# Place code -> breakdown values -> one number per aggregate. The county's rows are grouped by no place: its code is "".
CountsOfSet = dict[str, dict[tuple[str, ...], tuple[int, ...]]]
Counts = dict[GroupingSet, CountsOfSet]

COUNTY_KEY: Final = ""


def run_family(connection: duckdb.DuckDBPyConnection, family: Family, scope: Scope) -> Counts:
    """Return the counts of one family's query; rows without a place or a value are in no cell that asks for one."""
    columns = family.columns
    width = len(columns) + 1
    found: dict[int, tuple[CountsOfSet, int | None, list[int]]] = {}
    counts: Counts = {}
    for grouping in family.sets:
        level, by = grouping
        place = columns.index(PLACE_COLUMNS[level][0]) + 1 if PLACE_COLUMNS[level] else None
        found[family.grouping_number(grouping)] = (
            counts.setdefault(grouping, {}),
            place,
            [columns.index(name) + 1 for name in by],
        )
    for row in connection.execute(family.sql(scope)).fetchall():
        of_set, place, positions = found[row[0]]
        code = COUNTY_KEY if place is None else row[place]
        values = tuple([row[position] for position in positions])
        if code is None or None in values:
            continue
        rows = of_set.get(code)
        if rows is None:
            rows = of_set[code] = {}
        rows[values] = row[width:]
    return counts
