"""A failing and a passing example each, alike but for one number or word."""

from __future__ import annotations

import pytest

from earlyhelp.claims.audit import audit_lines

RULE = "dates"
PAIRS = [
    (
        "Parks Forum, 5 June 2019\nMembers recall that the plan was agreed at the meeting of 11 December 2019.",
        "Parks Forum, 5 June 2019\nMembers recall that the plan was agreed at the meeting of 11 December 2018.",
    ),
    (
        "The figures cover the half year from 1 January to 31 June 2020.",
        "The figures cover the half year from 1 January to 30 June 2020.",
    ),
    (
        "In the six months from January to July 2021 the bank gave out 3,120 parcels.",
        "In the seven months from January to July 2021 the bank gave out 3,120 parcels.",
    ),
    (
        "The next open evening is on Monday 7 March 2018.",
        "The next open evening is on Wednesday 7 March 2018.",
    ),
    (
        "Scrutiny panel, 14 October 2022\nThe consultation will open in June 2022.",
        "Scrutiny panel, 14 October 2022\nThe survey is due to be repeated in late September 2022.",
    ),
]


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_dates_exist_come_in_order_and_fit_their_tense(wrong: str, right: str) -> None:
    assert RULE in {finding.rule for finding in audit_lines(wrong)}
    assert audit_lines(right) == []
