"""Reads a mapping from TOML."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping as Dictionary
from pathlib import Path
from typing import Final, cast

from earlyhelp.extracts.mapping.check import check_mapping
from earlyhelp.extracts.mapping.declare import (
    DistrictNames,
    Mapping,
    Repeat,
    Source,
    TableRule,
    Unpivot,
)
from earlyhelp.extracts.mapping.mapping_wrong import MappingWrong
from earlyhelp.extracts.mapping.read_column import read_column
from earlyhelp.extracts.mapping.read_orders import read_orders
from earlyhelp.extracts.mapping.toml_faults import toml_fault
from earlyhelp.extracts.mapping.toml_keys import Keys

VERSION: Final = 1


def read_mapping(path: Path) -> Mapping:
    """Return the mapping in a TOML file, checked against the dataset.

    Raises  MappingWrong: it cannot be read, or something in it is wrong; it lists all faults
    """
    mapping, faults = parse_mapping(path)
    faults = [*faults, *check_mapping(mapping)]
    if faults:
        raise MappingWrong([f"{path}: {fault}" for fault in faults])
    return mapping


def parse_mapping(path: Path) -> tuple[Mapping, list[str]]:
    """Return the mapping as far as its form can be understood, and what is wrong with its form.

    Raises  MappingWrong: it is not TOML at all, or could not be opened
    """
    text = ""
    try:
        text = path.read_text(encoding="utf-8-sig")
        content = tomllib.loads(text)
    except OSError as error:
        raise MappingWrong([f"{path} could not be opened: {error.strerror}."]) from None
    except UnicodeDecodeError:
        raise MappingWrong([f"{path} is not text in UTF-8. Save it again as UTF-8."]) from None
    except tomllib.TOMLDecodeError as error:
        raise MappingWrong([f"{path} {toml_fault(text, error)}"]) from None
    except (RecursionError, ValueError):
        # Brackets within brackets without end, or a number of thousands of figures.
        raise MappingWrong([f"{path} is no mapping: it holds what no mapping holds."]) from None
    faults: list[str] = []
    keys = Keys(content, "The mapping", faults)
    if keys.any("mapping") != VERSION:
        keys.fault(f"lacks its first line: mapping = {VERSION}")
    lists = _value_lists(keys)
    council = keys.table("council") or Keys({}, "[council]", faults)
    ids = keys.table("ids") or Keys({}, "[ids]", faults)
    mapping = Mapping(
        path,
        keys.text("title"),
        _sources(keys, faults),
        _tables(keys, lists, faults),
        council.text("county_code"),
        council.text("county_name"),
        _districts(keys, faults),
        keys.pairs("schools"),
        ids.text("key_file"),
    )
    for each in (keys, council, ids):
        each.finish()
    return mapping, faults


def _value_lists(keys: Keys) -> dict[str, Dictionary[str, str]]:
    values = keys.table("values")
    return {name: values.pairs(name) for name in values.names} if values else {}


def _districts(keys: Keys, faults: list[str]) -> tuple[DistrictNames, ...]:
    found: list[DistrictNames] = []
    for entry in _list_of_tables(keys, "district"):
        each = Keys(entry, "[[district]]", faults)
        found.append(DistrictNames(each.text("code", required=True), each.text("name"), each.texts("aliases")))
        each.finish()
    return tuple(found)


def _sources(keys: Keys, faults: list[str]) -> dict[str, Source]:
    written = keys.any("source")
    content = cast("dict[str, object]", written) if isinstance(written, dict) else {}
    if not content:
        keys.fault('has no source: write [source.NAME] and files = ["*"] below it')
    return {name: _source(name, Keys(each, f"[source.{name}]", faults)) for name, each in content.items()}


def _source(name: str, keys: Keys) -> Source:
    unpivot, repeat = keys.table("unpivot"), keys.table("repeat")
    source = Source(
        name,
        files=keys.texts("files"),
        sheets=keys.texts("sheets") or ("*",),
        header_rows=keys.number("header_rows", 1),
        header_has=keys.texts("header_has"),
        skip_after_header=keys.number("skip_after_header", 0),
        system=keys.text("system"),
        note=keys.text("note"),
        complete_from=keys.text("complete_from"),
        as_at=keys.text("as_at"),
        dates=read_orders(keys),
        decimal=keys.choice("decimal", (".", ",")) or ".",
        missing=keys.texts("missing"),
        fill_down=keys.texts("fill_down"),
        leave_out_rows=keys.texts("leave_out_rows"),
        leaves_hidden_rows_out=keys.choice("hidden_rows", ("read", "leave out")) == "leave out",
        ignore=keys.texts("ignore"),
        unpivot=_unpivot(unpivot) if unpivot else None,
        repeat=_repeat(repeat) if repeat else None,
    )
    if not source.files:
        keys.fault('lacks `files`: write files = ["*part of the name*"]')
    keys.finish()
    return source


def _unpivot(keys: Keys) -> Unpivot:
    unpivot = Unpivot(
        keys.texts("columns"),
        keys.text("name", required=True),
        keys.text("value", required=True),
        keys.flag("keep_empty"),
    )
    keys.finish()
    return unpivot


def _repeat(keys: Keys) -> Repeat:
    repeat = Repeat(keys.text("by", required=True), keys.text("number", required=True), keys.texts("within"))
    keys.finish()
    return repeat


def _tables(keys: Keys, lists: Dictionary[str, Dictionary[str, str]], faults: list[str]) -> tuple[TableRule, ...]:
    entries = _list_of_tables(keys, "table")
    if not entries:
        keys.fault('has no table: write [[table]], name = "request" and source = "…" below it')
    return tuple(_table(entry, lists, faults) for entry in entries)


def _table(entry: object, lists: Dictionary[str, Dictionary[str, str]], faults: list[str]) -> TableRule:
    keys = Keys(entry, "[[table]]", faults)
    name, source = keys.text("name", required=True), keys.text("source", required=True)
    keys.where = f"The table {name} from {source}"
    written = keys.any("columns")
    columns = cast("dict[str, object]", written) if isinstance(written, dict) else {}
    rule = TableRule(
        name,
        source,
        {
            column: read_column(rule, f"The column {name}.{column} from {source}", lists, faults)
            for column, rule in columns.items()
        },
        keys.lists("where"),
        keys.lists("leave_out"),
        keys.texts("only_if_filled"),
        keys.text("only_in_county"),
        keys.flag("adds"),
    )
    keys.finish()
    return rule


def _list_of_tables(keys: Keys, key: str) -> list[object]:
    written = keys.any(key)
    if written is not None and not isinstance(written, list):
        keys.fault(f"has `{key}` that is not a list: write [[{key}]] with two brackets")
    return cast("list[object]", written) if isinstance(written, list) else []
