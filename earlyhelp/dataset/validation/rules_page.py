"""Prints the rules of validation as a page, from their declarations."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from earlyhelp.dataset.validation.catalogue_of_rules import RULES
from earlyhelp.dataset.validation.rules import Effect, Rule

GROUPS: Final = {
    "EH00": "Files and tables",
    "EH01": "The form of a value",
    "EH02": "Identity of rows",
    "EH03": "References",
    "EH04": "Dates that cannot be",
    "EH05": "Orders of dates",
    "EH06": "Cases",
}
EFFECTS: Final = {
    Effect.REFUSED: "refused",
    Effect.REFUSED_WITH_PARENT: "refused with its parent",
    Effect.BLANKED: "blanked",
    Effect.KEPT: "kept, a query",
    Effect.NOTICE: "notice",
}
PLACES: Final = {
    "table": "table",
    "column": "column",
    "value": "value",
    "other": "other",
    "other_value": "other value",
    "key": "key",
}
_HEADINGS: Final = "| rule | about | effect | table | what is said |\n|---|---|---|---|---|"
_INTRODUCTION: Final = """# Findings

Printed from the rules declared in `earlyhelp/dataset/validation`. What the effects mean, and in which order the rules
are applied, is told in [the rules of validation](../rules/validation.md).
"""


def pages() -> dict[str, str]:
    """Return the one page by its path below docs/generated."""
    return {"findings.md": rules_page()}


def write_pages(folder: Path) -> None:
    """Write the page of findings below a folder. Raises OSError: the file cannot be written."""
    for path, text in pages().items():
        (folder / path).write_text(text, encoding="utf-8", newline="\n")


def rules_page() -> str:
    """Return the page of all rules in Markdown."""
    parts = [_INTRODUCTION]
    for prefix, heading in GROUPS.items():
        rows = "\n".join(_row(rule) for rule in RULES.values() if rule.id.startswith(prefix))
        parts.append(f"## {heading}\n\n{_HEADINGS}\n{rows}\n")
    return "\n".join(parts)


def _row(rule: Rule) -> str:
    effects = " in a required column, ".join(EFFECTS[effect] for effect in rule.effects)
    effects += " elsewhere" if len(rule.effects) > 1 else ""
    said = re.sub(r"`?\{(\w+)\}`?", lambda place: f"*{PLACES[place[1]]}*", f"{rule.says} {rule.put_right}")
    return f"| {rule.id} | {rule.title} | {effects} | {rule.table or 'any'} | {said} |"
