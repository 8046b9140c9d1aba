"""Writes the private half of an edition: while the cards are drawn, for neither waits for the other."""

from __future__ import annotations

import json
from collections.abc import Generator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import version
from pathlib import Path
from shutil import move
from tempfile import TemporaryDirectory

from earlyhelp.dataset.source import Dataset
from earlyhelp.editions.files import FIGURES_FILE, MANIFEST_FILE, hash_code, hash_file, write_file
from earlyhelp.editions.private.half import (
    README_FILE,
    SQL_FOLDER,
    TABLES_FOLDER,
    close_to_others,
    make_folders,
    read_kept_half,
    readme,
    take_away,
)
from earlyhelp.editions.private.kept_columns import kept_columns, kept_tables
from earlyhelp.editions.private.pseudonyms import Key
from earlyhelp.editions.private.sql_as_run import hash_definitions, sql_files
from earlyhelp.editions.private.tables import write_code_tables, write_tables
from earlyhelp.measures.scope import Scope
from earlyhelp.periods import add_months


@dataclass(frozen=True)
class PrivateHalf:
    """What is to be kept of one edition.

    scope           what was calculated; its days stand in the SQL
    figures_csv     every cell before release: as it is for the authority's own staff, from whom nothing is hidden
    keep_months     how long after `as_at` it is kept
    for_staff       further texts by name of the file
    """

    dataset: Dataset
    scope: Scope
    figures_csv: str
    cells: int
    key: Key
    keep_months: int
    for_staff: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def keep_until(self) -> date:
        return add_months(self.scope.as_at, self.keep_months)


@dataclass(frozen=True, slots=True)
class TablesBeside:
    """The tables of a private half while they are being written, in a folder that nobody else may open.

    rows        gives the rows of each table once all are written
    """

    folder: Path
    rows: Future[dict[str, int]]


@contextmanager
def tables_beside(dataset: Dataset, key: Key) -> Generator[TablesBeside]:
    """Write the tables of the private half while the body of the `with` statement calculates and draws.

    They lie in a temporary folder until `write_private_half` takes them, so a refusal leaves nothing behind.
    """
    with TemporaryDirectory(prefix="earlyhelp-private-") as name, ThreadPoolExecutor(max_workers=1) as beside:
        yield TablesBeside(Path(name), beside.submit(_write_tables, dataset, Path(name), key))


def _write_tables(dataset: Dataset, folder: Path, key: Key) -> dict[str, int]:
    with dataset.connection.cursor() as connection:
        return write_tables(connection, dataset.present, folder, key)


def write_private_half(half: PrivateHalf, tables: TablesBeside, edition: Path) -> Path:
    """Write the private half into an edition's folder, in place of one that an earlier run wrote; return its folder.

    Call it after the calculation of the period: its code tables are read from the dataset's connection.
    Raises  OSError: the folder cannot be written to. CannotRead: the private half that is there cannot be understood
    """
    if old := read_kept_half(edition):
        take_away(old)
    folder = make_folders(edition)
    rows = tables.rows.result() | write_code_tables(half.dataset.connection, tables.folder)
    files: dict[str, str] = {}
    for name in rows:
        file = f"{TABLES_FOLDER}/{name}.parquet"
        move(tables.folder / f"{name}.parquet", folder / file)
        files[file] = hash_file(folder / file)
    for name, text in _texts(half, rows).items():
        files[name] = write_file(folder / name, text)
    write_file(folder / MANIFEST_FILE, _manifest(half, rows, files))
    close_to_others(folder)
    return folder


def _texts(half: PrivateHalf, rows: dict[str, int]) -> dict[str, str]:
    county = half.dataset.manifest.county_name
    return {
        **{f"{SQL_FOLDER}/{name}": sql for name, sql in sql_files(half.scope, rows).items()},
        **half.for_staff,
        FIGURES_FILE: half.figures_csv,
        README_FILE: readme(county, half.scope.period, half.keep_until, is_secret=half.key.is_secret),
    }


def _manifest(half: PrivateHalf, rows: dict[str, int], files: dict[str, str]) -> str:
    columns = {table.name: [column.name for column in kept_columns(table)] for table in kept_tables(rows)}
    content = {
        "keep_until": half.keep_until.isoformat(),
        "period": {"first": half.scope.period.first.isoformat(), "last": half.scope.period.last.isoformat()},
        "as_at": half.scope.as_at.isoformat(),
        "pseudonyms": half.key.in_words,
        "key_fingerprint": half.key.fingerprint,
        "earlyhelp_version": version("earlyhelp"),
        "code_sha256": hash_code(),
        "cells": half.cells,
        "tables": {name: {"rows": count, "columns": columns.get(name, [])} for name, count in rows.items()},
        "definitions_sha256": hash_definitions(half.scope),
        "files_sha256": dict(sorted(files.items())),
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"
