"""One pass over a supplied table: trims, casts and marks the rows at fault, then sets those rows apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

import duckdb

from earlyhelp.dataset.declare import Column, Kind, Table
from earlyhelp.dataset.reading.supplied import Supplied
from earlyhelp.dataset.sql_text import literal
from earlyhelp.dataset.table_types import quoted
from earlyhelp.dataset.validation.findings_table import (
    FINDINGS,
    LONGEST_VALUE,
    REFUSED_KEYS,
    ROW,
    TEXTS,
    effect_literal,
)
from earlyhelp.dataset.validation.rules import ENDS_BEFORE_STARTS
from earlyhelp.dataset.validation.values import fault_of, keeps_its_type, text_of, value_of
from earlyhelp.vocabulary.code_lists import read_code_list

_SHORT_LIST: Final = 12
_DAMAGE: Final = '"#damage"'


@dataclass(slots=True)
class RowCounts:
    """Rows of one table as they are counted down; `used` is what is left."""

    read: int = 0
    refused: int = 0
    refused_with_parent: int = 0

    @property
    def used(self) -> int:
        return self.read - self.refused - self.refused_with_parent


def clean(connection: duckdb.DuckDBPyConnection, supplied: Supplied, as_at: date) -> RowCounts:
    """Create the table with its usable rows, write a finding for each fault, and return the counts.

    The table has two more columns until `drop_working_columns`: the row number, and the texts of a row at fault.
    Raises  duckdb.Error: the file does not keep the form it was said to have
    """
    table = supplied.table
    rows = _count(connection.execute(f"CREATE TABLE {quoted(table.name)} AS {_cleaning_sql(supplied, as_at)}"))
    at_fault = _scalar(connection, f"SELECT count({TEXTS}) FROM {quoted(table.name)}") if rows else 0
    counts = RowCounts(rows)
    if at_fault:
        if supplied.damage:
            _set_damaged_apart(connection, table)
        counts.read -= _delete(connection, table, f"{TEXTS} IS NOT NULL AND list_aggregate({TEXTS}, 'count') = 0")
        _explain_faults(connection, table, as_at)
        counts.refused = _delete_refused(connection, table, bool(supplied.damage))
    return counts


def drop_working_columns(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Leave the declared columns alone."""
    for column in (ROW, TEXTS):
        connection.execute(f"ALTER TABLE {quoted(table.name)} DROP COLUMN {column}")


def pairs_of(table: Table) -> list[tuple[Column, Column, str]]:
    """End, start and rule of each pair of dates that the table may not hold the wrong way round."""
    columns = {column.name: column for column in table.columns}
    return [
        (columns[end], columns[start], rule)
        for (end, start), rule in ENDS_BEFORE_STARTS.items()
        if end in columns and start in columns
    ]


def _cleaning_sql(supplied: Supplied, as_at: date) -> str:
    """SQL in three steps, each a subquery: sources as s0, s1 …; usable values as v0, v1 …; then the marks."""
    sources: list[str] = []
    values: list[str] = []
    texts: list[str] = []
    faults: list[str] = []
    place_of: dict[str, str] = {}
    for place, column in enumerate(supplied.table.columns):
        value, place_of[column.name] = f"v{place}", f"v{place}"
        source = supplied.columns.get(column.name)
        if source is None:
            values.append(f"CAST(NULL AS {column.duckdb_type}) AS {value}")
            texts.append("NULL")
            continue
        kept = keeps_its_type(source.duckdb_type, column)
        read = source.expression if kept else text_of(source.expression, source.duckdb_type, column)
        sources.append(f"{read} AS s{place}")
        usable = value_of(f"s{place}", source.duckdb_type if kept else "VARCHAR", column, as_at)
        values.append(f"{usable} AS {value}")
        texts.append(f"CAST(s{place} AS VARCHAR)" if kept else f"s{place}")
        faults.append(f"{value} IS NULL" if column.required else f"{value} IS NULL AND s{place} IS NOT NULL")
    faults += [f"{place_of[end.name]} < {place_of[start.name]}" for end, start, _ in pairs_of(supplied.table)]
    row = supplied.row or "row_number() OVER () + 1"
    damage = f", nullif({supplied.damage}, '') AS {_DAMAGE}" if supplied.damage else ""
    unknown = ", ".join(f"nullif(CAST({expression} AS VARCHAR), '')" for expression in supplied.unknown)
    left_over = f", coalesce({unknown}, NULL) AS left_over" if supplied.unknown else ""
    texts += ["left_over"] if supplied.unknown else []
    if supplied.damage:
        texts.append(_DAMAGE)
        faults.append(f"{_DAMAGE} IS NOT NULL")
    named = ", ".join(f"v{place} AS {quoted(each.name)}" for place, each in enumerate(supplied.table.columns))
    read_sql = f"SELECT {row} AS {ROW}{damage}{left_over}, {', '.join(sources) or 'NULL'} FROM {supplied.relation}"
    value_sql = f"SELECT *, {', '.join(values)} FROM ({read_sql})"
    # The texts are kept for rows at fault alone: they are few, and their findings quote them.
    marks = f"CASE WHEN {' OR '.join(f'({fault})' for fault in faults)} THEN [{', '.join(texts)}] END"
    return f"SELECT {named}, {ROW}, CAST({marks} AS VARCHAR[]) AS {TEXTS} FROM ({value_sql})"


def _set_damaged_apart(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Say what is wrong with a row as a whole, so that its empty cells are not explained as well."""
    connection.execute(
        f"INSERT INTO {FINDINGS} SELECT 'EH0004', 'refused', {literal(table.name)}, {ROW}, NULL, {TEXTS}[-1], "
        f"NULL, NULL, NULL FROM {quoted(table.name)} WHERE {TEXTS}[-1] IS NOT NULL"
    )


def _explain_faults(connection: duckdb.DuckDBPyConnection, table: Table, as_at: date) -> None:
    """Write a finding for each fault of each row at fault, from its texts."""
    places = {column.name: place for place, column in enumerate(table.columns, start=1)}
    faults = [_fault(column, f"{TEXTS}[{place}]", as_at) for place, column in enumerate(table.columns, start=1)]
    faults += [
        f"{{'rule': CASE WHEN {quoted(end.name)} < {quoted(start.name)} THEN {literal(rule)} END, 'effect': 'refused', "
        f"'name': {literal(end.name)}, 'value': {TEXTS}[{places[end.name]}], 'other': {literal(start.name)}, "
        f"'other_value': {TEXTS}[{places[start.name]}]}}"
        for end, start, rule in pairs_of(table)
    ]
    key = ", ".join(f"coalesce({TEXTS}[{places[name]}], '')" for name in table.key)
    damaged = (
        f"{ROW} NOT IN (SELECT row_number FROM {FINDINGS} WHERE table_name = {literal(table.name)} AND rule = 'EH0004')"
    )
    connection.execute(
        f"INSERT INTO {FINDINGS} SELECT fault.rule, fault.effect, {literal(table.name)}, {ROW}, fault.name, "
        f"left(fault.value, {LONGEST_VALUE}), fault.other, fault.other_value, key FROM (SELECT {ROW}, "
        f"concat_ws('; ', {key}) AS key, unnest([{', '.join(faults)}]) AS fault FROM {quoted(table.name)} "
        f"WHERE {TEXTS} IS NOT NULL AND {damaged}) WHERE fault.rule IS NOT NULL"
    )


def _fault(column: Column, text: str, as_at: date) -> str:
    match column.kind:
        case Kind.DATE:
            other = as_at.isoformat()
        case Kind.NUMBER:
            other = _bounds(column)
        case _:
            other = _codes_in_words(column)
    return (
        f"{{'rule': {fault_of(text, column, as_at)}, 'effect': {effect_literal(column.required)}, "
        f"'name': {literal(column.name)}, 'value': {text}, 'other': {literal(column.codes or '')}, "
        f"'other_value': {literal(other)}}}"
    )


def _codes_in_words(column: Column) -> str:
    """The codes of a short list; of a long one how many there are, as the page of code lists has them."""
    codes = read_code_list(column.codes).codes if column.codes else ()
    return ", ".join(codes) if len(codes) <= _SHORT_LIST else f"{len(codes)} codes"


def _bounds(column: Column) -> str:
    bounds = [f"at least {column.at_least}"] if column.at_least is not None else []
    bounds += [f"at most {column.at_most}"] if column.at_most is not None else []
    return ", ".join(bounds) or "a whole number of at most eighteen digits"


def _delete_refused(connection: duckdb.DuckDBPyConnection, table: Table, has_damage: bool) -> int:
    refused = [f"{quoted(column.name)} IS NULL" for column in table.columns if column.required]
    refused += [f"{quoted(end.name)} < {quoted(start.name)}" for end, start, _ in pairs_of(table)]
    refused += [f"{TEXTS}[-1] IS NOT NULL"] if has_damage else []
    where = f"{TEXTS} IS NOT NULL AND ({' OR '.join(f'coalesce({each}, FALSE)' for each in refused)})"
    key_place = next(place for place, column in enumerate(table.columns, start=1) if column.name == table.key[0])
    connection.execute(
        f"INSERT INTO {REFUSED_KEYS} SELECT {literal(table.name)}, {TEXTS}[{key_place}] FROM {quoted(table.name)} "
        f"WHERE {where} AND {TEXTS}[{key_place}] IS NOT NULL"
    )
    return _delete(connection, table, where)


def _delete(connection: duckdb.DuckDBPyConnection, table: Table, where: str) -> int:
    return _count(connection.execute(f"DELETE FROM {quoted(table.name)} WHERE {where}"))


def _count(result: duckdb.DuckDBPyConnection) -> int:
    row = result.fetchone()
    return int(row[0]) if row else 0


def _scalar(connection: duckdb.DuckDBPyConnection, sql: str) -> int:
    return _count(connection.execute(sql))
