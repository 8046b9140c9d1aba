"""A failing and a passing example each, alike but for one number or word."""

from __future__ import annotations

import pytest

from earlyhelp.claims.audit import audit_lines

RULE = "share_words"
PAIRS = [
    (
        "The majority (38%) of allotment holders had no view.",
        "The largest group (38%) of allotment holders had no view.",
    ),
    (
        "Nearly all of the 35 drivers (25) hold the permit.",
        "Nearly all of the 35 drivers (33) hold the permit.",
    ),
    (
        "Most of the 64 wardens who replied (30) would rather walk.",
        "Most of the 64 wardens who replied (39) would rather walk.",
    ),
]


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_a_majority_is_more_than_half(wrong: str, right: str) -> None:
    assert RULE in {finding.rule for finding in audit_lines(wrong)}
    assert audit_lines(right) == []
