"""All figures of a scope: the queries run once each, and every cell made from their counts."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb

from earlyhelp.measures.assembly import Assembly
from earlyhelp.measures.catalogue import ROWS, measures_of, tables_needed
from earlyhelp.measures.cells import CellMaker, breakdown_text
from earlyhelp.measures.code_tables import make_code_tables
from earlyhelp.measures.compile import breakdowns, compile_families, kept_sql
from earlyhelp.measures.counting import run_family
from earlyhelp.measures.declare import Calculation, Measure
from earlyhelp.measures.domains import Domains
from earlyhelp.measures.figures import Figure, Status
from earlyhelp.measures.focus_pair import pair_figures
from earlyhelp.measures.notes import history_note, missing_note
from earlyhelp.measures.places_counted import PlaceCode, places_counted, places_of
from earlyhelp.measures.scope import Scope
from earlyhelp.measures.staffing import staffing_figures
from earlyhelp.measures.survival import Survival, survival_breakdowns

OWN_CALCULATIONS = {Calculation.STAFFING: staffing_figures, Calculation.PAIR: pair_figures}


def calculate(connection: duckdb.DuckDBPyConnection, scope: Scope) -> list[Figure]:
    """Return every cell of the scope's measures, sorted as figures.csv is.

    connection  holds every unrestricted table of the dataset under its name, those not supplied empty
    Raises      ValueError: the bank holidays of the period are not known; KeyError: a measure that does not exist
    Source      docs/rules/figures.md
    """
    measures = measures_of(scope.measures)
    collected = [measure for measure in measures if is_collected(measure, scope)]
    places = places_counted(connection, scope)
    make_code_tables(connection, scope.period)
    for name in sorted({name for measure in collected for name in _kept_behind(measure)}):
        connection.execute(kept_sql(ROWS[name], scope))
    families = compile_families(collected, scope)
    counts = {name: run_family(connection, family, scope) for name, family in families.items()}
    domains = Domains(connection, scope)
    assembly = Assembly(scope, domains, families, counts)
    survival = Survival(connection, scope)
    figures: list[Figure] = []
    for measure in measures:
        note = history_note(measure, scope)
        if measure not in collected:
            figures.extend(_not_collected(measure, scope, places, domains))
        elif measure.calculation is Calculation.ROWS:
            figures.extend(assembly.figures(measure, places, note))
        elif measure.calculation is Calculation.SURVIVAL:
            figures.extend(survival.ended(measure, places_of(measure, places), note))
        elif measure.calculation is Calculation.STILL_OPEN:
            figures.extend(survival.still_open(measure, places_of(measure, places), note))
        else:
            own = OWN_CALCULATIONS[measure.calculation]
            figures.extend(own(connection, measure, scope, places_of(measure, places), note))
    return figures


def _kept_behind(measure: Measure) -> set[str]:
    names = {measure.rows, *measure.rows_by.values()}
    return {name for name in names if ROWS[name].kept}


def is_collected(measure: Measure, scope: Scope) -> bool:
    """Return whether the tables that the measure cannot do without were supplied."""
    return tables_needed(measure) <= scope.present


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
    if any("item" in by for by in measure.by) and not texts:
        texts = ["all"]  # without forms there are no questions to name, and silence would read as nothing asked
    for place in places_of(measure, places):
        for text in sorted(texts, key=str.encode):
            yield make.without_number(place, text, Status.NOT_COLLECTED)
