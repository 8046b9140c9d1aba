"""Flags and codes: the mapping first, then the code, then its label, then what people say for it."""

from __future__ import annotations

import csv
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earlyhelp.extracts.values.codes import read_code, words_of
from earlyhelp.extracts.values.doubt import Doubt, DoubtKind
from earlyhelp.extracts.values.flags import read_flag
from earlyhelp.vocabulary.code_lists import code_list_names, read_code_list

DECISIONS = read_code_list("request_decision")


def read(text: str, code_list: str) -> object:
    value = read_code(text, read_code_list(code_list), {}, None)
    return value.kind if isinstance(value, Doubt) else value


@pytest.mark.parametrize("name", code_list_names())
def test_every_code_and_every_label_is_understood(name: str) -> None:
    for entry in read_code_list(name).entries:
        for way in (entry.code, entry.code.upper(), f" {entry.code} ", entry.meaning, entry.meaning.upper()):
            assert read(way, name) == entry.code


def test_every_usual_spelling_means_one_code_of_its_list_and_no_label_of_another() -> None:
    text = files("earlyhelp.extracts.values").joinpath("spellings.csv").read_text("utf-8")
    meant: dict[tuple[str, str], str] = {}
    for row in csv.DictReader(text.splitlines(), strict=True):
        assert read(row["text"], row["list"]) == row["code"], row
        assert meant.setdefault((row["list"], words_of(row["text"])), row["code"]) == row["code"], row


@pytest.mark.parametrize("text", ["7", "07", "7.0", "Y7", "y 7", "Year 7", "YEAR-07", "Yr7", "yr. 7", "NC Year 7"])
def test_a_curriculum_year_is_understood_however_it_is_written(text: str) -> None:
    assert read(text, "nc_year") == "7"


@pytest.mark.parametrize(
    ("text", "code_list", "code"),
    [
        ("Reception", "nc_year", "R"),
        ("Nursery 1", "nc_year", "N1"),
        ("1.0", "nc_year", "1"),
        ("10.0", "nc_year", "10"),
        ("Female", "sex", "F"),
        ("White – British", "ethnicity", "WBRI"),
        ("Mixed: White & Asian", "ethnicity", "MWAS"),
        ("2a", "request_source", "2A"),
        ("Schools", "request_source", "2A"),
        ("EHCP", "sen_provision", "E"),
        ("Middle deemed primary", "phase", "middle_deemed_primary"),
        ("Y", "yes_no_not_applicable", "yes"),
        ("advice given", "request_decision", "advice"),
    ],
)
def test_what_people_say_is_understood(text: str, code_list: str, code: str) -> None:
    assert read(text, code_list) == code


@pytest.mark.parametrize(
    ("text", "code_list"),
    [
        ("-1", "nc_year"),
        ("1.5", "nc_year"),
        ("7/8", "nc_year"),
        ("Year 7?", "nc_year"),
        ("15", "nc_year"),
        ("Male/Female", "sex"),
        ("2A?", "request_source"),
        ("2A 2B", "request_source"),
        ("yes (no before)", "yes_no_not_applicable"),
        ("not met yet", "focus_outcome"),
    ],
)
def test_what_may_mean_another_code_is_asked_about(text: str, code_list: str) -> None:
    assert read(text, code_list) is DoubtKind.UNKNOWN


def test_the_mapping_decides_before_the_list() -> None:
    values = {"Declined": "withdrawn", "NFA": "", "Offer of  Support": "accepted"}
    assert read_code("declined", DECISIONS, values, None) == "withdrawn"
    assert read_code("nfa", DECISIONS, values, None) is None
    assert read_code("OFFER OF SUPPORT", DECISIONS, values, None) == "accepted"


def test_a_new_code_is_a_question_with_the_line_that_answers_it() -> None:
    value = read_code('NFA - "advice" \\ only', DECISIONS, {}, None)
    assert isinstance(value, Doubt) and value.kind is DoubtKind.UNKNOWN
    assert "request_decision: accepted, advice, signposted" in value.why
    assert tomllib.loads(value.answer) == {'NFA - "advice" \\ only': "…"}


def test_what_is_in_no_list_takes_the_code_for_all_others() -> None:
    assert read_code("NFA", DECISIONS, {}, "declined") == "declined"
    assert read_code("NFA", DECISIONS, {}, "") is None
    assert read_code("Accepted", DECISIONS, {}, "declined") == "accepted"


@given(st.text(min_size=1))
def test_any_text_is_a_code_or_a_question_whose_answer_is_a_line_of_a_mapping(text: str) -> None:
    value = read_code(text, DECISIONS, {}, None)
    assert value in DECISIONS if isinstance(value, str) else isinstance(value, Doubt) and tomllib.loads(value.answer)


@pytest.mark.parametrize("text", ["true", "TRUE", "Yes", "y", "1", "1.0", "t", "✓", "✔\ufe0f", "☑"])
def test_a_yes_is_true(text: str) -> None:
    assert read_flag(text) == "true"


@pytest.mark.parametrize("text", ["false", "No", "N", "0", "f", "☐"])
def test_a_no_is_false(text: str) -> None:
    assert read_flag(text) == "false"


def test_a_cross_is_asked_about_since_it_fills_a_box_or_strikes_it_out() -> None:
    value = read_flag("X")
    assert value == Doubt(DoubtKind.AMBIGUOUS, "could be a box that was marked, or a no", '"X" = "true"')
    assert isinstance(read_flag("✗"), Doubt)


@pytest.mark.parametrize("text", ["", "maybe", "2", "yes no", "not yet"])
def test_what_is_neither_yes_nor_no_is_asked_about(text: str) -> None:
    value = read_flag(text)
    assert isinstance(value, Doubt) and value.kind is DoubtKind.UNKNOWN
