"""Numbers are found in digits and words, with their kind; names and dates are no numbers."""

from __future__ import annotations

from fractions import Fraction

import pytest

from earlyhelp.claims.language.numbers import find_numbers


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("1,069 loans", "count", Fraction(1069)),
        ("one hundred and twenty loans", "count", Fraction(120)),
        ("Fifty-eight children", "count", Fraction(58)),
        ("21.3% of loans", "percent", Fraction(213, 10)),
        ("sixty per cent of loans", "percent", Fraction(60)),
        ("a 14 point rise", "points", Fraction(14)),
        ("£1.44m was spent", "money", Fraction(1440000)),
        ("two thirds of loans", "fraction", Fraction(2, 3)),
        ("one in five loans", "fraction", Fraction(1, 5)),
        ("nearly three quarters of loans", "fraction", Fraction(3, 4)),
        ("28 days", "duration", Fraction(28)),
    ],
)
def test_a_number_has_its_kind_and_value(text: str, kind: str, value: Fraction) -> None:
    assert [(each.kind, each.value) for each in find_numbers(text)] == [(kind, value)]


@pytest.mark.parametrize(
    "text",
    [
        "Year 7 and Key Stage 2",
        "on 5 June 2019",
        "in 2015/16",
        "form HB14, page 2, Table 4",
        "ring 01632 960 417",
        "open 24/7",
        "aged 10 to 12",
        "in the first half of the year",
        "the 3rd floor",
    ],
)
def test_names_and_dates_are_no_numbers(text: str) -> None:
    assert find_numbers(text) == []


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("66 feedback forms were received", "feedback forms"),
        ("23 young people left", "young people"),
        ("12 in all", ""),
    ],
)
def test_a_number_knows_the_noun_it_counts(text: str, noun: str) -> None:
    assert find_numbers(text)[0].noun == noun


def test_a_range_is_no_value() -> None:
    assert {each.kind for each in find_numbers("usually 15-20% or 6 to 8")} == {"range"}
