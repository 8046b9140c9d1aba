"""Draws small datasets: each table as lines with | between the cells."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from earlyhelp.dataset.source import Dataset, open_dataset

MANIFEST = {"county_code": "E10000028", "county_name": "Staffordshire", "as_at": "2016-07-31", "sources": {}}


def as_csv(drawn: str) -> str:
    """Return the drawn table as CSV."""
    lines = [line.split("|") for line in drawn.strip().splitlines()]
    return "".join(",".join(cell.strip() for cell in line) + "\n" for line in lines)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that holds nothing but dataset.json, speaking for days up to 31 July 2016."""
    place = tmp_path / "county"
    place.mkdir()
    (place / "dataset.json").write_text(json.dumps(MANIFEST), encoding="utf-8")
    return place


@pytest.fixture
def draw(folder: Path) -> Iterator[Callable[..., Dataset]]:
    """Open a dataset of drawn tables: draw(request="request_id | kind …")."""
    opened: list[Dataset] = []

    def open_drawn(restricted: bool = False, **tables: str) -> Dataset:
        for old in folder.glob("*.csv"):
            if old.name != "query_answers.csv":
                old.unlink()
        for name, drawn in tables.items():
            (folder / f"{name}.csv").write_text(as_csv(drawn), encoding="utf-8")
        opened.append(open_dataset(folder, restricted=restricted))
        return opened[-1]

    yield open_drawn
    for dataset in opened:
        dataset.close()
