"""Places: found by code, name, alias or part of a name; schools through time."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earlyhelp.places import Place, PlaceRegister, SchoolRecord

DISTRICTS = (
    ("E07000192", "Cannock Chase", "Cannock"),
    ("E07000193", "East Staffordshire", "East Staffs"),
    ("E07000195", "Newcastle-under-Lyme", "Newcastle;Newcastle Borough"),
    ("E07000196", "South Staffordshire", "South Staffs"),
    ("E07000197", "Stafford", None),
    ("E07000198", "Staffordshire Moorlands", "Moorlands"),
    ("E07000199", "Tamworth", ""),
)


def school(urn: str, name: str, **more: object) -> SchoolRecord:
    return SchoolRecord(urn, name, "primary", "primary", "E07000199", **more)  # type: ignore[arg-type]


SCHOOLS = (
    school("900001", "Oak Lane First School", closed_on=date(2014, 8, 31), successor_urn="900002"),
    school("900002", "Oak Lane First School", opened_on=date(2014, 9, 1)),
    school("900003", "St. Agatha's C of E Primary School"),
    school("900004", "St Agatha's R.C. Primary School"),
    school("900005", "Moorlands View Academy"),
    school("900006", "Hill & Dale School", closed_on=date(2015, 12, 31), successor_urn="900007"),
    school("900007", "Dale Academy", opened_on=date(2016, 1, 1), successor_urn="900006"),
    school("900008", "Elm Road School", opened_on=date(2016, 9, 1), successor_urn="999999"),
)

REGISTER = PlaceRegister.build("E10000028", "Staffordshire", DISTRICTS, SCHOOLS)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("county", "E10000028"),
        ("Staffordshire", "E10000028"),
        ("Staffordshire County Council", "E10000028"),
        ("e07000198", "E07000198"),
        ("Newcastle", "E07000195"),
        ("newcastle under lyme", "E07000195"),
        ("NEWCASTLE-UNDER-LYME Borough Council", "E07000195"),
        ("Newcastle Borough", "E07000195"),
        ("Moorlands", "E07000198"),
        ("South Staffs", "E07000196"),
        ("stafford", "E07000197"),
        ("Stafford Borough", "E07000197"),
        ("Chase", "E07000192"),
        (" Tamworth ", "E07000199"),
        ("900003", "900003"),
        ("st agathas c of e primary", "900003"),
        ("Hill and Dale", "900006"),
        ("moorlands view", "900005"),
    ],
)
def test_a_place_is_found_however_it_is_written(text: str, code: str) -> None:
    assert REGISTER.find(text).code == code


def test_a_found_place_says_its_level_code_and_name() -> None:
    assert REGISTER.find("Moorlands") == Place("district", "E07000198", "Staffordshire Moorlands")
    assert REGISTER.find("900005") == Place("school", "900005", "Moorlands View Academy")


def test_a_name_of_one_school_under_two_numbers_means_the_school_of_today() -> None:
    assert REGISTER.find("Oak Lane First School").code == "900002"
    assert REGISTER.find("900001").code == "900001"


def test_an_ambiguous_name_is_refused_and_names_the_candidates() -> None:
    with pytest.raises(ValueError, match=r"900003.*900004"):
        REGISTER.find("St Agatha's")


def test_many_candidates_are_named_up_to_eight() -> None:
    many = PlaceRegister.build("E1", "Shire", (), [school(f"8000{n:02d}", f"Beech School {n}") for n in range(12)])
    with pytest.raises(ValueError, match="and 4 more"):
        many.find("Beech")


@pytest.mark.parametrize("text", ["", "  ", "-"])
def test_nothing_written_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="Name a place"):
        REGISTER.find(text)


def test_an_unknown_name_is_refused_and_the_districts_are_named() -> None:
    with pytest.raises(ValueError, match=r'No place is called "Atlantis".*Cannock Chase, East Staffordshire'):
        REGISTER.find("Atlantis")


@pytest.mark.parametrize("text", ["borough", "the district of"])
def test_a_kind_of_place_alone_finds_nothing(text: str) -> None:
    with pytest.raises(ValueError, match="No place is called"):
        REGISTER.find(text)


@given(st.text(max_size=12))
def test_any_text_finds_a_place_of_the_register_or_is_refused(text: str) -> None:
    every = {REGISTER.county, *REGISTER.districts, *(record.place for record in REGISTER.schools)}
    try:
        assert REGISTER.find(text) in every
    except ValueError as refusal:
        assert str(refusal)


def test_successors_are_followed_to_the_school_of_today() -> None:
    assert REGISTER.current_school("900001").urn == "900002"
    assert REGISTER.current_school("900003").urn == "900003"


def test_a_chain_of_successors_in_a_circle_ends() -> None:
    assert REGISTER.current_school("900006").urn == "900007"


def test_a_successor_outside_the_register_leaves_the_last_school_known() -> None:
    assert REGISTER.current_school("900008").urn == "900008"


def test_an_unknown_number_is_refused() -> None:
    with pytest.raises(LookupError, match="No school has the URN 123456"):
        REGISTER.current_school("123456")


@pytest.mark.parametrize(
    ("first", "last", "closed_or_not_yet"),
    [
        ("2014-01-01", "2014-08-31", {"900002", "900007", "900008"}),
        ("2014-08-31", "2014-09-01", {"900007", "900008"}),
        ("2014-09-01", "2015-12-31", {"900001", "900007", "900008"}),
        ("2016-09-01", "2016-09-01", {"900001", "900006"}),
    ],
)
def test_a_school_counts_as_open_on_its_first_and_its_last_day(
    first: str, last: str, closed_or_not_yet: set[str]
) -> None:
    found = REGISTER.schools_open_between(date.fromisoformat(first), date.fromisoformat(last))
    assert {record.urn for record in REGISTER.schools} - {record.urn for record in found} == closed_or_not_yet
