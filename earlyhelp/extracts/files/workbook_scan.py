"""What is found in a workbook before it is read: how large it is, which rows hold something, and what reading loses.

It is the second reader. python-calamine must find the same rows, or the file is refused.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.extracts.files.sheet import cell_address
from earlyhelp.extracts.files.workbook_refusals import too_large

MOST_CELLS: Final = 3_500_000
MOST_ROWS: Final = 1_048_576
MOST_COLUMNS: Final = 16_384
MOST_CORRECTIONS: Final = 500_000

ERROR_TEXTS: Final = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}


@dataclass(slots=True)
class SheetScan:
    """One sheet, as the scan finds it.

    is_table        false for charts, dialogues and macros, which hold no rows
    filled          numbers of the rows that hold something, rising
    height, width   how far its filled cells reach
    corrections     texts by row number and place that python-calamine does not give: errors above all
    unsaved         how many formulas have no saved result, and the address of the first
    """

    file: str
    name: str
    is_table: bool = True
    is_hidden: bool = False
    filled: array[int] = field(default_factory=lambda: array("I"))
    height: int = 0
    width: int = 0
    corrections: dict[int, dict[int, str]] = field(default_factory=dict[int, dict[int, str]])
    hidden_rows: set[int] = field(default_factory=set[int])
    hidden_columns: set[int] = field(default_factory=set[int])
    unsaved: int = 0
    first_unsaved: str = ""
    corrected: int = 0

    @property
    def title(self) -> str:
        return f"{self.file}, sheet {self.name},"

    def reach(self, row: int, width: int) -> None:
        """Widen the sheet to a cell. Raises CannotRead: nobody would keep so many cells in memory."""
        self.height, self.width = max(self.height, row), max(self.width, width)
        if self.height > MOST_ROWS or self.width > MOST_COLUMNS or self.height * self.width > MOST_CELLS:
            corner = cell_address(self.height, self.width - 1)
            raise too_large(self.title, f"reaches to {corner}, {self.height * self.width:,} cells")

    def fill(self, row: int) -> None:
        """Note that a row holds something. Rows come in their order, each as often as it likes."""
        if not self.filled or self.filled[-1] != row:
            self.filled.append(row)

    def correct(self, row: int, place: int, text: str) -> None:
        """Note the true text of a cell."""
        self.corrected += 1
        if self.corrected > MOST_CORRECTIONS:
            raise too_large(self.title, f"holds more than {MOST_CORRECTIONS:,} errors such as #N/A")
        self.corrections.setdefault(row, {})[place] = text

    def fail(self, row: int, place: int, error: str) -> None:
        """Note an error. Raises CannotRead: python-calamine reads no workbook with one that came after Excel 2010."""
        if error not in ERROR_TEXTS.values():
            raise CannotRead(
                f"{self.file}, sheet {self.name}: {cell_address(row, place)} holds the error {error}, which cannot be "
                "read. Put the formula right or empty the cell, or save the sheet as CSV."
            )
        self.correct(row, place, error)

    def miss(self, row: int, place: int) -> None:
        """Note a formula without a saved result."""
        self.unsaved += 1
        self.first_unsaved = self.first_unsaved or cell_address(row, place)

    def hide_columns(self, first: int, last: int) -> None:
        self.hidden_columns.update(range(max(first, 0), min(last, MOST_COLUMNS - 1) + 1))


@dataclass(frozen=True, slots=True)
class WorkbookScan:
    """All sheets in their order, and where the workbook counts its days from: 1900 or 1904."""

    sheets: list[SheetScan]
    epoch: int = 1900


def check_total(name: str, sheets: Iterable[SheetScan]) -> None:
    """Raise CannotRead where the sheets together hold more than one sheet may."""
    cells = sum(sheet.height * sheet.width for sheet in sheets)
    if cells > MOST_CELLS:
        raise too_large(name, f"holds {cells:,} cells")
