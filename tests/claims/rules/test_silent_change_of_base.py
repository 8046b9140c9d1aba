"""A failing and a passing example each, alike but for one number or word."""

from __future__ import annotations

import pytest

from earlyhelp.claims.audit import audit_lines

RULE = "silent_change_of_base"
PAIRS = [
    (
        "Sixty-six cards came back.\n- 60 (92%) praised the warden\n- 33 (50%) came by bus",
        "Sixty-six cards came back.\n- 60 (91%) praised the warden\n- 33 (50%) came by bus",
    ),
    (
        "All 52 members completed the form. Forty-four (88%) would come again.",
        "All 52 members completed the form, two of them in part. Of the 50 who answered, 44 (88%) would come again.",
    ),
    (
        "Of the 140 tenants surveyed, 98 (70%) like the park and 77 (57%) the pool.",
        "Of the 140 tenants surveyed, 98 (70%) like the park and 77 (55%) the pool.",
    ),
]


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_a_share_keeps_the_base_the_text_gave(wrong: str, right: str) -> None:
    assert RULE in {finding.rule for finding in audit_lines(wrong)}
    assert audit_lines(right) == []
