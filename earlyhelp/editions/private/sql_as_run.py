"""The SQL of an edition as it ran, in files that run again over the tables of the private half."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from earlyhelp.dataset.table_types import quoted
from earlyhelp.measures.calculate import is_collected
from earlyhelp.measures.catalogue import CATALOGUE, ROWS
from earlyhelp.measures.compile import Family, breakdowns, compile_families, kept_sql, predicates
from earlyhelp.measures.declare import Calculation, Measure
from earlyhelp.measures.explain import statements
from earlyhelp.measures.scope import LEVELS, Scope

COUNTED_FILE: Final = "counted.csv"
COUNTED: Final = ("measure", "by", "window", "rows", "count", "base", "out_of", "base_by")


def sql_files(scope: Scope, tables: Collection[str]) -> dict[str, str]:
    """Return the SQL of a calculation by name of file, numbered in the order in which it runs.

    tables  those in the private half, each a file of its own name
    """
    collected = [measure for measure in CATALOGUE.values() if is_collected(measure, scope)]
    files = {"0_tables.sql": _views(tables)}
    for name in sorted(_kept_rows(collected)):
        files[f"1_kept_{name}.sql"] = f"-- {ROWS[name].one_row}\n{kept_sql(ROWS[name], scope)};\n"
    for name, family in compile_families(collected, scope).items():
        files[f"2_rows_{name}.sql"] = f"{_told(family)}\n{family.sql(scope)};\n"
    for measure in collected:
        if measure.calculation is not Calculation.ROWS:
            own = [statement for statement in statements(measure, scope) if not statement.sql.startswith("CREATE")]
            files[f"3_measure_{measure.name}.sql"] = "".join(f"-- {each.purpose}\n{each.sql};\n" for each in own)
    return files | {COUNTED_FILE: counted_csv(scope)}


def counted_csv(scope: Scope) -> str:
    """Return where the numbers of each cell stand: measure, breakdown and window, then file and column of the count
    and of the out-of, and the part of the breakdown that narrows the out-of.

    Measures with a calculation of their own are not among them.
    """
    collected = [measure for measure in CATALOGUE.values() if is_collected(measure, scope)]
    families = compile_families(collected, scope)
    lines = [",".join(COUNTED)]
    for measure in collected:
        if measure.calculation is Calculation.ROWS:
            lines += _counted(measure, scope, families)
    return "".join(f"{line}\n" for line in lines)


def _counted(measure: Measure, scope: Scope, families: Mapping[str, Family]) -> Iterator[str]:
    for window in measure.windows or (None,):
        counts, out_of = predicates(measure, scope, window)
        for by in breakdowns(measure, LEVELS[0]) if window is None else [()]:
            rows, base = measure.rows_of(by), measure.base_of(by)
            count = families[rows].aggregates[counts if rows == measure.rows else "TRUE"]
            whole = ("", "") if out_of is None else (measure.rows, f"n{families[measure.rows].aggregates[out_of]}")
            yield ",".join((measure.name, " ".join(by), str(window or ""), rows, f"n{count}", *whole, " ".join(base)))


def hash_definitions(scope: Scope) -> dict[str, str]:
    """Return the SHA-256 of the SQL of each measure for a period, whatever was supplied and whenever it was.

    The levels and the day that the records speak for are set, so that two editions differ where a definition does.
    """
    return {name: hash_definition(name, scope) for name in CATALOGUE}


def hash_definition(measure: str, scope: Scope) -> str:
    """Return the SHA-256 of the SQL of one measure, as `hash_definitions` does of each."""
    alike = Scope(scope.period, scope.period.last, "", frozenset(), levels=LEVELS)
    sql = "\n".join(statement.sql for statement in statements(CATALOGUE[measure], alike))
    return hashlib.sha256(sql.encode("utf-8")).hexdigest()


def _views(tables: Collection[str]) -> str:
    made = (f"CREATE VIEW {quoted(name)} AS SELECT * FROM 'tables/{name}.parquet';\n" for name in tables)
    return "-- Run in DuckDB, in the folder above this one.\n" + "".join(made)


def _kept_rows(measures: Collection[Measure]) -> set[str]:
    names = {name for measure in measures for name in (measure.rows, *measure.rows_by.values())}
    return {name for name in names if ROWS[name].kept}


def _told(family: Family) -> str:
    return "\n".join(
        [f"-- One row is {family.rows.one_row}."]
        + [
            f"-- n{place}: {'every row' if predicate == 'TRUE' else f'rows where {predicate}'}".replace("\n", " ")
            for predicate, place in family.aggregates.items()
        ]
    )
