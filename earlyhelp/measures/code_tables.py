"""The vocabulary and the working-day calendar as tables, so that measures join to them like to any other table."""

from __future__ import annotations

from typing import Final

import duckdb

from earlyhelp.periods import Period
from earlyhelp.practice.answering import calendar_rows
from earlyhelp.vocabulary.code_lists import read_code_list

CODE_TABLES: Final = {
    "year_code": {"nc_year": "VARCHAR", "key_stage": "VARCHAR", "is_school_age": "BOOLEAN"},
    "phase_code": {"phase": "VARCHAR", "reporting_phase": "VARCHAR"},
    "care_status_rank": {"care_status": "VARCHAR", "rank": "INTEGER"},
    "focus_code_list": {"focus_code": "VARCHAR", "focus_category": "VARCHAR", "bit": "BIGINT"},
    "focus_category_list": {"focus_category": "VARCHAR", "bits": "BIGINT"},
    "answer_calendar": {"day": "DATE", "answer_due_on": "DATE"},
}


def focus_bits() -> dict[str, int]:
    """Return each focus code with a whole number of its own bit, in the order of the vocabulary."""
    return {code: 1 << place for place, code in enumerate(read_code_list("focus").codes)}


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _code_rows() -> dict[str, list[str]]:
    years = read_code_list("nc_year").entries
    phases = read_code_list("phase").entries
    focuses = read_code_list("focus").entries
    bits = focus_bits()
    categories: dict[str, int] = {}
    for focus in focuses:
        category = focus.more["category"]
        categories[category] = categories.get(category, 0) | bits[focus.code]
    return {
        "year_code": [f"({_text(y.code)}, {_text(y.more['key_stage'])}, {y.more['is_school_age']})" for y in years],
        "phase_code": [f"({_text(p.code)}, {_text(p.more['reporting_phase'])})" for p in phases],
        "care_status_rank": [f"({_text(c)}, {n})" for n, c in enumerate(read_code_list("care_status").codes, 1)],
        "focus_code_list": [f"({_text(f.code)}, {_text(f.more['category'])}, {bits[f.code]})" for f in focuses],
        "focus_category_list": [f"({_text(name)}, {mask})" for name, mask in categories.items()],
    }


def make_code_tables(connection: duckdb.DuckDBPyConnection, period: Period) -> None:
    """Create the code tables in the connection, the calendar for the days on which a request of the period came.

    Raises      ValueError: requests came in years whose bank holidays are not known
    """
    first, last = connection.execute(
        "SELECT min(received_on), max(received_on) FROM request WHERE received_on BETWEEN ? AND ?",
        [period.first, period.last],
    ).fetchall()[0]
    days = calendar_rows(first, last) if first else ()
    calendar = [f"(DATE '{day}', DATE '{due}')" for day, _, due in days] or ["(NULL, NULL)"]
    statements: list[str] = []
    for table, rows in {**_code_rows(), "answer_calendar": calendar}.items():
        columns = ", ".join(CODE_TABLES[table])
        casts = ", ".join(f"CAST({name} AS {kind}) AS {name}" for name, kind in CODE_TABLES[table].items())
        statements.append(
            f"CREATE OR REPLACE TEMP TABLE {table} AS "
            f"SELECT {casts} FROM (VALUES {', '.join(rows)}) AS given({columns})"
        )
    connection.execute("; ".join(statements))
