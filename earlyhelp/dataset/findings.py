"""What validation found: counted by rule, and row by row as sentences to the person at the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import duckdb

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.finding_sentences import advice_sql, sentence_sql, shown_value_sql
from earlyhelp.dataset.query_answers import ANSWERS
from earlyhelp.dataset.validation.catalogue_of_rules import RULES
from earlyhelp.dataset.validation.findings_table import FINDINGS
from earlyhelp.dataset.validation.rules import Effect, Rule

IN_ORDER: Final = "place, rule, column_name, position"
"""SQL of the order of findings: by table, row and rule, those about whole tables first."""

_FETCHED_AT_ONCE: Final = 10_000


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding.

    row         as a spreadsheet shows it, the column names being row 1; None where a whole table or file is concerned
    value       what was found, "(withheld)" where it says something about a person
    key         the key of the row, its parts with "; " between
    sentence    what is wrong and what to put right, to the person at the source
    advice      what to put right, alone
    answer      the reason given in query_answers.csv, empty where the query is open
    """

    rule: str
    effect: Effect
    table: str
    row: int | None
    column: str
    value: str
    key: str
    sentence: str
    advice: str
    answer: str


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often a rule was broken with one effect; `answered` of the queries have their reason."""

    rule: Rule
    effect: Effect
    count: int
    answered: int
    example: Finding


@dataclass(frozen=True)
class Findings:
    """The findings of an opened dataset, fetched when they are asked for."""

    connection: duckdb.DuckDBPyConnection

    def count(self) -> int:
        """Return how many findings there are, answered queries among them."""
        row = self.connection.execute(f"SELECT count(*) FROM {FINDINGS}").fetchone()
        return int(row[0]) if row else 0

    def count_by_rule(self) -> tuple[RuleCount, ...]:
        """Return the rules broken, in the order of their ids, each with its first finding."""
        counted = (
            f"SELECT rule, effect, count(*), count(answer), min_by(position, {_PLACE}) FROM ({_answered()}) "
            "GROUP BY rule, effect ORDER BY rule, effect"
        )
        rows = self.connection.execute(counted).fetchall()
        positions = ", ".join(str(row[4]) for row in rows) or "NULL"
        where = f"position IN ({positions})"
        examples = {(each.rule, each.effect): each for each in self._fetch(where, None)}
        return tuple(
            RuleCount(RULES[row[0]], Effect(row[1]), row[2], row[3], examples[row[0], Effect(row[1])]) for row in rows
        )

    def rows(self, limit: int | None = None) -> Iterator[Finding]:
        """Yield the findings by table, row and rule, those about whole tables first.

        limit   the most to yield; None for all
        """
        return self._fetch("TRUE", limit)

    def rows_sql(self) -> str:
        """Return SQL for the same rows as `rows`, to be put IN_ORDER and written without passing through Python.

        Its columns are those of Finding: rule, effect, table_name, row_number, column_name, value, key, sentence,
        advice, answer; a text that is not there is empty. Those that IN_ORDER names besides follow.
        """
        return self._rows_sql("TRUE")

    def _fetch(self, where: str, limit: int | None) -> Iterator[Finding]:
        most = "" if limit is None else f" LIMIT {int(limit)}"
        # A cursor of its own, so that the caller may use the connection between two findings.
        cursor = self.connection.cursor()
        cursor.execute(f"{self._rows_sql(where)} ORDER BY {IN_ORDER}{most}")
        while rows := cursor.fetchmany(_FETCHED_AT_ONCE):
            yield from (_finding(row) for row in rows)

    def _rows_sql(self, where: str) -> str:
        found = self.connection.execute(f"SELECT DISTINCT rule FROM {FINDINGS}").fetchall()
        rules = [RULES[str(row[0])] for row in found]
        return (
            "SELECT rule, effect, table_name, row_number, coalesce(column_name, '') AS column_name, shown AS value, "
            f"coalesce(key, '') AS key, {sentence_sql(rules)} AS sentence, {advice_sql(rules)} AS advice, "
            f"coalesce(answer, '') AS answer, {_PLACE} AS place, position "
            f"FROM (SELECT *, {shown_value_sql()} AS shown FROM ({_answered()}) "
            f"WHERE {where})"
        )


def _answered() -> str:
    order = " ".join(f"WHEN '{name}' THEN {place}" for place, name in enumerate(TABLES))
    return (
        f"SELECT found.rule, effect, found.table_name, row_number, column_name, value, other, other_value, found.key, "
        f"reason AS answer, found.rowid AS position, CASE found.table_name {order} ELSE -1 END AS table_place "
        f"FROM {FINDINGS} found LEFT JOIN {ANSWERS} given ON given.rule = found.rule "
        "AND given.table_name = found.table_name AND given.key = found.key AND effect = 'kept'"
    )


# Numbers of a row below any real one stand for the whole table.
_PLACE: Final = "table_place * 1000000000000 + coalesce(row_number, 0)"


def _finding(row: tuple[str | int | None, ...]) -> Finding:
    rule, effect, table, number, column, value, key, sentence, advice, answer = row[:10]
    return Finding(
        str(rule),
        Effect(str(effect)),
        str(table),
        int(number) if number is not None else None,
        str(column),
        str(value),
        str(key),
        str(sentence),
        str(advice),
        str(answer),
    )
