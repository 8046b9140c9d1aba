"""What may hold a number that counts nobody."""

from __future__ import annotations

import pytest

from earlyhelp.report.commentary.declared_names import check_own_name, names_in


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("From 1 to 5 May 2016 we waited", ["1 to 5 May 2016"]),
        ("Years 7 to 9 and Key Stage 2", ["Years 7 to 9", "Key Stage 2"]),
        ("of 2016 requests", []),
        ("in 2016 requests", ["in 2016"]),
        ("within five working days", ["within five working days"]),
        ("within seven working days", []),
    ],
)
def test_a_declared_name_is_found_whole_and_a_count_is_none(text, named):
    assert [text[found.start : found.end] for found in names_in(text, ())] == named


def test_of_two_names_that_begin_alike_the_longer_is_meant():
    text = "At Five Ways\nYear 2 Centre"
    (found,) = names_in(text, ("Five Ways", "Five Ways Year 2 Centre"))
    assert text[found.start :] == "Five Ways\nYear 2 Centre"


def test_a_name_within_a_word_is_none():
    assert names_in("The Tenterden", ("Ten",)) == []


def test_a_count_cannot_pass_for_a_name():
    assert "begins with no letter" in check_own_name("24 families")
    assert check_own_name("Troubled 24") == ""
