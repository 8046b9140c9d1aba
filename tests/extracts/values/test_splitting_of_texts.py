"""The wanted part of a text that holds more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earlyhelp.extracts.mapping.read_column import SPLITS
from earlyhelp.extracts.values.doubt import Doubt, DoubtKind
from earlyhelp.extracts.values.patterns import by_pattern, fault_of_pattern
from earlyhelp.extracts.values.splits import split


@pytest.mark.parametrize(
    ("text", "form", "part"),
    [
        ("a) WBRI", "letter) code", "WBRI"),
        ("A)WBRI", "letter) code", "WBRI"),
        ("b. 2A", "letter) code", "2A"),
        ("WBRI", "letter) code", "WBRI"),
        ("e) 2A: Schools", "letter) code: words", "2A"),
        ("e) 10 : Unknown: other", "letter) code: words", "10"),
        ("2A: Schools", "letter) code: words", "2A"),
        ("2A", "letter) code: words", "2A"),
        ("c) White - British", "letter) words", "White - British"),
        ("White - British", "letter) words", "White - British"),
        ("St. Agatha's", "letter) words", "St. Agatha's"),
        ("2A: Schools", "code: words", "2A"),
        ("2A", "code: words", "2A"),
        ("2A - Schools", "code - words", "2A"),
        ("2A – Schools - primary", "code - words", "2A"),
        ("LST-1 - North team", "code - words", "LST-1"),
        ("2A-Schools", "code - words", "2A"),
        ("Schools (2A)", "words (code)", "2A"),
        ("Schools (all) (2A)", "words (code)", "2A"),
        ("2A", "words (code)", "2A"),
        ("Schools - 2A", "words - code", "2A"),
        ("Schools - primary - 2A", "words - code", "2A"),
        ("North team - LST-1", "words - code", "LST-1"),
        ("2A", "words - code", "2A"),
    ],
)
def test_the_code_or_the_words_are_taken(text: str, form: str, part: str) -> None:
    assert split(text, form) == part


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("a) two words", "letter) code"),
        ("two words", "letter) code: words"),
        ("two words", "code: words"),
        ("two words", "words (code)"),
        ("Schools ()", "words (code)"),
        ("two words", "words - code"),
        ("two words", "code - words"),
    ],
)
def test_a_text_of_another_form_is_refused(text: str, form: str) -> None:
    value = split(text, form)
    assert value == Doubt(DoubtKind.UNREADABLE, f'is not written as "{form}"')


@pytest.mark.parametrize(
    ("text", "form", "surname", "forename"),
    [
        ("Moss, Ada", "surname, forename", "Moss", "Ada"),
        ("MOSS,Ada May", "surname, forename", "MOSS", "Ada May"),
        ("Moss, Miss Ada", "surname, forename", "Moss", "Ada"),
        ("Ada Moss", "forename surname", "Moss", "Ada"),
        ("Mrs. Ada May Moss", "forename surname", "Moss", "Ada May"),
        ("Ada van der Veld", "forename surname", "van der Veld", "Ada"),
        ("Ada Moss-Hill", "forename surname", "Moss-Hill", "Ada"),
        ("Al Moss", "forename surname", "Moss", "Al"),
    ],
)
def test_a_name_is_split_into_surname_and_forename(text: str, form: str, surname: str, forename: str) -> None:
    assert split(text, form, "surname") == surname
    assert split(text, form, "forename") == forename


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Ada", "forename surname"),
        ("Moss, Ada", "forename surname"),
        ("Ada Moss", "surname, forename"),
        ("Moss,", "surname, forename"),
        ("", "forename surname"),
    ],
)
def test_a_name_that_cannot_be_split_is_refused_without_being_repeated(text: str, form: str) -> None:
    value = split(text, form, "surname")
    assert isinstance(value, Doubt) and "Ada" not in value.why and "Moss" not in value.why


def test_a_pattern_must_fit_the_whole_text() -> None:
    assert by_pattern(" Ref 00123 ", r"Ref (\d+)") == "00123"
    for text in ("Ref 00123 and Ref 00124", "00123", "Ref "):
        value = by_pattern(text, r"Ref (\d*)")
        assert isinstance(value, Doubt) and value.kind is DoubtKind.UNKNOWN


def test_a_group_that_took_no_part_is_no_value() -> None:
    assert isinstance(by_pattern("none", r"Ref (\d+)|none"), Doubt)


@given(st.text(), st.sampled_from([form for form in SPLITS if "surname" not in form]))
def test_every_form_a_mapping_may_name_gives_a_part_of_the_text_or_a_doubt(text: str, form: str) -> None:
    value = split(text, form)
    assert isinstance(value, Doubt) or value


def test_no_pattern_can_run_for_ever() -> None:
    assert isinstance(by_pattern("a" * 5_000 + "b", r"((?:a+)+)"), Doubt)


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("(a)", ""),
        ("(", "missing )"),
        ("a", "with 0 groups"),
        ("(a)(b)", "with 2 groups"),
        ("(?=a)(b)", "perl operator"),
    ],
)
def test_a_pattern_that_cannot_be_used_says_why(pattern: str, fault: str) -> None:
    assert fault in fault_of_pattern(pattern)
    assert bool(fault) == bool(fault_of_pattern(pattern))
