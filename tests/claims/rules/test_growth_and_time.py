"""A failing and a passing example each, alike but for one number or word."""

from __future__ import annotations

import pytest

from earlyhelp.claims.audit import audit_lines

RULE = "growth_and_time"
PAIRS = [
    (
        "Between April and June there were 90 floods; between April and September there were 75.",
        "Between April and June there were 90 floods; between April and September there were 175.",
    ),
    (
        (
            "April to August 2017: 410 loans, 350 visits, 290 talks.\nApril to October 2017: 861 "
            "loans, 735 visits, 609 talks."
        ),
        (
            "April to August 2017: 410 loans, 350 visits, 290 talks.\nApril to October 2017: 581 "
            "loans, 477 visits, 420 talks."
        ),
    ),
    (
        "In the six months to September we took 1,800 calls, an average of 360 a month.",
        "In the six months to September we took 1,800 calls, an average of 300 a month.",
    ),
    (
        "Numbers remained steady: 240 members in 2018 and 395 in 2019.",
        "Numbers remained steady: 240 members in 2018 and 245 in 2019.",
    ),
]


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_counts_grow_with_the_time_they_are_counted_over(wrong: str, right: str) -> None:
    assert RULE in {finding.rule for finding in audit_lines(wrong)}
    assert audit_lines(right) == []
