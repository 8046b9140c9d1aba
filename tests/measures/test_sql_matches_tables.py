"""The SQL of every measure against the declared tables, without running it.

Each statement is parsed; every table and column in it must be one that the dataset, the vocabulary or the kept rows
declare. Each must also be written for PostgreSQL and for Spark without a construct that sqlglot knows they lack, and be
read back there, so that a council can take it to its own warehouse.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
import sqlglot
from sqlglot import ErrorLevel, exp
from sqlglot.errors import OptimizeError
from sqlglot.optimizer.qualify import qualify

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.measures.catalogue import CATALOGUE, ROWS
from earlyhelp.measures.code_tables import CODE_TABLES
from earlyhelp.measures.compile import compile_families, fill, kept_sql
from earlyhelp.measures.focus_pair import PAIR_SQL
from earlyhelp.measures.scope import Scope
from earlyhelp.measures.survival import tally_sql
from earlyhelp.periods import Period

SCOPE = Scope(Period(date(2016, 1, 1), date(2016, 7, 31)), date(2016, 9, 15), "E10000028", frozenset(TABLES))
RESTRICTED = frozenset(name for name, table in TABLES.items() if table.restricted)
KEPT = frozenset(name for name, rows in ROWS.items() if rows.kept)

# Tables that rows join to for the district alone; without them the county's cells still stand.
JOINED_FOR_THE_DISTRICT = {"meetings": {"school"}}

ROWS_SQL = {f"rows {name}": fill(rows.sql, SCOPE).strip() for name, rows in ROWS.items()}
STATEMENTS = {
    **ROWS_SQL,
    **{f"family {name}": family.sql(SCOPE) for name, family in compile_families([*CATALOGUE.values()], SCOPE).items()},
    **{f"kept {name}": kept_sql(ROWS[name], SCOPE) for name in KEPT},
    "pair": PAIR_SQL,
    "survival": tally_sql(SCOPE),
}


def query_of(sql: str) -> exp.Query:
    """Return the query of a statement: of a CREATE TABLE, the SELECT that fills the table."""
    parsed = sqlglot.parse_one(sql, read="duckdb", error_level=ErrorLevel.RAISE)
    query = parsed.expression if isinstance(parsed, exp.Create) else parsed
    assert isinstance(query, exp.Query)
    return query


def tables_in(sql: str) -> set[str]:
    """Return the names of the tables a statement reads, without those it makes up itself."""
    query = query_of(sql)
    made_up = {part.alias for part in query.find_all(exp.CTE)}
    return {table.name for table in query.find_all(exp.Table)} - made_up


def check_columns(sql: str, schema: Mapping[str, Mapping[str, str]]) -> exp.Query:
    """Return the query with every column resolved. Raises OptimizeError: one does not exist, or could be two."""
    found = qualify(query_of(sql), schema={**schema}, dialect="duckdb", validate_qualify_columns=True)
    assert isinstance(found, exp.Query)
    return found


def declared() -> dict[str, dict[str, str]]:
    """Return the columns of the dataset's tables, of the code tables and of the kept rows."""
    schema = {
        name: {column.name: column.duckdb_type for column in table.columns}
        for name, table in TABLES.items()
        if not table.restricted
    }
    schema |= {name: dict(columns) for name, columns in CODE_TABLES.items()}
    kept = {name: dict.fromkeys(check_columns(ROWS[name].sql, schema).named_selects, "VARCHAR") for name in KEPT}
    return schema | kept


SCHEMA = declared()


@pytest.mark.parametrize("name", STATEMENTS)
def test_every_table_and_column_is_declared(name: str) -> None:
    assert tables_in(STATEMENTS[name]) <= SCHEMA.keys()
    check_columns(STATEMENTS[name], SCHEMA)


@pytest.mark.parametrize(
    "faulty",
    [
        "SELECT received_at FROM request",
        "SELECT request.recieved_on FROM request JOIN school ON school.urn = request.school_urn",
        "SELECT district_code FROM request JOIN school ON school.urn = request.school_urn",
    ],
)
def test_a_column_that_is_misspelt_or_could_be_two_is_found(faulty: str) -> None:
    with pytest.raises(OptimizeError):
        check_columns(faulty, SCHEMA)


@pytest.mark.parametrize("name", ROWS)
def test_rows_declare_exactly_the_tables_they_read(name: str) -> None:
    rows, read = ROWS[name], tables_in(ROWS[name].sql)
    said = {*rows.reads, *(table for tables in rows.breakdown_reads.values() for table in tables)}
    kept = read & KEPT
    for start in kept:
        # Rows that start from kept rows need at least what those need, and no table that they do not read.
        reachable = tables_in(ROWS[start].sql) - CODE_TABLES.keys()
        assert {*ROWS[start].reads} <= said <= reachable
    of_dataset = read - CODE_TABLES.keys() - KEPT
    assert of_dataset == (set() if kept else said | JOINED_FOR_THE_DISTRICT.get(name, set()))


@pytest.mark.parametrize("name", STATEMENTS)
def test_no_measure_opens_a_table_of_identities(name: str) -> None:
    assert len(RESTRICTED) == 2
    assert not tables_in(STATEMENTS[name]) & RESTRICTED


@pytest.mark.parametrize("dialect", ["postgres", "spark"])
@pytest.mark.parametrize("name", STATEMENTS)
def test_the_sql_reads_back_in_the_words_of_other_databases(name: str, dialect: str) -> None:
    parsed = sqlglot.parse_one(STATEMENTS[name], read="duckdb", error_level=ErrorLevel.RAISE)
    said = parsed.sql(dialect=dialect, unsupported_level=ErrorLevel.RAISE)
    again = sqlglot.parse_one(said, read=dialect, error_level=ErrorLevel.RAISE)
    assert type(again) is type(parsed)
    assert not list(again.find_all(exp.Command))
    assert {table.name for table in again.find_all(exp.Table)} == {table.name for table in parsed.find_all(exp.Table)}
