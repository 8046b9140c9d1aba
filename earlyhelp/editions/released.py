"""An opened dataset in, released cells out: the one way by which figures come to a writer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from duckdb import DuckDBPyConnection

from earlyhelp.dataset.source import Dataset
from earlyhelp.disclosure.cells import Release
from earlyhelp.disclosure.gate import release
from earlyhelp.measures.calculate import calculate
from earlyhelp.measures.catalogue import CATALOGUE
from earlyhelp.measures.figures import Figure
from earlyhelp.measures.notes import is_covered
from earlyhelp.measures.scope import LEVELS, Scope
from earlyhelp.periods import Period, read_named_period

# A leap year.
LONGEST_COMPARED: Final = 366


def release_figures(dataset: Dataset, period: Period, *, audience: str, levels: tuple[str, ...] = LEVELS) -> Release:
    """Calculate every measure of the period and release the cells for an audience.

    levels      places wanted, of county, district and school
    Raises      KeyError: no such audience. ValueError: bank holidays of the period are not known
    """
    figures = calculate(dataset.connection, scope_of(dataset, period, levels))
    return release(figures, audience=audience, as_at=dataset.manifest.as_at)


def scope_of(dataset: Dataset, period: Period, levels: tuple[str, ...] = LEVELS) -> Scope:
    """Return what is to be calculated of a dataset: all its measures, for a period and the places of some levels."""
    manifest = dataset.manifest
    return Scope(
        period=period,
        as_at=manifest.as_at,
        county_code=manifest.county_code,
        present=dataset.present,
        complete_from=complete_from(dataset),
        levels=levels,
    )


def figures_a_year_earlier(connection: DuckDBPyConnection, scope: Scope) -> list[Figure]:
    """Calculate the same period a year earlier, as far as its records are known to be complete.

    Returns the cells of the measures whose every table is complete from the earlier period's look-back on; none where
            no measure is, where the period is not over or longer than a year, or where the bank holidays of those
            years are not known
    Source  docs/decisions/0012-one-idea-a-page.md
    """
    # Part of a period says nothing beside a whole one, and a longer one would share days with the year earlier.
    if scope.period.last > scope.as_at or scope.period.days > LONGEST_COMPARED:
        return []
    before = replace(scope, period=scope.period.same_period_last_year)
    covered = tuple(name for name, measure in CATALOGUE.items() if is_covered(measure, before))
    if not covered:
        return []
    try:
        return calculate(connection, replace(before, measures=covered))
    except ValueError:  # answers cannot be judged without bank holidays; this year's figures do not need them
        return []


def complete_from(dataset: Dataset) -> Mapping[str, date]:
    """Return the first day from which each table is complete, for those that say so."""
    sources = dataset.manifest.sources
    return {table: source.complete_from for table, source in sources.items() if source.complete_from is not None}


def resolve_period(dataset: Dataset, period: Period | str) -> Period:
    """Return a period given by its dates or by its name; terms by the dataset's own dates where it has any.

    Raises      ValueError: the name is no period
    """
    if isinstance(period, Period):
        return period
    rows = dataset.connection.execute('SELECT academic_year, "term", starts_on, ends_on FROM "term"').fetchall()
    return read_named_period(period, {(year, term): Period(first, last) for year, term, first, last in rows})
