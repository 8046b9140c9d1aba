"""All rules by id, in the order of their ids."""

from __future__ import annotations

from earlyhelp.dataset.validation.case_queries import CASE_QUERIES
from earlyhelp.dataset.validation.date_orders import DATE_ORDERS
from earlyhelp.dataset.validation.rules import FILE_RULES, ROW_RULES, VALUE_RULES, Rule

_IN_ORDER = (
    *FILE_RULES,
    *VALUE_RULES,
    *ROW_RULES,
    *(order.rule for order in DATE_ORDERS),
    *(query.rule for query in CASE_QUERIES),
)

RULES: dict[str, Rule] = {rule.id: rule for rule in _IN_ORDER}
