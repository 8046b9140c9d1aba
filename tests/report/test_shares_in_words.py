"""A share in words is never far from the share."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earlyhelp.report.shares_in_words import FARTHEST, FRACTIONS, share_in_words

SAID = [
    (Fraction(0), "none"), (Fraction(1), "all"), (Fraction(1, 5), "one in five"), (Fraction(2, 3), "two thirds"),
    (Fraction(39, 100), "about two in five"), (Fraction(21, 100), "about one in five"),
    (Fraction(35, 100), "about a third"), (Fraction(352, 1000), "about a third"), (Fraction(36, 100), "about 36%"),
    (Fraction(455, 1000), "about 46%"), (Fraction(52, 100), "about half"), (Fraction(521, 1000), "about 52%"),
    (Fraction(4, 100), "about 4%"), (Fraction(1, 1000), "under 1%"), (Fraction(999, 1000), "over 99%"),
    (Fraction(96, 100), "about 96%"), (Fraction(6, 100), "about 6%"), (Fraction(88, 100), "about 88%"),
]  # fmt: skip


@pytest.mark.parametrize(("share", "words"), SAID)
def test_a_share_is_said_as_people_say_it(share, words):
    assert share_in_words(share) == words


@given(st.fractions(0, 1))
def test_a_fraction_is_said_of_no_share_farther_than_two_points(share):
    said = share_in_words(share).removeprefix("about ")
    near = [fraction for fraction, words in FRACTIONS.items() if words == said]
    assert not near or abs(share - near[0]) <= FARTHEST
