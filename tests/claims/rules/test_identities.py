"""A failing and a passing example each, alike but for one number or word."""

from __future__ import annotations

import pytest

from earlyhelp.claims.audit import audit_lines

RULE = "identities"
PAIRS = [
    (
        "The list stood at 212 in April; 145 people joined and 130 left, so it closed at 237.",
        "The list stood at 212 in April; 145 people joined and 130 left, so it closed at 227.",
    ),
    (
        "Income was £410,000 and spending £385,000, leaving a surplus of £35,000.",
        "Income was £410,000 and spending £385,000, leaving a surplus of £25,000.",
    ),
    (
        "Loans rose from 310 to 372, an increase of 25%.",
        "Loans rose from 310 to 372, an increase of 20%.",
    ),
    (
        "Tenancies have doubled, from 84 to 131.",
        "Tenancies have nearly doubled, from 84 to 161.",
    ),
    (
        "The share of late buses fell from 40% to 34%, a drop of 10 percentage points.",
        "The share of late buses fell from 40% to 30%, a drop of 10 percentage points, or a quarter.",
    ),
    (
        (
            "In all 540 orders came in.\nThe east depot handled 600 of the orders that shops "
            "placed.\nShops handled 60 of the orders themselves."
        ),
        "In all 545 orders came in.\nShops placed 600 orders.\nShops handled 60 of the orders themselves.",
    ),
]


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_sums_differences_and_products_are_what_they_say(wrong: str, right: str) -> None:
    assert RULE in {finding.rule for finding in audit_lines(wrong)}
    assert audit_lines(right) == []
