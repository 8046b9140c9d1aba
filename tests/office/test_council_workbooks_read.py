"""What an office suite saves is read as it stands, and what the tests' own writers write an office suite opens too."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from earlyhelp.extracts.files.find_files import find_files
from earlyhelp.extracts.files.read_file import read_file
from earlyhelp.extracts.files.sheet import Sheet
from tests.extracts.writers.cells import Table
from tests.extracts.writers.ods import write_ods
from tests.extracts.writers.xls import write_xls
from tests.extracts.writers.xlsb import write_xlsb
from tests.office.test_workbooks_open import convert

pytestmark = pytest.mark.office

DRAWN: Table = [
    ["Ref", "Started", "Posts", "Note"],
    ["R1", date(2016, 1, 4), 7.25, "St Anne’s"],
    [None, None, None, None],
    ["R2", date(2016, 2, 29), 12, "a, b; c"],
    ["007", date(1999, 12, 31), -3, None],
]
AS_TEXT = [
    ["Ref", "Started", "Posts", "Note"],
    ["R1", "2016-01-04", "7.25", "St Anne’s"],
    ["R2", "2016-02-29", "12", "a, b; c"],
    ["007", "1999-12-31", "-3"],
]


def read(path: Path, folder: Path) -> Sheet:
    (found,) = find_files([path])
    (sheet,) = read_file(found, folder)
    return sheet


def write_with_formulas(path: Path) -> Path:
    """A workbook with a day, a sum and an error that are formulas, a hidden row and a merged title."""
    with Workbook(path) as book:
        sheet = book.add_worksheet("Cases")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.merge_range("A1:C1", "Case list")
        sheet.write_row("A3", ["Ref", "Started", "Posts"])
        sheet.write_row("A4", ["R1", None, 2.5])
        sheet.write_datetime("B4", datetime(2016, 1, 4), day)
        sheet.write_row("A5", ["R2"])
        sheet.write_formula("B5", "=B4+31", day, 42404)
        sheet.write_formula("C5", "=NA()", None, "#N/A")  # pyright: ignore[reportCallIssue, reportArgumentType]
        sheet.write_string("A6", "Total")
        sheet.write_formula("C6", "=C4*2", None, 5)
        sheet.set_row(4, None, None, {"hidden": True})
    return path


@pytest.mark.parametrize("form", ["xlsx", "xls", "ods"])
def test_a_workbook_saved_by_an_office_suite_is_read_as_it_stands(form: str, tmp_path: Path) -> None:
    (saved,) = convert(write_with_formulas(tmp_path / "cases.xlsx"), form, tmp_path)
    sheet = read(saved, tmp_path)
    assert list(zip(sheet.numbers, sheet.rows, strict=True)) == [
        (1, ["Case list"]),
        (3, ["Ref", "Started", "Posts"]),
        (4, ["R1", "2016-01-04", "2.5"]),
        (5, ["R2", "2016-02-04", "#N/A"]),
        (6, ["Total", "", "5"]),
    ]
    assert sheet.hidden_rows == {5}


@pytest.mark.parametrize(("form", "write"), [("xls", write_xls), ("xlsb", write_xlsb), ("ods", write_ods)])
def test_an_office_suite_opens_what_the_tests_write(
    form: str, write: Callable[[Path, dict[str, Table]], Path], tmp_path: Path
) -> None:
    written = write(tmp_path / f"table.{form}", {"Cases": DRAWN})
    assert read(written, tmp_path).rows == AS_TEXT
    (saved,) = convert(written, "xlsx:Calc MS Excel 2007 XML", tmp_path)
    # These writers name no formats, so the office suite shows days as the numbers they are stored as.
    without_days = [[cell for place, cell in enumerate(row) if place != 1] for row in AS_TEXT]
    assert [
        [cell for place, cell in enumerate(row) if place != 1] for row in read(saved, tmp_path).rows
    ] == without_days
