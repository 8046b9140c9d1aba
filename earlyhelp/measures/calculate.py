"""All figures of a scope: the queries run once each, and every cell made from their counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import duckdb

from earlyhelp.measures.catalogue import ROWS, measures_of, tables_needed
from earlyhelp.measures.cells import CellMaker, breakdown_text
from earlyhelp.measures.code_tables import make_code_tables
from earlyhelp.measures.compile import Family, breakdowns, compile_families, kept_sql, levels_of, predicates
from earlyhelp.measures.declare import Calculation, Measure
from earlyhelp.measures.domains import Domains
from earlyhelp.measures.figures import Figure, Status
from earlyhelp.measures.focus_pair import pair_figures
from earlyhelp.measures.places_counted import PlaceCode, places_counted, places_of
from earlyhelp.measures.scope import Scope
from earlyhelp.measures.staffing import staffing_figures
from earlyhelp.measures.survival import survival_breakdowns, survival_figures
from earlyhelp.periods import add_months

# Counts by level and breakdown names, then by place code and breakdown values; one number per aggregate.
Counts = dict[tuple[str, tuple[str, ...]], dict[tuple[str, ...], tuple[int, ...]]]

OWN_CALCULATIONS = {
    Calculation.STAFFING: staffing_figures,
    Calculation.SURVIVAL: survival_figures,
    Calculation.PAIR: pair_figures,
}


def calculate(connection: duckdb.DuckDBPyConnection, scope: Scope) -> list[Figure]:
    """Return every cell of the scope's measures, sorted as figures.csv is.

    connection  holds every unrestricted table of the dataset under its name, those not supplied empty
    Raises      ValueError: the bank holidays of the period are not known; KeyError: a measure that does not exist
    Source      docs/rules/figures.md
    """
    measures = measures_of(scope.measures)
    places = places_counted(connection, scope)
    make_code_tables(connection, scope.period)
    if any(ROWS[name].kept for measure in measures for name in _rows_behind(measure)):
        connection.execute(kept_sql(ROWS["children"], scope))
    families = compile_families([measure for measure in measures if is_collected(measure, scope)], scope)
    counts = {name: run(connection, family, scope) for name, family in families.items()}
    domains = Domains(connection, scope)
    figures: list[Figure] = []
    for measure in measures:
        note = history_note(measure, scope)
        if not is_collected(measure, scope):
            figures.extend(_not_collected(measure, scope, places, domains))
        elif measure.calculation is Calculation.ROWS:
            figures.extend(_counted(measure, scope, places, domains, families, counts, note))
        else:
            own = OWN_CALCULATIONS[measure.calculation]
            figures.extend(own(connection, measure, scope, places_of(measure, places), note))
    return sorted(figures, key=_order)


def _order(figure: Figure) -> tuple[bytes, ...]:
    """Rows stand in the order of these texts as bytes."""
    return tuple(t.encode() for t in (figure.measure, figure.place_level, figure.place_code, figure.breakdown))


def _rows_behind(measure: Measure) -> set[str]:
    names = {measure.rows, *measure.rows_by.values()}
    return names | {"children"} if measure.calculation is Calculation.PAIR else names


def is_collected(measure: Measure, scope: Scope) -> bool:
    """Return whether the tables that the measure cannot do without were supplied."""
    return tables_needed(measure) <= scope.present


def history_note(measure: Measure, scope: Scope) -> str:
    """Return a sentence where the measure looks back further than a table it reads is complete, else nothing."""
    looks_from: date = add_months(scope.period.first, -measure.look_back_months)
    late = {
        table: scope.complete_from[table]
        for table in sorted(tables_needed(measure) & scope.present)
        if table in scope.complete_from and scope.complete_from[table] > looks_from
    }
    if not late:
        return ""
    tables = ", ".join(f"{table} is complete from {day.isoformat()}" for table, day in late.items())
    return f"Looks back to {looks_from.isoformat()}, but {tables}."


def missing_note(tables: Iterable[str]) -> str:
    """Return the sentence that says which tables were not supplied."""
    names = sorted(tables)
    return f"The {'table' if len(names) == 1 else 'tables'} {', '.join(names)} {'was' if len(names) == 1 else 'were'} not supplied."  # noqa: E501


def run(connection: duckdb.DuckDBPyConnection, family: Family, scope: Scope) -> Counts:
    """Return the counts of one family's query."""
    columns = family.columns
    sets = {family.grouping_number(grouping): grouping for grouping in family.sets}
    places = {grouping: _positions(columns, grouping) for grouping in family.sets}
    counts: Counts = {grouping: {} for grouping in family.sets}
    width = len(columns) + 1
    for row in connection.execute(family.sql(scope)).fetchall():
        grouping = sets[row[0]]
        key = tuple(row[place] for place in places[grouping])
        if None not in key:
            counts[grouping][key] = tuple(int(number or 0) for number in row[width:])
    return counts


def _positions(columns: list[str], grouping: tuple[str, tuple[str, ...]]) -> list[int]:
    level, by = grouping
    place = {"district": ["district_code"], "school": ["school_urn"]}.get(level, [])
    return [columns.index(name) + 1 for name in (*place, *by)]


def _counted(
    measure: Measure, scope: Scope, places: dict[str, list[PlaceCode]], domains: Domains,
    families: dict[str, Family], counts: dict[str, Counts], note: str,
) -> Iterator[Figure]:  # fmt: skip
    for window in measure.windows or (None,):
        counts_sql, out_of_sql = predicates(measure, scope, window)
        for level in levels_of(measure, scope):
            for by in breakdowns(measure, level) if not window else [()]:
                lacking = tables_needed(measure, by) - scope.present
                make = CellMaker(measure, scope, missing_note(lacking) if lacking else note)
                rows = measure.rows_of(by)
                found = counts[rows][level, by]
                column = families[rows].aggregates[counts_sql if rows == measure.rows else "TRUE"]
                base = measure.base_of(by)
                base_places = [by.index(name) for name in base]
                base_found = counts[measure.rows][level, base] if out_of_sql is not None else {}
                base_column = families[measure.rows].aggregates[out_of_sql] if out_of_sql is not None else 0
                values = domains.values(measure, by)
                texts = [
                    breakdown_text([*zip(by, value, strict=True), *([("window", str(window))] if window else [])])
                    for value in values
                ]
                codes = _codes(level, places, found, base_found)
                for code in codes:
                    place = (level, code or scope.county_code)
                    start = (code,) if code else ()
                    for value, text in zip(values, texts, strict=True):
                        if lacking:
                            yield make.without_number(place, text, Status.NOT_COLLECTED)
                            continue
                        numbers = found.get((*start, *value))
                        count = numbers[column] if numbers else 0
                        out_of = None
                        if out_of_sql is not None:
                            whole = base_found.get((*start, *(value[index] for index in base_places)))
                            out_of = whole[base_column] if whole else 0
                        if level != "school" or count or out_of:
                            yield make.counted(place, text, count, out_of)


def _codes(level: str, places: dict[str, list[PlaceCode]], *found: dict[tuple[str, ...], tuple[int, ...]]) -> list[str]:
    """Return the place codes to write at a level; the county's is empty, as its rows are not grouped by place."""
    if level == "county":
        return [""]
    if level == "district":
        return [code for _, code in places["district"]]
    return sorted({key[0] for rows in found for key in rows})


def _not_collected(
    measure: Measure, scope: Scope, places: dict[str, list[PlaceCode]], domains: Domains
) -> Iterator[Figure]:
    make = CellMaker(measure, scope, missing_note(tables_needed(measure) - scope.present))
    if measure.calculation is Calculation.SURVIVAL:
        texts = survival_breakdowns(measure)
    elif measure.windows:
        texts = [f"window={window}" for window in measure.windows]
    else:
        texts = [
            breakdown_text(zip(by, value, strict=True))
            for by in breakdowns(measure, "county")
            for value in domains.values(measure, by)
        ]
    for place in places_of(measure, places):
        for text in texts or ["all"]:
            yield make.without_number(place, text, Status.NOT_COLLECTED)
