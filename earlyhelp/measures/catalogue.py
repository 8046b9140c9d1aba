"""All measures and all rows, found in their folders."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

import earlyhelp.measures.definitions as definitions_room
import earlyhelp.measures.rows as rows_room
from earlyhelp.measures.declare import Measure, Rows


@cache
def _read_measures() -> dict[str, Measure]:
    found: dict[str, Measure] = {}
    for module in pkgutil.walk_packages(definitions_room.__path__, f"{definitions_room.__name__}."):
        if not module.ispkg:
            measure: Measure = importlib.import_module(module.name).MEASURE
            found[measure.name] = measure
    return dict(sorted(found.items()))


@cache
def _read_rows() -> dict[str, Rows]:
    found: dict[str, Rows] = {}
    for module in pkgutil.iter_modules(rows_room.__path__, f"{rows_room.__name__}."):
        rows: Rows = importlib.import_module(module.name).ROWS
        found[rows.name] = rows
    return found


CATALOGUE: dict[str, Measure] = _read_measures()
ROWS: dict[str, Rows] = _read_rows()
THEMES: tuple[str, ...] = ("demand", "focus", "assessment", "children", "flow", "capacity", "voice", "returns")


def measures_of(names: tuple[str, ...] | None) -> list[Measure]:
    """Return the measures of these names, or all, in the order of their names.

    Raises      KeyError: a name that is not in the catalogue
    """
    return [CATALOGUE[name] for name in sorted(names)] if names is not None else list(CATALOGUE.values())


def tables_needed(measure: Measure, breakdown: tuple[str, ...] = (), level: str = "county") -> frozenset[str]:
    """Return the tables without which the cells of a breakdown of this measure are not collected at a level."""
    base, cells = ROWS[measure.rows], ROWS[measure.rows_of(breakdown)]
    further = {table for name in breakdown for table in base.breakdown_reads.get(name, ())}
    further.update(base.level_reads.get(level, ()))
    return frozenset({*base.reads, *cells.reads, *measure.needs, *further})


def tables_read() -> frozenset[str]:
    """Return the tables that the catalogue reads, all measures, breakdowns and levels taken together."""
    return frozenset(
        table
        for measure in CATALOGUE.values()
        for breakdown in ((), *measure.by)
        for level in measure.levels
        for table in tables_needed(measure, breakdown, level)
    )
