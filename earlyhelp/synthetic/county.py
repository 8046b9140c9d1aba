"""An invented county, or many copies of one, written as a dataset."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.synthetic.building import DEFAULT_AS_AT, build_county
from earlyhelp.synthetic.copies import write_copies
from earlyhelp.synthetic.council_files.write import make_room_for_files, write_council_files
from earlyhelp.synthetic.dirt.files import write_dirty
from earlyhelp.synthetic.dirt.planting import Planted
from earlyhelp.synthetic.school_year import history_from, last_year_from
from earlyhelp.synthetic.writing import make_room, write_dataset_json, write_tables

COUNCIL_FILES = "council-files"
FORMS = ("csv", "parquet", COUNCIL_FILES)
FROM_LAST_YEAR = ("link_meeting", "closing_offer", "closing_form", "closing_answer", "case_audit")


@dataclass(frozen=True, slots=True)
class Summary:
    """What was written: rows of each table, in the order of the dataset, and what was planted in them.

    files   a council's own files, where they were asked for in place of a dataset
    """

    out: Path
    rows: dict[str, int]
    planted: tuple[Planted, ...] = field(default=())
    files: tuple[Path, ...] = field(default=())


def synthesise(
    out: Path,
    *,
    requests: int,
    seed: int,
    as_at: date = DEFAULT_AS_AT,
    form: str = "csv",
    dirty: bool = False,
    copies: int = 1,
    identities: bool = False,
    progress: Callable[[str], None] | None = None,
) -> Summary:
    """Write an invented county into the folder out, as a dataset or as the files a council would make it from.

    out         a new or empty folder, or one with an earlier invented county, which is replaced
    requests    rows of `request` of kind support; penalty notices and notifications come on top
    form        csv, parquet or council-files; copies are always Parquet, and a dirty county always CSV
    dirty       plant every kind of finding and list them in planted.csv
    copies      above 1: that many varied blocks of the county; identities are left out unless asked for
    progress    told the name of each step as it begins
    Raises      ValueError: an option that cannot be, or a folder that holds something else
    """
    _check(requests, form, dirty, copies)
    tell = progress or _tell_nobody
    if form == COUNCIL_FILES:
        return _write_files(out, requests, seed, as_at, tell)
    make_room(out)
    tell("inventing families, cases and schools")
    book = build_county(requests=requests, seed=seed, as_at=as_at)
    _write_manifest(out, as_at)
    if copies > 1:
        return Summary(out, write_copies(book, out, copies=copies, seed=seed, identities=identities, tell=tell))
    if dirty:
        planted = write_dirty(book, out, as_at, tell)
        return Summary(out, {table: len(rows) for table, rows in book.rows.items()}, planted)
    write_tables(book, out, form, tell)
    return Summary(out, {table: len(rows) for table, rows in book.rows.items()})


def _write_files(out: Path, requests: int, seed: int, as_at: date, tell: Callable[[str], None]) -> Summary:
    make_room_for_files(out)
    tell("inventing families, cases and schools")
    book = build_county(requests=requests, seed=seed, as_at=as_at)
    written = write_council_files(book, out, as_at, tell)
    return Summary(out, {table: len(rows) for table, rows in book.rows.items()}, files=written)


def _check(requests: int, form: str, dirty: bool, copies: int) -> None:
    if requests < 1 or copies < 1:
        raise ValueError("A county needs at least one request and one copy.")
    if form not in FORMS:
        raise ValueError("A county is written as csv, parquet or council-files.")
    if form == COUNCIL_FILES and copies > 1:
        raise ValueError("Copies of a county are written as a dataset, not as a council's own files.")
    if dirty and (copies > 1 or form != "csv"):
        raise ValueError("A dirty county is one county, written as CSV: Parquet cannot hold a word in a date.")


def _write_manifest(out: Path, as_at: date) -> None:
    """A whole history, except for what began to be recorded a school year ago."""
    first, recent = history_from(as_at), last_year_from(as_at)
    write_dataset_json(out, as_at, {table: recent if table in FROM_LAST_YEAR else first for table in TABLES})


def _tell_nobody(step: str) -> None:
    """Stands in where nobody asked for progress."""
