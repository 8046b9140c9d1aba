"""What the gate is told of earlier releases: as printed, from today's records, and the parts between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from duckdb import DuckDBPyConnection

from earlyhelp.disclosure.publication import EarlierRelease
from earlyhelp.editions.register.past import Past
from earlyhelp.editions.register.shared_days import Printed, parts_between
from earlyhelp.measures.calculate import calculate
from earlyhelp.measures.catalogue import CATALOGUE
from earlyhelp.measures.figures import Figure
from earlyhelp.measures.scope import LEVELS, Scope
from earlyhelp.periods import Period
from earlyhelp.places import SCHOOL


def earlier_releases(
    connection: DuckDBPyConnection, past: Past, printed: Iterable[Printed], scope: Scope
) -> tuple[EarlierRelease, ...]:
    """Return each of these files of the register, with its period calculated from today's records.

    scope   of the new release; what it says of the dataset holds for the others, too
    """
    return tuple(_earlier_release(connection, past, each, scope) for each in printed)


def figures_between(
    connection: DuckDBPyConnection, periods: Iterable[Period], earlier: Sequence[EarlierRelease], scope: Scope
) -> tuple[Sequence[Figure], ...]:
    """Return the figures of the parts into which periods cut each other, those of the earlier releases among them.

    periods     of the new release
    """
    scopes = [scope, *(_scope_of(scope, each.printed) for each in earlier)]
    whole = replace(
        scope,
        levels=tuple(level for level in LEVELS if any(level in each.levels for each in scopes)),
        whole_schools=tuple(sorted({urn for each in scopes for urn in each.whole_schools})),
    )
    parts = parts_between((*periods, *(each.printed[0].period for each in earlier)))
    return tuple(_calculate(connection, replace(whole, period=part)) for part in parts)


def _earlier_release(connection: DuckDBPyConnection, past: Past, each: Printed, scope: Scope) -> EarlierRelease:
    figures = past.register.figures(each.entry, each.file)
    known = tuple(name for name in CATALOGUE if any(figure.measure == name for figure in figures))
    today = _calculate(connection, replace(_scope_of(scope, figures), period=each.period, measures=known))
    return EarlierRelease(f"{each.entry.in_words}, {each.period.label}", figures, today)


def _scope_of(scope: Scope, printed: Sequence[Figure]) -> Scope:
    """Return the scope of what was printed: its levels, and each school with all its cells."""
    levels = {figure.place_level for figure in printed}
    schools = {figure.place_code for figure in printed if figure.place_level == SCHOOL}
    return replace(
        scope,
        levels=tuple(level for level in LEVELS if level in levels),
        whole_schools=tuple(sorted(schools)),
    )


def _calculate(connection: DuckDBPyConnection, scope: Scope) -> list[Figure]:
    """Calculate on a connection of its own, as each calculation makes tables for its own period."""
    with connection.cursor() as beside:
        return calculate(beside, scope)
