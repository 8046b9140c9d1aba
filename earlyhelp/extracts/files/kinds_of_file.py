"""Tells what a file truly is by its first bytes; a name says only what somebody once called it."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import Final

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.extracts.files.text_encoding import START, evident_encoding
from earlyhelp.extracts.files.workbook_cfb import MARK


class Kind(StrEnum):
    """The kinds that can be read."""

    TEXT = "text"
    WORKBOOK = "workbook"
    OLD_WORKBOOK = "old workbook"


_EXPORT: Final = "Export the table as CSV or .xlsx."
_SAVE_AS: Final = "Open it in Excel, save it as .xlsx (Excel Workbook), and give that."
_UNPACK: Final = "Unpack it and give the files in it."

# Beginnings that no table in text has.
_SIGNATURES: Final = (
    (b"\x89PNG", "a picture (PNG)", _EXPORT),
    (b"\xff\xd8\xff", "a picture (JPEG)", _EXPORT),
    (b"II*\0", "a picture (TIFF)", _EXPORT),
    (b"MM\0*", "a picture (TIFF)", _EXPORT),
    (
        b"%PDF-",
        "a PDF document",
        "Ask for the table itself, as CSV or .xlsx; figures cannot be taken safely from a page.",
    ),
    (b"{\\rtf", "a document (RTF)", _EXPORT),
    (b"\x1f\x8b", "a compressed file (gzip)", _UNPACK),
    (b"\xfd7zXZ\0", "a compressed file (xz)", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a compressed file (Zstandard)", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "an archive (7z)", _UNPACK),
    (b"Rar!\x1a\x07", "an archive (RAR)", _UNPACK),
    (b"SQLite format 3\0", "a database (SQLite)", _EXPORT),
    (b"\0\1\0\0Standard Jet DB", "a database (Access)", _EXPORT),
    (b"\0\1\0\0Standard ACE DB", "a database (Access)", _EXPORT),
    (b"$FL2@(#)", "a file of SPSS", _EXPORT),
    (b"\x7fELF", "a program", _EXPORT),
    (b"\x09\x00\x04\x00", "a workbook of Excel 2", _SAVE_AS),
    (b"\x09\x02\x06\x00", "a workbook of Excel 3", _SAVE_AS),
    (b"\x09\x04\x06\x00", "a workbook of Excel 4", _SAVE_AS),
)

# Letters may begin a heading, so these count only where bytes follow that are no text.
_SIGNATURES_IN_LETTERS: Final = (
    (b"GIF8", "a picture (GIF)", _EXPORT),
    (b"BM", "a picture (BMP)", _EXPORT),
    (b"BZh", "a compressed file (bzip2)", _UNPACK),
    (b"PAR1", "a Parquet file", _EXPORT),
    (b"MZ", "a program", _EXPORT),
)

_TEXT_FORMS: Final = (
    (re.compile(r"<\?xml(?s:.*)Excel\.Sheet"), "a workbook in the XML of Excel 2003", _SAVE_AS),
    (
        re.compile(
            r"(<\?xml[^>]*>\s*|<!--(?s:.*?)-->\s*)*<(!doctype html|html|head|meta|body|style|div|table)\b",
            re.IGNORECASE,
        ),
        "a web page (HTML), whatever its name says",
        _SAVE_AS,
    ),
    (re.compile(r"MIME-Version:", re.IGNORECASE), "a saved web page (MHTML), whatever its name says", _SAVE_AS),
    (re.compile(r"<\?xml\b|<!DOCTYPE\b"), "an XML file", _EXPORT),
    (re.compile(r"[{\[]\s*[{\[\"]"), "a JSON file", _EXPORT),
)

# Parts by which an archive is known, in the list at its end.
_LIST_OF_PARTS: Final = 1 << 18
_PARTS: Final = (
    (b"word/document.xml", "a Word document", "Copy the table into Excel and save it as .xlsx."),
    (b"ppt/presentation.xml", "a PowerPoint presentation", "Copy the table into Excel and save it as .xlsx."),
    (b".iwa", "a document of Apple Numbers or Pages", "Export it to Excel there."),
)
_PARTS_OF_WORKBOOKS: Final = (b"xl/workbook.", b"content.xml")


def kind_of(path: Path, name: str) -> Kind:
    """Return the kind of a file.

    name    how messages call it
    Raises  CannotRead: it is of a kind that is not read, which the message names; it is empty or could not be opened
    """
    try:
        with path.open("rb") as file:
            start = file.read(START)
            file.seek(max(0, path.stat().st_size - _LIST_OF_PARTS))
            end = file.read(_LIST_OF_PARTS) if start.startswith(b"PK") else b""
    except OSError as error:
        raise CannotRead(f"{name} could not be opened: {error.strerror}.") from None
    if start.startswith((b"PK\3\4", b"PK\5\6", b"PK\7\x08")):
        return _kind_of_archive(end, name)
    if start.startswith(MARK):
        return Kind.OLD_WORKBOOK
    _refuse_others(start, name)
    return Kind.TEXT


def _kind_of_archive(end: bytes, name: str) -> Kind:
    if b"PK\5\6" not in end:
        raise CannotRead(f"{name} is a workbook or an archive whose end is missing. Copy or download it again.")
    if any(part in end for part in _PARTS_OF_WORKBOOKS):
        return Kind.WORKBOOK
    for part, what, answer in _PARTS:
        if part in end:
            raise _refusal(name, what, answer)
    raise _refusal(name, "a zip archive and no workbook", _UNPACK)


def _refuse_others(start: bytes, name: str) -> None:
    if not start:
        raise CannotRead(f"{name} is empty: it has no bytes. Export it again, or take it away.")
    if not start.strip(b"\0"):
        raise CannotRead(f"{name} holds nothing but NULs, as after a copy that failed. Copy or export it again.")
    codec = evident_encoding(start)
    is_binary = b"\0" in start and not codec
    for mark, what, answer in (*_SIGNATURES, *(_SIGNATURES_IN_LETTERS if is_binary else ())):
        if start.startswith(mark):
            raise _refusal(name, what, answer)
    text = start.decode(codec or "cp1252", errors="ignore").lstrip("\ufeff \t\r\n")
    for form, what, answer in _TEXT_FORMS:
        if form.match(text):
            raise _refusal(name, what, answer)
    if start.count(0) > len(start) // 10 and is_binary:
        raise CannotRead(f"{name} is not a text file, and no kind of workbook known here. {_EXPORT}")


def _refusal(name: str, what: str, answer: str) -> CannotRead:
    return CannotRead(f"{name} is {what}, not a table that can be read. {answer}")
