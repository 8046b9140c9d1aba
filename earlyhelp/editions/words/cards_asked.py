"""The cards whose words are drafted or checked: each with its subject and the cells that its readers are given."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from earlyhelp.dataset.source import Dataset, open_dataset
from earlyhelp.disclosure.policies import INTERNAL, POLICIES
from earlyhelp.editions.asked import Asked, find_asked, places_for
from earlyhelp.editions.figures_of_edition import EditionFigures, figures_of_edition
from earlyhelp.editions.for_heads import ReleasesToHeads
from earlyhelp.editions.manner import Manner
from earlyhelp.editions.places_asked import PlacesAsked
from earlyhelp.editions.subject import Subjects
from earlyhelp.measures.catalogue import tables_read
from earlyhelp.periods import Period
from earlyhelp.places import COUNTY, SCHOOL, Place, PlaceRegister
from earlyhelp.publications.released_figures import ReleasedCells
from earlyhelp.publications.school_report_card import card
from earlyhelp.publications.settings import CardSettings
from earlyhelp.publications.subject import Subject

# What a card says besides its figures: places, dates of terms, targets, and the wording of questions.
_BESIDE_FIGURES: Final = ("district", "school", "term", "target", "questionnaire_item")


@dataclass(frozen=True)
class CardAsked:
    """One card: what it is about, and the cells that its readers are given."""

    subject: Subject
    cells: ReleasedCells


@dataclass(frozen=True)
class Opened:
    """A dataset opened for the words of a period and its readers."""

    dataset: Dataset
    asked: Asked

    @property
    def known(self) -> PlaceRegister:
        return self.asked.known

    def is_given(self, place: Place) -> bool:
        """Return whether these readers may have the card of a place."""
        if self.asked.is_for_heads:
            return place.level == SCHOOL
        return not self.asked.protects or place.level in POLICIES[self.asked.audience].levels

    def cards(self, places: tuple[Place, ...]) -> Iterator[CardAsked]:
        """Yield the card of each place; nothing is calculated where there is none.

        Raises  ValueError: these readers are not given cards of such places. NotSafeError: the figures cannot be
                protected
        """
        if not places:
            return
        asked = places_for(PlacesAsked(places, is_many=len(places) > 1), self.asked.audience)
        figures = figures_of_edition(self.dataset, self.asked.period, asked, self.asked.audience)
        earlier = self.asked.period.same_period_last_year if figures.a_year_earlier else None
        subjects = Subjects(self.dataset, self.known, self.asked.period, self.asked.label, earlier,
                            tells_rows=not self.asked.protects)  # fmt: skip
        given = self._given(figures)
        yield from (CardAsked(subjects.of(place), given(place)) for place in asked.places)

    def _given(self, figures: EditionFigures) -> Callable[[Place], ReleasedCells]:
        if self.asked.is_for_heads:
            to_heads = ReleasesToHeads(figures, self.known)
            return lambda place: ReleasedCells(*to_heads.to(place.code))
        cells = ReleasedCells(figures.now, figures.a_year_earlier)
        return lambda _: cells


@contextmanager
def opened(source: Path, period: Period | str, place: str, audience: str, settings: CardSettings) -> Generator[Opened]:
    """Open a dataset for the cards of a period.

    place       "county", "districts", "schools", "all", or the code or name of one place; empty where the folder of
                words says whose cards are wanted
    Raises      CannotRead: the source cannot be read. ValueError: there is no such period or place
    """
    with open_dataset(source, tables={*_BESIDE_FIGURES, *tables_read()}) as dataset:
        if place:
            asked = find_asked(dataset, card.NAME, period, place, audience, Path(), Manner(settings))
        else:
            any_card = find_asked(dataset, card.NAME, period, COUNTY, INTERNAL.audience, Path(), Manner(settings))
            asked = replace(any_card, audience=audience)
        yield Opened(dataset, asked)
