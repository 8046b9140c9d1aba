"""Asks the queries, last of all and of the rows that remain: one pass over each table."""

from __future__ import annotations

from collections.abc import Set
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import duckdb

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.sql_text import literal
from earlyhelp.dataset.table_types import quoted
from earlyhelp.dataset.validation.case_queries import CASE_QUERIES, CaseQuery
from earlyhelp.dataset.validation.date_orders import BIRTH, DATE_ORDERS, DateOrder
from earlyhelp.dataset.validation.findings_table import FINDINGS, LONGEST_VALUE, ROW, SIDE_BY_SIDE, key_text


@dataclass(frozen=True, slots=True)
class _Question:
    """A query ready for SQL. `joins` are the references it follows, as (column, table)."""

    rule: str
    column: str
    when: str
    value: str
    other_value: str
    joins: tuple[tuple[str, str], ...]


def ask_queries(connection: duckdb.DuckDBPyConnection, filled: Set[str], usable: Set[str]) -> None:
    """Write a finding for each query that a row raises.

    filled  the tables that hold rows; a query about another, or one that a reference leads to, is not asked
    usable  the tables supplied in a form that could be read, empty ones among them
    """

    def ask(name: str) -> None:
        questions = [_from_order(each) for each in DATE_ORDERS if each.table == name]
        questions += [_from_case(each) for each in CASE_QUERIES if each.table == name and _can_ask(each, usable)]
        asked = [each for each in questions if {table for _, table in each.joins} <= filled]
        _ask(connection.cursor(), name, asked)

    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        list(pool.map(ask, [name for name in TABLES if name in filled]))


def _can_ask(query: CaseQuery, usable: Set[str]) -> bool:
    return not query.needs or query.needs in usable


def _ask(connection: duckdb.DuckDBPyConnection, name: str, questions: list[_Question]) -> None:
    if not questions:
        return
    joins = dict.fromkeys(join for question in questions for join in question.joins)
    joined = " ".join(
        f"LEFT JOIN {quoted(table)} {quoted(table)} ON {quoted(table)}.{quoted(TABLES[table].key[0])} = "
        f"row.{quoted(column)}"
        for column, table in joins
    )
    asked = ", ".join(
        f"CASE WHEN {each.when} THEN {{'rule': {literal(each.rule)}, 'name': {literal(each.column)}, "
        f"'value': {_plain(each.value)}, 'other': {_plain(each.other_value)}}} END"
        for each in questions
    )
    # Almost no row raises a query, so one test finds the few whose questions are then told apart.
    any_asked = " OR ".join(f"({each.when})" for each in questions)
    connection.execute(
        f"INSERT INTO {FINDINGS} SELECT asked.rule, 'kept', {literal(name)}, {ROW}, asked.name, "
        f"left(asked.value, {LONGEST_VALUE}), NULL, asked.other, key FROM (SELECT row.{ROW}, "
        f"{key_text(TABLES[name], 'row')} AS key, unnest([{asked}]) AS asked FROM {quoted(name)} row {joined} "
        f"WHERE {any_asked}) WHERE asked IS NOT NULL"
    )


def _plain(value: str) -> str:
    """SQL for a value as text, a number without the zeros that its type puts after the point."""
    return f"regexp_replace(CAST({value} AS VARCHAR), '^(-?[0-9]+)\\.0+$', '\\1')"


def _from_order(order: DateOrder) -> _Question:
    day, day_joins = _place(order.place or order.column)
    other, other_joins = _place(order.other)
    when = f"{day} {'>' if order.is_after else '<'} {other}"
    # A date of birth is compared and never written down.
    shown = "NULL" if order.other.endswith(BIRTH) else other
    return _Question(order.id, order.column, when, day, shown, day_joins + other_joins)


def _from_case(query: CaseQuery) -> _Question:
    joins = tuple((column, table) for column, _, table in (join.partition(" > ") for join in query.joins))
    return _Question(query.id, query.column, query.when, f"row.{quoted(query.column)}", query.other_value, joins)


def _place(place: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """SQL of a day and the reference that leads to it: `column`, or `column > table.column`."""
    through, _, far = place.partition(" > ")
    if not far:
        return f"row.{quoted(through)}", ()
    table, _, column = far.partition(".")
    return f"{quoted(table)}.{quoted(column)}", ((through, table),)
