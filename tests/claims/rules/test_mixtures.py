"""A failing and a passing example each, alike but for one number or word."""

from __future__ import annotations

import pytest

from earlyhelp.claims.audit import audit_lines

RULE = "mixtures"
PAIRS = [
    (
        "Attendance was 94% in the north, 93% in the south and 91% in both together.",
        "Attendance was 94% in the north, 93% in the south and 93% in both together.",
    ),
    (
        (
            "Number of answers received: 122\nAnswers came from 78 farms and 29 mills.\nOf the "
            "answers 26% were cheerful overall.\nCheerful were 44% of farms, compared to 28% of "
            "mills."
        ),
        (
            "Number of answers received: 122\nAnswers came from 78 farms and 29 mills.\nOf the "
            "answers 39% were cheerful overall.\nCheerful were 44% of farms, compared to 28% of "
            "mills."
        ),
    ),
    (
        "Satisfaction was 80% among the 100 users in Ashby and 60% among the 300 users in Birch. Overall it was 75%.",
        "Satisfaction was 80% among the 100 users in Ashby and 60% among the 300 users in Birch. Overall it was 65%.",
    ),
]


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_a_whole_lies_between_its_parts(wrong: str, right: str) -> None:
    assert RULE in {finding.rule for finding in audit_lines(wrong)}
    assert audit_lines(right) == []
