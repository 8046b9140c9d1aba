"""All figures of an edition, calculated once for all its places, with those of a year earlier."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property

from earlyhelp.dataset.source import Dataset
from earlyhelp.disclosure.cells import Release
from earlyhelp.disclosure.gate import release
from earlyhelp.disclosure.policies import INTERNAL
from earlyhelp.editions.places_asked import PlacesAsked
from earlyhelp.editions.released import figures_a_year_earlier, scope_of
from earlyhelp.measures.calculate import calculate
from earlyhelp.measures.scope import Scope
from earlyhelp.periods import Period
from earlyhelp.places import COUNTY, SCHOOL
from earlyhelp.report.writers.figures_csv import write_figures_csv


@dataclass(frozen=True)
class EditionFigures:
    """The figures of one edition.

    calculated      every cell as it is before release: what the authority's own staff may see
    now, a_year_earlier      the cells released for the audience, of the places that the cards show; the second None
                    where nothing of a year earlier may be compared
    """

    scope: Scope
    calculated: Release
    now: Release
    a_year_earlier: Release | None

    @cached_property
    def calculated_csv(self) -> str:
        return write_figures_csv(self.calculated.cells)

    @cached_property
    def now_csv(self) -> str:
        """The text of figures.csv, written once where nothing was held back from the audience."""
        return self.calculated_csv if self.now is self.calculated else write_figures_csv(self.now.cells)


def figures_of_edition(dataset: Dataset, period: Period, asked: PlacesAsked, audience: str) -> EditionFigures:
    """Calculate and release the figures that the cards of these places need.

    Raises  KeyError: no such audience. ValueError: bank holidays of the period are not known
    """
    # A school with a card is told its zeros, too; of the others only what there is to count is written.
    schools = tuple(place.code for place in asked.places if place.level == SCHOOL)
    scope = replace(scope_of(dataset, period, asked.levels), whole_schools=schools)
    as_at = dataset.manifest.as_at
    # A card sets its own place alone beside a year earlier, not those around it.
    own = replace(scope, levels=tuple(dict.fromkeys((COUNTY, *asked.own_levels))))
    with ThreadPoolExecutor(max_workers=1) as beside:
        # On a connection of its own, as each calculation makes tables for its own period.
        earlier = beside.submit(figures_a_year_earlier, dataset.connection.cursor(), own)
        figures = calculate(dataset.connection, scope)
        before = earlier.result()
    calculated = release(figures, audience=INTERNAL.audience, as_at=as_at)
    now = calculated if audience == INTERNAL.audience else release(figures, audience=audience, as_at=as_at)
    return EditionFigures(
        scope,
        calculated,
        _of_places(now, asked),
        _of_places(release(before, audience=audience, as_at=as_at), asked) if before else None,
    )


def _of_places(released: Release, asked: PlacesAsked) -> Release:
    """Leave other schools out of an edition for one school: its files may be handed to that school."""
    if asked.is_many or SCHOOL not in asked.levels:
        return released
    own = {place.code for place in asked.places}
    cells = tuple(cell for cell in released.cells if cell.place_level != SCHOOL or cell.place_code in own)
    return replace(released, cells=cells)
