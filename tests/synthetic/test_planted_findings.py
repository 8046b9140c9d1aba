"""A dirty county: validation finds what was planted, all of it and nothing else."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from earlyhelp.dataset.source import open_dataset
from earlyhelp.dataset.validation.catalogue_of_rules import RULES
from earlyhelp.synthetic.county import Summary, synthesise

Found = Counter[tuple[str, str, str, int, str]]
NEEDS_A_TABLE_LEFT_OUT = {"EH0006"}


@pytest.fixture(scope="module")
def dirty(tmp_path_factory: pytest.TempPathFactory) -> Summary:
    return synthesise(tmp_path_factory.mktemp("dirty") / "county", requests=150, seed=5, dirty=True)


def find(folder: Path) -> Found:
    with open_dataset(folder, restricted=True) as dataset:
        return Counter(
            (found.rule, found.effect.value, found.table, found.row or 0, found.column)
            for found in dataset.findings.rows()
        )


def test_validation_finds_exactly_what_was_planted(dirty: Summary, small_county: Path) -> None:
    planted = Counter((each.rule, each.effect, each.table, each.row, each.column) for each in dirty.planted)
    before, after = find(small_county), find(dirty.out)
    assert after - before == planted
    assert not before - after


def test_every_rule_is_planted(dirty: Summary) -> None:
    assert {each.rule for each in dirty.planted} == set(RULES) - NEEDS_A_TABLE_LEFT_OUT


def test_the_list_beside_the_dataset_names_each_with_its_row(dirty: Summary) -> None:
    with (dirty.out / "planted.csv").open(encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file))
    assert len(listed) == len(dirty.planted)
    one = next(row for row in listed if row["rule"] == "EH0301")
    assert (one["table"], one["effect"], one["column"]) == ("request", "refused", "family_id")
    with (dirty.out / "request.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file))[int(one["row"]) - 1][1] == "NOBODY"


def test_rows_read_used_and_refused_add_up(dirty: Summary) -> None:
    with open_dataset(dirty.out) as dataset:
        assert any(count.refused_with_parent for count in dataset.counts)
        for count in dataset.counts:
            assert count.read == count.used + count.refused + count.refused_with_parent
