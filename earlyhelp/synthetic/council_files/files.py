"""Writes the files councils send: delimited text in any encoding, and workbooks with titles and hidden sheets."""

# XlsxWriter carries no types of its own.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TypeAlias

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from earlyhelp.dataset.workbook_layout import new_workbook


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula, and the value the spreadsheet last computed for it."""

    text: str
    value: str | float


Cell: TypeAlias = str | int | float | date | Formula | None
Line: TypeAlias = Sequence[Cell]

# Fixed, so that the same county gives the same bytes.
CREATED = datetime(2026, 1, 1)
_WIDTH = 16


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet of a workbook.

    lines   rows from the top; an empty one stays empty
    merged  cells that are one: first row, first column, last row, last column, counted from 0; the first one's value
            stands in them
    days    how days are shown
    """

    name: str
    lines: Sequence[Line]
    merged: Sequence[tuple[int, int, int, int]] = field(default=())
    is_hidden: bool = False
    days: str = "dd/mm/yyyy"


def write_text(path: Path, lines: Iterable[Line], *, encoding: str = "utf-8", delimiter: str = ",") -> None:
    """Write delimited text as Windows programs do: lines ended by CR and LF, None as nothing."""
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter, lineterminator="\r\n").writerows(lines)
    # Windows begins UTF-16 with the mark of little-endian order, whatever machine writes it here.
    content = written.getvalue()
    path.write_bytes(b"\xff\xfe" + content.encode("utf-16-le") if encoding == "utf-16" else content.encode(encoding))


def write_workbook(path: Path, pages: Sequence[Page], *, epoch: int = 1900) -> None:
    """Write a workbook. The same pages give the same bytes.

    epoch   1900 or 1904: where it counts its days from
    """
    file = io.BytesIO()
    workbook = new_workbook(file, {"date_1904": epoch == 1904})
    workbook.set_properties({"author": "earlyhelp synthesise", "created": CREATED})
    for page in pages:
        _write_page(workbook, page)
    workbook.close()
    path.write_bytes(file.getvalue())


def _write_page(workbook: Workbook, page: Page) -> None:
    sheet = workbook.add_worksheet(page.name)
    formats = {kind: workbook.add_format({"num_format": kind}) for kind in (page.days, f"{page.days} hh:mm")}
    sheet.set_column(0, max(map(len, page.lines), default=1), _WIDTH)
    inside = {(row, column) for each in page.merged for row, column in _covered(each)}
    for number, line in enumerate(page.lines):
        for place, cell in enumerate(line):
            if (number, place) not in inside:
                _write_cell(sheet, number, place, cell, formats, page.days)
    bold = workbook.add_format({"bold": True})
    for first_row, first, last_row, last in page.merged:
        sheet.merge_range(first_row, first, last_row, last, page.lines[first_row][first], bold)
    if page.is_hidden:
        sheet.hide()


def _covered(merged: tuple[int, int, int, int]) -> Iterable[tuple[int, int]]:
    first_row, first, last_row, last = merged
    return ((row, column) for row in range(first_row, last_row + 1) for column in range(first, last + 1))


def _write_cell(sheet: Worksheet, row: int, place: int, cell: Cell, formats: dict[str, Format], days: str) -> None:
    match cell:
        case None | "":
            return
        case Formula(text, value):
            # XlsxWriter takes any value, and declares a whole number.
            sheet.write_formula(row, place, text, None, value)  # pyright: ignore[reportArgumentType]
        case datetime():
            sheet.write_datetime(row, place, cell, formats[f"{days} hh:mm"])
        case date():
            sheet.write_datetime(row, place, datetime(cell.year, cell.month, cell.day), formats[days])
        case str():
            sheet.write_string(row, place, cell)
        case _:
            sheet.write_number(row, place, cell)
