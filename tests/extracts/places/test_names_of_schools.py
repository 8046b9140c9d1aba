"""Names of schools: a name proposes, a person confirms, and only then is there a number."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earlyhelp.extracts.places.plain_names import plain_words
from earlyhelp.extracts.places.register import Register, School
from earlyhelp.extracts.places.school_names import confirmed, propose
from earlyhelp.extracts.values.doubt import Doubt, DoubtKind
from tests.extracts.places.invented_register import CANNOCK, MOORLANDS, REGISTER, SCHOOLS


def first(name: str, district_code: str | None = None) -> str:
    return propose(name, REGISTER, district_code)[0].urn


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. Mary's", "SAINT MARYS"),
        ("St.Mary's", "St Mary’s"),
        ("StMary's", "st mary's"),
        ("C. of E. School", "Church of England Sch."),
        ("CofE", "C.E."),
        ("R.C. Primary", "Roman Catholic Prim"),
        ("Catholic", "RC"),
        ("Oak & Ash", "Oak  and Ash"),
        ("(V.C.)", "Voluntary Controlled"),
        ("(Aided)", "VA"),
        ("Mill C.P. School", "Mill Community Primary School"),
        ("Mill High School", "Mill HS"),
        ("Mill JMI", "Mill Junior and Infant"),
        ("Mill PrimarySchool", "Mill Primary School"),
        ("Infants'", "Infant"),
        ("Mill Acad", "Mill Academy"),
    ],
)
def test_two_ways_to_write_the_same_words_are_compared_as_one(one: str, other: str) -> None:
    assert set(plain_words(one)) - {"and"} == set(plain_words(other)) - {"and"}


@pytest.mark.parametrize(("one", "other"), [("CE", "RC"), ("Junior", "Infant"), ("First", "Middle"), ("Oak", "Ash")])
def test_words_that_tell_schools_apart_stay_apart(one: str, other: str) -> None:
    assert set(plain_words(one)) != set(plain_words(other))


@pytest.mark.parametrize(
    ("name", "urn"),
    [
        ("St Marys RC", "900001"),
        ("St Mary's Catholic Prim Sch", "900001"),
        ("St Mary's C of E First", "900002"),
        ("St Mary's, Ashby", "900002"),
        ("Fernwood Jnr", "900005"),
        ("Fernwood Inf.", "900006"),
        ("Longmeadow", "900007"),
        ("Long Meadow School", "900007"),
        ("St Annes CE", "900008"),
        ("ST ANNE AND ST LUKE", "900009"),
        ("King Alders HS", "900010"),
        ("King Alder Middle", "900011"),
        ("Thistlebank Primary", "900012"),
        ("thistle bank nursery", "900013"),
        ("Wychbrok Tech College", "900016"),
        ("Marlpit PRU", "900017"),
        ("Hare Moor", "900018"),
        ("Oakridge Rd", "900019"),
        ("Oakridge Ln Primary", "900020"),
        ("Nth Fenby", "900021"),
        ("South  Fenby", "900022"),
        ("Bishop Thorne", "900023"),
        ("Cobblers Green", "900024"),
        ("Gt Orchard", "900028"),
        ("Little Orchard Primary, Stafford", "900027"),
        ("The Redlake Primary School", "900029"),
        ("Sandpipper Primary", "900030"),
    ],
)
def test_the_school_that_is_meant_comes_first(name: str, urn: str) -> None:
    assert first(name) == urn


def test_the_name_of_the_register_itself_comes_first_and_says_that_it_is_the_only_one() -> None:
    for school in SCHOOLS:
        best = propose(school.name, REGISTER)[0]
        assert best.name == school.name
        if school.name != "All Saints C of E First School":
            assert best.urn == school.urn and best.why.startswith("the only school of that name")


def test_two_schools_of_one_name_share_the_sureness_and_the_district_decides() -> None:
    one, other = propose("All Saints CE First", REGISTER)[:2]
    assert {one.urn, other.urn} == {"900014", "900015"}
    assert one.how_sure == other.how_sure <= 0.5
    assert one.why == "one of 2 schools of that name"
    assert first("All Saints CE First", MOORLANDS) == "900014"
    assert first("All Saints CE First", CANNOCK) == "900015"
    assert propose("All Saints CE First", REGISTER, CANNOCK)[0].how_sure > 0.9


def test_of_a_school_before_and_after_it_became_an_academy_both_are_proposed() -> None:
    both = propose("Gorse Hill", REGISTER)[:2]
    assert {each.urn for each in both} == {"900003", "900004"}
    assert next(each.why for each in both if each.urn == "900003").endswith("closed on 2014-08-31")
    assert first("Gorse Hill Primary") == "900003" and first("Gorse Hill Academy") == "900004"


def test_of_two_that_bear_one_name_the_open_one_comes_first() -> None:
    register = Register([School("900201", "Mill", closed_on=SCHOOLS[2].closed_on), School("900202", "Mill")])
    assert [each.urn for each in propose("Mill", register)] == ["900202", "900201"]


def test_a_proposal_says_what_does_not_agree() -> None:
    assert propose("Wychbrook Tech Coll Hilltop", REGISTER)[0].why == "nearly that name without hilltop"
    assert propose("Wychbrook College", REGISTER)[0].why == "nearly that name but with technology"


def test_a_mistyped_name_is_not_called_the_same() -> None:
    assert propose("Wychbrok Technology College", REGISTER)[0].why == "the only school of nearly that name"


def test_a_comment_behind_an_answer_is_one_line_whatever_a_register_holds() -> None:
    value = confirmed("Mill", {}, Register([School("900201", "Mill\u0007\nschool")]))
    assert isinstance(value, Doubt) and tomllib.loads(value.answer) == {"Mill": "900201"}


def test_a_text_too_long_to_be_a_name_proposes_nothing() -> None:
    assert propose("Fernwood Junior School " * 1000, REGISTER) == []


def test_only_schools_of_the_district_are_proposed_and_no_more_than_asked_for() -> None:
    codes = {school.urn: school.district_code for school in SCHOOLS}
    assert {codes[each.urn] for each in propose("Primary School", REGISTER, CANNOCK, limit=9)} <= {CANNOCK}
    assert len(propose("Orchard Primary", REGISTER, limit=2)) == 2
    assert propose("Wychbrook", REGISTER, MOORLANDS) == []


@pytest.mark.parametrize("name", ["", "?", "Home educated", "Zzyzx"])
def test_a_name_that_is_like_no_other_proposes_nothing(name: str) -> None:
    assert propose(name, REGISTER) == []


@given(st.text())
def test_any_text_proposes_schools_of_the_register_the_surest_first(name: str) -> None:
    proposals = propose(name, REGISTER)
    assert all(each.urn in REGISTER.by_urn and 0 <= each.how_sure <= 1 for each in proposals)
    assert [each.how_sure for each in proposals] == sorted((each.how_sure for each in proposals), reverse=True)


def test_a_name_that_a_person_confirmed_is_its_number() -> None:
    schools = {"St Mary's": "900002", "Fernwood": "900005"}
    assert confirmed(" st  MARY’S ", schools, REGISTER) == "900002"
    assert confirmed("Fernwood", schools, Register()) == "900005"


def test_a_name_is_never_enough_even_where_only_one_school_bears_it() -> None:
    value = confirmed("Wychbrook Technology College", {}, REGISTER)
    assert isinstance(value, Doubt) and value.kind is DoubtKind.UNKNOWN
    assert value.answer == (
        '"Wychbrook Technology College" = "900016"  # Wychbrook Technology College: the only school of that name'
    )


def test_the_answer_is_a_mapping_whose_next_best_lines_are_comments() -> None:
    value = confirmed('St Mary\'s "RC"', {}, REGISTER)
    assert isinstance(value, Doubt)
    best, *others = value.answer.split("\n")
    assert tomllib.loads(value.answer) == {'St Mary\'s "RC"': "900001"} == tomllib.loads(best)
    assert others and all(other.startswith('# "St Mary') for other in others)


def test_a_name_nothing_is_like_is_asked_about_without_a_proposal() -> None:
    value = confirmed("Zzyzx", {}, REGISTER)
    assert isinstance(value, Doubt) and tomllib.loads(value.answer) == {"Zzyzx": "…"}


def test_a_confirmed_number_that_is_not_in_the_register_is_asked_about() -> None:
    value = confirmed("Fernwood", {"Fernwood": "123456"}, REGISTER)
    assert isinstance(value, Doubt) and "123456" in value.why
