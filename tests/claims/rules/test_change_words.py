"""A failing and a passing example each, alike but for one number or word."""

from __future__ import annotations

import pytest

from earlyhelp.claims.audit import audit_lines

RULE = "change_words"
PAIRS = [
    (
        "Satisfaction with the baths improved from 44% of 121 clubs to 53% of 118.",
        "Satisfaction with the baths improved from 44% of 1,210 people to 53% of 1,180.",
    ),
    (
        "Waiting times got shorter again, from 14 days to 19.",
        "Waiting times got shorter again, from 19 days to 14.",
    ),
    (
        "Trust went up by 2 points (95% confidence interval -3 to 7), a clear improvement.",
        "Trust went up by 5 points (95% confidence interval 2 to 8), a clear improvement.",
    ),
]


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_words_of_change_need_numbers_that_carry_them(wrong: str, right: str) -> None:
    assert RULE in {finding.rule for finding in audit_lines(wrong)}
    assert audit_lines(right) == []
