"""A failing and a passing example each, alike but for one number or word."""

from __future__ import annotations

import pytest

from earlyhelp.claims.audit import audit_lines

RULE = "finished_sentences"
PAIRS = [
    (
        "Missed rounds fell in every ward.\nWith regard to garden waste, the number of",
        "Missed rounds fell in every ward.\nWith regard to garden waste, the number of misses did not change.",
    ),
    (
        "With regard to the figures for older readers,\n\nIn contrast, younger readers come often.",
        "With regard to the figures for older readers,\n\nin contrast to others, nothing is known.",
    ),
    (
        "Visits rose to [insert figure] in March.",
        "Visits rose to 310 in March [see Table 3].",
    ),
]


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_sentences_are_finished(wrong: str, right: str) -> None:
    assert RULE in {finding.rule for finding in audit_lines(wrong)}
    assert audit_lines(right) == []
