"""Writes a table as CSV, days and numbers as spreadsheets export them when asked for plain forms."""

from __future__ import annotations

import csv
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from earlyhelp.extracts.files.sheet import cell_address
from tests.extracts.writers.cells import Cell, CellError, Table, check_cell


def write_csv(path: Path, rows: Table, encoding: str = "utf-8-sig", delimiter: str = ",") -> Path:
    """Write the table, all rows as wide as the widest. Raises CannotWrite."""
    width = max(map(len, rows), default=0)
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        for number, cells in enumerate(rows, start=1):
            for place, cell in enumerate(cells):
                check_cell(cell, cell_address(number, place))
            writer.writerow([plain_text(cell) for cell in [*cells, *[None] * (width - len(cells))]])
    return path


def plain_text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return str(cell).lower()
        case datetime():
            return cell.isoformat(sep=" ").removesuffix(" 00:00:00")
        case date():
            return cell.isoformat()
        case CellError():
            return cell.text
        case float():
            return plain_number(cell)
        case _:
            return str(cell)


def plain_number(number: float) -> str:
    """Digits alone, no power of ten, and no more of them than a spreadsheet shows."""
    text = format(Decimal(f"{number:.15g}"), "f")
    return "0" if text == "-0" else text
