"""The blank Excel workbook: one sheet per table, with drop-down lists, notes and an explanation."""

# XlsxWriter carries no types of its own.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from xlsxwriter.worksheet import Worksheet

from earlyhelp.dataset.catalogue import TABLES, code_lists_used
from earlyhelp.dataset.column_wording import kind_in_words, requirement_in_words
from earlyhelp.dataset.declare import Column, Kind, Table
from earlyhelp.dataset.template_wording import (
    COVER,
    COVER_HEADINGS,
    MANIFEST_NOTES,
    RESTRICTED,
    SOURCE_NOTES,
    TITLE,
    UNUSED_SHEETS,
    heading_note,
    refusal,
)
from earlyhelp.dataset.workbook_layout import STYLES, fit_row, new_workbook, set_up_page, write_words
from earlyhelp.vocabulary.code_lists import read_code_list

ROWS = 5_000
"""Rows below the heading that the drop-down lists and checks cover."""

"""Sheets that explain the workbook and hold no data: whoever reads it passes them over."""

LANGUAGE = "en-GB"
# Fixed, so that the same declaration gives the same bytes.
CREATED = datetime(2026, 1, 1)
LONGEST = 10**15
FORMATS: dict[str, dict[str, Any]] = {
    **{name: dict(style) for name, style in STYLES.items()},
    "required": {"bold": True, "bottom": 5},
    # One line of words that runs on over the columns beside it.
    "line": {"bold": True},
    # Text, so that a spreadsheet program does not turn 0123 into 123 or 1-2 into a day; 49 is Excel's number for it.
    "text": {"num_format": 49},
    "date": {"num_format": "yyyy-mm-dd"},
    "number": {"num_format": "General"},
}


class _Book:
    """A workbook being written, with its formats by name."""

    def __init__(self, file: io.BytesIO) -> None:
        self.workbook = new_workbook(file, {"default_date_format": "yyyy-mm-dd"})
        self.workbook.set_properties(
            {"title": TITLE, "subject": "Early help", "author": "earlyhelp", "created": CREATED}
        )
        self.formats = {name: self.workbook.add_format(properties) for name, properties in FORMATS.items()}

    def sheet(self, name: str, *, headings_in: int | None = 0) -> Worksheet:
        sheet = self.workbook.add_worksheet(name)
        set_up_page(sheet, headings_in)
        return sheet

    def write_table(
        self, name: str, headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int], above: str = ""
    ) -> Worksheet:
        """Write a sheet that is one marked table of words, under one line `above` it where that is given."""
        sheet = self.sheet(name, headings_in=1 if above else 0)
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width, self.formats["words"])
        if above:
            sheet.write_string(0, 0, above, self.formats["line"])
        first = 2 if above else 1
        self.mark_table(sheet, f"sheet_{name}", headings, len(rows), first - 1)
        for number, row in enumerate(rows, start=first):
            for place, words in enumerate(row):
                sheet.write_string(number, place, words, self.formats["words"])
            fit_row(sheet, number, row, widths)
        return sheet

    def mark_table(self, sheet: Worksheet, name: str, headings: Sequence[str], rows: int, top: int = 0) -> None:
        columns = [{"header": heading, "header_format": self.formats["heading"]} for heading in headings]
        options: dict[str, Any] = {"name": name, "columns": columns, "autofilter": False, "style": None}
        sheet.add_table(top, 0, top + max(rows, 1), len(headings) - 1, options)


def write_template(path: Path) -> None:
    """Write the blank workbook, replacing one that is there. The same declaration gives the same bytes.

    Raises OSError: the file cannot be written.
    """
    file = io.BytesIO()
    book = _Book(file)
    _write_cover(book)
    _write_contents(book)
    _write_manifest(book)
    _write_sources(book)
    _write_columns(book)
    _write_codes(book)
    for table in TABLES.values():
        _write_table_sheet(book, table)
    book.workbook.close()
    path.write_bytes(_with_language(file.getvalue()))


def _write_cover(book: _Book) -> None:
    styles = ("title" if words == TITLE else "subtitle" if words in COVER_HEADINGS else "words" for words in COVER)
    lines = list(zip(styles, COVER, strict=True))
    write_words(book.sheet("cover", headings_in=None), lines, book.formats, 110)


def _write_contents(book: _Book) -> None:
    rows = [*((name, "Explanation", meaning) for name, meaning in _explanations().items())]
    tables = [(table.name, table.theme, _meaning_of(table)) for table in TABLES.values()]
    sheet = book.write_table(
        "contents", ("sheet", "part", "what it holds"), [*rows, *tables], (24, 24, 90), above=UNUSED_SHEETS
    )
    # Row 1 is the line above, row 2 the headings.
    for number, (name, _, _) in enumerate([*rows, *tables], start=2):
        sheet.write_url(number, 0, f"internal:'{name}'!A1", book.formats["link"], name)
    first_table = len(rows) + 3
    book.workbook.define_name("table_names", f"=contents!$A${first_table}:$A${first_table + len(tables) - 1}")


def _explanations() -> dict[str, str]:
    return {
        "cover": "What the workbook is and how to fill it.",
        "dataset": "The county and the last day the records speak for.",
        "sources": "Where each table comes from.",
        "columns": "Every column of every table: what it means and takes.",
        "codes": "Every code and its meaning.",
    }


def _meaning_of(table: Table) -> str:
    return f"{table.meaning} {RESTRICTED}" if table.restricted else table.meaning


def _write_manifest(book: _Book) -> None:
    sheet = book.write_table("dataset", ("name", "value"), [(name,) for name in MANIFEST_NOTES], (24, 40))
    sheet.set_column(1, 1, 40, book.formats["text"])
    for number, (name, note) in enumerate(MANIFEST_NOTES.items(), start=1):
        _add_note(sheet, number, 0, f"Required. {note}")
        is_date = name == "as_at"
        sheet.write_blank(number, 1, None, book.formats["date" if is_date else "text"])
        if is_date:
            sheet.data_validation(number, 1, number, 1, _is_date("Please write a date, such as 2016-01-31."))


def _write_sources(book: _Book) -> None:
    sheet = book.sheet("sources")
    for place, name in enumerate(SOURCE_NOTES):
        is_date = name in ("extracted_at", "complete_from")
        sheet.set_column(place, place, 60 if name == "note" else 24, book.formats["date" if is_date else "text"])
        if is_date:
            sheet.data_validation(1, place, ROWS, place, _is_date("Please write a date, such as 2016-01-31."))
    book.mark_table(sheet, "sheet_sources", tuple(SOURCE_NOTES), 1)
    for place, note in enumerate(SOURCE_NOTES.values()):
        _add_note(sheet, 0, place, note)
    is_table = {"validate": "list", "source": "=table_names", "error_message": "Please choose a table from the list."}
    sheet.data_validation(1, 0, ROWS, 0, is_table)


def _write_table_sheet(book: _Book, table: Table) -> None:
    sheet = book.sheet(table.name)
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, _width(column), book.formats[_format_of(column)])
        check = _check_of(column)
        if check:
            sheet.data_validation(1, place, ROWS, place, check)
    book.mark_table(sheet, f"table_{table.name}", [column.name for column in table.columns], 1)
    for place, column in enumerate(table.columns):
        style = "required" if column.required else "heading"
        sheet.write_string(0, place, column.name, book.formats[style])
        _add_note(sheet, 0, place, heading_note(table, column))


def _width(column: Column) -> int:
    least = {Kind.TEXT: 24, Kind.CODE: 18, Kind.ID: 16, Kind.DATE: 13, Kind.FLAG: 10, Kind.NUMBER: 12}
    return max(least[column.kind], len(column.name) + 3)


def _format_of(column: Column) -> str:
    return {Kind.DATE: "date", Kind.NUMBER: "number", Kind.FLAG: "number"}.get(column.kind, "text")


def _check_of(column: Column) -> dict[str, Any] | None:
    message = refusal(column)
    if column.codes:
        return {"validate": "list", "source": f"=codes_{column.codes}", "error_message": message}
    if column.kind is Kind.FLAG:
        return {"validate": "list", "source": ["true", "false"], "error_message": message}
    if column.kind is Kind.DATE:
        return _is_date(message)
    return _is_number(column, message) if column.kind is Kind.NUMBER else None


def _is_date(message: str) -> dict[str, Any]:
    return {"validate": "date", "criteria": ">=", "value": date(1900, 1, 1), "error_message": message}


def _is_number(column: Column, message: str) -> dict[str, Any]:
    least = -LONGEST if column.at_least is None else column.at_least
    most = LONGEST if column.at_most is None else column.at_most
    kind = "integer" if column.whole else "decimal"
    return {"validate": kind, "criteria": "between", "minimum": least, "maximum": most, "error_message": message}


def _write_columns(book: _Book) -> None:
    headings = ("table", "column", "required", "takes", "refers to", "standard", "meaning")
    rows = [
        (table.name, column.name, requirement_in_words(table, column), kind_in_words(column),
         column.refers_to or "none", column.standard or "none", column.meaning)
        for table in TABLES.values() for column in table.columns
    ]  # fmt: skip
    book.write_table("columns", headings, rows, (22, 24, 14, 31, 20, 28, 64))


def _write_codes(book: _Book) -> None:
    rows: list[tuple[str, str, str]] = []
    for name in code_lists_used():
        entries = read_code_list(name).entries
        first = len(rows) + 2
        book.workbook.define_name(f"codes_{name}", f"=codes!$B${first}:$B${first + len(entries) - 1}")
        rows += [(name, entry.code, entry.meaning) for entry in entries]
    book.write_table("codes", ("list", "code", "meaning"), rows, (26, 32, 70))


def _add_note(sheet: Worksheet, row: int, column: int, words: str) -> None:
    lines = sum(1 + len(line) // 45 for line in words.split("\n"))
    sheet.write_comment(row, column, words, {"width": 300, "height": 20 + 16 * lines, "author": "earlyhelp"})


def _with_language(workbook: bytes) -> bytes:
    """Return the workbook with its language named, which XlsxWriter cannot set and screen readers ask for."""
    tag = f"<dc:language>{LANGUAGE}</dc:language></cp:coreProperties>"
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as before, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            content = before.read(part)
            if part.filename == "docProps/core.xml":
                content = content.replace(b"</cp:coreProperties>", tag.encode())
            after.writestr(part, content)
    return file.getvalue()
