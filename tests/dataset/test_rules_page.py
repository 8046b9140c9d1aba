"""The rules are declared once, and the pages say what the declaration says."""

from __future__ import annotations

import re
from pathlib import Path

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.validation.case_queries import CASE_QUERIES
from earlyhelp.dataset.validation.catalogue_of_rules import RULES
from earlyhelp.dataset.validation.date_orders import DATE_ORDERS
from earlyhelp.dataset.validation.rules import FILE_RULES, ROW_RULES, VALUE_RULES, Effect
from earlyhelp.dataset.validation.rules_page import PLACES, rules_page

DOCS = Path(__file__).parents[2] / "docs"
TESTS = Path(__file__).parent


def test_the_committed_page_is_up_to_date() -> None:
    assert (DOCS / "generated" / "findings.md").read_text(encoding="utf-8") == rules_page(), "run make docs"


def test_no_id_is_given_twice() -> None:
    declared = [*FILE_RULES, *VALUE_RULES, *ROW_RULES, *(each.rule for each in (*DATE_ORDERS, *CASE_QUERIES))]
    assert len({rule.id for rule in declared}) == len(declared) == len(RULES)


def test_an_id_ends_in_q_where_the_row_is_kept_and_nowhere_else() -> None:
    for rule in RULES.values():
        assert re.fullmatch(r"EH0[0-6]\d\dQ?", rule.id)
        assert rule.is_query == (rule.effects == (Effect.KEPT,))


def test_every_rule_speaks_in_sentences_with_known_places() -> None:
    for rule in RULES.values():
        for words in (rule.says, rule.put_right):
            assert words.endswith(".") and (words[0].isupper() or words[0] in "`{")
            assert set(re.findall(r"\{(\w+)\}", words)) <= PLACES.keys()


def test_every_rule_of_a_file_or_a_row_has_a_test_that_names_it() -> None:
    tests = "".join(
        path.read_text(encoding="utf-8") for path in TESTS.glob("test_*.py") if path.name != Path(__file__).name
    )
    assert [rule for rule in RULES if f'"{rule}"' not in tests] == []


def test_every_query_names_columns_that_exist() -> None:
    for query in (*DATE_ORDERS, *CASE_QUERIES):
        assert query.column in {column.name for column in TABLES[query.table].columns}
    for order in DATE_ORDERS:
        for place in (order.place, order.other):
            _, _, far = place.partition(" > ")
            if far:
                table, _, column = far.partition(".")
                assert TABLES[table].column(column)
