"""A school is found by its number: the URN as it stands, the LAESTAB by the day."""

from __future__ import annotations

from datetime import date

import pytest

from earlyhelp.extracts.places.register import Register, School, plain_laestab, register_of
from earlyhelp.extracts.values.doubt import Doubt, DoubtKind
from tests.extracts.places.invented_register import REGISTER, SCHOOLS

IN_2013, IN_2016 = date(2013, 7, 31), date(2016, 7, 31)


def kind_of(text: str, register: Register = REGISTER) -> DoubtKind:
    value = register.find_by_number(text, IN_2016)
    assert isinstance(value, Doubt)
    return value.kind


@pytest.mark.parametrize("text", ["900005", " 900005 ", "900005.0", "URN 900005", "Fernwood Junior (900005)"])
def test_a_urn_is_found_alone_or_beside_the_name(text: str) -> None:
    assert REGISTER.find_by_number(text, IN_2016) == "900005"


@pytest.mark.parametrize("text", ["8609005", "860/9005", "860-9005", "860 9005", "860 / 9005", "8609005.0"])
def test_a_laestab_is_found_in_each_of_its_forms(text: str) -> None:
    assert REGISTER.find_by_number(text, IN_2016) == "900005"


def test_a_laestab_of_two_schools_is_the_one_open_on_the_day() -> None:
    # 900003 closed on 31 August 2014, 900004 opened the day after, both with 860/9003.
    assert REGISTER.find_by_number("860/9003", date(2014, 8, 31)) == "900003"
    assert REGISTER.find_by_number("860/9003", date(2014, 9, 1)) == "900004"


def test_a_laestab_of_two_schools_open_at_once_or_never_is_asked_about() -> None:
    register = Register(
        [
            School("900101", "Old Mill", "8609101", closed_on=date(2012, 8, 31)),
            School("900102", "New Mill", "8609101", opened_on=date(2014, 9, 1)),
            School("900103", "Mill", "8609103"),
            School("900104", "Mill", "8609103"),
        ]
    )
    never = register.find_by_number("8609101", IN_2013)
    assert isinstance(never, Doubt) and never.kind is DoubtKind.AMBIGUOUS
    assert never.why == "could be the URN 900101 or 900102, of which none was open on 2013-07-31"
    both = register.find_by_number("8609103", IN_2016)
    assert isinstance(both, Doubt) and both.why == "could be the URN 900103 or 900104"


def test_a_laestab_of_one_school_is_that_school_even_after_it_closed() -> None:
    assert REGISTER.find_by_number("860/9025", IN_2016) == "900025"


@pytest.mark.parametrize("text", ["123456", "999/9999", "8601234"])
def test_a_number_that_is_not_in_the_register_is_asked_about(text: str) -> None:
    assert kind_of(text) is DoubtKind.UNKNOWN


@pytest.mark.parametrize("text", ["", "Fernwood", "90005", "9000055", "A900005", "12345678", "860/9005/2"])
def test_what_is_no_number_of_a_school_is_not_looked_up(text: str) -> None:
    assert kind_of(text) in (DoubtKind.UNREADABLE, DoubtKind.UNKNOWN)


def test_two_numbers_in_one_cell_are_asked_about() -> None:
    assert kind_of("900005 / 900006") is DoubtKind.AMBIGUOUS
    assert kind_of("900005 (860/9006)") is DoubtKind.AMBIGUOUS


def test_an_empty_register_lets_a_urn_pass_and_finds_no_laestab() -> None:
    assert Register().find_by_number("900005", IN_2016) == "900005"
    assert kind_of("860/9005", Register()) is DoubtKind.UNKNOWN


def test_a_register_is_made_of_rows_of_the_dataset() -> None:
    rows = [
        {
            "urn": "900001",
            "name": "Mill",
            "laestab": "860/9001",
            "closed_on": "2014-08-31",
            "pupils": "90",
            "phase": None,
        },
        {"urn": None, "name": "No number"},
    ]
    register = register_of(rows)
    assert register.schools == (School("900001", "Mill", "860/9001", closed_on=date(2014, 8, 31)),)
    assert register.find_by_number("8609001", IN_2016) == "900001"


def test_every_school_with_a_laestab_of_its_own_is_found_by_it() -> None:
    alone = [school for school in SCHOOLS if school.laestab and school.laestab != "8609003"]
    assert len(alone) == 27
    assert all(REGISTER.find_by_number(school.laestab, IN_2016) == school.urn for school in alone)


@pytest.mark.parametrize("text", ["", "860", "86/09005", "8609005x", "86090051"])
def test_what_is_no_laestab_has_no_plain_form(text: str) -> None:
    assert plain_laestab(text) == ""
