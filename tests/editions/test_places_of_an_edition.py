"""Which places an edition is about, and what their files are called."""

from __future__ import annotations

from datetime import date

import pytest

from earlyhelp.editions.file_names import card_file, card_files, slug
from earlyhelp.editions.places_asked import places_asked
from earlyhelp.periods import Period
from earlyhelp.places import Place, PlaceRegister, SchoolRecord

YEAR = Period(date(2016, 1, 1), date(2016, 12, 31))
COUNTY = Place("county", "E10000099", "Borsetshire")
REGISTER = PlaceRegister.build(
    "E10000099",
    "Borsetshire",
    [("E07000902", "Felpersham", None), ("E07000901", "Ambridge", None)],
    [
        SchoolRecord("900001", "Loxley Barratt", "primary", "primary", "E07000901", None, date(2015, 8, 31)),
        SchoolRecord("900002", "Oakfield", "primary", "primary", "E07000901", None, date(2016, 1, 1)),
        SchoolRecord("900003", "Ashdown", "primary", "primary", "E07000902", date(2016, 12, 31)),
        SchoolRecord("900004", "Elm Lane", "primary", "primary", "E07000902", date(2017, 1, 1)),
    ],
)


@pytest.mark.parametrize(
    ("text", "names", "levels"),
    [
        ("county", ["Borsetshire"], ("county", "district")),
        ("Districts", ["Ambridge", "Felpersham"], ("county", "district")),
        ("schools", ["Ashdown", "Oakfield"], ("county", "district", "school")),
        ("ALL", ["Borsetshire", "Ambridge", "Felpersham", "Ashdown", "Oakfield"], ("county", "district", "school")),
        ("900001", ["Loxley Barratt"], ("county", "district", "school")),
        ("ambridge", ["Ambridge"], ("county", "district")),
    ],
)
def test_schools_among_many_are_those_open_on_some_day_of_the_period(text, names, levels):
    asked = places_asked(REGISTER, text, YEAR)
    assert [place.name for place in asked.places] == names
    assert asked.levels == levels
    assert asked.is_many == (text.lower() in ("districts", "schools", "all"))


def test_schools_are_refused_where_none_was_open():
    with pytest.raises(ValueError, match="no schools open in the period 1 January to 31 December 1900"):
        places_asked(PlaceRegister.build("E1", "B", []), "schools", Period(date(1900, 1, 1), date(1900, 12, 31)))


def test_the_file_of_a_card_names_place_and_period():
    assert card_file("school-report-card", COUNTY, COUNTY, YEAR) == (
        "school-report-card-borsetshire-2016-01-01-2016-12-31.html"
    )


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place("district", "E07000192", "Cannock Chase"), "cannock-chase"),
        (Place("school", "900320", "Oakfield Primary School"), "900320-oakfield-primary-school"),
        (Place("school", "900321", "St Chad's & St Ann's, Ysgol Bôn"), "900321-st-chads-and-st-anns-ysgol-bon"),
        (Place("district", "E06000017", "BORSETSHIRE"), "borsetshire-district"),
        (Place("district", "E07000999", "北"), "e07000999"),
        (Place("school", "900322", "A/../B: C"), "900322-a-b-c"),
    ],
)
def test_the_name_of_a_place_is_told_in_plain_letters(place, expected):
    assert slug(place, COUNTY) == expected


def test_a_long_name_ends_after_a_word():
    long = slug(
        Place("school", "900323", "The Blessed Ethelburga Voluntary Aided Church of England Infant School"), COUNTY
    )
    assert long == "900323-the-blessed-ethelburga-voluntary-aided-church-of"
    assert len(slug(Place("school", "900324", "A" * 90), COUNTY)) <= 60


def test_places_that_would_share_a_file_have_their_codes_in_it():
    alike = (Place("district", "E07000901", "Moor Vale"), Place("district", "E07000902", "Moor-Vale"))
    files = card_files("card", (*alike, COUNTY), COUNTY, YEAR)
    assert len(set(files.values())) == 3
    assert files[alike[0]] == "card-moor-vale-e07000901-2016-01-01-2016-12-31.html"
    assert files[COUNTY] == card_file("card", COUNTY, COUNTY, YEAR)
