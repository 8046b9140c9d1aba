"""Numbers of promises are written in words."""

from __future__ import annotations

import pytest

from earlyhelp.publications.number_words import in_words, opening


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "none"), (1, "one"), (12, "twelve"), (19, "nineteen"), (20, "twenty"), (26, "twenty-six"),
     (99, "ninety-nine"), (100, "a hundred or more"), (7000, "a hundred or more")],
)  # fmt: skip
def test_a_number_is_said_as_people_say_it(number, words):
    assert in_words(number) == words


def test_a_sentence_opens_with_a_capital_letter():
    assert opening(in_words(26)) == "Twenty-six"
