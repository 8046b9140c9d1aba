"""What a cell may hold, so that one table can be written in every format, and what no format can hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

LONGEST_TEXT: Final = 32_767
EARLIEST: Final = {1900: datetime(1900, 3, 1), 1904: datetime(1904, 1, 2)}
ERROR_CODES: Final = {
    "#NULL!": 0x00,
    "#DIV/0!": 0x07,
    "#VALUE!": 0x0F,
    "#REF!": 0x17,
    "#NAME?": 0x1D,
    "#NUM!": 0x24,
    "#N/A": 0x2A,
}

_NOT_XML: Final = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class CellError:
    """An error as a spreadsheet shows it: #N/A."""

    text: str


Cell = str | int | float | bool | date | datetime | CellError | None
Table = list[list[Cell]]


class CannotWrite(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """A format cannot hold a cell. The message names its address."""


def check_cell(cell: Cell, address: str, epoch: int = 1900) -> None:
    """Raise CannotWrite where a spreadsheet cannot hold the cell, or holds it as another."""
    if isinstance(cell, str):
        if len(cell.encode("utf-16-le")) // 2 > LONGEST_TEXT:
            raise CannotWrite(f"{address} holds more than {LONGEST_TEXT:,} characters.")
        if _NOT_XML.search(cell):
            raise CannotWrite(f"{address} holds a character that no workbook can.")
    elif isinstance(cell, date) and as_moment(cell) < EARLIEST[epoch]:
        raise CannotWrite(f"{address} is before {EARLIEST[epoch]:%Y-%m-%d}: programs disagree about such days.")


def as_moment(day: date) -> datetime:
    return day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)


def serial(day: date, epoch: int) -> float:
    """Return the days a workbook counts, the time of day as a fraction."""
    first = datetime(1899, 12, 30) if epoch == 1900 else datetime(1904, 1, 1)
    return (as_moment(day) - first) / timedelta(days=1)
