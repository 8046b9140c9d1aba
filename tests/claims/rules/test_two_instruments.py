"""A failing and a passing example each, alike but for one number or word."""

from __future__ import annotations

import pytest

from earlyhelp.claims.audit import audit_lines

RULE = "two_instruments"
PAIRS = [
    (
        "The county has 14 museums.\nEach of the 15 museums of the county will be free.",
        "The county has 14 museums.\nEach of the 14 museums of the county will be free.",
    ),
    (
        (
            "The counter at the door showed 41,200 visits in May.\nTill receipts show that there "
            "were 33,900 visits in May."
        ),
        (
            "The counter at the door showed 41,200 visits in May.\nThere were 33,900 sales at the "
            "till in May, because not everyone buys."
        ),
    ),
]


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_one_thing_has_one_value(wrong: str, right: str) -> None:
    assert RULE in {finding.rule for finding in audit_lines(wrong)}
    assert audit_lines(right) == []
