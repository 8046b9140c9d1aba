"""How a cell of a workbook is written as text. Light to import: the process that reads extracts starts with it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

Cell = int | float | str | bool | time | date | datetime | timedelta


def cell_text(cell: Cell) -> str:
    """Return a cell as the dataset writes it: days as 2016-07-31, whole numbers without decimals, true or false.

    A length of time is hours, minutes and seconds, as a spreadsheet shows it: 30:00:00.
    """
    match cell:
        case float():
            return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else _plain_decimal(cell)
        case bool():
            return "true" if cell else "false"
        case datetime():
            return cell.date().isoformat() if cell.time() == time(0) else cell.isoformat(sep=" ")
        case date() | time():
            return cell.isoformat()
        case timedelta():
            return _length_of_time(cell)
        case _:
            return str(cell)


def _plain_decimal(number: float) -> str:
    text = repr(number)
    return format(Decimal(text), "f") if "e" in text else text


def _length_of_time(length: timedelta) -> str:
    seconds = round(abs(length).total_seconds())
    sign = "-" if length < timedelta(0) else ""
    return f"{sign}{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
