"""Reads one text file, in whatever encoding and with whatever delimiter it was saved, as a sheet."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.extracts.files.second_count import count_rows
from earlyhelp.extracts.files.sheet import Sheet
from earlyhelp.extracts.files.text_dialect import Dialect, find_dialect
from earlyhelp.extracts.files.text_encoding import find_encoding, lines_of
from earlyhelp.extracts.files.text_rows import read_rows

_MIXED: Final = (
    "The file is in Windows-1252, but some of its letters are in UTF-8 and look wrong (Ã© for é). Where names matter, "
    "save it again from its source as CSV UTF-8."
)


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text as a sheet, with what a second reader needs to know about it."""

    sheet: Sheet
    codec: str
    dialect: Dialect
    widest: int
    beyond: int
    damaged_lines: frozenset[int]


def read_text_file(path: Path, name: str, folder: Path) -> Sheet:
    """Return the text as a sheet without name, damaged rows listed in it.

    Rows are numbered as a spreadsheet shows them; a line end within quotation marks does not begin a new row.

    name    how messages call the file
    folder  where a copy for the second reader may be written
    Raises  CannotRead: it is no text, holds no row, is too large, or two readers disagree on how many rows it has
    """
    try:
        with path.open("rb") as file:
            read = read_text(file, name)
        _check_count(read, path, folder)
    except OSError as error:
        raise CannotRead(f"{name} could not be opened: {error.strerror}.") from None
    return read.sheet


def read_text(file: BinaryIO, name: str) -> ReadText:
    """Return the text in a file opened for bytes, counted once only.

    Raises  CannotRead: it is no text, holds no row or is too large
    """
    encoding = find_encoding(file)
    try:
        with closing(lines_of(file, encoding.codec)) as lines:
            dialect = find_dialect(lines)
        with closing(lines_of(file, encoding.codec)) as lines:
            rows = read_rows(islice(lines, int(dialect.is_declared), None), dialect, name)
    except UnicodeDecodeError:
        raise CannotRead(
            f"{name} is not text in UTF-8, UTF-16 or Windows-1252. Save it again as CSV UTF-8; the file may be damaged."
        ) from None
    sheet = Sheet(
        file=name,
        name="",
        numbers=rows.numbers,
        rows=rows.rows,
        blank_rows=rows.numbers[-1] - len(rows.numbers),
        damaged=rows.damaged,
        notes=(_MIXED,) if encoding.is_mixed else (),
    )
    return ReadText(sheet, encoding.codec, dialect, rows.widest, rows.beyond, frozenset(rows.damaged_lines))


def count_again(read: ReadText, path: Path, folder: Path) -> tuple[int, int | None]:
    """Return how many rows the second reader should count, and how many it does; None where it cannot say."""
    expected = len(read.sheet.rows) - len(read.damaged_lines) - read.beyond
    return expected, count_rows(path, folder, read.codec, read.dialect, read.widest, read.damaged_lines)


def _check_count(read: ReadText, path: Path, folder: Path) -> None:
    expected, counted = count_again(read, path, folder)
    if counted != expected:
        told = "could not read to the end" if counted is None else f"counted {counted:,}"
        raise CannotRead(
            f"{read.sheet.file}: {expected:,} rows were read, but a second reader {told}, so rows could be lost. Look "
            "for quotation marks that are not closed and for very many blank lines; then save it as .xlsx."
        )
