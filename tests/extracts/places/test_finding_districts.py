"""A district is found by its code, its name or an alias, and never by a part of its name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earlyhelp.extracts.mapping.declare import DistrictNames
from earlyhelp.extracts.places.districts import find_district
from earlyhelp.extracts.values.doubt import Doubt, DoubtKind
from earlyhelp.vocabulary.districts import districts_of, english_districts

COUNTY = tuple(DistrictNames(district.code, district.name) for district in districts_of("E10000028"))
STAFFORD, NEWCASTLE, CANNOCK = "E07000197", "E07000195", "E07000192"


@pytest.mark.parametrize(
    "text",
    [
        *("E07000197", "e07000197", "Stafford", "STAFFORD", " stafford ", "Stafford District", "Stafford Borough"),
        *(
            "Stafford Borough Council",
            "Borough of Stafford",
            "a) Stafford",
            "District: Stafford",
            "Stafford (E07000197)",
        ),
        *("Stafford BC", "District - Stafford Borough"),
    ],
)
def test_stafford_is_found_however_it_is_written(text: str) -> None:
    assert find_district(text, COUNTY) == STAFFORD


@pytest.mark.parametrize("text", ["Newcastle under Lyme", "NEWCASTLE-UNDER-LYME", "Newcastle", "NUL", "Newcastle BC"])
def test_hyphens_and_the_usual_aliases_are_known(text: str) -> None:
    assert find_district(text, COUNTY) == NEWCASTLE


def test_a_part_of_a_name_is_not_the_name() -> None:
    assert find_district("East Staffordshire", COUNTY) == "E07000193"
    for text in ("Staffordshire", "East", "Chase and Stafford", "Stafford and Cannock", "", "county"):
        value = find_district(text, COUNTY)
        assert isinstance(value, Doubt) and value.kind is DoubtKind.UNKNOWN


def test_an_unknown_district_is_a_question_that_names_the_possible_ones() -> None:
    value = find_district("North Staffs", COUNTY)
    assert isinstance(value, Doubt)
    assert value.why.startswith("is no district of the county: Cannock Chase, East Staffordshire, Lichfield")
    assert value.answer == (
        '[[district]]\ncode = "E07000196"  # South Staffordshire: is it the one that is meant?\n'
        'aliases = ["North Staffs"]'
    )


def test_the_mapping_gives_names_and_aliases_of_its_own() -> None:
    own = (DistrictNames(STAFFORD, "Mid Staffs", ("Team 4",)), DistrictNames(CANNOCK, "Cannock & Rugeley"))
    assert find_district("team 4", own) == STAFFORD
    assert find_district("Cannock and Rugeley District", own) == CANNOCK
    assert isinstance(find_district("Lichfield", own), Doubt)


def test_a_name_of_two_districts_is_asked_about() -> None:
    own = (DistrictNames("E07000901", "Upper Vale", ("Vale",)), DistrictNames("E07000902", "Lower Vale", ("VALE",)))
    value = find_district("Vale", own)
    assert isinstance(value, Doubt) and value.kind is DoubtKind.AMBIGUOUS
    assert value.why == "could be Upper Vale or Lower Vale"


def test_a_whole_name_counts_before_one_without_its_kind() -> None:
    own = (DistrictNames("E07000901", "Vale"), DistrictNames("E07000902", "Vale City"))
    assert find_district("Vale", own) == "E07000901" and find_district("Vale City", own) == "E07000902"


def test_every_district_of_england_is_found_in_its_county_by_its_name_and_with_its_kind() -> None:
    for district in english_districts():
        county = tuple(DistrictNames(each.code, each.name) for each in districts_of(district.county.code))
        for text in (district.name, district.name.upper(), f"{district.name} District Council", district.code):
            assert find_district(text, county) == district.code


@given(st.text())
def test_any_text_is_a_district_of_the_county_or_a_question(text: str) -> None:
    value = find_district(text, COUNTY)
    assert isinstance(value, Doubt) or value in {district.code for district in COUNTY}
