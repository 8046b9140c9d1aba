"""Regular expressions of a mapping. They run in DuckDB's RE2, so whoever wrote the mapping, none can run for ever."""

from __future__ import annotations

import re
from functools import cache

import duckdb

from earlyhelp.extracts.values.doubt import Doubt, DoubtKind
from earlyhelp.extracts.values.tidy import tidy


def by_pattern(text: str, pattern: str) -> str | Doubt:
    """Return what the one group of a regular expression finds, where the whole text fits it.

    Raises  ValueError: the pattern is none that RE2 knows
    """
    found = _extract(tidy(text), pattern)
    return tidy(found) if found else Doubt(DoubtKind.UNKNOWN, "does not fit the pattern of its column")


def fault_of_pattern(pattern: str) -> str:
    """Return why a pattern cannot be used, in words; empty where it can."""
    try:
        _engine().execute("SELECT regexp_extract('', ?)", [pattern])
        groups = re.compile(pattern).groups
    except duckdb.Error as error:
        return f"no regular expression: {_first_words(error)}"
    except re.error as error:
        return f"no regular expression: {error}"
    return (
        "" if groups == 1 else f"a regular expression with {groups} groups; put ( ) round the one part that is wanted"
    )


def _extract(text: str, pattern: str) -> str:
    try:
        row = _engine().execute("SELECT regexp_extract(?, ?, 1)", [text, rf"\A(?:{pattern})\z"]).fetchone()
    except duckdb.Error as error:
        raise ValueError(_first_words(error)) from None
    return str(row[0]) if row and row[0] else ""


def _first_words(error: duckdb.Error) -> str:
    return str(error).partition("\n")[0].partition(": ")[2]


@cache
def _engine() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(":memory:", config={"threads": 1})
