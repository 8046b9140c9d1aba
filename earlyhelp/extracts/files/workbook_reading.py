"""Reads a workbook into files of rows, in the process it is called in. `workbook_child` gives it one of its own.

The scan goes first and refuses what would fill the memory. Then python-calamine reads the cells, and what both found is
compared.
"""

# python-calamine leaves one type of its own open.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.extracts.files.workbook_cfb import MARK, Container
from earlyhelp.extracts.files.workbook_ods import scan_ods
from earlyhelp.extracts.files.workbook_parts import Parts
from earlyhelp.extracts.files.workbook_refusals import damaged, has_password, sheet_differs
from earlyhelp.extracts.files.workbook_rows import RowMaker
from earlyhelp.extracts.files.workbook_scan import SheetScan, WorkbookScan
from earlyhelp.extracts.files.workbook_xls import scan_xls
from earlyhelp.extracts.files.workbook_xlsb import scan_xlsb
from earlyhelp.extracts.files.workbook_xlsx import scan_xlsx

_NOT_CALAMINES_FAULT: Final = (CannotRead, MemoryError, KeyboardInterrupt, SystemExit)


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """What is known of a sheet beside its rows. They stand in the file `rows`: JSON, a line each, the number first."""

    name: str
    rows: str
    blank_rows: int
    hidden_rows: list[int]
    hidden_columns: list[int]
    is_hidden: bool
    epoch: int
    notes: list[str]


def read_into(path: Path, name: str, folder: Path) -> list[dict[str, object]]:
    """Write the rows of each sheet into the folder and return what else is known of it.

    name    how messages name the file
    Raises  CannotRead
    """
    kind, scan = scan_workbook(path, name)
    # Its own name may say another format, and a file that is still being saved may change.
    copy = folder / f"workbook.{kind}"
    shutil.copyfile(path, copy)
    try:
        return [asdict(sheet) for sheet in _read_sheets(copy, scan, name, folder)]
    except _NOT_CALAMINES_FAULT:
        raise
    except PasswordError:
        raise has_password(name) from None
    # A panic in Rust arrives as an exception of no kind that Python knows.
    except BaseException:
        raise damaged(name, "holds what no spreadsheet program writes") from None


def scan_workbook(path: Path, name: str) -> tuple[str, WorkbookScan]:
    """Return the ending that says what the file truly is, and what it holds. Raises CannotRead."""
    with path.open("rb") as file:
        begins = file.read(8)
    if begins == MARK:
        return "xls", scan_xls(Container(path, name))
    parts = Parts(path, name)
    if "xl/workbook.xml" in parts:
        return "xlsx", scan_xlsx(parts)
    if "xl/workbook.bin" in parts:
        return "xlsb", scan_xlsb(parts)
    if "content.xml" in parts and "mimetype" in parts and b"spreadsheet" in parts.whole("mimetype"):
        return "ods", scan_ods(parts)
    raise damaged(name, "is an archive, but holds no workbook")


def _read_sheets(path: Path, scan: WorkbookScan, name: str, folder: Path) -> Iterator[ReadSheet]:
    with CalamineWorkbook.from_path(str(path)) as workbook:
        if workbook.sheet_names != [sheet.name for sheet in scan.sheets]:
            raise damaged(name, "lists its sheets in two ways")
        for number, sheet in enumerate(scan.sheets):
            if sheet.is_table:
                rows = folder / f"rows-{number}.jsonl"
                yield _read_sheet(workbook.get_sheet_by_index(number), sheet, scan.epoch, rows)


def _read_sheet(read: CalamineSheet, sheet: SheetScan, epoch: int, rows: Path) -> ReadSheet:
    maker = RowMaker(sheet, epoch)
    with rows.open("w", encoding="ascii") as file:
        for number, cells in enumerate(_true_rows(read), start=1):
            if row := maker.make(number, cells):
                file.write(json.dumps([number, *row]) + "\n")
    if maker.filled != sheet.filled:
        raise sheet_differs(sheet.file, sheet.name)
    last = maker.filled[-1] if maker.filled else 0
    hidden = sorted(row for row in sheet.hidden_rows if row <= last)
    return ReadSheet(
        sheet.name, rows.name, last - len(maker.filled), hidden, sorted(sheet.hidden_columns), sheet.is_hidden,
        epoch, maker.notes()
    )  # fmt: skip


def _true_rows(read: CalamineSheet) -> Iterator[Sequence[object]]:
    """The rows from row 1 on, and their cells from column A on: the reader leaves out empty columns on the left."""
    if read.start is None:
        return
    left: list[object] = [""] * read.start[1]
    for cells in read.iter_rows():
        yield [*left, *cells] if left else cells
