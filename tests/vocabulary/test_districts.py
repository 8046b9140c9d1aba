"""Districts of England: complete, each under one authority, found by code or name."""

import re

import pytest

from earlyhelp.vocabulary.district_aliases import default_aliases
from earlyhelp.vocabulary.districts import County, districts_of, english_districts, find_county


def test_england_has_296_districts_under_153_authorities() -> None:
    districts = english_districts()
    assert len({district.code for district in districts}) == len(districts) == 296
    assert len({district.county.code for district in districts}) == 153
    assert len({district.county.name for district in districts}) == 153


def test_every_code_is_one_of_england() -> None:
    for district in english_districts():
        assert re.fullmatch(r"E0[6-9]\d{6}", district.code) and re.fullmatch(r"E(0[689]|10)\d{6}", district.county.code)


def test_an_authority_without_districts_is_its_own_and_a_county_never_is() -> None:
    for district in english_districts():
        is_own = (district.code, district.name) == (district.county.code, district.county.name)
        assert is_own == (not district.county.code.startswith("E10"))


def test_staffordshire_has_the_eight_districts_that_have_aliases() -> None:
    names = {district.code: district.name for district in districts_of("E10000028")}
    assert list(names) == list(default_aliases())
    assert names["E07000195"] == "Newcastle-under-Lyme" and names["E07000197"] == "Stafford"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("E10000028", "E10000028"),
        (" e10000028 ", "E10000028"),
        ("Staffordshire", "E10000028"),
        ("STAFFORDSHIRE COUNTY COUNCIL", "E10000028"),
        ("Stoke on Trent City Council", "E06000021"),
        ("Bristol", "E06000023"),
        ("Durham", "E06000047"),
        ("London Borough of Barnet", "E09000003"),
        ("City of London", "E09000001"),
        ("Tyneside, South", "E08000023"),
    ],
)
def test_a_county_is_found_by_its_code_or_its_name(text: str, code: str) -> None:
    assert find_county(text).code == code


def test_every_authority_is_found_by_its_own_name() -> None:
    for district in english_districts():
        assert find_county(district.county.name) == district.county


@pytest.mark.parametrize("text", ["", "county", "Staffs and Stoke", "E07000197", "Wales"])
def test_what_is_no_county_of_england_is_refused(text: str) -> None:
    with pytest.raises(LookupError, match="No county of England is called"):
        find_county(text)


def test_a_county_that_is_not_there_has_no_districts() -> None:
    with pytest.raises(LookupError, match='code "E10000099"'):
        districts_of("E10000099")
    assert [district.county for district in districts_of("E06000021")] == [County("E06000021", "Stoke-on-Trent")]
