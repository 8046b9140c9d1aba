"""What is taken from a text before it is read, and what counts as nothing recorded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earlyhelp.extracts.values.tidy import is_missing, same_name, tidy


@pytest.mark.parametrize(
    ("written", "tidied"),
    [
        ("  Date\u00a0of\u202fbirth ", "Date of birth"),
        ("\ufeffRef", "Ref"),
        ("Re\u200bf\u00ad", "Ref"),
        ("\u200e31/07/2016", "31/07/2016"),
        ("two\r\nlines\tand\n\n more", "two lines and more"),
        ("Zoe\u0308", "Zoë"),
        ("\u00a0\u200b", ""),
    ],
)
def test_what_cannot_be_seen_is_taken_out_and_spaces_are_single(written: str, tidied: str) -> None:
    assert tidy(written) == tidied


@given(st.text())
def test_a_tidied_text_stays_as_it_is(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once and same_name(same_name(text)) == same_name(text)


def test_names_are_compared_without_case_and_without_the_marks_of_a_word_processor() -> None:
    assert same_name("NFA – Parent’s  choice") == same_name("nfa - parent's choice")
    assert same_name("NFA") != same_name("N F A")


@pytest.mark.parametrize(
    "mark", ["", " ", "\u00a0", "#N/A", "#REF!", "#DIV/0!", "#NAME?", "NULL", "null", "n/a", "N/A", "-", "–", "*", "."]
)
def test_the_usual_marks_are_nothing_recorded(mark: str) -> None:
    assert is_missing(mark)


@pytest.mark.parametrize("text", ["0", "No", "none", "Not known", "NFA", "#1", "- 1", "x", "?"])
def test_a_word_or_a_nought_is_something(text: str) -> None:
    assert not is_missing(text)


def test_a_source_may_have_marks_of_its_own() -> None:
    assert is_missing("Not  Known", ["not known", "tbc"])
    assert not is_missing("known", ["not known", "tbc"])
