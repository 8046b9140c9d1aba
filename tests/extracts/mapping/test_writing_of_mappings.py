"""A mapping that is written reads back as the same mapping, whatever its remarks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from earlyhelp.extracts.mapping.declare import Mapping
from earlyhelp.extracts.mapping.find_mapping import find_mapping, shipped_names
from earlyhelp.extracts.mapping.read import parse_mapping
from earlyhelp.extracts.mapping.write import Remarks, write_mapping


def read_back(mapping: Mapping, folder: Path, remarks: Remarks | None = None) -> Mapping:
    path = folder / "mapping.toml"
    path.write_text(write_mapping(mapping, remarks), encoding="utf-8")
    found, faults = parse_mapping(path)
    assert not faults
    return replace(found, path=mapping.path)


@pytest.mark.parametrize("name", shipped_names())
def test_each_shipped_mapping_reads_back_as_it_was(name: str, tmp_path: Path) -> None:
    mapping, _ = parse_mapping(find_mapping(name))
    assert read_back(mapping, tmp_path) == mapping


@pytest.mark.parametrize("name", shipped_names())
def test_remarks_change_nothing(name: str, tmp_path: Path) -> None:
    mapping, _ = parse_mapping(find_mapping(name))
    source = next(iter(mapping.sources))
    remarks = Remarks(
        top=['x = "top"'],
        behind={("table", "0", column): "why\nmapping = 2" for column in mapping.tables[0].columns},
        above={("table", "0"): ["[broken"]},
        below={("source", source): ["a = ["], ("table", "0"): ["b = ["]},
    )
    assert read_back(mapping, tmp_path, remarks) == mapping


def test_what_sleeps_is_not_read(tmp_path: Path) -> None:
    mapping, _ = parse_mapping(find_mapping("capita_one"))
    found = read_back(mapping, tmp_path, Remarks(asleep={("table", "0")}))
    assert found.tables == mapping.tables[1:]


@pytest.mark.parametrize("name", ['say "hi"', "back\\slash", "tab\tand\nline", "Größe ✓", "a = b # c", "'"])
def test_any_name_of_a_column_can_be_written(name: str, tmp_path: Path) -> None:
    mapping, _ = parse_mapping(find_mapping("capita_one"))
    table = mapping.tables[0]
    key = next(iter(table.columns))
    renamed = replace(
        table, columns={key: replace(table.columns[key], names=(name,), hash=(), values={name: "x"}, values_name="")}
    )
    assert read_back(replace(mapping, tables=(renamed,)), tmp_path).tables == (renamed,)
