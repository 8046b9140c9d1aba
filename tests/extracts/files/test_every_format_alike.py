"""A table written as every kind of workbook and as CSV is the same sheet; or a cell is named that cannot be."""

from __future__ import annotations

import string
import tempfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from earlyhelp.extracts.files.text_file import read_text_file
from earlyhelp.extracts.files.workbook import read_workbook, take_answer
from earlyhelp.extracts.files.workbook_child import answer
from tests.extracts.writers.cells import CannotWrite, CellError, Table
from tests.extracts.writers.csv_text import plain_text, write_csv
from tests.extracts.writers.ods import write_ods
from tests.extracts.writers.xls import write_xls
from tests.extracts.writers.xlsb import write_xlsb
from tests.extracts.writers.xlsx import write_xlsx

WRITERS: dict[str, Callable[[Path, dict[str, Table]], Path]] = {
    "1900.xlsx": write_xlsx,
    "1904.xlsx": lambda path, sheets: write_xlsx(path, sheets, 1904),
    "1900.xlsb": write_xlsb,
    "1904.xlsb": lambda path, sheets: write_xlsb(path, sheets, 1904),
    "1900.xls": write_xls,
    "1904.xls": lambda path, sheets: write_xls(path, sheets, 1904),
    "any.ods": write_ods,
}
CSVS = {"comma.csv": ("utf-8-sig", ","), "semicolon.csv": ("utf-8", ";"), "tab.csv": ("utf-16", "\t")}
LETTERS = string.ascii_letters + string.digits + "&<>\"'=;,.:/#*-_ éß£€–\u00a0\u200b😀\t\n"

texts = st.text(LETTERS, max_size=12) | st.sampled_from(["a) WBRI", "2A: Schools", "  ", "", "12.03", "2016-07-31"])
decimals = st.floats(-1e12, 1e12, allow_nan=False, allow_subnormal=False).map(lambda number: float(f"{number:.15g}"))
numbers = st.integers(-(10**9), 10**9) | decimals | st.sampled_from([0.1, 1e-7, 1e20])
days = st.dates(date(1900, 3, 1), date(9999, 12, 31))
moments = st.datetimes(datetime(1904, 1, 2), datetime(9999, 12, 30)).map(lambda moment: moment.replace(microsecond=0))
errors = st.sampled_from(["#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!"]).map(CellError)
cells = st.none() | texts | numbers | days | moments | st.booleans() | errors
tables = st.lists(st.lists(cells, max_size=6), min_size=1, max_size=8)
HEADING: Table = [["Ref", "Received", "Age", "Closed", "Days", "Note"]]


def normal(table: Table) -> list[tuple[int, list[str]]]:
    """The rows that hold something, in the form the sheet promises."""
    rows: list[tuple[int, list[str]]] = []
    for number, row in enumerate(table, start=1):
        texts = [plain_text(cell) for cell in row]
        while texts and not texts[-1].strip(" \t\n\u00a0\u200b"):
            texts.pop()
        if texts:
            rows.append((number, texts))
    return rows


def read_all(table: Table) -> dict[str, list[tuple[int, list[str]]] | str]:
    """What each format gives, or the sentence of its refusal."""
    found: dict[str, list[tuple[int, list[str]]] | str] = {}
    with tempfile.TemporaryDirectory() as place:
        for name, write in WRITERS.items():
            try:
                path = write(Path(place) / name, {"Data": table})
            except CannotWrite as refusal:
                found[name] = str(refusal)
                continue
            # In this process: a process for each would leave time for a few tables only.
            answer(path, name, Path(place))
            (sheet,) = take_answer(name, Path(place))
            found[name] = list(zip(sheet.numbers, sheet.rows, strict=True))
        for name, (encoding, delimiter) in CSVS.items():
            sheet = read_text_file(write_csv(Path(place) / name, table, encoding, delimiter), name, Path(place))
            found[name] = list(zip(sheet.numbers, sheet.rows, strict=True))
    return found


@settings(max_examples=25)
@given(tables)
@example([[None, None, "a"], [], [0.5, True, CellError("#N/A"), date(2016, 7, 31), datetime(2016, 2, 29, 23, 59, 59)]])
@example([["x\ty\nz", " 2 spaces  within ", "&amp;", "_x000A_"], [-0.0, 1e20, 123456789.125, 0.1 + 0.2, 37.5 - 30.4]])
def test_the_same_table_is_the_same_sheet_in_every_format(table: Table) -> None:
    whole = HEADING + table
    for name, rows in read_all(whole).items():
        if isinstance(rows, str):
            assert "is before" in rows
        else:
            assert rows == normal(whole), name


@pytest.mark.parametrize("kind", [name for name in WRITERS if name != "any.ods"])
@pytest.mark.parametrize("day", [date(1900, 2, 28), date(1850, 1, 1)])
def test_a_day_that_programs_disagree_about_is_named_by_its_cell(kind: str, day: date, tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match=r"^B3 is before"):
        WRITERS[kind](tmp_path / kind, {"Data": [[], [], [None, day]]})


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize(("text", "why"), [("a\0b", "a character that no workbook can"), ("x" * 32_768, "32,767")])
def test_a_text_that_a_workbook_cannot_hold_is_named_by_its_cell(
    kind: str, text: str, why: str, tmp_path: Path
) -> None:
    with pytest.raises(CannotWrite, match=f"^C1 holds .*{why}"):
        WRITERS[kind](tmp_path / kind, {"Data": [[None, None, text]]})


@pytest.mark.parametrize("kind", WRITERS)
def test_the_longest_text_a_workbook_holds_is_read_whole(kind: str, tmp_path: Path) -> None:
    path = WRITERS[kind](tmp_path / kind, {"Data": [["é" * 32_767, "x" * 32_767]]})
    (sheet,) = read_workbook(path, kind, tmp_path)
    assert sheet.rows == [["é" * 32_767, "x" * 32_767]]
