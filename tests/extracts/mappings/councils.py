"""Invented counties three times over: as they are, as a council's own files, and as the dataset made from those."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from earlyhelp.dataset.source import open_dataset
from earlyhelp.extracts.extract import Extraction, extract
from earlyhelp.extracts.mapping.find_mapping import find_mapping
from earlyhelp.extracts.mapping.read import read_mapping
from earlyhelp.measures.calculate import calculate
from earlyhelp.measures.figures import Number, Status
from earlyhelp.measures.scope import Scope
from earlyhelp.periods import Period
from earlyhelp.synthetic.building import DEFAULT_AS_AT, build_county
from earlyhelp.synthetic.council_files.write import make_room_for_files, write_council_files
from earlyhelp.synthetic.writing import Book, write_dataset_json, write_tables

REGISTER = "school_register"


class Size(NamedTuple):
    """What decides an invented county beside its last day."""

    requests: int
    seed: int


SAMPLE = Size(requests=60, seed=18)
"""The county of examples/council_files."""
LARGER = Size(requests=400, seed=3)
PERIODS = (
    Period(date(2015, 9, 1), date(2016, 8, 31)),
    Period(date(2016, 4, 1), date(2016, 8, 31)),
    Period(date(2013, 9, 1), date(2016, 9, 15)),
)
"""Whole months: a tally knows no shorter time, and the last is all there is."""

Cell = tuple[str, str, str, str]
Found = Counter[tuple[object, ...]]
Numbers = tuple[Status, Number | None, Number | None, Number | None]


@dataclass(frozen=True)
class Council:
    """A county in memory, its dataset, and a folder with a council's files of it."""

    book: Book
    dataset: Path
    files: Path

    def extracted(self, kind: str) -> Path:
        """Return the dataset made of the files of a kind, once for all tests."""
        out = self.dataset.with_name(kind)
        if not out.exists():
            extract_files(self.files, out, kind)
        return out


def extract_files(files: Path, out: Path, *kinds: str) -> Extraction:
    """Make the dataset of some of the files, with the register beside them, by the mappings of these names."""
    named = [*kinds, REGISTER]
    mappings = [read_mapping(find_mapping(kind)) for kind in named]
    return extract([files / kind for kind in named], mappings, out, county="Staffordshire")


def invent_council(folder: Path, size: Size, as_at: date = DEFAULT_AS_AT) -> Council:
    """Return a council invented into a new folder."""
    return write_council(build_county(requests=size.requests, seed=size.seed, as_at=as_at), folder, as_at)


def write_council(book: Book, folder: Path, as_at: date = DEFAULT_AS_AT) -> Council:
    """Write a county in memory as a dataset and as a council's files."""
    dataset, files = folder / "dataset", folder / "files"
    dataset.mkdir(parents=True)
    write_tables(book, dataset, "csv", _tell_nobody)
    write_dataset_json(dataset, as_at, {})
    make_room_for_files(files)
    write_council_files(book, files, as_at, _tell_nobody)
    return Council(book, dataset, files)


def _tell_nobody(step: str) -> None:
    """Stands in where nobody asked for progress."""


@cache
def figures_of(dataset: Path, period: Period) -> dict[Cell, Numbers]:
    """Return status, count, out-of and value of every cell of the catalogue."""
    with open_dataset(dataset) as opened:
        manifest = opened.manifest
        scope = Scope(period, manifest.as_at, manifest.county_code, opened.present)
        return {
            (each.measure, each.place_level, each.place_code, each.breakdown): (
                each.status,
                each.count,
                each.out_of,
                each.value,
            )
            for each in calculate(opened.connection, scope)
        }


def rows_of(dataset: Path, sql: str) -> Found:
    """Return the rows a query finds in a dataset, and how often each comes."""
    return rows_of_each(dataset, {"rows": sql})["rows"]


def rows_of_each(dataset: Path, queries: Mapping[str, str]) -> dict[str, Found]:
    """Return the same for several queries, by their names."""
    with open_dataset(dataset) as opened:
        return {name: Counter(opened.connection.execute(sql).fetchall()) for name, sql in queries.items()}
