from __future__ import annotations

import pytest

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.declare import Kind
from earlyhelp.editions.private.kept_columns import kept_columns, kept_tables
from earlyhelp.editions.private.pseudonyms import Key
from earlyhelp.editions.private.tables import select_sql
from earlyhelp.measures.catalogue import tables_read

KEPT = kept_tables(TABLES)
NAMES_OF_PLACES = {("district", "name"), ("school", "name")}


def names(table: str) -> set[str]:
    return {column.name for column in kept_columns(TABLES[table])}


def test_the_tables_kept_are_those_that_measures_read_and_the_districts():
    assert {table.name for table in KEPT} == tables_read() | {"district"}
    assert [table.name for table in kept_tables({"request", "contact"})] == ["request"]


def test_no_table_of_identities_is_kept():
    assert not any(table.restricted for table in KEPT)


@pytest.mark.parametrize("table", KEPT, ids=lambda table: table.name)
def test_free_text_is_never_kept_and_keys_always(table):
    texts = {(table.name, column.name) for column in kept_columns(table) if column.kind is Kind.TEXT}
    assert texts <= NAMES_OF_PLACES
    assert set(table.key) <= names(table.name)


def test_free_text_is_not_kept_even_where_a_measure_should_read_it(monkeypatch):
    read = {"involvement": frozenset(column.name for column in TABLES["involvement"].columns)}
    monkeypatch.setattr("earlyhelp.editions.private.kept_columns._words_by_table", lambda: read)
    assert names("involvement") == {column.name for column in TABLES["involvement"].columns} - {"signed_off_by"}


def test_what_a_measure_reads_is_kept_and_nothing_beside():
    assert {"received_on", "kind", "source_code", "school_urn", "answered_on"} <= names("request")
    assert names("request").isdisjoint({"decision", "decided_on", "threshold_level"})
    assert names("involvement").isdisjoint({"signed_off_by", "team_id"})
    assert names("school").isdisjoint({"postcode", "laestab"})


def test_a_day_of_birth_would_be_kept_as_its_month(monkeypatch):
    monkeypatch.setattr("earlyhelp.editions.private.tables.kept_columns", lambda table: table.columns)
    sql = select_sql(TABLES["person"], Key(b"k", is_secret=True))
    assert """CAST(date_trunc('month', "date_of_birth") AS DATE)""" in sql
