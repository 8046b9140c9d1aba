"""The tables of the county in memory, and on disk as a dataset of CSV or Parquet."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import duckdb

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.declare import Kind
from earlyhelp.dataset.sql_text import literal
from earlyhelp.dataset.table_types import quoted

SYSTEM = "Invented by earlyhelp synthesise"
MANIFEST = "dataset.json"

Row = Mapping[str, object]


class Book:
    """The rows of every table, by column name; a column left out is empty."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Row]] = {name: [] for name in TABLES}

    def adder(self, table: str) -> Callable[[Row], None]:
        """Return the act of adding one row to a table. Raises KeyError: the dataset has no such table."""
        return self.rows[table].append


def as_text(value: object) -> object:
    if value is True:
        return "true"
    return "false" if value is False else value


def write_csv(rows: Iterable[Row], table: str, path: Path) -> None:
    """Write one table as CSV with the declared columns in the declared order, lines ended by LF."""
    columns = TABLES[table].columns
    names = [column.name for column in columns]
    flags = [column.name for column in columns if column.kind is Kind.FLAG]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(names)
        if flags:
            rows = ({**row, **{flag: as_text(row.get(flag)) for flag in flags}} for row in rows)
        writer.writerows([row.get(name) for name in names] for row in rows)


def write_parquet(connection: duckdb.DuckDBPyConnection, rows: Iterable[Row], table: str, path: Path) -> None:
    """Write one table as Parquet with the declared columns in their declared types."""
    typed = ", ".join(
        f"CAST({quoted(column.name)} AS {column.duckdb_type}) AS {quoted(column.name)}"
        for column in TABLES[table].columns
    )
    with TemporaryDirectory() as folder:
        text = Path(folder) / f"{table}.csv"
        write_csv(rows, table, text)
        source = f"read_csv({literal(str(text))}, header = true, all_varchar = true)"
        connection.execute(f"COPY (SELECT {typed} FROM {source}) TO {literal(str(path))} (FORMAT parquet)")


def write_tables(book: Book, out: Path, form: str, tell: Callable[[str], None]) -> None:
    """Write every table into a folder, as csv or parquet; tell is told each table as it begins."""
    with duckdb.connect() as connection:
        connection.execute("SET enable_progress_bar = false")
        for table, rows in book.rows.items():
            tell(f"writing {table}")
            path = out / f"{table}.{form}"
            write_csv(rows, table, path) if form == "csv" else write_parquet(connection, rows, table, path)


def make_room(out: Path) -> None:
    """Make the folder, or empty it of an earlier invented county.

    Raises  ValueError: it holds anything else, which is never overwritten
    """
    if out.is_dir() and any(out.iterdir()):
        if not is_invented(out):
            raise ValueError(f"{out} is not empty and holds no invented county. Choose a new folder.")
        for table in TABLES:
            for form in ("csv", "parquet"):
                (out / f"{table}.{form}").unlink(missing_ok=True)
        for beside in (MANIFEST, "planted.csv"):
            (out / beside).unlink(missing_ok=True)
    out.mkdir(parents=True, exist_ok=True)


def is_invented(folder: Path) -> bool:
    """Return whether the folder holds a dataset that this room wrote: every table's source says so."""
    try:
        described = cast(object, json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return False
    sources = (
        cast("dict[str, dict[str, dict[str, str]]]", described).get("sources") if isinstance(described, dict) else {}
    )
    return bool(sources) and all(source.get("system") == SYSTEM for source in sources.values())


def write_dataset_json(out: Path, as_at: date, complete_from: Mapping[str, date]) -> None:
    """Write `dataset.json`, with a source for each table named in complete_from."""
    described = {
        "county_code": "E10000028",
        "county_name": "Staffordshire",
        "as_at": as_at.isoformat(),
        "sources": {
            table: {
                "system": SYSTEM,
                "extracted_at": as_at.isoformat(),
                "complete_from": first.isoformat(),
                "note": "Every person, school and event is invented.",
            }
            for table, first in complete_from.items()
        },
    }
    (out / MANIFEST).write_text(json.dumps(described, indent=1) + "\n", encoding="utf-8", newline="\n")
