"""Cells that an internal figures.csv may leave out: those of schools where there was nothing to count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from earlyhelp.measures.catalogue import CATALOGUE
from earlyhelp.measures.compile import breakdowns
from earlyhelp.measures.figures import Figure, Status
from earlyhelp.places import COUNTY, SCHOOL


def with_zeros_of_schools(figures: Sequence[Figure], urns: Iterable[str]) -> list[Figure]:
    """Return the figures with every cell of these schools, in no order.

    figures     of one period, those of the county among them: they say which cells each measure has
    """
    there = {
        (figure.measure, figure.place_code, figure.breakdown) for figure in figures if figure.place_level == SCHOOL
    }
    like_them = list(_cells_of_schools(figures))
    return [
        *figures,
        *(
            _nothing(figure, urn)
            for urn in urns
            for figure in like_them
            if (figure.measure, urn, figure.breakdown) not in there
        ),
    ]


def _cells_of_schools(figures: Sequence[Figure]) -> Iterator[Figure]:
    """Yield the county's figure of each cell that is written for schools, too."""
    for figure in figures:
        if figure.place_level == COUNTY and tuple(figure.parts) in _names(figure.measure):
            yield figure


@cache
def _names(measure: str) -> frozenset[tuple[str, ...]]:
    """The names by which a measure is broken down for schools, none where it is not written for them."""
    declared = CATALOGUE.get(measure)
    if declared is None or SCHOOL not in declared.levels:
        return frozenset()
    return frozenset(tuple(sorted(by)) for by in breakdowns(declared, SCHOOL))


def _nothing(of_county: Figure, urn: str) -> Figure:
    """Return the cell of a school without a row: nothing, or why there is no number where the county has none."""
    measure = CATALOGUE[of_county.measure]
    figure = of_county._replace(place_level=SCHOOL, place_code=urn)
    if not of_county.status.has_number and of_county.status is not measure.when_empty:
        return figure
    if measure.out_of is not None:
        return figure._replace(count=None, out_of=None, value=None, status=measure.when_empty)
    return figure._replace(count=0, out_of=None, value=0, status=Status.ZERO)
