"""The page that leads to every card of an edition."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from earlyhelp.disclosure.cells import Release
from earlyhelp.editions.cards import Card
from earlyhelp.editions.contents import contents_of
from earlyhelp.periods import Period
from earlyhelp.places import PlaceRegister, SchoolRecord
from earlyhelp.publications.subject import Subject
from earlyhelp.report.brand import Brand
from earlyhelp.report.writers.html.contents import Contents, write_contents

PERIOD = Period(date(2016, 1, 1), date(2016, 7, 31))
REGISTER = PlaceRegister.build(
    "E10000099",
    "Borsetshire",
    [("E07000902", "Felpersham", None), ("E07000901", "Ambridge", None)],
    [
        SchoolRecord("900002", "Oakfield", "primary", "primary", "E07000901"),
        SchoolRecord("900001", "Oakfield", "primary", "primary", "E07000901"),
        SchoolRecord("900003", "Ashdown <First>", "primary", "primary", "E07000901"),
        SchoolRecord("900004", "Border Lane", "primary", "primary", "E07000950"),
        SchoolRecord("900005", "Elm Lane", "primary", "primary", "E07000902"),
    ],
)
PLACES = (REGISTER.county, *REGISTER.districts, *(school.place for school in REGISTER.schools))
CARDS = tuple(Card(place, f"card-{place.code}.html", 3, "0" * 64) for place in PLACES)
COUNTY = Subject(REGISTER.county, REGISTER.county, PERIOD, PERIOD.label)
RELEASE = Release((), (), "internal", "Internal: not protected for publication", date(2016, 9, 15))


def contents(cards: tuple[Card, ...] = CARDS) -> Contents:
    return contents_of("Report card", REGISTER, COUNTY, RELEASE, cards)


def test_county_then_districts_then_schools_of_each_district_by_name():
    listed = {group.title: [link.place_name for link in group.links] for group in contents().groups}
    assert list(listed.items()) == [
        ("County", ["Borsetshire"]),
        ("Districts", ["Ambridge", "Felpersham"]),
        ("Schools in Ambridge", ["Ashdown <First>", "Oakfield", "Oakfield"]),
        ("Schools in Felpersham", ["Elm Lane"]),
        ("Schools of another district", ["Border Lane"]),
    ]


def test_schools_of_one_name_are_told_apart_by_their_number():
    links = contents().groups[2].links
    assert [link.code for link in links] == ["900003", "900001", "900002"]


def test_a_kind_of_place_without_cards_has_no_heading():
    assert [group.title for group in contents(CARDS[1:3]).groups] == ["Districts"]


def test_a_card_that_could_not_be_made_is_not_linked():
    failed = replace(CARDS[0], error=ValueError())
    assert "card-E10000099.html" not in write_contents(contents((failed, *CARDS[1:])))


def test_every_card_has_one_link_and_nothing_is_asked_of_the_network():
    page = write_contents(contents())
    assert sorted(re.findall(r'href="(card-[^"]+)"', page)) == sorted(card.file for card in CARDS)
    assert "<script" not in page
    assert re.findall(r'(?:href|src)="(?!card-|#|figures\.csv)[^"]*"|url\(|@import', page) == []


def test_names_are_escaped_and_the_notice_and_brand_are_shown():
    page = write_contents(contents(), Brand(council="Borsetshire County Council", colour="#123456"))
    assert "Ashdown &lt;First&gt;" in page
    assert "Internal: not protected for publication" in page
    assert "Borsetshire County Council" in page
    assert "--brand: #123456" in page


def test_a_period_that_ends_after_the_records_is_told():
    late = replace(COUNTY, period=Period(date(2016, 9, 1), date(2016, 12, 31)))
    page = write_contents(contents_of("Report card", REGISTER, late, RELEASE, CARDS))
    assert "so its figures are not complete." in page
