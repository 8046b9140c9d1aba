"""Writes tables as xlsx, by XlsxWriter."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from xlsxwriter import Workbook

from earlyhelp.extracts.files.sheet import cell_address
from tests.extracts.writers.cells import CellError, Table, as_moment, check_cell


def write_xlsx(path: Path, sheets: dict[str, Table], epoch: int = 1900) -> Path:
    """Write each table as a sheet, errors as formulas with their saved result. Raises CannotWrite."""
    book = Workbook(str(path), {"date_1904": epoch == 1904})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm:ss"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for place, cell in enumerate(cells):
                check_cell(cell, cell_address(row + 1, place), epoch)
                match cell:
                    case None | "":
                        continue
                    case bool():
                        sheet.write_boolean(row, place, cell)
                    case datetime():
                        sheet.write_datetime(row, place, cell, moment)
                    case date():
                        sheet.write_datetime(row, place, as_moment(cell), day)
                    case CellError():
                        sheet.write_formula(row, place, "=A1", None, cell.text)  # pyright: ignore[reportArgumentType]
                    case str():
                        sheet.write_string(row, place, cell)
                    case int() | float():
                        sheet.write_number(row, place, cell)
    book.close()
    return path
