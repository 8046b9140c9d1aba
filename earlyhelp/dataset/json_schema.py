"""The dataset as a JSON Schema (draft 2020-12), for those who check it with tools of their own."""

from __future__ import annotations

from typing import Any

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.declare import Column, Kind, Table
from earlyhelp.vocabulary.code_lists import read_code_list

JSON_TYPES = {Kind.FLAG: "boolean", Kind.NUMBER: "number"}
DATE_PATTERN = r"^\d{4}-\d{2}-\d{2}$"
MOMENT_PATTERN = r"^\d{4}-\d{2}-\d{2}([T ].+)?$"


def dataset_schema() -> dict[str, Any]:
    """Return the schema of a dataset: an object with the manifest under `dataset` and an array of rows per table.

    A dataset without findings fits it; so does each row alone its table under `$defs`. A key is under `x-key`, a
    foreign key under `x-refers-to`, a code list's name under `x-codes`: JSON Schema has no words for them.
    """
    rows = {
        name: {"type": "array", "items": {"$ref": f"#/$defs/{name}"}, "description": table.meaning}
        for name, table in TABLES.items()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:earlyhelp:dataset:1",
        "title": "The early help dataset, version 1",
        "type": "object",
        "properties": {"dataset": {"$ref": "#/$defs/dataset"}, **rows},
        "required": ["dataset"],
        "additionalProperties": False,
        "$defs": {"dataset": _manifest(), **{name: _row(table) for name, table in TABLES.items()}},
    }


def _manifest() -> dict[str, Any]:
    """The file dataset.json."""
    text = {"type": ["string", "null"]}
    source = {
        "type": "object",
        "properties": {
            "system": text | {"description": "The system or file the rows were taken from."},
            "extracted_at": text | {"pattern": MOMENT_PATTERN, "description": "When the rows were taken."},
            "complete_from": _date() | {"type": ["string", "null"], "description": "First day of a complete history."},
            "note": text | {"description": "What a reader of the figures has to know."},
        },
    }
    return {
        "title": "dataset.json",
        "type": "object",
        "properties": {
            "county_code": {"type": "string", "minLength": 1, "description": "The county's national code."},
            "county_name": {"type": "string", "minLength": 1, "description": "The county's name, as printed."},
            "as_at": {"type": "string", **_date(), "description": "The last day the records speak for."},
            "sources": {"type": "object", "propertyNames": {"enum": list(TABLES)}, "additionalProperties": source},
        },
        "required": ["county_code", "county_name", "as_at"],
    }


def _row(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "title": table.name,
        "description": table.meaning,
        "type": "object",
        "properties": {column.name: _value(column) for column in table.columns},
        "required": [column.name for column in table.columns if column.required],
        "additionalProperties": False,
        "x-theme": table.theme,
        "x-key": list(table.key),
    }
    return schema | {"x-restricted": True} if table.restricted else schema


def _value(column: Column) -> dict[str, Any]:
    kind = "integer" if column.whole else JSON_TYPES.get(column.kind, "string")
    schema: dict[str, Any] = {"description": column.meaning, "type": kind if column.required else [kind, "null"]}
    if column.kind is Kind.DATE:
        schema |= _date()
    elif column.codes:
        codes: list[str | None] = [*read_code_list(column.codes).codes]
        schema |= {"enum": codes if column.required else [*codes, None], "x-codes": column.codes}
    elif kind == "string":
        schema |= {"minLength": 1}
    return schema | _bounds(column) | _beyond_json_schema(column)


def _date() -> dict[str, Any]:
    # A validator may pass over `format`; the pattern is always checked.
    return {"format": "date", "pattern": DATE_PATTERN}


def _bounds(column: Column) -> dict[str, Any]:
    bounds = {"minimum": column.at_least, "maximum": column.at_most}
    return {name: bound for name, bound in bounds.items() if bound is not None}


def _beyond_json_schema(column: Column) -> dict[str, Any]:
    more = {
        "x-refers-to": column.refers_to,
        "x-standard": column.standard or None,
        "x-planned": column.planned or None,
    }
    return {name: value for name, value in more.items() if value is not None}
