"""Findings as a workbook for the person who must put the rows right, and all of them as CSV where they are too many.

Made to be read by everyone: one marked table on each sheet, headings in words, no merged cells, nothing said by colour
alone. Every text is written as a string, so that a value that begins with = is never a formula.
"""

# XlsxWriter carries no types of its own.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from earlyhelp.dataset.findings import Finding
from earlyhelp.dataset.source import Dataset
from earlyhelp.dataset.validation.rules import Effect

MOST_ROWS: Final = 100_000
"""Findings on the sheet; a spreadsheet program opens that many without trouble."""

EFFECTS: Final = {
    Effect.REFUSED: "refused: the row is not used",
    Effect.REFUSED_WITH_PARENT: "refused with the row it belongs to",
    Effect.BLANKED: "blanked: the value is read as not recorded",
    Effect.KEPT: "query: the row is used",
    Effect.NOTICE: "notice",
}
HEADINGS: Final = ("table", "row", "rule", "effect", "column", "value", "key", "what to put right", "answer")
_WIDTHS: Final = (20, 9, 10, 26, 20, 24, 26, 90, 40)
_TITLE: Final = "Findings in an early help dataset"
# Fixed, so that the same findings give the same bytes.
_CREATED: Final = datetime(2026, 1, 1)

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
    beside = path.parent / "findings.csv" if count > MOST_ROWS else None
    path.parent.mkdir(parents=True, exist_ok=True)
    book = Workbook(str(path), {"constant_memory": False, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": _TITLE, "subject": "Early help", "author": "earlyhelp", "created": _CREATED})
    formats = {
        "title": book.add_format({"bold": True, "font_size": 16, "text_wrap": True}),
        "words": book.add_format({"text_wrap": True, "valign": "top"}),
        "heading": book.add_format({"bold": True, "bottom": 1}),
    }
    _write_cover(book, formats, dataset, count, beside)
    _write_contents(book, formats)
    _write_table(book, formats, "summary", SUMMARY, (24, 12, 12, 12, 22, 16), _summary_rows(dataset))
    _write_table(book, formats, "rules", RULE_HEADINGS, (10, 34, 34, 10, 10, 90), _rule_rows(dataset))
    _write_table(book, formats, "findings", HEADINGS, _WIDTHS, _finding_rows(dataset.findings.rows(MOST_ROWS)))
    book.close()
    if beside:
        write_findings_csv(dataset.findings.rows(), beside)
    return WrittenFindings(path, beside)


def write_findings_csv(findings: Iterable[Finding], path: Path) -> None:
    """Write findings as CSV in UTF-8 with the headings of the workbook.

    A text that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADINGS)
        writer.writerows([_harmless(cell) for cell in row] for row in _finding_rows(findings))


SUMMARY: Final = ("table", "rows read", "rows used", "rows refused", "refused with parent", "values blanked")
RULE_HEADINGS: Final = ("rule", "what it is about", "effect", "findings", "answered", "what to put right")


def _write_cover(book: Workbook, formats: dict[str, Any], dataset: Dataset, count: int, beside: Path | None) -> None:
    sheet = book.add_worksheet("cover")
    sheet.set_column(0, 0, 100, formats["words"])
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
    for number, words in enumerate(lines):
        sheet.write_string(number, 0, words, formats["title" if number == 0 else "words"])


def _write_contents(book: Workbook, formats: dict[str, Any]) -> None:
    rows = (
        ("summary", "Rows read, used and refused for each table. Read is always the sum of the other three."),
        ("rules", "Each rule that was broken, how often, and what to do about it."),
        ("findings", "Each finding: where it is and what to put right."),
    )
    sheet = _write_table(book, formats, "contents", ("sheet", "what it holds"), (24, 90), rows)
    for number, (name, _) in enumerate(rows, start=1):
        sheet.write_url(number, 0, f"internal:'{name}'!A1", string=name)


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
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width, formats["words"])
    number = 0
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(number, place, cell, formats["words"])
            else:
                sheet.write_string(number, place, cell, formats["words"])
    columns = [{"header": heading, "header_format": formats["heading"]} for heading in headings]
    sheet.add_table(
        0, 0, max(number, 1), len(headings) - 1, {"name": f"sheet_{name}", "columns": columns, "style": None}
    )
    sheet.freeze_panes(1, 0)
    return sheet


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
