"""Writes a mapping as TOML that a person can read, check and change: remarks behind lines, questions as comments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, cast

from earlyhelp.extracts.mapping.declare import ColumnRule, Source, TableRule
from earlyhelp.extracts.mapping.declare import Mapping as WholeMapping
from earlyhelp.extracts.values.toml_lines import line, quoted

Place = tuple[str, ...]
"""Where a remark stands: ("source", name), ("source", name, key), ("ignore", source, column), ("table", number),
("table", number, column), ("values", list), ("values", list, text), ("schools",) or ("schools", name)."""


@dataclass(slots=True)
class Remarks:
    """Comments of a mapping.

    top     lines above everything
    behind  stands behind the line
    above, below    lines above a part or below its last line
    asleep  parts written as comments, to be woken by taking the # away
    """

    top: list[str] = field(default_factory=list[str])
    behind: dict[Place, str] = field(default_factory=dict[Place, str])
    above: dict[Place, list[str]] = field(default_factory=dict[Place, list[str]])
    below: dict[Place, list[str]] = field(default_factory=dict[Place, list[str]])
    asleep: set[Place] = field(default_factory=set[Place])


def write_mapping(mapping: WholeMapping, remarks: Remarks | None = None) -> str:
    """Return a mapping as TOML; without remarks it reads back as the same mapping."""
    said = remarks or Remarks()
    parts = [
        [*_comments(said.top), "mapping = 1", line_of("title", mapping.title)],
        _council(mapping),
        *([line_of("[[district]]"), *_district(each)] for each in mapping.districts),
        [line_of("[ids]"), line_of("key_file", mapping.key_file)] if mapping.key_file else [],
        _schools(mapping, said),
        *(_source(each, said) for each in mapping.sources.values()),
        *(_values(name, values, said) for name, values in _lists(mapping.tables).items()),
        *(_table(number, each, said) for number, each in enumerate(mapping.tables)),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def line_of(key: str, value: object = None, comment: str = "") -> str:
    """Return one line of TOML: a heading, or a key with its value, and a comment behind it."""
    text = key if value is None else f"{key} = {_toml(value)}"
    return f"{text}  # {_one_line(comment)}" if comment else text


def _council(mapping: WholeMapping) -> list[str]:
    if not mapping.county_code and not mapping.county_name:
        return []
    named = {"county_code": mapping.county_code, "county_name": mapping.county_name}
    return ["[council]", *(line_of(key, value) for key, value in named.items() if value)]


def _district(district: object) -> Iterator[str]:
    for key in ("code", "name", "aliases"):
        if value := getattr(district, key):
            yield line_of(key, value)


def _schools(mapping: WholeMapping, said: Remarks) -> list[str]:
    below = said.below.get(("schools",), [])
    if not mapping.schools and not below:
        return []
    lines = [line(name, urn, said.behind.get(("schools", name), "")) for name, urn in mapping.schools.items()]
    return [*_comments(said.above.get(("schools",), [])), "[schools]", *lines, *_comments(below)]


def _source(source: Source, said: Remarks) -> list[str]:
    place = ("source", source.name)
    lines = [*_source_lines(source, said), *_comments(said.below.get(place, []))]
    if place in said.asleep:
        lines = [f"# {each}" for each in lines]
    return [*_comments(said.above.get(place, [])), *lines]


def _source_lines(source: Source, said: Remarks) -> Iterator[str]:
    place = ("source", source.name)
    yield f"[source.{_key(source.name)}]"
    plain = Source(source.name, ())
    for key in _SOURCE_KEYS:
        value = getattr(source, key)
        if value != getattr(plain, key):
            yield line_of(key, _single(value), said.behind.get((*place, key), ""))
    if source.leaves_hidden_rows_out:
        yield line_of("hidden_rows", "leave out")
    yield from _ignored(source, said)
    if source.unpivot:
        each = source.unpivot
        turned: dict[str, object] = {"columns": each.columns, "name": each.name, "value": each.value}
        yield line_of("unpivot", turned | ({"keep_empty": True} if each.keeps_empty else {}))
    if source.repeat:
        yield line_of(
            "repeat", {"by": source.repeat.by, "number": source.repeat.number, "within": source.repeat.within}
        )


_SOURCE_KEYS: Final = (
    *("files", "sheets", "header_rows", "header_has", "skip_after_header", "system", "note", "complete_from"),
    *("as_at", "dates", "decimal", "missing", "fill_down", "leave_out_rows"),
)


def _ignored(source: Source, said: Remarks) -> Iterator[str]:
    if not source.ignore:
        return
    yield "ignore = ["
    for name in source.ignore:
        why = said.behind.get(("ignore", source.name, name), "")
        yield f"    {quoted(name)}," + (f"  # {_one_line(why)}" if why else "")
    yield "]"


def _lists(tables: Iterable[TableRule]) -> dict[str, Mapping[str, str]]:
    return {rule.values_name: rule.values for table in tables for rule in table.columns.values() if rule.values_name}


def _values(name: str, values: Mapping[str, str], said: Remarks) -> list[str]:
    place = ("values", name)
    lines = [line(text, code, _one_line(said.behind.get((*place, text), ""))) for text, code in values.items()]
    above = _comments(said.above.get(place, []))
    return [*above, f"[values.{_key(name)}]", *lines, *_comments(said.below.get(place, []))]


def _table(number: int, table: TableRule, said: Remarks) -> list[str]:
    place = ("table", str(number))
    lines = ["[[table]]", line_of("name", table.name), line_of("source", table.source)]
    for key, value in (
        ("where", table.where),
        ("leave_out", table.leave_out),
        ("only_if_filled", table.only_if_filled),
    ):
        if value:
            lines.append(line_of(key, value))
    if table.only_in_county:
        lines.append(line_of("only_in_county", table.only_in_county))
    if table.adds:
        lines.append(line_of("adds", True))
    lines += ["", "[table.columns]"]
    for column, rule in table.columns.items():
        written = f"{_key(column)} = {_column(rule)}"
        why = said.behind.get((*place, column), "")
        asleep = "# " if (*place, column) in said.asleep else ""
        lines.append(asleep + (f"{written}  # {_one_line(why)}" if why else written))
    lines += _comments(said.below.get(place, []))
    if place in said.asleep:
        lines = [f"# {each}".rstrip() for each in lines]
    return [*_comments(said.above.get(place, [])), *lines]


def _column(rule: ColumnRule) -> str:
    keys: dict[str, object] = {
        "from": _single(rule.names),
        "join": rule.joined,
        "between": rule.between,
        "value": rule.value,
        "hash": rule.hash,
        "id_of": rule.id_of,
        "spell": rule.spell,
        "via": _via(rule),
        "split": rule.split,
        "part": rule.part,
        "pattern": rule.pattern,
        "dates": _single(tuple(each.value for each in rule.dates)),
        "round": "down" if rule.round_down else "",
        "lookup": rule.lookup,
        "values": rule.values_name or rule.values,
        "otherwise": rule.otherwise,
        "take": rule.take.value if rule.take else "",
    }
    empty_on_purpose = {"value": rule.value == "", "otherwise": rule.otherwise == ""}
    said = {key: value for key, value in keys.items() if value or empty_on_purpose.get(key)}
    return _toml(said["from"]) if list(said) == ["from"] and isinstance(said["from"], str) else _toml(said)


def _via(rule: ColumnRule) -> dict[str, str]:
    if not rule.via:
        return {}
    via = {"source": rule.via.source, "by": rule.via.by, "id_of": rule.via.id_of, "column": rule.via.column}
    return {key: value for key, value in via.items() if value}


def _single(value: object) -> object:
    """A list of one is written as that one, where the form lets either stand."""
    if not isinstance(value, tuple):
        return value
    listed = cast("tuple[object, ...]", value)
    return listed[0] if len(listed) == 1 else listed


def _toml(value: object) -> str:
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, int):
        return str(value).lower()
    if isinstance(value, Mapping):
        pairs = cast("Mapping[str, object]", value).items()
        inner = ", ".join(f"{_key(key)} = {_toml(each)}" for key, each in pairs)
        return f"{{ {inner} }}" if inner else "{}"
    return f"[{', '.join(_toml(each) for each in cast('tuple[object, ...]', value))}]"


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else quoted(name)


def _comments(lines: Iterable[str]) -> list[str]:
    return [f"# {_one_line(each)}" for each in lines]


def _one_line(text: str) -> str:
    # TOML allows no control characters in a comment, and a line end would wake what follows.
    return re.sub(r"[\x00-\x1f\x7f]+", " ", text)
