"""What a value must look like, as SQL: text in, the declared type out, NULL where it cannot be used."""

from __future__ import annotations

from datetime import date
from typing import Final

from earlyhelp.dataset.declare import Column, Kind
from earlyhelp.dataset.reading.header import BLANKS
from earlyhelp.dataset.sql_text import literal, literals
from earlyhelp.vocabulary.code_lists import read_code_list

_ISO_DAY: Final = "'[0-9]{4}-[0-9]{2}-[0-9]{2}'"
_PLAIN_DECIMAL: Final = r"'[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)'"
_DECIMAL: Final = "DECIMAL(38,18)"
_ODD_ENDS: Final = "'^$|^[^!-~]|[^!-~]$'"
_BLANKS: Final = literal(BLANKS)
_FLOATS: Final = ("FLOAT", "DOUBLE")


def text_of(source: str, duckdb_type: str, column: Column) -> str:
    """Return SQL for the value as trimmed text, NULL where it is empty, from a source of any type.

    A number that is whole is written without decimals and a moment at midnight as a day, since a spreadsheet keeps
    an identifier as a number and a day as a moment.
    """
    if duckdb_type == "VARCHAR":
        return _trimmed(source)
    if duckdb_type in _FLOATS and column.kind is Kind.NUMBER:
        exact = f"CAST(TRY_CAST(CAST({source} AS VARCHAR) AS {_DECIMAL}) AS VARCHAR)"
        return f"coalesce({exact}, CAST({source} AS VARCHAR))"
    if duckdb_type in _FLOATS:
        whole = f"isfinite({source}) AND {source} = trunc({source}) AND abs({source}) < 1e15"
        return f"CASE WHEN {whole} THEN CAST(CAST({source} AS BIGINT) AS VARCHAR) ELSE CAST({source} AS VARCHAR) END"
    if duckdb_type.startswith("TIMESTAMP"):
        midnight = f"{source} = date_trunc('day', {source})"
        return f"CASE WHEN {midnight} THEN CAST(CAST({source} AS DATE) AS VARCHAR) ELSE CAST({source} AS VARCHAR) END"
    return _trimmed(f"CAST({source} AS VARCHAR)")


def keeps_its_type(duckdb_type: str, column: Column) -> bool:
    """Say whether a source type (of Parquet) is the declared one, so that it need not go through text."""
    if column.kind is Kind.NUMBER:
        return duckdb_type in ("TINYINT", "SMALLINT", "INTEGER", "BIGINT") or duckdb_type.startswith("DECIMAL(")
    return column.kind in (Kind.DATE, Kind.FLAG) and duckdb_type == column.duckdb_type


def value_of(value: str, duckdb_type: str, column: Column, as_at: date) -> str:
    """Return SQL for the usable value in the declared type, NULL where it is empty or at fault.

    value           SQL of trimmed text, or of a value whose type is kept
    duckdb_type     VARCHAR for text
    """
    is_text = duckdb_type == "VARCHAR"
    match column.kind:
        case Kind.DATE:
            day = f"TRY_CAST({value} AS DATE)" if is_text else value
            form = f"regexp_full_match({value}, {_ISO_DAY}) AND " if is_text else ""
            last = "9999-12-31" if column.planned else as_at.isoformat()
            return f"CASE WHEN {form}{day} BETWEEN DATE '0001-01-01' AND DATE '{last}' THEN {day} END"
        case Kind.FLAG:
            return f"CASE lower({value}) WHEN 'true' THEN TRUE WHEN 'false' THEN FALSE END" if is_text else value
        case Kind.NUMBER:
            number = _number(value) if is_text else f"TRY_CAST({value} AS {_DECIMAL})"
            return _bounded(number, column)
        case _:
            return f"CASE WHEN {value} IN ({_codes(column)}) THEN {value} END" if column.codes else value


def fault_of(text: str, column: Column, as_at: date) -> str:
    """Return SQL for the rule that a text of a column breaks, NULL where it breaks none.

    It repeats `value_of` with a reason for each NULL, and is meant for the few rows that are at fault.
    """
    missing = f"WHEN {text} IS NULL THEN {literal('EH0101') if column.required else 'NULL'} "
    match column.kind:
        case Kind.DATE:
            checks = f"WHEN coalesce({_day(text)} < DATE '0001-01-01', TRUE) THEN 'EH0102' "
            if not column.planned:
                checks += f"WHEN {_day(text)} > DATE '{as_at}' THEN 'EH0401' "
        case Kind.FLAG:
            checks = f"WHEN lower({text}) NOT IN ('true', 'false') THEN 'EH0103' "
        case Kind.NUMBER:
            number = _number(text)
            checks = f"WHEN {number} IS NULL THEN 'EH0104' "
            if column.whole:
                checks += f"WHEN {number} <> trunc({number}) THEN 'EH0105' "
            checks += f"WHEN {_bounded(number, column)} IS NULL THEN 'EH0106' "
        case _:
            checks = f"WHEN {text} NOT IN ({_codes(column)}) THEN 'EH0107' " if column.codes else ""
    return f"CASE {missing}{checks}END"


def _trimmed(text: str) -> str:
    # Trimming a set of characters is slow, so only values that begin or end with something outside ! to ~ are trimmed.
    return f"CASE WHEN regexp_matches({text}, {_ODD_ENDS}) THEN nullif(trim({text}, {_BLANKS}), '') ELSE {text} END"


def _day(text: str) -> str:
    return f"CASE WHEN regexp_full_match({text}, {_ISO_DAY}) THEN TRY_CAST({text} AS DATE) END"


def _number(text: str) -> str:
    return f"CASE WHEN regexp_full_match({text}, {_PLAIN_DECIMAL}) THEN TRY_CAST({text} AS {_DECIMAL}) END"


def _bounded(number: str, column: Column) -> str:
    bounds = [f"{number} >= {column.at_least}"] if column.at_least is not None else []
    bounds += [f"{number} <= {column.at_most}"] if column.at_most is not None else []
    bounds += [f"{number} = trunc({number})"] if column.whole else []
    number = f"TRY_CAST({number} AS {column.duckdb_type})" if column.whole else number
    return f"CASE WHEN {' AND '.join(bounds)} THEN {number} END" if bounds else number


def _codes(column: Column) -> str:
    return literals(read_code_list(column.codes or "").codes)
