"""Writes an opened dataset out again: the same rows, in a fixed order, as the same bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.declare import Column, Kind, Table
from earlyhelp.dataset.manifest import FILE_NAME, manifest_json
from earlyhelp.dataset.source import Dataset
from earlyhelp.dataset.sql_text import literal
from earlyhelp.dataset.table_types import quoted

Form = Literal["csv", "parquet"]
FORMS: Final[tuple[Form, ...]] = ("csv", "parquet")


class FolderNotEmpty(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """Tables are already there, and a mixture of two datasets helps nobody."""


def write_dataset(dataset: Dataset, folder: Path, form: Form = "parquet") -> tuple[Path, ...]:
    """Write the tables that were supplied, and `dataset.json`, into a folder.

    Only usable rows are written, sorted by key; identities only if the dataset was opened with them. CSV is UTF-8 with
    plain line feeds, an empty value for not recorded, true and false, and numbers without needless zeros. Parquet
    keeps the declared types and is compressed with zstd.
    Returns the files written
    Raises  FolderNotEmpty: the folder holds tables already. OSError: it cannot be written to
    """
    folder.mkdir(parents=True, exist_ok=True)
    _refuse_mixture(folder)
    written: list[Path] = []
    for table in TABLES.values():
        if table.name in dataset.present:
            path = folder / f"{table.name}.{form}"
            dataset.connection.execute(_copy_sql(table, path, form))
            written.append(path)
    manifest = folder / FILE_NAME
    manifest.write_text(manifest_json(dataset.manifest), encoding="utf-8", newline="\n")
    return (*written, manifest)


def _refuse_mixture(folder: Path) -> None:
    there = sorted(path.name for path in folder.iterdir() if path.stem in TABLES and path.suffix[1:] in FORMS)
    if there:
        raise FolderNotEmpty(f"{folder} already holds {there[0]}. Choose a new folder, or take its tables away first.")


def _copy_sql(table: Table, path: Path, form: Form) -> str:
    order = ", ".join(f"{quoted(name)} NULLS FIRST" for name in table.key)
    if form == "parquet":
        columns = ", ".join(quoted(column.name) for column in table.columns)
        options = "FORMAT parquet, COMPRESSION zstd"
    else:
        columns = ", ".join(f"{_as_text(column)} AS {quoted(column.name)}" for column in table.columns)
        options = "FORMAT csv, HEADER true, DELIMITER ',', QUOTE '\"', ESCAPE '\"', NULLSTR ''"
    # A subquery keeps the sort on the values, not on their texts.
    rows = f"SELECT {columns} FROM (SELECT * FROM {quoted(table.name)} ORDER BY {order})"
    return f"COPY ({rows}) TO {literal(str(path))} ({options})"


def _as_text(column: Column) -> str:
    name = quoted(column.name)
    if column.kind is Kind.NUMBER and not column.whole:
        return f"rtrim(rtrim(CAST({name} AS VARCHAR), '0'), '.')"
    return name
