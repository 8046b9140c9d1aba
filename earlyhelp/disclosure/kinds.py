"""What a figure counts, apart from where and when: the rows, the conditions and the values, read from declarations.

Two figures that count the same thing have the same kind, whatever measures they belong to, so that one cannot be shown
while the other is hidden.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

import sqlglot
from sqlglot import expressions

from earlyhelp.measures.catalogue import CATALOGUE, ROWS
from earlyhelp.measures.declare import Calculation, Measure, OverTime

Parts = tuple[tuple[str, str], ...]

# The measure of a pair of focuses counts by its own query; this stands for its condition.
BOTH: Final = "has the two commonest focuses"
# A month is a stretch of time, and a window or a statistic a part of the question: none is a value of the rows.
NOT_VALUES: Final = frozenset({"month", "window", "statistic"})


@dataclass(frozen=True, slots=True)
class Kind:
    """What is counted.

    rows        name of the Rows, the first ones where several are the same
    conditions  SQL that a row must fulfil, each by itself
    parts       breakdown names and values that it must have, by name
    """

    rows: str
    conditions: frozenset[str]
    parts: Parts

    @property
    def over_time(self) -> OverTime:
        rows = ROWS[self.rows]
        found = [when for condition, when in rows.conditions_over_time.items() if condition in self.conditions]
        return found[0] if found else rows.over_time

    @property
    def names(self) -> frozenset[str]:
        return frozenset(name for name, _ in self.parts)

    def with_parts(self, parts: Mapping[str, str]) -> Kind:
        return Kind(self.rows, self.conditions, tuple(sorted(parts.items())))

    def without(self, name: str) -> Kind:
        return Kind(self.rows, self.conditions, tuple(part for part in self.parts if part[0] != name))

    def where(self, conditions: frozenset[str]) -> Kind:
        return Kind(self.rows, conditions, self.parts)


@dataclass(frozen=True, slots=True)
class Counted:
    """What one figure prints: a kind for its count and, for a share, one for its out-of; and the month it is of.

    count is None where the figure is an estimate, which has none
    """

    count: Kind | None
    out_of: Kind | None
    month: str


@cache
def counted(measure_name: str, breakdown: str) -> Counted:
    """Return what a figure of a measure and breakdown counts. Raises KeyError: no such measure."""
    measure = CATALOGUE[measure_name]
    parts = {} if breakdown == "all" else dict(part.split("=", 1) for part in breakdown.split(";"))
    values = {name: value for name, value in parts.items() if name not in NOT_VALUES}
    window, by = parts.get("window", ""), tuple(values)
    base = None if measure.out_of is None else _kind(measure, measure.rows, measure.out_of, _base(measure, values), "")
    if base is not None and ":window" in (measure.out_of or ""):
        base = _kind(measure, measure.rows, measure.out_of or "", _base(measure, values), window)
    return Counted(_count(measure, base, by, values, window), base, parts.get("month", ""))


def next_longer_window(measure_name: str, breakdown: str) -> Kind | None:
    """Return what the same measure counts by the next longer look back of the same whole; None where there is none."""
    measure = CATALOGUE[measure_name]
    window = dict(part.split("=", 1) for part in breakdown.split(";") if "=" in part).get("window", "")
    longer = [months for months in measure.windows if window and months > int(window)]
    if not longer or ":window" in (measure.out_of or ""):
        return None
    return counted(measure_name, breakdown.replace(f"window={window}", f"window={min(longer)}")).count


def _count(
    measure: Measure, base: Kind | None, by: tuple[str, ...], values: dict[str, str], window: str
) -> Kind | None:
    if measure.calculation in (Calculation.SURVIVAL, Calculation.STILL_OPEN):
        return None
    if measure.calculation is Calculation.PAIR:
        assert base is not None
        return base.where(base.conditions | {BOTH})
    rows = measure.rows_of(by)
    if rows != measure.rows:
        return _first_rows(rows, frozenset(), values)
    if measure.counts_as and base is not None:
        # Where the out-of is itself several of the values, one of them needs no further condition.
        conditions = frozenset[str]() if measure.out_of_as else base.conditions
        return base.where(conditions).with_parts({**values, **measure.counts_as})
    counts = _kind(measure, rows, measure.counts, values, window)
    return counts if base is None else counts.where(counts.conditions | base.conditions)


def _base(measure: Measure, values: dict[str, str]) -> dict[str, str]:
    narrowing = measure.base_of(tuple(values))
    return {name: value for name, value in values.items() if name in narrowing}


def _kind(measure: Measure, rows: str, predicate: str, values: dict[str, str], window: str) -> Kind:
    return _first_rows(rows, conditions_of(predicate.replace(":window", window)), values)


def _first_rows(name: str, conditions: frozenset[str], values: dict[str, str]) -> Kind:
    rows = ROWS[name]
    if rows.same_as:
        return _first_rows(rows.same_as, conditions | conditions_of(rows.same_where or "TRUE"), values)
    return Kind(name, conditions, tuple(sorted(values.items())))


@cache
def conditions_of(predicate: str) -> frozenset[str]:
    """Return the conditions that an SQL predicate joins with AND, none for TRUE."""
    tree = sqlglot.parse_one(predicate, dialect="duckdb")
    found = tree.flatten() if isinstance(tree, expressions.And) else [tree]
    return frozenset(text for part in found if (text := part.sql(dialect="duckdb")) != "TRUE")
