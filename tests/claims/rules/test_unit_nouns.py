"""A failing and a passing example each, alike but for one number or word."""

from __future__ import annotations

import pytest

from earlyhelp.claims.audit import audit_lines

RULE = "unit_nouns"
PAIRS = [
    (
        "The scheme ended for 310 children last year. Of these 310 families, 155 had moved.",
        "The scheme ended for 310 children in 188 families last year. Of these 188 families, 94 had moved.",
    ),
    (
        "We made 150 visits to 60 households, and two thirds of the 150 households have a dog.",
        "We made 150 visits to 60 households, and two thirds of the 60 households have a dog.",
    ),
]


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_a_number_keeps_the_noun_it_counts(wrong: str, right: str) -> None:
    assert RULE in {finding.rule for finding in audit_lines(wrong)}
    assert audit_lines(right) == []
