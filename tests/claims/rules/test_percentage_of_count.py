"""A failing and a passing example each, alike but for one number or word."""

from __future__ import annotations

import pytest

from earlyhelp.claims.audit import audit_lines

RULE = "percentage_of_count"
PAIRS = [
    (
        "In July 11 of the 117 bookings (9.8%) were cancelled.",
        "In July 11 of the 117 bookings (9.4%) were cancelled.",
    ),
    (
        "Out of 320 penalty charges, 264 were paid, equivalent to 72%.",
        "Out of 320 penalty charges, 264 were paid, equivalent to 82.5%.",
    ),
    (
        "We received 48 replies; 39 of them - 71% - were positive.",
        "We received 48 replies; 39 of them - 81% - were positive.",
    ),
    (
        "Four in five of the 65 volunteers (47) would do it again.",
        "Four in five of the 65 volunteers (52) would do it again.",
    ),
    (
        "In 2021 the wardens visited 66 homes; a third of them (28) needed repairs.",
        "In 2021 the wardens visited 66 homes; a third of them (22) needed repairs.",
    ),
    (
        "There were 16 talks. Half of them (11) were full.",
        "There were 16 talks. Half of them (8) were full.",
    ),
    (
        "Five of the 40 rooms (14%) were closed.",
        "Five of the 40 rooms (13%) were closed.",
    ),
]


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_a_printed_share_is_its_count_over_its_base(wrong: str, right: str) -> None:
    assert RULE in {finding.rule for finding in audit_lines(wrong)}
    assert audit_lines(right) == []
