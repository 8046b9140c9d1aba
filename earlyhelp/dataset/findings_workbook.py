"""Findings as a workbook for the person who must put the rows right, and all of them as CSV where they are too many.

Made to be read by everyone: one marked table on each sheet, headings in words, no merged cells, nothing said by colour
alone. Every text is written as a string, so that a value that begins with = is never a formula.
"""

# XlsxWriter carries no types of its own.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import duckdb
from python_calamine import CalamineError, CalamineWorkbook
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from earlyhelp.dataset.findings import IN_ORDER, Finding, Findings
from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.dataset.reading.workbook_archive import check_archive
from earlyhelp.dataset.source import Dataset
from earlyhelp.dataset.sql_text import literal
from earlyhelp.dataset.table_types import quoted
from earlyhelp.dataset.validation.rules import Effect
from earlyhelp.dataset.workbook_layout import STYLES, fit_row, new_workbook, set_up_page, write_words

MOST_ROWS: Final = 20_000
"""Findings on the sheet: more than anybody puts right one by one, and soon written and opened."""

EFFECTS: Final = {
    Effect.REFUSED: "refused: the row is not used",
    Effect.REFUSED_WITH_PARENT: "refused with the row it belongs to",
    Effect.BLANKED: "blanked: the value is read as not recorded",
    Effect.KEPT: "query: the row is used",
    Effect.NOTICE: "notice",
}
HEADINGS: Final = ("table", "row", "rule", "effect", "column", "value", "key", "what to put right", "answer")
_WIDTHS: Final = (18, 8, 10, 20, 18, 18, 20, 70, 24)
_TITLE: Final = "Findings in an early help dataset"
# Fixed, so that the same findings give the same bytes.
_CREATED: Final = datetime(2026, 1, 1)

SHEETS: Final = ("cover", "contents", "summary", "rules", "findings")
"""The sheets of the workbook, in order: by these it is known again."""

Cell = str | int


@dataclass(frozen=True, slots=True)
class WrittenFindings:
    """What was written: the workbook, and the CSV file with every finding where the sheet could not hold them."""

    workbook: Path
    all_findings: Path | None


def write_findings_workbook(dataset: Dataset, path: Path) -> WrittenFindings:
    """Write the findings of a dataset, replacing a workbook that is there.

    Where there are more than MOST_ROWS, `findings.csv` beside it holds all of them.
    Raises  OSError: the file cannot be written
    """
    count = dataset.findings.count()
    beside = place_of_all_findings(count, path)
    path.parent.mkdir(parents=True, exist_ok=True)
    # Kept in memory and written at the end: XlsxWriter's own error for a file that is open elsewhere is no OSError.
    file = io.BytesIO()
    book = new_workbook(file, {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": _TITLE, "subject": "Early help", "author": "earlyhelp", "created": _CREATED})
    formats = {name: book.add_format(dict(style)) for name, style in STYLES.items()}
    _write_cover(book, formats, dataset, count, beside)
    _write_contents(book, formats)
    _write_table(book, formats, "summary", SUMMARY, (24, 12, 12, 12, 22, 16), _summary_rows(dataset))
    _write_table(book, formats, "rules", RULE_HEADINGS, (10, 34, 28, 10, 10, 70), _rule_rows(dataset))
    _write_table(book, formats, "findings", HEADINGS, _WIDTHS, _finding_rows(dataset.findings.rows(MOST_ROWS)))
    book.close()
    path.write_bytes(file.getbuffer())
    if beside:
        write_findings_csv(dataset.findings, beside)
    return WrittenFindings(path, beside)


def place_of_all_findings(count: int, workbook: Path) -> Path | None:
    """Return where so many findings are written as CSV; None where the workbook holds them all."""
    return workbook.parent / "findings.csv" if count > MOST_ROWS else None


def is_findings_workbook(path: Path) -> bool:
    """Whether the file is a workbook of findings, which a later one may replace."""
    try:
        check_archive(path)
        with CalamineWorkbook.from_path(str(path)) as workbook:
            return tuple(workbook.sheet_names) == SHEETS
    except (CannotRead, CalamineError, OSError, ValueError):
        return False


def is_findings_csv(path: Path) -> bool:
    """Whether the file begins with the headings of all findings as CSV."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return tuple(next(csv.reader(file), ())) == HEADINGS
    except (OSError, ValueError, csv.Error):
        return False


def write_findings_csv(findings: Findings, path: Path) -> None:
    """Write all findings as CSV in UTF-8 with the headings of the workbook.

    A text that a spreadsheet would take for a formula gets an apostrophe in front.
    Raises  OSError: the file cannot be written
    """
    effects = " ".join(f"WHEN {literal(effect)} THEN {literal(words)}" for effect, words in EFFECTS.items())
    texts = {"effect": f"CASE effect {effects} END", "row": "row_number"}
    texts |= {
        heading: _harmless(column)
        for heading, column in (
            ("table", "table_name"), ("rule", "rule"), ("column", "column_name"), ("value", "value"), ("key", "key"),
            ("what to put right", "sentence"), ("answer", "answer"),
        )
    }  # fmt: skip
    # The byte order mark tells a spreadsheet program that the file is UTF-8.
    mark = {HEADINGS[0]: f"\ufeff{HEADINGS[0]}"}
    named = ", ".join(f"{texts[heading]} AS {quoted(mark.get(heading, heading))}" for heading in HEADINGS)
    # The column names that the file has are not those that the order means.
    in_order = ", ".join(f"found.{column}" for column in IN_ORDER.split(", "))
    try:
        findings.connection.execute(
            f"COPY (SELECT {named} FROM ({findings.rows_sql()}) found ORDER BY {in_order}) TO {literal(str(path))} "
            "(FORMAT csv, HEADER true)"
        )
    except duckdb.IOException as error:
        raise OSError(f"{path.name} could not be written ({str(error).partition(chr(10))[0]})") from None


SUMMARY: Final = ("table", "rows read", "rows used", "rows refused", "refused with parent", "values blanked")
RULE_HEADINGS: Final = ("rule", "what it is about", "effect", "findings", "answered", "what to put right")


def _write_cover(book: Workbook, formats: dict[str, Any], dataset: Dataset, count: int, beside: Path | None) -> None:
    sheet = book.add_worksheet("cover")
    set_up_page(sheet, None)
    manifest = dataset.manifest
    more = f"The sheet findings shows the first {MOST_ROWS:,} of {count:,}; " if beside else ""
    shown = f"{more}{beside.name} beside it holds all." if beside else ""
    lines = (
        _TITLE,
        f"{manifest.county_name} ({manifest.county_code}), records up to {manifest.as_at.isoformat()}.",
        f"{count:,} findings. {shown}".strip(),
        "A refused row is not used in any figure. A blanked value is read as not recorded. A query is about a row that "
        "is used: put it right, or answer it in query_answers.csv (rule, table, key, reason).",
        "Row numbers are those of the file or sheet as a spreadsheet shows it; the column names are row 1.",
        "Put things right in the system the rows come from, then extract them again. Values that say something about "
        "a person are withheld here.",
    )
    write_words(sheet, [("title" if words == _TITLE else "words", words) for words in lines], formats, 110)


def _write_contents(book: Workbook, formats: dict[str, Any]) -> None:
    rows = (
        ("summary", "Rows read, used and refused for each table. Read is always the sum of the other three."),
        ("rules", "Each rule that was broken, how often, and what to do about it."),
        ("findings", "Each finding: where it is and what to put right."),
    )
    sheet = _write_table(book, formats, "contents", ("sheet", "what it holds"), (24, 90), rows)
    for number, (name, _) in enumerate(rows, start=1):
        sheet.write_url(number, 0, f"internal:'{name}'!A1", formats["link"], name)


def _summary_rows(dataset: Dataset) -> Iterable[Sequence[Cell]]:
    for each in dataset.counts:
        yield each.table, each.read, each.used, each.refused, each.refused_with_parent, each.blanked


def _rule_rows(dataset: Dataset) -> Iterable[Sequence[Cell]]:
    for each in dataset.findings.count_by_rule():
        yield each.rule.id, each.rule.title, EFFECTS[each.effect], each.count, each.answered, each.example.advice


def _finding_rows(findings: Iterable[Finding]) -> Iterable[Sequence[Cell]]:
    for each in findings:
        row: Cell = "" if each.row is None else each.row
        yield (
            each.table, row, each.rule, EFFECTS[each.effect], each.column, each.value, each.key,
            each.sentence, each.answer,
        )  # fmt: skip


def _write_table(
    book: Workbook,
    formats: dict[str, Any],
    name: str,
    headings: Sequence[str],
    widths: Sequence[int],
    rows: Iterable[Sequence[Cell]],
) -> Worksheet:
    """Write a sheet that is one marked table, its headings kept in sight."""
    sheet = book.add_worksheet(name)
    set_up_page(sheet, headings_in=0)
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width, formats["words"])
    number = 0
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(number, place, cell, formats["count"])
            else:
                sheet.write_string(number, place, cell, formats["words"])
        fit_row(sheet, number, row, widths)
    columns = [{"header": heading, "header_format": formats["heading"]} for heading in headings]
    sheet.add_table(
        0, 0, max(number, 1), len(headings) - 1, {"name": f"sheet_{name}", "columns": columns, "style": None}
    )
    sheet.freeze_panes(1, 0)
    return sheet


def _harmless(column: str) -> str:
    """SQL for a text that no spreadsheet program takes for a formula, NULL where it is empty."""
    first = f"left({column}, 1)"
    return (
        f"CASE WHEN {first} IN ('=', '+', '-', '@', chr(9), chr(13)) THEN concat(chr(39), {column}) "
        f"ELSE nullif({column}, '') END"
    )
