"""Reads one workbook: a sheet for each table, and the sheets `dataset` and `sources` for its manifest.

A workbook without the sheet `dataset` is spoken for by the dataset.json beside it.
"""

# python-calamine leaves one type of its own open.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.declare import Table
from earlyhelp.dataset.manifest import EXAMPLE, FILE_NAME, Manifest, make_manifest, read_manifest
from earlyhelp.dataset.query_answers import Answer, answers_from
from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.dataset.reading.csv_tables import supply_rows
from earlyhelp.dataset.reading.header import BLANKS
from earlyhelp.dataset.reading.supplied import Noticed, Supplied
from earlyhelp.dataset.reading.workbook_archive import check_archive
from earlyhelp.dataset.reading.workbook_cells import cell_text
from earlyhelp.dataset.template_wording import EXPLAINING_SHEETS

_MANIFEST, _SOURCES, _ANSWERS = "dataset", "sources", "query_answers"


@dataclass(frozen=True, slots=True)
class OpenedWorkbook:
    """What a workbook holds."""

    manifest: Manifest
    supplied: Mapping[str, Supplied]
    answers: list[Answer]
    noticed: tuple[Noticed, ...]


def open_workbook(
    path: Path, wanted: Collection[str], folder: Path, *, is_beside_first: bool = False
) -> OpenedWorkbook:
    """Return the manifest and the wanted tables of a workbook.

    folder          where the rows are written for DuckDB
    is_beside_first whether the dataset.json beside it decides even where the workbook has a manifest of its own
    Raises          CannotRead: it is no workbook, is damaged, or lacks its manifest or every table
    """
    check_archive(path)
    try:
        return _open_workbook(path, wanted, folder, is_beside_first)
    except (CalamineError, OSError, ValueError) as error:
        raise CannotRead(f"{path} could not be read ({error}). Open it in Excel and save it again.") from None


def manifest_file(path: Path, *, is_beside_first: bool) -> Path | None:
    """Return the dataset.json that speaks for a workbook; None where its own sheet does, or nothing.

    Raises  CannotRead: it is no workbook, or is damaged
    """
    beside = path.with_name(FILE_NAME)
    if not beside.exists():
        return None
    check_archive(path)
    try:
        with CalamineWorkbook.from_path(str(path)) as workbook:
            has_own = any(name.strip(BLANKS).casefold() == _MANIFEST for name in workbook.sheet_names)
    except (CalamineError, OSError, ValueError) as error:
        raise CannotRead(f"{path} could not be read ({error}). Open it in Excel and save it again.") from None
    return beside if is_beside_first or not has_own else None


def _open_workbook(path: Path, wanted: Collection[str], folder: Path, is_beside_first: bool) -> OpenedWorkbook:
    with CalamineWorkbook.from_path(str(path)) as workbook:
        sheets: dict[str, str] = {}
        for name in workbook.sheet_names:
            plain = name.strip(BLANKS).casefold()
            if plain in sheets:
                raise CannotRead(f"{path} has the sheets {sheets[plain]} and {name}. Keep one of them.")
            sheets[plain] = name
        if not sheets.keys() & TABLES.keys():
            raise CannotRead(f"{path} holds no table of the dataset. Name each sheet after its table: request.")
        beside = manifest_file(path, is_beside_first=is_beside_first)
        manifest = read_manifest(beside) if beside else _read_manifest(workbook, sheets, path)
        supplied = {
            name: _supply(TABLES[name], workbook.get_sheet_by_name(sheets[name]), path, folder)
            for name in TABLES
            if name in sheets and name in wanted
        }
        answers = list(_text_rows(workbook.get_sheet_by_name(sheets[_ANSWERS]))) if _ANSWERS in sheets else []
    known = TABLES.keys() | {*EXPLAINING_SHEETS} | {_MANIFEST, _SOURCES, _ANSWERS}
    noticed = tuple(Noticed("EH0005", original) for plain, original in sheets.items() if plain not in known)
    rows = [cells for _, cells in answers]
    return OpenedWorkbook(manifest, supplied, answers_from(rows, f"{path}, sheet {_ANSWERS}") if rows else [], noticed)


def _supply(table: Table, sheet: CalamineSheet, path: Path, folder: Path) -> Supplied:
    rows = _text_rows(sheet)
    first = next(rows, None)
    if first is None:
        raise CannotRead(f"{path}: the sheet {sheet.name} is empty. Write the column names in its first row.")
    names = first[1]
    while names and not names[-1].strip(BLANKS):
        names.pop()
    target = folder / f"{table.name}.rows.csv"
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
        for row, cells in rows:
            beyond = any(cell.strip(BLANKS) for cell in cells[len(names) :])
            damage = f"cells beyond its {len(names)} named columns" if beyond else ""
            # Of a damaged row the first cell is kept: a key there says whose row was lost.
            kept = cells[: 1 if damage else len(names)]
            writer.writerow([row, damage, *kept, *[""] * (len(names) - len(kept))])
    return supply_rows(table, f"{path.name}, sheet {sheet.name}", names, target)


def _text_rows(sheet: CalamineSheet) -> Iterator[tuple[int, list[str]]]:
    """Rows that hold anything, with their number in the sheet."""
    if sheet.start is None:
        return
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        texts = [cell_text(cell) for cell in cells]
        if any(text.strip(BLANKS) for text in texts):
            yield number, texts


def _read_manifest(workbook: CalamineWorkbook, sheets: Mapping[str, str], path: Path) -> Manifest:
    if _MANIFEST not in sheets:
        raise CannotRead(
            f"{path} has no sheet `{_MANIFEST}` with the columns name and value. It says in the workbook what a "
            f"dataset.json beside it may say instead:\n{EXAMPLE}"
        )
    content: dict[str, object] = {
        cells[0].strip(BLANKS).casefold(): cells[1]
        for _, cells in _text_rows(workbook.get_sheet_by_name(sheets[_MANIFEST]))
        if len(cells) > 1
    }
    if _SOURCES in sheets:
        content["sources"] = _read_sources(workbook.get_sheet_by_name(sheets[_SOURCES]))
    return make_manifest(content, f"{path}, sheet {_MANIFEST}")


def _read_sources(sheet: CalamineSheet) -> dict[str, dict[str, str]]:
    rows = [cells for _, cells in _text_rows(sheet)]
    if not rows:
        return {}
    names = [name.strip(BLANKS).casefold() for name in rows[0]]
    entries = [dict(zip(names, row, strict=False)) for row in rows[1:]]
    return {entry["table"].strip(BLANKS): entry for entry in entries if entry.get("table", "").strip(BLANKS)}
