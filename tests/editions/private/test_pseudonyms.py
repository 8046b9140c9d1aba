from __future__ import annotations

import hmac

import duckdb
import pytest

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.editions.private.pseudonyms import Key, is_pseudonymised, key_for


@pytest.mark.parametrize("secret", [b"k", b"of the council", b"x" * 64, b"longer than one block of the hash " * 4])
@pytest.mark.parametrize("text", ["F1", "", "Beth Ané 7", "'); DROP TABLE family; --"])
def test_sql_and_program_give_the_same_pseudonym_and_it_is_that_of_the_standard(secret, text):
    key = Key(secret, is_secret=True)
    in_sql = duckdb.execute(f"SELECT {key.sql('id')} FROM (SELECT ? AS id)", [text]).fetchall()[0][0]
    assert in_sql == key.of(text) == hmac.new(secret, text.encode(), "sha256").hexdigest()[:16]


def test_an_id_that_is_not_recorded_has_no_pseudonym():
    sql = Key(b"k", is_secret=True).sql("id")
    assert duckdb.execute(f"SELECT {sql} FROM (SELECT CAST(NULL AS VARCHAR) AS id)").fetchall() == [(None,)]


def test_without_a_key_the_county_stands_in_and_that_is_said():
    assert key_for(None, "E10000099") == key_for(b"", "E10000099") == Key(b"E10000099", is_secret=False)
    assert key_for(None, "E10000099").in_words == "not secret"
    assert key_for(b"k", "E10000099").in_words == "keyed"


def test_the_fingerprint_tells_keys_apart():
    assert Key(b"a", is_secret=True).fingerprint != Key(b"b", is_secret=True).fingerprint


@pytest.mark.parametrize(
    ("table", "column", "expected"),
    [
        ("request", "request_id", True),
        ("request", "family_id", True),
        ("involvement_child", "person_id", True),
        ("involvement", "team_id", True),
        ("request", "school_urn", False),
        ("request", "district_code", False),
        ("closing_answer", "item", False),
        ("request", "source_code", False),
        ("request", "received_on", False),
    ],
)
def test_ids_of_cases_are_hashed_those_of_places_and_questions_are_not(table, column, expected):
    assert is_pseudonymised(TABLES[table].column(column)) is expected
