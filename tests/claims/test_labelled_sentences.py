"""How much the checker finds: invented texts labelled by people who had not seen it, half of them consistent.

developed_on.jsonl was read while the rules were written, unseen.jsonl was not; docs/rules/claims.md states both.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from earlyhelp.claims.audit import audit_lines

LABELLED = Path(__file__).parent / "labelled"


@pytest.mark.parametrize(("name", "least_found", "most_false"), [("developed_on", 0.95, 0.01), ("unseen", 0.45, 0.085)])
def test_as_much_is_found_as_is_stated(name: str, least_found: float, most_false: float) -> None:
    lines = (LABELLED / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    items = [json.loads(line) for line in lines]
    flagged = {item["id"]: bool(audit_lines(item["text"])) for item in items}
    wrong = [flagged[item["id"]] for item in items if item["label"] == "inconsistent"]
    right = [flagged[item["id"]] for item in items if item["label"] == "consistent"]

    assert sum(wrong) / len(wrong) >= least_found
    assert sum(right) / len(right) <= most_false
