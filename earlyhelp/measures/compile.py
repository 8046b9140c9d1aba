"""The compiler: measures of the same rows become one query, with GROUPING SETS for every place and breakdown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from earlyhelp.measures.catalogue import ROWS
from earlyhelp.measures.declare import Calculation, Measure, Rows
from earlyhelp.measures.scope import Scope

PLACE_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "county": (),
    "district": ("district_code",),
    "school": ("school_urn",),
}
GroupingSet = tuple[str, tuple[str, ...]]


def fill(sql: str, scope: Scope, window: int | None = None) -> str:
    """Return SQL with the days of a scope, and the months of a window, in place of their names."""
    days: Mapping[str, date] = {"first": scope.period.first, "last": scope.period.last, "as_at": scope.as_at}
    if window is not None:
        sql = sql.replace(":window", str(window))
    return re.sub(r":(first|last|as_at)\b", lambda name: f"DATE '{days[name[1]]}'", sql)


def indent(sql: str, spaces: int = 2) -> str:
    """Return SQL set in by some spaces, without the empty lines around it."""
    return "\n".join(" " * spaces + line for line in sql.strip("\n").splitlines())


@dataclass
class Family:
    """One query: the rows, the aggregates asked of them, and the grouping sets.

    aggregates      SQL predicate -> position of its count among the columns of a result row
    sets            (level, breakdown names) in the order in which they were asked for
    """

    rows: Rows
    aggregates: dict[str, int] = field(default_factory=dict[str, int])
    sets: dict[GroupingSet, None] = field(default_factory=dict[GroupingSet, None])

    def ask(self, predicate: str, level: str, breakdown: tuple[str, ...]) -> None:
        self.aggregates.setdefault(predicate, len(self.aggregates))
        self.sets.setdefault((level, breakdown), None)

    @property
    def columns(self) -> list[str]:
        """All columns that any set groups by, each once."""
        return list(dict.fromkeys(name for level, by in self.sets for name in (*PLACE_COLUMNS[level], *by)))

    def grouping_number(self, grouping: GroupingSet) -> int:
        """Return what GROUPING(columns) is for this set: a bit for each column that the set leaves out."""
        inside = {*PLACE_COLUMNS[grouping[0]], *grouping[1]}
        return sum(1 << place for place, name in enumerate(reversed(self.columns)) if name not in inside)

    def sql(self, scope: Scope) -> str:
        """Return the query: GROUPING, the columns, one count per aggregate."""
        counts = [f"{self._number_of(predicate)} AS n{place}" for predicate, place in self.aggregates.items()]
        columns = self.columns
        head = [f"GROUPING({', '.join(columns)}) AS grouping_number", *columns] if columns else ["0 AS grouping_number"]
        sets = ", ".join(f"({', '.join((*PLACE_COLUMNS[level], *by))})" for level, by in self.sets)
        source = self.rows.name if self.rows.kept else f"(\n{indent(fill(self.rows.sql, scope))}\n) AS {self.rows.name}"
        tail = f"\nGROUP BY GROUPING SETS ({sets})" if columns else ""
        return "SELECT " + ",\n       ".join([*head, *counts]) + f"\nFROM {source}{tail}"

    def _number_of(self, predicate: str) -> str:
        """SQL for the rows, or what they stand for, where a predicate holds; 0 where it never does."""
        kept = "" if predicate == "TRUE" else f" FILTER (WHERE {predicate})"
        weight = self.rows.weight
        return f"CAST(coalesce(sum({weight}){kept}, 0) AS BIGINT)" if weight else f"count(*){kept}"


def predicates(measure: Measure, scope: Scope, window: int | None = None) -> tuple[str, str | None]:
    """Return the SQL predicates of the count and of the out-of; the out-of is None for a plain count."""
    counts = fill(measure.counts, scope, window)
    if measure.out_of is None:
        return counts, None
    out_of = fill(measure.out_of, scope, window)
    parts = [f"({part})" if " OR " in part else part for part in (out_of, counts) if part != "TRUE"]
    return " AND ".join(parts) or "TRUE", out_of


def breakdowns(measure: Measure, level: str) -> list[tuple[str, ...]]:
    """Return the breakdowns written at a level, the total first; schools have the total and one-way cells alone."""
    total: list[tuple[str, ...]] = [()] if measure.total else []
    return total + [by for by in measure.by if level != "school" or len(by) == 1]


def levels_of(measure: Measure, scope: Scope) -> list[str]:
    return [level for level in measure.levels if level in scope.levels]


def compile_families(measures: Sequence[Measure], scope: Scope) -> dict[str, Family]:
    """Return the queries that give every cell of these measures, by the name of their rows.

    Measures with a calculation of their own (staffing, survival, the pair of focuses) are not among them.
    """
    families: dict[str, Family] = {}

    def family(name: str) -> Family:
        return families.setdefault(name, Family(ROWS[name]))

    for measure in measures:
        if measure.calculation is not Calculation.ROWS:
            continue
        for window in measure.windows or (None,):
            counts, out_of = predicates(measure, scope, window)
            for level in levels_of(measure, scope):
                for breakdown in breakdowns(measure, level) if not window else [()]:
                    name = measure.rows_of(breakdown)
                    family(name).ask(counts if name == measure.rows else "TRUE", level, breakdown)
                    if out_of is not None:
                        family(measure.rows).ask(out_of, level, measure.base_of(breakdown))
    return families


def kept_sql(rows: Rows, scope: Scope) -> str:
    """Return the statement that works out rows once, for the queries that start from them."""
    return f"CREATE OR REPLACE TEMP TABLE {rows.name} AS\n{fill(rows.sql, scope).strip()}"
