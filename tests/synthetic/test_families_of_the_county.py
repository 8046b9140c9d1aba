"""Families, ages and schools of the county make sense."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from earlyhelp.synthetic.identifiers import nhs_number, upn, upn_check_letter
from earlyhelp.synthetic.school_year import year_group
from earlyhelp.synthetic.writing import Book


def test_brothers_and_sisters_share_their_surname_and_no_forename(moderate_county: Book) -> None:
    children = {p["person_id"] for p in moderate_county.rows["person"] if p["role"] == "child"}
    family = {m["person_id"]: m["family_id"] for m in moderate_county.rows["family_member"]}
    surnames, forenames = defaultdict(set), defaultdict(list)
    for identity in moderate_county.rows["identity"]:
        if identity["person_id"] in children:
            surnames[family[identity["person_id"]]].add(identity["surname"])
            forenames[family[identity["person_id"]]].append(identity["forename"])
    assert max(len(names) for names in forenames.values()) > 1
    assert all(len(names) == 1 for names in surnames.values())
    assert all(len(set(names)) == len(names) for names in forenames.values())


def test_brothers_and_sisters_of_one_phase_go_to_one_school(moderate_county: Book) -> None:
    phase = {s["urn"]: s["phase"] for s in moderate_county.rows["school"]}
    schools = defaultdict(set)
    for child in moderate_county.rows["involvement_child"]:
        if child["school_urn"] and phase[child["school_urn"]] == "primary":
            schools[child["involvement_id"]].add(child["school_urn"])
    assert len(schools) > 100
    assert all(len(urns) == 1 for urns in schools.values())


def test_the_year_of_a_child_follows_from_its_birth_and_the_day() -> None:
    # A child born on 31 August 2005 is the youngest of its year, one born a day later the eldest of the next.
    assert year_group(date(2005, 8, 31), date(2016, 7, 1)) == "6"
    assert year_group(date(2005, 9, 1), date(2016, 7, 1)) == "5"
    assert year_group(date(2005, 9, 1), date(2016, 9, 1)) == "6"
    assert year_group(date(2016, 5, 1), date(2016, 7, 1)) == "E1"
    assert year_group(date(1996, 5, 1), date(2016, 7, 1)) == "X"


def test_every_school_has_an_invented_number_and_the_county_code(moderate_county: Book) -> None:
    for school in moderate_county.rows["school"]:
        assert 900_001 <= int(str(school["urn"])) < 1_000_000
        assert str(school["laestab"]).startswith("8609")


def test_a_school_that_closed_has_a_successor_and_takes_no_request_afterwards(moderate_county: Book) -> None:
    closed = {s["urn"]: s["closed_on"] for s in moderate_county.rows["school"] if s["closed_on"]}
    assert closed
    assert all(s["successor_urn"] for s in moderate_county.rows["school"] if s["closed_on"])
    late = [r for r in moderate_county.rows["request"] if r["school_urn"] in closed]
    assert late
    assert not [r for r in late if r["received_on"] > closed[r["school_urn"]]]  # type: ignore[operator]


def test_identifiers_are_all_different(moderate_county: Book) -> None:
    for table, key in (("person", "person_id"), ("request", "request_id"), ("focus", "focus_id")):
        ids = [row[key] for row in moderate_county.rows[table]]
        assert len(set(ids)) == len(ids)
    for number in ("upn", "nhs_number"):
        given = [row[number] for row in moderate_county.rows["identity"] if row[number]]
        assert given
        assert len(set(given)) == len(given)


def test_a_pupil_number_bears_the_letter_of_its_digits() -> None:
    # 8*2 + 6*3 + 0*4 + 1*5 + 0*6 + 0*7 + 0*8 + 1*9 + 0*10 + 0*11 + 0*12 + 1*13 = 61, 61 - 2*23 = 15: R
    assert upn_check_letter("860100010001") == "R"
    assert upn(860, 1000, 2010, 1) == upn_check_letter("860100010001") + "860100010001"


def test_an_nhs_number_passes_modulus_eleven_and_is_of_the_range_never_issued() -> None:
    numbers = [number for number in map(nhs_number, range(200)) if number]
    assert len(numbers) < 200  # one in eleven has no check digit
    for number in numbers:
        assert number.startswith("999")
        assert sum(int(digit) * weight for digit, weight in zip(number, range(10, 0, -1), strict=True)) % 11 == 0
