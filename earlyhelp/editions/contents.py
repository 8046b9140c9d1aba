"""The contents page of an edition as data: which cards there are, county first, then districts, then schools."""

from __future__ import annotations

from collections.abc import Sequence

from earlyhelp.disclosure.cells import Release
from earlyhelp.editions.cards import Card
from earlyhelp.editions.files import FIGURES_FILE
from earlyhelp.measures.notes import caution
from earlyhelp.places import COUNTY, DISTRICT, SCHOOL, PlaceRegister, plain_letters
from earlyhelp.publications.subject import Subject
from earlyhelp.report.writers.html.contents import CardLink, Contents, LinkGroup


def contents_of(
    title: str, register: PlaceRegister, county: Subject, release: Release, cards: Sequence[Card]
) -> Contents:
    """Return the contents page of the cards that were made.

    county      the subject that all cards share
    Order       the county, its districts by name, then the schools of each district by name; schools of a district
                that the dataset does not have come last
    """
    made = [card for card in cards if card.is_made]
    groups = [
        LinkGroup("County", _links(made, COUNTY)),
        LinkGroup("Districts", _links(made, DISTRICT)),
        *_schools(register, [card for card in made if card.place.level == SCHOOL]),
    ]
    return Contents(
        title=title,
        county_name=county.place.name,
        period_label=county.period_label,
        as_at=release.as_at,
        notice=release.notice,
        caution=caution(county.period, release.as_at),
        figures_file=FIGURES_FILE,
        groups=tuple(group for group in groups if group.links),
    )


def _links(cards: Sequence[Card], level: str) -> tuple[CardLink, ...]:
    found = [card for card in cards if card.place.level == level]
    found.sort(key=lambda card: (plain_letters(card.place.name), card.place.code))
    return tuple(CardLink(card.place.name, card.file, card.place.code if level == SCHOOL else "") for card in found)


def _schools(register: PlaceRegister, cards: Sequence[Card]) -> list[LinkGroup]:
    district_of = {school.urn: school.district_code for school in register.schools}
    districts = sorted(register.districts, key=lambda district: plain_letters(district.name))
    groups = [
        LinkGroup(
            f"Schools in {district.name}",
            _links([card for card in cards if district_of[card.place.code] == district.code], SCHOOL),
        )
        for district in districts
    ]
    known = {district.code for district in districts}
    others = [card for card in cards if district_of[card.place.code] not in known]
    return [*groups, LinkGroup("Schools of another district", _links(others, SCHOOL))]
