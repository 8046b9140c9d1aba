"""All figures of an edition, calculated once for all its places, with those of a year earlier."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from earlyhelp.dataset.source import Dataset
from earlyhelp.disclosure.cells import Release
from earlyhelp.disclosure.gate import release
from earlyhelp.disclosure.policies import INTERNAL, POLICIES
from earlyhelp.editions.files import FIGURES_EARLIER_FILE, FIGURES_FILE
from earlyhelp.editions.places_asked import PlacesAsked, read_places
from earlyhelp.editions.register.past import Past
from earlyhelp.editions.register.shared_days import Printed
from earlyhelp.editions.released import figures_a_year_earlier, scope_of
from earlyhelp.editions.releasing import release_all, whole_schools
from earlyhelp.measures.calculate import calculate
from earlyhelp.measures.figures import Figure, Status
from earlyhelp.measures.scope import Scope
from earlyhelp.periods import Period
from earlyhelp.places import COUNTY, SCHOOL, PlaceRegister
from earlyhelp.report.writers.figures_csv import write_figures_csv

DRAFT_NOTICE: Final = "Draft: not to be handed out"


@dataclass(frozen=True)
class EditionFigures:
    """The figures of one edition.

    calculated      every cell as it is before release: what the authority's own staff may see
    calculated_a_year_earlier   the same of a year earlier; empty where nothing of it may be compared
    now, a_year_earlier      the cells released for the audience, of the places that the cards show; the second None
                    where nothing of a year earlier may be compared
    respected       what was printed before and had to be respected
    """

    scope: Scope
    calculated: Release
    now: Release
    a_year_earlier: Release | None
    calculated_a_year_earlier: tuple[Figure, ...] = field(default=(), repr=False)
    respected: tuple[Printed, ...] = ()

    @property
    def releases(self) -> tuple[Release, ...]:
        return (self.now, self.a_year_earlier) if self.a_year_earlier else (self.now,)

    @cached_property
    def hidden(self) -> int:
        """How many of the cells released are hidden."""
        return sum(cell.status is Status.SUPPRESSED for release in self.releases for cell in release.cells)

    @property
    def refused(self) -> tuple[str, ...]:
        """A sentence for each table that is not shown at a level."""
        return tuple(dict.fromkeys(sentence for release in self.releases for sentence in release.refused))

    @cached_property
    def calculated_csv(self) -> str:
        return write_figures_csv(self.calculated.cells)

    @cached_property
    def now_csv(self) -> str:
        """The text of figures.csv, written once where nothing was held back from the audience."""
        return self.calculated_csv if self.now is self.calculated else write_figures_csv(self.now.cells)

    @cached_property
    def texts(self) -> dict[str, str]:
        """The text of each file of figures by its name."""
        texts = {FIGURES_FILE: self.now_csv}
        if self.a_year_earlier:
            texts[FIGURES_EARLIER_FILE] = write_figures_csv(self.a_year_earlier.cells)
        return texts

    @property
    def as_draft(self) -> EditionFigures:
        """The same figures under the notice of a draft."""
        return replace(
            self,
            now=_draft(self.now),
            a_year_earlier=_draft(self.a_year_earlier) if self.a_year_earlier else None,
        )


def figures_of_edition(
    dataset: Dataset, period: Period, asked: PlacesAsked, audience: str, past: Past | None = None
) -> EditionFigures:
    """Calculate and release the figures that the cards of these places need.

    past        the register of releases, None where none is kept
    Raises      KeyError: no such audience. ValueError: bank holidays of the period are not known. NotSafeError: the
                figures cannot be protected
    """
    places, policy = read_places(dataset), POLICIES[audience]
    # A school with a card is told its zeros, too; of the others only what there is to count is written to staff.
    named = tuple(place.code for place in asked.places if place.level == SCHOOL)
    # In an edition for one school no other school's figures are printed, so none of them needs protection there.
    schools = whole_schools(places, period, audience, named) if asked.is_many else named
    scope = replace(scope_of(dataset, period, asked.levels), whole_schools=schools)
    figures, before = _calculate(dataset, scope, asked)
    calculated = release(figures, audience=INTERNAL.audience, as_at=scope.as_at)
    if not policy.protects:
        then = release(before, audience=audience, as_at=scope.as_at) if before else None
        return EditionFigures(
            scope, calculated, _of_places(calculated, asked), _of_places(then, asked) if then else None
        )
    return _protected(dataset, EditionFigures(scope, calculated, calculated, None, tuple(before)), figures,
                      asked, places, audience, past)  # fmt: skip


def _calculate(dataset: Dataset, scope: Scope, asked: PlacesAsked) -> tuple[list[Figure], list[Figure]]:
    # A card sets its own place alone beside a year earlier, not those around it.
    own = replace(scope, levels=tuple(dict.fromkeys((COUNTY, *asked.own_levels))))
    with ThreadPoolExecutor(max_workers=1) as beside:
        # On a connection of its own, as each calculation makes tables for its own period.
        earlier = beside.submit(figures_a_year_earlier, dataset.connection.cursor(), own)
        return calculate(dataset.connection, scope), earlier.result()


def _protected(
    dataset: Dataset,
    unprotected: EditionFigures,
    figures: list[Figure],
    asked: PlacesAsked,
    places: PlaceRegister,
    audience: str,
    past: Past | None,
) -> EditionFigures:
    before = unprotected.calculated_a_year_earlier
    both = (figures, before) if before else (figures,)
    together = release_all(dataset, both, unprotected.scope, places, audience, past)
    now, *then = (_of_places(each, asked) for each in together.releases)
    return replace(unprotected, now=now, a_year_earlier=then[0] if then else None, respected=together.respected)


def _of_places(released: Release, asked: PlacesAsked) -> Release:
    """Leave other schools out of an edition for one school: its files may be handed to that school."""
    if asked.is_many or SCHOOL not in asked.levels:
        return released
    own = {place.code for place in asked.places}
    cells = tuple(cell for cell in released.cells if cell.place_level != SCHOOL or cell.place_code in own)
    changes = tuple(each for each in released.changes if each.place_level != SCHOOL or each.place_code in own)
    return replace(released, cells=cells, changes=changes)


def _draft(released: Release) -> Release:
    return replace(released, notice=". ".join(filter(None, (DRAFT_NOTICE, released.notice))))
