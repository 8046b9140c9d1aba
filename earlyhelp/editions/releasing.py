"""Calculated figures in, cells released together out: beside what anyone knows and what left the house before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from earlyhelp.dataset.source import Dataset
from earlyhelp.disclosure.cells import Release
from earlyhelp.disclosure.gate import release_together
from earlyhelp.disclosure.policies import POLICIES
from earlyhelp.disclosure.publication import EarlierRelease, KnownSchool, ToRelease
from earlyhelp.editions.register.earlier_releases import earlier_releases, figures_between
from earlyhelp.editions.register.past import Past
from earlyhelp.editions.register.shared_days import Printed
from earlyhelp.measures.figures import Figure
from earlyhelp.measures.scope import Scope
from earlyhelp.periods import Period
from earlyhelp.places import SCHOOL, PlaceRegister


@dataclass(frozen=True)
class ReleasedTogether:
    """What the gate let through.

    releases    one for each period, in their order
    respected   what was printed before and had to be respected
    """

    releases: tuple[Release, ...]
    respected: tuple[Printed, ...]


def release_all(
    dataset: Dataset,
    periods: tuple[Sequence[Figure], ...],
    scope: Scope,
    places: PlaceRegister,
    audience: str,
    past: Past | None,
) -> ReleasedTogether:
    """Release the figures of all periods of a publication together for an audience that protects.

    periods     calculated figures; where schools are among them those of the scope's whole schools are released, the
                others are part of what is left of their district
    scope       of the first period
    Raises      NotSafeError: they cannot be protected, alone or beside what was released before
    """
    asked = tuple(_with_all_their_cells(figures, scope) for figures in periods)
    days = [figures[0].period for figures in asked if figures]
    respected = past.respected(days) if past else ()
    earlier, between = _before(dataset, days, scope, past, respected)
    to_release = ToRelease(asked, scope.as_at, known_schools(places), earlier, between)
    return ReleasedTogether(release_together(to_release, audience=audience), respected)


def whole_schools(places: PlaceRegister, period: Period, audience: str, named: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the URNs of the schools that need all their cells.

    named       schools that have a card
    Returns     where the audience's policy hides zeros every school open in the period besides: a row that is missing
                would say that there was nothing
    """
    if not POLICIES[audience].hides_zeros(SCHOOL):
        return tuple(named)
    open_then = (school.urn for school in places.schools_open_between(period.first, period.last))
    return tuple(sorted({*open_then, *named}))


def known_schools(places: PlaceRegister) -> dict[str, KnownSchool]:
    """Return what anyone knows of each school of the register."""
    return {school.urn: KnownSchool(school.district_code, school.reporting_phase) for school in places.schools}


def _before(
    dataset: Dataset, days: Sequence[Period], scope: Scope, past: Past | None, respected: Sequence[Printed]
) -> tuple[tuple[EarlierRelease, ...], tuple[Sequence[Figure], ...]]:
    if past is None or not respected:
        return (), ()
    earlier = earlier_releases(dataset.connection, past, respected, scope)
    return earlier, figures_between(dataset.connection, days, earlier, scope)


def _with_all_their_cells(figures: Sequence[Figure], scope: Scope) -> list[Figure]:
    whole = frozenset(scope.whole_schools)
    return [figure for figure in figures if figure.place_level != SCHOOL or figure.place_code in whole]
