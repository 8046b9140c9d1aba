"""The printed catalogue is what the declarations say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
import pytest

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.table_types import create_table_sql
from earlyhelp.measures.catalogue import CATALOGUE
from earlyhelp.measures.code_tables import make_code_tables
from earlyhelp.measures.documentation import pages, write_pages
from earlyhelp.measures.explain import statements, translate
from earlyhelp.measures.scope import Scope
from earlyhelp.periods import Period

PRINTED = Path(__file__).parents[2] / "docs" / "generated" / "measures"
SCOPE = Scope(Period(date(2016, 1, 1), date(2016, 7, 31)), date(2016, 9, 15), "E10000028", frozenset(TABLES))


def test_the_printed_pages_are_those_of_the_declarations() -> None:
    """`make docs` prints them anew."""
    assert {file.name: file.read_text(encoding="utf-8") for file in PRINTED.glob("*.md")} == pages()


def test_a_page_of_a_measure_that_is_no_more_is_removed(tmp_path: Path) -> None:
    (tmp_path / "a_measure_of_old.md").write_text("gone")
    write_pages(tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == set(pages())


@pytest.mark.parametrize("name", CATALOGUE)
def test_the_sql_shown_runs_as_it_stands(name: str) -> None:
    connection = duckdb.connect()
    for table in TABLES.values():
        connection.execute(create_table_sql(table))
    make_code_tables(connection, SCOPE.period)
    shown = statements(CATALOGUE[name], SCOPE)
    for statement in shown:
        connection.execute(statement.sql)
    assert shown


def test_another_engines_words_are_given_on_request() -> None:
    (statement,) = statements(CATALOGUE["reviews_in_time"], SCOPE)
    assert "DATE '2016-01-01'" in translate(statement.sql, "duckdb")
    assert "CAST('2016-01-01' AS DATE)" in translate(statement.sql, "postgres")


def test_spark_and_postgres_get_the_words_they_know() -> None:
    kept, counted = statements(CATALOGUE["children_closed"], SCOPE)
    assert translate(counted.sql, "spark").count("GROUPING_ID(") == 1
    assert "GROUPING(" in translate(counted.sql, "postgres")
    assert "MATERIALIZED" not in translate(kept.sql, "spark")
    assert "OVER ()" not in translate(kept.sql, "spark")
    assert translate(kept.sql, "postgres").startswith("CREATE TEMPORARY TABLE children")


def test_an_unknown_dialect_is_named_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="duckdb, postgres, spark"):
        translate("SELECT 1", "oracle")
