"""Makes the cells of a sheet ready to be sent, row by row, and remembers what a reader should know about them."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final, cast

from earlyhelp.dataset.reading.header import BLANKS
from earlyhelp.dataset.reading.workbook_cells import Cell, cell_text
from earlyhelp.extracts.files.sheet import cell_address
from earlyhelp.extracts.files.workbook_scan import SheetScan

Sent = str | float | bool
"""Numbers and flags are sent as they are, for the parent to write out: this process is the one with the clock."""

_SENT_AS_THEY_ARE: Final = frozenset((str, float, bool, int))
_LAST_SECOND: Final = datetime.max.replace(microsecond=0)
_FIRST_SURE_DAY: Final = date(1900, 3, 1)


class RowMaker:
    """The rows of one sheet.

    filled      numbers of the rows that held something, rising
    """

    def __init__(self, sheet: SheetScan, epoch: int) -> None:
        self.sheet = sheet
        self.filled: array[int] = array("I")
        self._has_odd_days = epoch == 1900
        self._odd_days = 0
        self._first_odd_day = ""

    def make(self, number: int, cells: Sequence[object]) -> list[Sent]:
        """Return a row up to its last filled cell; nothing where it holds nothing."""
        row = [cell if type(cell) in _SENT_AS_THEY_ARE else _text(cell) for cell in cells]
        if None in row:
            self._send_odd_days(number, row, cells)
        if number in self.sheet.corrections:
            self._correct(row, self.sheet.corrections[number])
        while row and _is_blank(row[-1]):
            row.pop()
        if row:
            self.filled.append(number)
        return cast("list[Sent]", row)

    def notes(self) -> list[str]:
        """Return sentences about the sheet as a whole."""
        notes: list[str] = []
        if count := self.sheet.unsaved:
            what = f"{count:,} formulas have" if count > 1 else "1 formula has"
            first = f"{', the first' if count > 1 else ','} at {self.sheet.first_unsaved}"
            notes.append(f"{what} no saved result{first}: open the file in Excel and save it.")
        if count := self._odd_days:
            what = f"{count:,} days" if count > 1 else "1 day"
            first = f"{', the first' if count > 1 else ','} at {self._first_odd_day}"
            notes.append(
                f"{what} before 1 March 1900 kept as the number that the workbook holds{first}: "
                "programs disagree about which days these are."
            )
        return notes

    def _correct(self, row: list[object], corrections: dict[int, str]) -> None:
        row += [""] * (max(corrections) + 1 - len(row))
        for place, text in corrections.items():
            row[place] = text

    def _send_odd_days(self, number: int, row: list[object], cells: Sequence[object]) -> None:
        for place, cell in enumerate(cells):
            if row[place] is None and self._has_odd_days:
                row[place] = (_moment(cast("date", cell)) - datetime(1899, 12, 31)) / timedelta(days=1)
                self._odd_days += 1
                self._first_odd_day = self._first_odd_day or cell_address(number, place)
            elif row[place] is None:
                row[place] = cell_text(cast("Cell", cell))


@lru_cache(50_000)
def _text(cell: object) -> str | None:
    """The text of a day, a moment or a time; none where the day may be another."""
    if isinstance(cell, date):
        moment = _moment(cell)
        if moment.date() < _FIRST_SURE_DAY:
            return None
        return cell_text(_whole_seconds(moment))
    return cell_text(cast("Cell", cell))


def _whole_seconds(moment: datetime) -> datetime:
    """A moment without the thousandths that fractions of days bring along."""
    if 2_000 < moment.microsecond < 998_000 or moment > _LAST_SECOND:
        return moment
    return (moment + timedelta(seconds=0.5)).replace(microsecond=0)


def _moment(day: date) -> datetime:
    return day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)


def _is_blank(cell: object) -> bool:
    return type(cell) is str and not cell.strip(BLANKS)
