"""The JSON Schema says what the declaration says."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import typer

from earlyhelp.cli.schema import schema as schema_command
from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.declare import Kind
from earlyhelp.dataset.json_schema import dataset_schema
from earlyhelp.vocabulary.code_lists import read_code_list

SCHEMA = dataset_schema()
DEFINITIONS: dict[str, Any] = SCHEMA["$defs"]


def _value(table: str, column: str) -> dict[str, Any]:
    return DEFINITIONS[table]["properties"][column]


def test_it_is_plain_json_of_the_2020_draft() -> None:
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_a_dataset_is_its_manifest_and_an_array_of_rows_per_table() -> None:
    assert list(SCHEMA["properties"]) == ["dataset", *TABLES]
    assert SCHEMA["required"] == ["dataset"]
    assert SCHEMA["properties"]["focus"]["items"] == {"$ref": "#/$defs/focus"}
    assert DEFINITIONS["dataset"]["required"] == ["county_code", "county_name", "as_at"]


def test_every_reference_inside_it_leads_somewhere() -> None:
    references = re.findall(r'"\$ref": "#/\$defs/(\w+)"', json.dumps(SCHEMA))
    assert set(references) == set(DEFINITIONS)


def test_rows_have_the_columns_in_order_with_the_required_ones_required() -> None:
    for name, table in TABLES.items():
        row = DEFINITIONS[name]
        assert list(row["properties"]) == [column.name for column in table.columns]
        assert row["required"] == [column.name for column in table.columns if column.required]
        assert row["x-key"] == list(table.key)
        assert row.get("x-restricted", False) == table.restricted


def test_only_optional_columns_may_be_null() -> None:
    for name, table in TABLES.items():
        for column in table.columns:
            value = _value(name, column.name)
            assert ("null" in value["type"]) is not column.required
            if "enum" in value:
                assert (None in value["enum"]) is not column.required


def test_coded_columns_list_their_codes_and_name_their_list() -> None:
    coded = [(name, column) for name, table in TABLES.items() for column in table.columns if column.codes]
    for name, column in coded:
        value = _value(name, column.name)
        assert [code for code in value["enum"] if code is not None] == list(read_code_list(column.codes or "").codes)
        assert value["x-codes"] == column.codes


def test_types_are_those_declared() -> None:
    assert _value("referral", "age_years")["type"] == ["integer", "null"]
    assert _value("referral", "step_up")["type"] == ["boolean", "null"]
    assert _value("worker", "fte")["type"] == "number"
    assert _value("request", "request_id") == {
        "description": "Identifies the request; never used again.",
        "type": "string",
        "minLength": 1,
    }
    assert (_value("link", "probability")["minimum"], _value("link", "probability")["maximum"]) == (0, 1)


def test_days_are_iso_dates_even_for_a_validator_that_passes_over_formats() -> None:
    for name, table in TABLES.items():
        for column in table.columns:
            if column.kind is Kind.DATE:
                value = _value(name, column.name)
                assert value["format"] == "date"
                assert re.search(value["pattern"], "2016-01-31")
                assert not re.search(value["pattern"], "31/01/2016")


def test_foreign_keys_are_named() -> None:
    assert _value("request", "family_id")["x-refers-to"] == "family"
    assert "x-refers-to" not in _value("survey_school", "district_code")


def test_the_command_shows_or_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    schema_command(None)
    shown = capsys.readouterr().out
    schema_command(tmp_path / "dataset.schema.json")
    assert (tmp_path / "dataset.schema.json").read_text(encoding="utf-8") == shown
    assert json.loads(shown) == SCHEMA


def test_the_command_refuses_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(typer.BadParameter, match="no folder"):
        schema_command(tmp_path / "absent" / "dataset.schema.json")
