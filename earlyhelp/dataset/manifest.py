"""What a dataset says of itself: the county, the last day it speaks for, and where each table came from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final, cast

from earlyhelp.dataset.reading.cannot_read import CannotRead

FILE_NAME: Final = "dataset.json"

EXAMPLE: Final = """{
  "county_code": "E10000028",
  "county_name": "Staffordshire",
  "as_at": "2016-07-31",
  "sources": {
    "request": {"system": "Capita One", "extracted_at": "2016-08-01", "complete_from": "2014-09-01", "note": ""}
  }
}"""


@dataclass(frozen=True, slots=True)
class TableSource:
    """Where one table came from.

    extracted_at    the moment or day of the extract, as the council wrote it
    complete_from   first day from which the history is complete; None where that was not said
    """

    system: str
    extracted_at: str
    complete_from: date | None
    note: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What `dataset.json` holds.

    as_at       the last day the data speak for
    sources     by name of table; a table may be missing
    """

    county_code: str
    county_name: str
    as_at: date
    sources: Mapping[str, TableSource]


def read_manifest(path: Path) -> Manifest:
    """Return the manifest in a `dataset.json`. Raises CannotRead: it is missing or wrong, with an example."""
    try:
        content: object = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise CannotRead(f"{path} is missing. Every dataset has one; write for example:\n{EXAMPLE}") from None
    except OSError as error:
        raise CannotRead(f"{path} could not be opened: {error.strerror}.") from None
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise CannotRead(f"{path} is not valid JSON ({error}). Write for example:\n{EXAMPLE}") from None
    return make_manifest(content, str(path))


def make_manifest(content: object, name: str) -> Manifest:
    """Return the manifest from parsed content.

    name    the file or sheet, for the message
    Raises  CannotRead: something is missing or of the wrong form
    """
    if not isinstance(content, dict):
        raise _wrong(name, "does not hold names and values between { and }")
    values = cast("dict[str, object]", content)
    sources: object = values.get("sources") or {}
    if not isinstance(sources, dict):
        raise _wrong(name, "has `sources` that are not one entry for each table")
    as_at = _day(values, "as_at", name)
    if as_at is None:
        raise _wrong(name, "lacks `as_at`, the last day the data speak for")
    entries = cast("dict[str, object]", sources)
    return Manifest(
        _text(values, "county_code", name, required=True),
        _text(values, "county_name", name, required=True),
        as_at,
        MappingProxyType({table: _source(entry, f"`sources.{table}`", name) for table, entry in entries.items()}),
    )


def manifest_json(manifest: Manifest) -> str:
    """Return the text of a `dataset.json`, the same for the same manifest."""
    sources = {
        table: {
            "system": source.system,
            "extracted_at": source.extracted_at,
            "complete_from": source.complete_from.isoformat() if source.complete_from else None,
            "note": source.note,
        }
        for table, source in sorted(manifest.sources.items())
    }
    content = {
        "county_code": manifest.county_code,
        "county_name": manifest.county_name,
        "as_at": manifest.as_at.isoformat(),
        "sources": sources,
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _source(entry: object, where: str, name: str) -> TableSource:
    if not isinstance(entry, dict):
        raise _wrong(name, f"has {where} that does not hold names and values")
    values = cast("dict[str, object]", entry)
    return TableSource(
        _text(values, "system", name),
        _text(values, "extracted_at", name),
        _day(values, "complete_from", name),
        _text(values, "note", name),
    )


def _text(values: dict[str, object], key: str, name: str, required: bool = False) -> str:
    value = values.get(key)
    if value is not None and not isinstance(value, str):
        raise _wrong(name, f"has `{key}` that is not text between quotation marks")
    text = (value or "").strip()
    if required and not text:
        raise _wrong(name, f"lacks `{key}`")
    return text


def _day(values: dict[str, object], key: str, name: str) -> date | None:
    text = _text(values, key, name)
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise _wrong(name, f"has `{key}` {text!r}, which is not a day written as 2016-07-31")
    return day


def _wrong(name: str, what: str) -> CannotRead:
    if name.endswith(".json"):
        return CannotRead(f"{name} {what}. Write for example:\n{EXAMPLE}")
    return CannotRead(
        f"{name} {what}. It has the columns name and value, and a row each for county_code, county_name and as_at; "
        "write for example as_at and 2016-07-31."
    )
