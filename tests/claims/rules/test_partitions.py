"""A failing and a passing example each, alike but for one number or word."""

from __future__ import annotations

import pytest

from earlyhelp.claims.audit import audit_lines

RULE = "partitions"
PAIRS = [
    (
        "Thirty-seven swimmers came.\nThere were 29 boys and 9 girls.",
        "Thirty-seven swimmers came.\nThere were 28 boys and 9 girls.",
    ),
    (
        "All 94 appeals ended in one of three ways: 51 were refused, 28 were allowed and 13 were withdrawn.",
        "All 94 appeals ended in one of three ways: 51 were refused, 28 were allowed and 15 were withdrawn.",
    ),
    (
        "455 of the 610 fines had been paid, including 120 late, and 98 cancelled; the remaining 67 had gone on.",
        "455 of the 610 fines had been paid, including 120 late, and 98 cancelled; the remaining 57 had gone on.",
    ),
    (
        "Of the 17 swimmers at risk of losing a place, nine kept it. Four left and three moved to another club.",
        "Of the 17 swimmers at risk of losing a place, nine kept it. Five left and three moved to another club.",
    ),
    (
        "Seventy-two permits were decided: 31 granted, 26 granted in part and 13 refused.",
        "Seventy-two permits were decided: 31 granted, 28 granted in part and 13 refused.",
    ),
    (
        "The landlords were served 214 notices, 68 under the old Act. The other 156 were served under the new one.",
        "The landlords were served 214 notices, 68 under the old Act. The other 146 were served under the new one.",
    ),
    (
        "Overall 44% of readers were satisfied, 29% dissatisfied and 37% neither.",
        "Overall 44% of readers were satisfied, 29% dissatisfied and 27% neither.",
    ),
    (
        "Half of visitors came by car, 30% by bus and the other 25% on foot.",
        "Half of visitors came by car, 30% by bus and the other 20% on foot.",
    ),
    (
        "| Ward | Trees |\n|---|---|\n| Elm | 40 |\n| Oak | 70 |\n| Total | 120 |",
        "| Ward | Trees |\n|---|---|\n| Elm | 40 |\n| Oak | 70 |\n| Total | 110 |",
    ),
    (
        "Asked for the one main reason, 61% named cost, 48% distance and 33% weather.",
        "Asked for their reasons (tick all that apply), 61% named cost, 48% distance and 33% weather.",
    ),
]


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_parts_add_up_to_their_whole(wrong: str, right: str) -> None:
    assert RULE in {finding.rule for finding in audit_lines(wrong)}
    assert audit_lines(right) == []
