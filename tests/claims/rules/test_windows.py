"""A failing and a passing example each, alike but for one number or word."""

from __future__ import annotations

import pytest

from earlyhelp.claims.audit import audit_lines

RULE = "windows"
PAIRS = [
    (
        (
            "Of the lets that ended in June 2023, 94% had not come back within twelve months "
            "(records read on 31 August 2023)."
        ),
        (
            "Of the lets that ended in June 2023, 94% had not come back within twelve months "
            "(records read on 31 August 2024)."
        ),
    ),
    (
        (
            "None of the 30 firms fined in May 2018 had been fined again within a year, according to "
            "a check in August 2018."
        ),
        (
            "None of the 30 firms fined in May 2018 had been fined again within a year, according to "
            "a check in August 2019."
        ),
    ),
]


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_nothing_is_seen_for_longer_than_it_was_watched(wrong: str, right: str) -> None:
    assert RULE in {finding.rule for finding in audit_lines(wrong)}
    assert audit_lines(right) == []
