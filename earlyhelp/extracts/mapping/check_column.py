"""Checks the rule of one column: that it says one thing, and something the column can hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.declare import Column, Kind
from earlyhelp.extracts.mapping.declare import ColumnRule, DayOrder, Mapping, TableRule, Take
from earlyhelp.extracts.values.patterns import fault_of_pattern
from earlyhelp.vocabulary.code_lists import read_code_list

_MOST_SHOWN = 8
_TAKEN_OF = {
    Take.EARLIEST: (Kind.DATE,),
    Take.LATEST: (Kind.DATE,),
    Take.LATEST_OR_OPEN: (Kind.DATE,),
    Take.ANY: (Kind.FLAG, Kind.CODE),
    Take.SUM: (Kind.NUMBER,),
}
_CALLED = {"district": "district_code", "school": "urn"}


def check_column(mapping: Mapping, table: TableRule, column: Column, rule: ColumnRule) -> Iterator[str]:
    """Yield a sentence for each fault in the rule of a declared column."""
    where = f"The column {table.name}.{column.name} from {table.source}"
    for fault in (
        *_check_origin(rule),
        *_check_constants(column, rule),
        *_check_kind(column, rule),
        *_check_take(column, rule),
        *_check_pattern(rule),
        *_check_references(mapping, table, rule),
    ):
        yield f"{where} {fault}."


def _check_origin(rule: ColumnRule) -> Iterator[str]:
    origins = {
        "from": bool(rule.names),
        "join": bool(rule.joined),
        "value": rule.value is not None,
        "hash": bool(rule.hash),
        "id_of": bool(rule.id_of),
        "spell": bool(rule.spell),
    }
    given = [name for name, is_given in origins.items() if is_given]
    if not given:
        yield "says nothing of where its values come from: write from, join, value, hash, id_of or spell"
    elif len(given) > 1:
        yield f"has {' and '.join(f'`{name}`' for name in given)}; one of them decides"
    if rule.via and not rule.names:
        yield "has `via` without `from`: the column that holds the reference"
    if rule.split.startswith(("surname", "forename")) != bool(rule.part):
        yield 'needs `split` = "surname, forename" and `part` = "forename" or "surname" together'


def _check_constants(column: Column, rule: ColumnRule) -> Iterator[str]:
    targets = {
        **({"value": rule.value} if rule.value is not None else {}),
        **({"otherwise": rule.otherwise} if rule.otherwise else {}),
        **{f'"{text}"': target for text, target in rule.values.items() if target},
    }
    for name, target in targets.items():
        problem = _misfit(column, target)
        if problem:
            yield f"gives {name} the value {target!r}, {problem}"


def _misfit(column: Column, value: str) -> str:
    """Why a constant is no value of that column; empty where it is one."""
    if column.codes:
        codes = read_code_list(column.codes).codes
        shown = ", ".join(codes[:_MOST_SHOWN]) + (", …" if len(codes) > _MOST_SHOWN else "")
        return "" if value in codes else f"which is not in the list {column.codes}: {shown}"
    match column.kind:
        case Kind.FLAG:
            return "" if value in ("true", "false") else "which is neither true nor false"
        case Kind.DATE:
            return "" if is_day(value) else "which is not a day written as 2016-07-31"
        case Kind.NUMBER:
            return "" if _is_number(value) else "which is not a number"
        case _:
            return ""


def _check_kind(column: Column, rule: ColumnRule) -> Iterator[str]:
    if rule.dates and column.kind is not Kind.DATE:
        yield f"has `dates` and is not a day but {column.kind.value}"
    if rule.round_down and column.kind is not Kind.NUMBER:
        yield f"has `round` and is not a number but {column.kind.value}"
    if rule.lookup and column.refers_to != rule.lookup and not column.name.endswith(_CALLED[rule.lookup]):
        yield f'has `lookup` = "{rule.lookup}" and does not hold a {rule.lookup}'
    if DayOrder.DAY_FIRST in rule.dates and DayOrder.MONTH_FIRST in rule.dates:
        yield "has two orders of days that contradict each other"


def _check_take(column: Column, rule: ColumnRule) -> Iterator[str]:
    # As texts, 10 comes before 9: the later of two can only be told of days.
    kinds = _TAKEN_OF.get(rule.take) if rule.take else None
    if rule.take and kinds and column.kind not in kinds:
        wanted = " or ".join(kind.value for kind in kinds)
        yield f'has `take` = "{rule.take.value}", which is for a column that is a {wanted}, not {column.kind.value}'


def _check_pattern(rule: ColumnRule) -> Iterator[str]:
    if not rule.pattern:
        return
    try:
        fault = fault_of_pattern(rule.pattern)
    except RecursionError:
        fault = "no regular expression: it has brackets within brackets without end"
    if fault:
        yield f"has a `pattern` that is {fault}"


def _check_references(mapping: Mapping, table: TableRule, rule: ColumnRule) -> Iterator[str]:
    wanted = rule.id_of or (rule.via.id_of if rule.via else "")
    if wanted in TABLES and len(TABLES[wanted].key) > 1:
        yield f"wants the id of {wanted}, whose rows have no id of one column"
    if wanted == table.name:
        yield f"wants the id of {wanted} to make the rows of {wanted}; make the id from columns with `hash`"
    if rule.id_of and rule.id_of not in {each.name for each in mapping.tables_of(table.source)}:
        yield f"has `id_of` = {rule.id_of!r}, and no table {rule.id_of} is made from {table.source}"
    if rule.via and rule.via.source not in mapping.sources:
        yield f"goes via {rule.via.source!r}, and there is no such source"
    elif rule.via and rule.via.id_of and rule.via.id_of not in {t.name for t in mapping.tables_of(rule.via.source)}:
        yield f"wants the id of {rule.via.id_of!r}, and no such table is made from {rule.via.source}"


def is_day(text: str) -> bool:
    """Say whether a text is a day written as 2016-07-31."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False
