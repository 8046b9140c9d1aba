"""A failing and a passing example each, alike but for one number or word."""

from __future__ import annotations

import pytest

from earlyhelp.claims.audit import audit_lines

RULE = "comparators"
PAIRS = [
    (
        "The busiest branch was Elm with 310 visits, followed by Oak with 420.",
        "The busiest branch was Oak with 420 visits, followed by Elm with 310.",
    ),
    (
        "Our rate of 6.2 fires per 1,000 homes is far below the national 48 per 10,000.",
        "Our rate of 6.2 fires per 1,000 homes is above the national 48 per 10,000.",
    ),
    (
        "The median wait was 12 weeks, so people here wait less than in the region, where the mean is 19 weeks.",
        "The median wait was 12 weeks, so people here wait less than in the region, where the median is 19 weeks.",
    ),
    (
        "In May 9% came back within a month, well below the 20% within twelve months seen elsewhere.",
        "In May 9% came back within a month; the 20% seen elsewhere within twelve months cannot be compared with it.",
    ),
]


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_what_is_compared_has_one_unit_and_window(wrong: str, right: str) -> None:
    assert RULE in {finding.rule for finding in audit_lines(wrong)}
    assert audit_lines(right) == []
