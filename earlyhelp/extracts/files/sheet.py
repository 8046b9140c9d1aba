"""One sheet as it was sent: rows of text with their numbers."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it stands in a file, titles, notes and totals included.

    file            name of the file, with the folders below the one that was given
    name            name of the sheet; empty for a text file
    numbers         number of each row as a spreadsheet shows it, rising; rows that hold nothing are left out
    rows            the cells of each row as text, as many as reach to its last filled cell; "" for an empty one. Days
                    are 2016-07-31 (with the time behind a space where there is one), numbers plain decimals, flags
                    true or false, errors as a spreadsheet shows them (#N/A); text is untouched
    blank_rows      how many rows up to the last filled one hold nothing
    damaged         what is wrong with rows that could not be read, by number; they stand in `rows` as far as they could
    hidden_rows     numbers of the rows a spreadsheet hides; empty where the format does not tell
    hidden_columns  places of the columns it hides, from 0
    is_hidden       whether the whole sheet is hidden
    epoch           1900 or 1904: where the workbook counts its days from; 0 for text files
    notes           sentences about the sheet as a whole that its reader should know
    """

    file: str
    name: str
    numbers: list[int]
    rows: list[list[str]]
    blank_rows: int = 0
    damaged: dict[int, str] = field(default_factory=dict[int, str])
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    is_hidden: bool = False
    epoch: int = 0
    notes: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The file, and the sheet where there is one, as a message names them."""
        return f"{self.file}, sheet {self.name}" if self.name else self.file


def column_letters(place: int) -> str:
    """Return the letters of a column: A for 0, AA for 26."""
    letters = ""
    place += 1
    while place:
        place, digit = divmod(place - 1, 26)
        letters = chr(65 + digit) + letters
    return letters


def cell_address(row: int, place: int) -> str:
    """Return the address of a cell as a spreadsheet shows it: D7 for row 7, place 3."""
    return f"{column_letters(place)}{row}"
