"""A failing and a passing example each, alike but for one number or word."""

from __future__ import annotations

import pytest

from earlyhelp.claims.audit import audit_lines

RULE = "granularity"
PAIRS = [
    (
        "Replies came from 29 mills and 78 farms.\nOf these, 60% of mills were content.",
        "Replies came from 29 mills and 78 farms.\nOf these, 59% of mills were content.",
    ),
    (
        "Eleven complaints reached the second stage, and 95% of them were answered in time.",
        "Eleven complaints reached the second stage, and 91% of them were answered in time.",
    ),
    (
        "Six bidders each got one whole mark; the mean mark was 3.4.",
        "Six bidders each got one whole mark; the mean mark was 3.5.",
    ),
]


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_a_share_is_possible_for_some_whole_number(wrong: str, right: str) -> None:
    assert RULE in {finding.rule for finding in audit_lines(wrong)}
    assert audit_lines(right) == []
