"""Finds the tables in a folder: one CSV or Parquet file each."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.dataset.reading.supplied import Noticed

FORMS: Final = (".csv", ".parquet")
WORKBOOKS: Final = (".xlsx", ".xlsm")

# What stands in the folder of a dataset without being a table: the manifest, its answers and our own findings.
_BESIDE: Final = frozenset({"dataset.json", "query_answers.csv", "findings.csv", "findings.xlsx"})


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """The file of each table found, and the files that are none."""

    tables: Mapping[str, Path]
    noticed: tuple[Noticed, ...]


def find_files(folder: Path, wanted: Collection[str]) -> FoundFiles:
    """Return the files of the wanted tables.

    Raises  CannotRead: a table is there twice, the folder holds none at all, or cannot be opened
    """
    try:
        files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    except OSError as error:
        raise CannotRead(f"{folder} could not be opened: {error.strerror}.") from None
    found: dict[str, Path] = {}
    noticed: list[Noticed] = []
    for path in files:
        name = path.stem.casefold()
        if name not in TABLES or path.suffix.casefold() not in FORMS:
            noticed += [] if path.name.casefold() in _BESIDE else [Noticed("EH0005", path.name)]
        elif name in found:
            raise CannotRead(
                f"{folder} holds both {found[name].name} and {path.name}. Keep one of them: both are the table {name}."
            )
        else:
            found[name] = path
    if not found:
        raise CannotRead(_no_tables(folder, files))
    return FoundFiles({name: found[name] for name in TABLES if name in found and name in wanted}, tuple(noticed))


def _no_tables(folder: Path, files: list[Path]) -> str:
    workbook = next((path for path in files if path.suffix.casefold() in WORKBOOKS), None)
    hint = f" Did you mean the workbook {workbook}?" if workbook else " Name each file after its table: request.csv."
    return f"{folder} holds no table of the dataset.{hint}"
