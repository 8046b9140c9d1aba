"""The sentences of findings as SQL, made from the words of their rules.

A large dataset may have a million findings; DuckDB fills in their places far quicker than Python would. The columns
named are those of the table of findings, and `shown` is the value that may be printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.sql_text import literal, literals
from earlyhelp.dataset.validation.rules import Rule
from earlyhelp.dataset.withheld import is_withheld

_COLUMN_OF: Final = {
    "table": "table_name", "row": "row_number", "column": "column_name", "value": "shown", "other": "other",
    "other_value": "other_value", "key": "key",
}  # fmt: skip


def shown_value_sql() -> str:
    """Return SQL for the value as it may be printed: "(withheld)" where it says something about a person."""
    withheld = [
        f"{table.name}.{column.name}"
        for table in TABLES.values()
        for column in table.columns
        if is_withheld(table.name, column.name)
    ]
    is_told = f"coalesce(concat(table_name, '.', column_name) NOT IN ({literals(withheld)}), TRUE)"
    return f"CASE WHEN value IS NULL OR {is_told} THEN coalesce(value, '') ELSE '(withheld)' END"


def sentence_sql(rules: Iterable[Rule]) -> str:
    """Return SQL for the whole sentence of a finding: the row, what is wrong and what to put right."""
    where = "CASE WHEN row_number IS NOT NULL THEN concat('Row ', row_number, ': ') END"
    return f"concat({where}, {_by_rule(rules, lambda rule: f'{rule.says} {rule.put_right}')})"


def advice_sql(rules: Iterable[Rule]) -> str:
    """Return SQL for what to put right, alone."""
    return _by_rule(rules, lambda rule: rule.put_right)


def _by_rule(rules: Iterable[Rule], words: Callable[[Rule], str]) -> str:
    """SQL that fills in the words of whichever rule was broken; `rules` are those that were."""
    cases = " ".join(f"WHEN {literal(rule.id)} THEN {_filled(words(rule))}" for rule in rules)
    return f"CASE rule {cases} ELSE '' END" if cases else "''"


def _filled(words: str) -> str:
    """SQL for words with {places} in them; a place without a value is left empty."""
    # Texts and names of places take turns.
    pieces = re.split(r"\{(\w+)\}", words)
    parts = (_COLUMN_OF[piece] if place % 2 else literal(piece) for place, piece in enumerate(pieces))
    return f"concat({', '.join(parts)})"
