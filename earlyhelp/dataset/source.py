"""Opens a dataset: a folder or workbook comes in, a DuckDB connection with the rows that may be used goes out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Final

import duckdb

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.findings import Findings
from earlyhelp.dataset.manifest import FILE_NAME, Manifest, read_manifest
from earlyhelp.dataset.query_answers import add_answers, read_answers
from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.dataset.reading.csv_tables import supply_carefully, supply_csv
from earlyhelp.dataset.reading.folder import WORKBOOKS, find_files
from earlyhelp.dataset.reading.parquet_tables import supply_parquet
from earlyhelp.dataset.reading.supplied import Noticed, Supplied
from earlyhelp.dataset.reading.workbook import open_workbook
from earlyhelp.dataset.validation.cleaning import RowCounts
from earlyhelp.dataset.validation.findings_table import note
from earlyhelp.dataset.validation.run import ReadAgain, count_blanked, create_missing_tables, validate

SMALL: Final = 64_000_000
"""Bytes below which a dataset is a county's or less."""

__all__ = ["CannotRead", "Dataset", "TableCount", "open_dataset"]


@dataclass(frozen=True, slots=True)
class TableCount:
    """Rows of one table: read == used + refused + refused_with_parent, always.

    blanked     values (not rows) read as not recorded in the rows that are used
    """

    table: str
    read: int
    used: int
    refused: int
    refused_with_parent: int
    blanked: int


@dataclass(frozen=True)
class Dataset:
    """An opened dataset. Close it, or use it in a `with` statement.

    connection  every declared table that is not restricted, under its own name in the declared types, with its usable
                rows; tables that were not supplied or not asked for are there and empty
    present     names of the tables supplied, among those opened
    counts      one for each table present, in the order of the documentation
    """

    connection: duckdb.DuckDBPyConnection
    manifest: Manifest
    present: frozenset[str]
    counts: tuple[TableCount, ...]
    findings: Findings
    _folder: TemporaryDirectory[str] = field(repr=False)

    def close(self) -> None:
        """Give back the memory and the temporary files."""
        self.connection.close()
        self._folder.cleanup()

    def __enter__(self) -> Dataset:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_dataset(source: Path, *, tables: Collection[str] | None = None, restricted: bool = False) -> Dataset:
    """Read, validate and open a dataset.

    source      a folder of CSV or Parquet files, or of one workbook, with dataset.json; or a workbook by its own path,
                which says in its sheet `dataset` what dataset.json says, or has dataset.json beside it
    tables      the tables needed; None for all. Tables they refer to are read as well, so that the rows that remain
                are the same as if all had been read
    restricted  whether identities are opened too: only to check them and to link them
    Raises      CannotRead: the source or one of its files cannot be read at all. ValueError: there is no such table
    """
    wanted = _wanted(tables, restricted)
    folder = TemporaryDirectory(prefix="earlyhelp-", ignore_cleanup_errors=True)
    connection: duckdb.DuckDBPyConnection | None = None
    try:
        connection = _connect(Path(folder.name), is_small=_bytes_of(source) < SMALL)
        return _open(connection, source, wanted, folder, restricted)
    except BaseException:
        if connection:
            connection.close()
        folder.cleanup()
        raise


def _open(
    connection: duckdb.DuckDBPyConnection,
    source: Path,
    wanted: frozenset[str],
    folder: TemporaryDirectory[str],
    restricted: bool,
) -> Dataset:
    reading = _read_source(connection, source, wanted, Path(folder.name))
    try:
        counts = validate(connection, reading.supplied, reading.manifest.as_at, reading.read_again)
    except duckdb.Error as error:
        raise CannotRead(f"{source} could not be read to its end: {_first_line(error)}") from None
    create_missing_tables(connection, counts, restricted)
    for noticed in reading.noticed:
        note(connection, noticed, "notice")
    add_answers(connection, reading.answers)
    blanked = count_blanked(connection)
    return Dataset(
        connection,
        reading.manifest,
        frozenset(counts),
        tuple(_table_count(name, each, blanked.get(name, 0)) for name, each in counts.items()),
        Findings(connection),
        folder,
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    manifest: Manifest
    supplied: Mapping[str, Supplied]
    answers: list[tuple[str, str, str, str]]
    noticed: tuple[Noticed, ...]
    read_again: ReadAgain


def _read_source(connection: duckdb.DuckDBPyConnection, source: Path, wanted: frozenset[str], folder: Path) -> _Reading:
    if source.is_dir():
        return _read_folder(connection, source, wanted, folder)
    if not source.exists():
        raise CannotRead(f"{source} does not exist. Give the folder of the dataset, or its workbook.")
    if source.suffix.casefold() in WORKBOOKS:
        return _read_workbook(source, wanted, folder)
    raise CannotRead(
        f"{source} is neither a folder nor a workbook (.xlsx, .xlsm). Give the folder that holds dataset.json."
    )


def _read_folder(connection: duckdb.DuckDBPyConnection, source: Path, wanted: frozenset[str], folder: Path) -> _Reading:
    files = find_files(source, wanted)
    if files.workbook:
        within = _read_workbook(files.workbook, wanted, folder, is_beside_first=True)
        return replace(within, answers=within.answers + read_answers(source), noticed=files.noticed + within.noticed)
    manifest = read_manifest(source / FILE_NAME)
    supplied: dict[str, Supplied] = {}
    again: dict[str, ReadAgain] = {}
    for name, path in files.tables.items():
        if path.suffix.casefold() == ".parquet":
            supplied[name] = supply_parquet(connection, TABLES[name], path)
        else:
            supplied[name], again[name] = _csv_and_again(name, path, folder)
    noticed = files.noticed + _unknown_sources(manifest)
    return _Reading(
        manifest,
        supplied,
        read_answers(source),
        noticed,
        lambda table: again[table.table.name](table) if table.table.name in again and not table.row else None,
    )


def _csv_and_again(name: str, path: Path, folder: Path) -> tuple[Supplied, ReadAgain]:
    table = TABLES[name]
    supplied, text, delimiter = supply_csv(table, path, folder)
    return supplied, lambda _: supply_carefully(table, path, text, delimiter, folder)


def _read_workbook(source: Path, wanted: frozenset[str], folder: Path, *, is_beside_first: bool = False) -> _Reading:
    workbook = open_workbook(source, wanted, folder, is_beside_first=is_beside_first)
    noticed = workbook.noticed + _unknown_sources(workbook.manifest)
    return _Reading(workbook.manifest, workbook.supplied, workbook.answers, noticed, lambda _: None)


def _unknown_sources(manifest: Manifest) -> tuple[Noticed, ...]:
    return tuple(Noticed("EH0007", name) for name in manifest.sources if name not in TABLES)


def _wanted(tables: Collection[str] | None, restricted: bool) -> frozenset[str]:
    """The tables asked for with all they refer to, directly or through others."""
    unknown = sorted(set(tables or ()) - TABLES.keys())
    if unknown:
        raise ValueError(f"The dataset has no table {', '.join(unknown)}.")
    asked = [name for name in (TABLES if tables is None else tables) if restricted or not TABLES[name].restricted]
    wanted: set[str] = set()
    while asked:
        name = asked.pop()
        if name not in wanted:
            wanted.add(name)
            asked += [column.refers_to for column in TABLES[name].columns if column.refers_to]
    return frozenset(wanted)


def _bytes_of(source: Path) -> int:
    """The size of a workbook, or of all files of a folder; 0 for what is not there, as reading will say."""
    files = source.iterdir() if source.is_dir() else [source]
    return sum(path.stat().st_size for path in files if path.is_file())


def _connect(folder: Path, *, is_small: bool) -> duckdb.DuckDBPyConnection:
    # Nothing is fetched from the network, and what does not fit in memory goes where it is cleared away again.
    connection = duckdb.connect(
        ":memory:", config={"autoinstall_known_extensions": "false", "temp_directory": str(folder / "duckdb")}
    )
    # What is shown while it works is for the command that asked to say.
    connection.execute("SET preserve_insertion_order = true; SET enable_progress_bar = false")
    if is_small:
        # A query of a county's tables is over before a second thread is under way; two tables are read side by side.
        connection.execute("SET threads = 1")
    return connection


def _table_count(name: str, counts: RowCounts, blanked: int) -> TableCount:
    return TableCount(name, counts.read, counts.used, counts.refused, counts.refused_with_parent, blanked)


def _first_line(error: duckdb.Error) -> str:
    return str(error).partition("\n")[0]
