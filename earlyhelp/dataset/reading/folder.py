"""Finds the tables in a folder: one CSV or Parquet file each, or one workbook that holds them all."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.manifest import FILE_NAME
from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.dataset.reading.supplied import Noticed

FORMS: Final = (".csv", ".parquet")
WORKBOOKS: Final = (".xlsx", ".xlsm")

# Hidden files, and the lock that Excel lays beside an open workbook.
_PASSED_OVER: Final = (".", "~$")

BESIDE: Final = frozenset(
    {"dataset.json", "query_answers.csv", "findings.csv", "findings.xlsx", "account.csv", "questions.md"}
)
"""What stands in the folder of a dataset beside its tables: manifest, answers, findings, the account of an extract."""


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """The file of each table found, or the one workbook in their place, and the files that are neither."""

    tables: Mapping[str, Path]
    workbook: Path | None
    noticed: tuple[Noticed, ...]


def find_files(folder: Path, wanted: Collection[str]) -> FoundFiles:
    """Return the files of the wanted tables; where there is no such file, the workbook in the folder.

    Raises  CannotRead: a table is there twice, the folder holds none at all or several workbooks, or cannot be opened
    """
    try:
        files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith(_PASSED_OVER))
    except OSError as error:
        raise CannotRead(f"{folder} could not be opened: {error.strerror}.") from None
    found: dict[str, Path] = {}
    noticed: list[Noticed] = []
    for path in files:
        name = path.stem.casefold()
        if name not in TABLES or path.suffix.casefold() not in FORMS:
            noticed += [] if path.name.casefold() in BESIDE else [Noticed("EH0005", path.name)]
        elif name in found:
            raise CannotRead(
                f"{folder} holds both {found[name].name} and {path.name}. Keep one of them: both are the table {name}."
            )
        else:
            found[name] = path
    workbook = None if found else _find_workbook(folder, files)
    return FoundFiles(
        {name: found[name] for name in TABLES if name in found and name in wanted},
        workbook,
        tuple(each for each in noticed if not workbook or each.about != workbook.name),
    )


def _find_workbook(folder: Path, files: list[Path]) -> Path:
    workbooks = [path for path in files if path.suffix.casefold() in WORKBOOKS and path.name.casefold() not in BESIDE]
    if not workbooks:
        raise CannotRead(f"{folder} holds no table of the dataset. {_way_on(folder)}")
    if len(workbooks) > 1:
        names = " and ".join(path.name for path in workbooks)
        raise CannotRead(f"{folder} holds the workbooks {names}. Keep the one that is the dataset.")
    return workbooks[0]


def _way_on(folder: Path) -> str:
    """Name the dataset one level down where there is just one, which the person most likely meant."""
    below = [manifest.parent for manifest in folder.glob(f"*/{FILE_NAME}")]
    return f"Did you mean {below[0]}?" if len(below) == 1 else "Name each file after its table: request.csv."
