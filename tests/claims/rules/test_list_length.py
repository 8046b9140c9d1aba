"""A failing and a passing example each, alike but for one number or word."""

from __future__ import annotations

import pytest

from earlyhelp.claims.audit import audit_lines

RULE = "list_length"
PAIRS = [
    (
        "The strategy has four aims: warmer homes, shorter waits, cleaner streets, safer parks and better bins.",
        "The strategy has five aims: warmer homes, shorter waits, cleaner streets, safer parks and better bins.",
    ),
    (
        "We will do three things:\n- ring everyone\n- print the times",
        "We will do two things:\n- ring everyone\n- print the times",
    ),
    (
        (
            "This page shows the work against four kinds of fault:\n\nLeaks\n\nNoise – loud "
            "pumps\n\nRust\n\nDamp\n\nMould\n\nThe count is taken in July."
        ),
        (
            "This page shows the work against five kinds of fault:\n\nLeaks\n\nNoise – loud "
            "pumps\n\nRust\n\nDamp\n\nMould\n\nThe count is taken in July."
        ),
    ),
    (
        "Three districts (Ashford, Benton, Carling and Dale) opted out.",
        "Four districts (Ashford, Benton, Carling and Dale) opted out.",
    ),
]


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_as_many_are_listed_as_announced(wrong: str, right: str) -> None:
    assert RULE in {finding.rule for finding in audit_lines(wrong)}
    assert audit_lines(right) == []
