"""What was asked for, found in the dataset: the period, the places its audience may be shown, where it is to lie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from earlyhelp.dataset.source import Dataset
from earlyhelp.disclosure.policies import POLICIES, TO_SCHOOL
from earlyhelp.editions.manner import Manner
from earlyhelp.editions.places_asked import PlacesAsked, places_asked, read_places
from earlyhelp.editions.private.pseudonyms import Key, key_for
from earlyhelp.editions.released import resolve_period
from earlyhelp.periods import Period
from earlyhelp.places import SCHOOL, PlaceRegister
from earlyhelp.report.actions import Action

TERMS: Final = ("autumn", "spring", "summer")


@dataclass(frozen=True)
class Asked:
    """One edition as it was asked for.

    label       the period in words
    known       all places of the county
    """

    publication: str
    period: Period
    label: str
    known: PlaceRegister
    places: PlacesAsked
    audience: str
    manner: Manner
    key: Key
    out: Path

    @property
    def protects(self) -> bool:
        return POLICIES[self.audience].protects

    def with_actions(self, actions: Mapping[str, tuple[Action, ...]]) -> Asked:
        """Return the same with these actions on its pages, by key of the page."""
        return replace(self, manner=replace(self.manner, settings=replace(self.manner.settings, actions=actions)))

    @property
    def is_for_heads(self) -> bool:
        """Whether each card is handed to another reader, so that it lies in a folder of its own."""
        return self.audience == TO_SCHOOL.audience


def find_asked(
    dataset: Dataset, publication: str, period: Period | str, place: str, audience: str, out: Path, manner: Manner
) -> Asked:
    """Find the period and the places that were asked for in a dataset.

    Raises  ValueError: there is no such period or place, or the audience is not shown places of this kind. KeyError:
            no such audience
    """
    resolved, known = resolve_period(dataset, period), read_places(dataset)
    places = places_for(places_asked(known, place, resolved), audience)
    key = key_for(manner.settings.key, dataset.manifest.county_code)
    return Asked(publication, resolved, _label(period, resolved), known, places, audience, manner, key, out)


def places_for(asked: PlacesAsked, audience: str) -> PlacesAsked:
    """Return the places that the audience may have cards of; of "all" those of the levels published.

    Raises  ValueError: a place lies at a level that is not published, or an edition for heads is not about schools
    """
    policy = POLICIES[audience]
    if not policy.protects:
        return asked
    if audience == TO_SCHOOL.audience and set(asked.own_levels) != {SCHOOL}:
        raise ValueError("The audience school is the head teachers: ask for --place schools, or for one school.")
    shown = tuple(place for place in asked.places if place.level in policy.levels)
    if not shown:
        raise ValueError(f"Figures of single schools are not published for the audience {audience}.")
    return replace(asked, places=shown)


def _label(asked: Period | str, resolved: Period) -> str:
    """The dates, after the name where a term was asked for by its name."""
    if isinstance(asked, Period) or "-" not in asked or asked.rpartition("-")[2].lower() not in TERMS:
        return resolved.label
    year, _, term = asked.strip().rpartition("-")
    return f"{term.capitalize()} term {year}: {resolved.label}"
