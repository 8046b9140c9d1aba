"""What the audit promises as a whole."""

from __future__ import annotations

import re
from pathlib import Path

import earlyhelp.claims.rules
from earlyhelp.claims.audit import RULES, audit_files, audit_lines

ROOM = Path(earlyhelp.claims.rules.__file__).resolve().parent.parent
TESTS = Path(__file__).resolve().parent
# Topic words of early help; a rule that knew one would read a report on another subject worse.
TOPIC = (
    r"\b(?:early help|local support|link meetings?|link workers?|key stages?|safeguard\w*|"
    r"referral form|emotional|wellbeing|well-being|attainment|parenting|"
    r"thresholds? for|social work\w*|exclusion from|looked[- ]after|protection plan|penalty "
    r"notices?|re-requests?|capita|staffordshire|newcastle|lichfield|tamworth|cannock|first "
    r"response)\b"
)


def test_there_is_one_file_and_one_test_for_each_of_the_18_rules() -> None:
    assert len(RULES) == len(set(RULES)) == 18
    assert [name for name in RULES if not (ROOM / "rules" / f"{name}.py").exists()] == []
    assert [name for name in RULES if not (TESTS / "rules" / f"test_{name}.py").exists()] == []


def test_no_rule_knows_a_word_of_the_subject() -> None:
    files = sorted((ROOM / "rules").glob("*.py"))
    assert len(files) > len(RULES)
    found = {path.name: re.findall(TOPIC, path.read_text(encoding="utf-8"), re.IGNORECASE) for path in files}
    assert {name: words for name, words in found.items() if words} == {}


def test_files_are_read_together(tmp_path: Path) -> None:
    first, second = tmp_path / "one.md", tmp_path / "two.md"
    first.write_text("In all 540 orders came from shops.", encoding="utf-8")
    second.write_text(
        "The east depot handled 600 of the orders.\nShops handled 60 of the orders themselves.", encoding="utf-8"
    )
    assert audit_files([second]) == []
    assert [(finding.file, finding.rule) for finding in audit_files([first, second])] == [(str(second), "identities")]


def test_the_same_claim_is_told_once_and_with_its_line() -> None:
    found = audit_lines("# Fines\n\nNothing new.\nOf 203 fines, 118 (85%) were paid.")
    assert [(finding.line, finding.claim) for finding in found] == [(4, "85%")]


def test_a_share_without_a_base_is_not_checkable_and_not_flagged() -> None:
    assert audit_lines("In all 505 requests (40%) came from shops.") == []


def test_a_base_is_carried_from_the_line_that_leads_a_list() -> None:
    lines = "66 cards were received from swimmers\n\n- 92% (60) said it was warm\n- 83% (55) would come again"
    assert [(finding.line, finding.claim) for finding in audit_lines(lines)] == [(3, "92%")]


def test_rounding_an_exact_half_either_way_is_consistent() -> None:
    for share in ("12%", "13%", "12.5%"):
        assert audit_lines(f"Five of the 40 rooms ({share}) were closed.") == []
