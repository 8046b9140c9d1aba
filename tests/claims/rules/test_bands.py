"""A failing and a passing example each, alike but for one number or word."""

from __future__ import annotations

import pytest

from earlyhelp.claims.audit import audit_lines

RULE = "bands"
PAIRS = [
    (
        "Loans are shown in bands: under 6 weeks, 6 to 8 weeks, 9 to 11 weeks, over 12 weeks.",
        "Loans are shown in bands: under 6 weeks, 6 to 8 weeks, 9 to 11 weeks, 12 weeks or more.",
    ),
    (
        "Age groups: 16-24, 25-34, 34-44, 45 and over.",
        "Age groups: 16-24, 25-34, 35-44, 45 and over.",
    ),
    (
        "| Fine in pounds | Cases |\n|---|---|\n| 0 to 99 | 12 |\n| 100 to 499 | 9 |\n| 600 and over | 4 |",
        "| Fine in pounds | Cases |\n|---|---|\n| 0 to 99 | 12 |\n| 100 to 499 | 9 |\n| 500 and over | 4 |",
    ),
]


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_bands_leave_no_gap_and_do_not_overlap(wrong: str, right: str) -> None:
    assert RULE in {finding.rule for finding in audit_lines(wrong)}
    assert audit_lines(right) == []
