"""Invented counties three times over: as they are, as a council's own files, and as the dataset made from those."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

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
from earlyhelp.synthetic.county import synthesise
from earlyhelp.synthetic.writing import Book

REGISTER = "school_register"
SAMPLE = {"requests": 60, "seed": 18}
"""The county of examples/council_files."""
LARGER = {"requests": 400, "seed": 3}
PERIODS = (
    Period(date(2015, 9, 1), date(2016, 8, 31)),
    Period(date(2016, 4, 1), date(2016, 8, 31)),
    Period(date(2013, 9, 1), date(2016, 9, 15)),
)
"""Whole months: a tally knows no shorter time, and the last is all there is."""

Cell = tuple[str, str, str, str]
Numbers = tuple[Status, Number | None, Number | None, Number | None]


@dataclass(frozen=True)
class Council:
    """A county in memory, its dataset, and a folder with a council's files of it."""

    book: Book
    dataset: Path
    files: Path

    def extract(self, out: Path, *kinds: str) -> Extraction:
        """Make the dataset of some of the files, with the register beside them, by the mappings of these names."""
        return extract_files(self.files, out, *kinds)


def extract_files(files: Path, out: Path, *kinds: str) -> Extraction:
    named = [*kinds, REGISTER]
    mappings = [read_mapping(find_mapping(kind)) for kind in named]
    return extract([files / kind for kind in named], mappings, out, county="Staffordshire")


def invent_council(folder: Path, *, requests: int, seed: int) -> Council:
    """Return a council invented into a new folder."""
    dataset, files = folder / "dataset", folder / "files"
    synthesise(dataset, requests=requests, seed=seed)
    book = build_county(requests=requests, seed=seed)
    make_room_for_files(files)
    write_council_files(book, files, DEFAULT_AS_AT, lambda step: None)
    return Council(book, dataset, files)


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


def rows_of(dataset: Path, sql: str) -> Counter[tuple[object, ...]]:
    """Return the rows a query finds in a dataset, and how often each comes."""
    with open_dataset(dataset) as opened:
        return Counter(opened.connection.execute(sql).fetchall())
