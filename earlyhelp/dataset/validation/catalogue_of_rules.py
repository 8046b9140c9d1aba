"""All rules by id, in the order of their ids."""

from __future__ import annotations

from earlyhelp.dataset.validation.rules import FILE_RULES, ROW_RULES, VALUE_RULES, Rule

RULES: dict[str, Rule] = {rule.id: rule for rule in (*FILE_RULES, *VALUE_RULES, *ROW_RULES)}
