"""What each head teacher is given: the own school's figures as they are, all others as the public sees them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from operator import attrgetter
from typing import Protocol, TypeVar

from earlyhelp.disclosure.cells import Release
from earlyhelp.disclosure.own_school import release_to_school
from earlyhelp.editions.figures_of_edition import EditionFigures
from earlyhelp.measures.figures import Figure
from earlyhelp.places import COUNTY, DISTRICT, SCHOOL, PlaceRegister

_BY_MEASURE = attrgetter("measure")


class _OfAPlace(Protocol):
    @property
    def place_level(self) -> str: ...

    @property
    def place_code(self) -> str: ...


_Cell = TypeVar("_Cell", bound=_OfAPlace)
_OfPlaces = dict[tuple[str, str], list[_Cell]]


class ReleasesToHeads:
    """The releases to the head teachers of an edition, each made when it is asked for.

    A head is given the places that the card shows: the own school, its district and the county.
    """

    def __init__(self, figures: EditionFigures, known: PlaceRegister) -> None:
        """Sort the cells by place once, as there are hundreds of schools."""
        self._known = known
        self._now = _ReleaseToHeads(figures.now, (cell.figure for cell in figures.calculated.cells))
        before = figures.a_year_earlier
        self._before = _ReleaseToHeads(before, figures.calculated_a_year_earlier) if before else None

    def to(self, urn: str) -> tuple[Release, Release | None]:
        """Return what the head teacher of a school is given of the period and of a year earlier."""
        district = (DISTRICT, self._known.school(urn).district_code)
        places = ((COUNTY, self._known.county.code), district, (SCHOOL, urn))
        return self._now.to(urn, places), self._before.to(urn, places) if self._before else None


class _ReleaseToHeads:
    def __init__(self, released: Release, calculated: Iterable[Figure]) -> None:
        self._released = released
        self._cells = _by_place(released.cells)
        self._changes = _by_place(released.changes)
        self._figures = _by_place(calculated)

    def to(self, urn: str, places: Sequence[tuple[str, str]]) -> Release:
        # Within a measure counties come before districts and these before schools, as in figures.csv.
        cells = sorted(chain.from_iterable(self._cells.get(place, ()) for place in places), key=_BY_MEASURE)
        changes = chain.from_iterable(self._changes.get(place, ()) for place in places)
        given = replace(self._released, cells=tuple(cells), changes=tuple(changes))
        return release_to_school(given, self._figures.get((SCHOOL, urn), ()), urn)


def _by_place(cells: Iterable[_Cell]) -> _OfPlaces[_Cell]:
    found: _OfPlaces[_Cell] = defaultdict(list)
    for cell in cells:
        found[cell.place_level, cell.place_code].append(cell)
    return dict(found)
