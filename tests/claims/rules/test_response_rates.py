"""A failing and a passing example each, alike but for one number or word."""

from __future__ import annotations

import pytest

from earlyhelp.claims.audit import audit_lines

RULE = "response_rates"
PAIRS = [
    (
        "Visitors told us what they think: 91% are glad of the longer hours.",
        "Of 150 visitors who told us what they think, 136 (91%) are glad of the longer hours.",
    ),
    (
        "Results of our riders' survey\nSeventy-one per cent like the route, and 64% the fares.",
        (
            "Results of our riders' survey: 1,204 of 4,000 answered (30%)\nSeventy-one per cent of "
            "them like the route, and 64% the fares."
        ),
    ),
    (
        "Thirty of the 600 allotment holders sent back the card (5%).\nThis shows that 80% of all 600 want a tap.",
        "Thirty of the 600 allotment holders sent back the card (5%).\nOf the 30 who did, 80% want a tap.",
    ),
    (
        "One hundred and twenty members were each sent one form, and 133 forms came back.",
        "One hundred and twenty members were each sent one form, and 108 forms came back.",
    ),
]


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_a_survey_says_of_how_many_it_speaks(wrong: str, right: str) -> None:
    assert RULE in {finding.rule for finding in audit_lines(wrong)}
    assert audit_lines(right) == []
