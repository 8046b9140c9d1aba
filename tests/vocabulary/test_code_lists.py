"""Code lists: complete, well-formed, and consistent with each other."""

import re

import pytest

from earlyhelp.vocabulary.code_lists import code_list_names, read_code_list

TEN_OUTCOMES = {
    "Getting a good education",
    "Good early years development",
    "Improved mental and physical health",
    "Promoting recovery and reducing harm from substance use",
    "Improved family relationships",
    "Children safe from abuse and exploitation",
    "Crime prevention and tackling crime",
    "Safe from domestic abuse",
    "Secure housing",
    "Financial stability",
}

NAMED_IN_2016 = {
    "attendance": "attendance_below_90",
    "behaviour": "disruptive_behaviour lack_of_boundaries at_risk_of_exclusion alternative_provision",
    "emotional_wellbeing": "poor_emotional_health low_self_esteem risk_of_self_harm young_carer",
    "family_life": "no_routines chaotic_household home_environment basic_needs",
    "physical_wellbeing": "risky_behaviour poor_personal_care risk_of_exploitation",
    "parental_wellbeing": "parental_anxiety_or_depression parental_substance_misuse domestic_abuse",
}


@pytest.mark.parametrize("name", code_list_names())
def test_every_list_has_codes_that_differ_and_a_label_for_each(name: str) -> None:
    codes = read_code_list(name)
    assert codes.name == name and codes.codes
    assert len(set(codes.codes)) == len(codes.codes)
    meanings = [entry.meaning for entry in codes.entries]
    assert len(set(meanings)) == len(meanings) and all(meanings)
    for entry in codes.entries:
        assert re.fullmatch(r"[A-Za-z0-9_]+", entry.code), "a code is safe inside a breakdown and a file name"
        assert entry.standard or not entry.maps_to, "a mapping names its standard"


def test_there_are_61_focuses_of_which_19_are_named_in_2016() -> None:
    focuses = read_code_list("focus")
    assert len(focuses.codes) == 61
    named: dict[str, list[str]] = {}
    for entry in focuses.entries:
        assert entry.more["named"] in {"named in 2016", "proposed"}
        if entry.more["named"] == "named in 2016":
            named.setdefault(entry.more["category"], []).append(entry.code)
    assert {category: " ".join(codes) for category, codes in named.items()} == NAMED_IN_2016


def test_every_focus_has_one_of_the_six_categories_and_one_of_the_ten_outcomes() -> None:
    focuses = read_code_list("focus")
    assert {entry.more["category"] for entry in focuses.entries} == set(read_code_list("focus_category").codes)
    assert {entry.more["supporting_families"] for entry in focuses.entries} == TEN_OUTCOMES


@pytest.mark.parametrize(
    ("name", "column", "other"),
    [("phase", "reporting_phase", "reporting_phase"), ("nc_year", "key_stage", "key_stage")],
)
def test_a_column_that_points_to_another_list_uses_its_codes(name: str, column: str, other: str) -> None:
    used = {entry.more[column] for entry in read_code_list(name).entries}
    assert used <= set(read_code_list(other).codes)


def test_reporting_phases_follow_the_definition() -> None:
    phases = {entry.code: entry.more["reporting_phase"] for entry in read_code_list("phase").entries}
    assert phases == {
        "nursery": "other",
        "primary": "primary",
        "middle_deemed_primary": "primary",
        "middle_deemed_secondary": "secondary",
        "secondary": "secondary",
        "all_through": "secondary",
        "sixteen_plus": "other",
        "special": "special",
        "alternative_provision": "alternative_provision",
    }


@pytest.mark.parametrize(
    ("key_stage", "years"),
    [
        ("EYFS", "E1 E2 N1 N2 R"),
        ("KS1", "1 2"),
        ("KS2", "3 4 5 6"),
        ("KS3", "7 8 9"),
        ("KS4", "10 11"),
        ("KS5", "12 13 14"),
        ("not_known", "X"),
    ],
)
def test_curriculum_years_belong_to_their_key_stage(key_stage: str, years: str) -> None:
    entries = read_code_list("nc_year").entries
    assert [entry.code for entry in entries if entry.more["key_stage"] == key_stage] == years.split()


def test_school_age_is_reception_to_year_11() -> None:
    entries = read_code_list("nc_year").entries
    of_school_age = [entry.code for entry in entries if entry.more["is_school_age"] == "true"]
    assert of_school_age == ["R", *map(str, range(1, 12))]


def test_usual_age_rises_by_one_from_year_to_year() -> None:
    ages = {entry.code: entry.more["usual_age"] for entry in read_code_list("nc_year").entries}
    assert ages["R"] == "4" and ages["14"] == "18" and ages["X"] == ""
    assert list(ages.values())[:-1] == [str(age) for age in range(19)]


def test_there_are_twenty_ethnicities_and_twenty_two_sources() -> None:
    assert len(read_code_list("ethnicity").codes) == 20
    assert " ".join(read_code_list("request_source").codes) == (
        "1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 5D 6 7 8 9 10"
    )


@pytest.mark.parametrize(
    ("shown", "base", "added"),
    [("care_status_shown", "care_status", "none"), ("sen_provision_shown", "sen_provision", "not_known")],
)
def test_a_list_of_what_is_shown_is_the_list_recorded_and_one_more(shown: str, base: str, added: str) -> None:
    assert read_code_list(shown).codes == (*read_code_list(base).codes, added)


def test_closing_answers_are_the_three_faces_and_the_survey_answers() -> None:
    assert read_code_list("closing_answer").codes == ("happy", "unsure", "sad", *read_code_list("survey_answer").codes)


@pytest.mark.parametrize("name", ["", "no_such_list", "../bank_holidays", "Phase"])
def test_an_unknown_list_is_refused_by_name(name: str) -> None:
    with pytest.raises(LookupError, match="no code list"):
        read_code_list(name)


def test_an_unknown_code_is_refused_by_name() -> None:
    phases = read_code_list("phase")
    assert "primary" in phases and "infant" not in phases
    assert phases.meaning("primary") == "Primary"
    with pytest.raises(LookupError, match='phase has no code "infant"'):
        phases.meaning("infant")
