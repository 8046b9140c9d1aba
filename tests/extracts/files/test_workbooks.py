"""What a sheet of a workbook comes out as: rows with their true numbers, and what a reader should know about them."""

from __future__ import annotations

import signal
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import cast

import pytest
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.extracts.files.sheet import Sheet
from earlyhelp.extracts.files.workbook import read_workbook
from tests.extracts.writers import xls, xlsb
from tests.extracts.writers.cells import CellError, Table
from tests.extracts.writers.ods import write_content, write_ods
from tests.extracts.writers.xls import write_xls
from tests.extracts.writers.xlsb import write_xlsb
from tests.extracts.writers.xlsx import write_xlsx
from tests.extracts.writers.xlsx_parts import write_rows

WRITERS = {"xlsx": write_xlsx, "xlsb": write_xlsb, "xls": write_xls, "ods": write_ods}
TABLE: Table = [
    [],
    [None, None, "Requests for support"],
    [],
    [None, "Ref", "Received", "Age", "Closed", "Days"],
    [None, "R1", date(2016, 7, 31), 12.5, True, CellError("#N/A")],
    [None, "R2", datetime(2016, 2, 29, 9, 30), 7, False, CellError("#DIV/0!")],
    [None, " ", None],
]
ROWS = [
    ["", "", "Requests for support"],
    ["", "Ref", "Received", "Age", "Closed", "Days"],
    ["", "R1", "2016-07-31", "12.5", "true", "#N/A"],
    ["", "R2", "2016-02-29 09:30:00", "7", "false", "#DIV/0!"],
]

Read = Callable[[Path], list[Sheet]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    return lambda path: read_workbook(path, path.name, tmp_path)


@pytest.fixture
def draw(tmp_path: Path) -> Callable[[Callable[[Worksheet], object]], Path]:
    """Makes an xlsx of one sheet from the acts that fill it."""

    def make(fill: Callable[[Worksheet], object]) -> Path:
        with xlsxwriter.Workbook(str(tmp_path / "drawn.xlsx")) as book:
            fill(cast("Worksheet", book.add_worksheet("A")))
        return tmp_path / "drawn.xlsx"

    return make


@pytest.mark.parametrize("kind", WRITERS)
def test_rows_and_places_are_those_a_spreadsheet_shows(kind: str, read: Read, tmp_path: Path) -> None:
    (sheet,) = read(WRITERS[kind](tmp_path / f"requests.{kind}", {"Data": TABLE}))
    assert (sheet.file, sheet.name, sheet.numbers, sheet.rows) == (f"requests.{kind}", "Data", [2, 4, 5, 6], ROWS)
    assert (sheet.blank_rows, sheet.notes, sheet.is_hidden) == (2, (), False)


@pytest.mark.parametrize("kind", WRITERS)
def test_what_a_file_is_its_content_says_and_not_its_name(kind: str, read: Read, tmp_path: Path) -> None:
    (sheet,) = read(WRITERS[kind](tmp_path / f"{kind}.dat", {"Data": TABLE}))
    assert sheet.rows == ROWS
    (sheet,) = read(WRITERS[kind](tmp_path / "wrong.xls", {"Data": TABLE}))
    assert sheet.rows == ROWS


@pytest.mark.parametrize("kind", ["xlsx", "xlsb", "xls"])
def test_days_are_the_same_wherever_a_workbook_counts_from(kind: str, read: Read, tmp_path: Path) -> None:
    for epoch in (1900, 1904):
        (sheet,) = read(WRITERS[kind](tmp_path / f"{epoch}.{kind}", {"Data": TABLE}, epoch))  # pyright: ignore
        assert (sheet.epoch, sheet.rows) == (epoch, ROWS)


@pytest.mark.parametrize("kind", WRITERS)
def test_an_empty_sheet_is_a_sheet_without_rows(kind: str, read: Read, tmp_path: Path) -> None:
    sheets = read(WRITERS[kind](tmp_path / f"two.{kind}", {"Data": TABLE, "Notes & more": []}))
    assert [(sheet.name, len(sheet.rows)) for sheet in sheets] == [("Data", 4), ("Notes & more", 0)]


def test_charts_are_left_out_and_hidden_sheets_said_to_be_hidden(read: Read, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "charts.xlsx")) as book:
        book.add_worksheet("Shown").write(0, 0, "a")
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=Shown!$A$1:$A$2"})  # pyright: ignore
        book.add_chartsheet("Chart").set_chart(chart)  # pyright: ignore
        hidden, very = book.add_worksheet("Hidden"), book.add_worksheet("Very")
        hidden.hide()
        very.very_hidden()
    found = [(sheet.name, sheet.is_hidden) for sheet in read(tmp_path / "charts.xlsx")]
    assert found == [("Shown", False), ("Hidden", True), ("Very", True)]


def test_hidden_rows_and_columns_are_told(read: Read, draw: Callable[..., Path]) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.write_column(0, 0, ["Ref", "R1", "R2", "R3"])
        sheet.write(0, 4, "Note")
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_row(90, None, None, {"hidden": True})
        sheet.set_column(1, 2, None, None, {"hidden": True})

    (sheet,) = read(draw(fill))
    assert (sheet.hidden_rows, sheet.hidden_columns, sheet.numbers) == ({3}, {1, 2}, [1, 2, 3, 4])


def test_hidden_rows_and_columns_are_told_of_xlsb(read: Read, tmp_path: Path) -> None:
    cells = xlsb.cell_record(0, "a") + xlsb.cell_record(3, 5)
    column = xlsb.record(390) + xlsb.record(60, bytes([2, 0, 0, 0] * 2 + [0] * 8 + [1, 0])) + xlsb.record(391)
    rows = xlsb.row_record(0) + cells + xlsb.row_record(4, is_hidden=True) + cells
    part = (
        xlsb.record(129)
        + xlsb.record(148, bytes(16))
        + column
        + xlsb.record(145)
        + rows
        + xlsb.record(146)
        + xlsb.record(130)
    )
    (sheet,) = read(xlsb.write_parts(tmp_path / "hidden.xlsb", {"A": part}))
    assert (sheet.hidden_rows, sheet.hidden_columns, sheet.numbers) == ({5}, {2}, [1, 5])


def test_hidden_rows_and_columns_are_told_of_xls(read: Read, tmp_path: Path) -> None:
    hidden = xls.record(0x7D, bytes([1, 0, 1, 0, 0, 8, 0, 0, 1, 0, 0, 0]))
    hidden += xls.record(0x208, bytes([1, 0, 0, 0, 3, 0, 0, 1, 0, 0, 0, 0, 0x20, 1, 0, 0]))
    texts: dict[str, int] = {}
    cells = xls.cell_record(0, 0, "a", texts) + xls.cell_record(1, 2, "b", texts)
    part = xls.sheet_start(2, 3) + hidden + cells + xls.record(0x0A)
    path = xls.write_cfb(tmp_path / "hidden.xls", {"Workbook": xls.join_parts({"A": part}, xls.shared_texts([*texts]))})
    (sheet,) = read(path)
    assert (sheet.hidden_rows, sheet.hidden_columns, sheet.rows) == ({2}, {1}, [["a"], ["", "", "b"]])


def test_hidden_rows_columns_and_sheets_are_told_of_ods(read: Read, tmp_path: Path) -> None:
    cell = '<table:table-cell office:value-type="float" office:value="1"/>'
    (sheet,) = read(
        write_content(
            tmp_path / "hidden.ods",
            '<table:table table:name="A" table:style-name="hidden"><table:table-column/>'
            '<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
            f'<table:table-row table:number-rows-repeated="2">{cell}</table:table-row>'
            f'<table:table-row table:visibility="filter">{cell}</table:table-row></table:table>',
        )
    )
    assert (sheet.is_hidden, sheet.hidden_rows, sheet.hidden_columns) == (True, {3}, {1, 2})
    assert (sheet.numbers, sheet.rows) == ([1, 2, 3], [["1"], ["1"], ["1"]])


def test_formulas_without_a_saved_result_are_counted_and_the_first_is_named(read: Read, tmp_path: Path) -> None:
    rows = (
        '<row r="6"><c r="A6"><v>1</v></c></row><row r="7"><c r="A7"><v>2</v></c><c r="D7"><f>A6+A7</f></c></row>'
        '<row r="8"><c r="D8"><f>A6</f><v></v></c><c r="E8" t="str"><f>""</f><v></v></c></row>'
    )
    (sheet,) = read(write_rows(tmp_path / "unsaved.xlsx", rows))
    assert (sheet.numbers, sheet.rows) == ([6, 7], [["1"], ["2"]])
    assert sheet.notes == (
        "2 formulas have no saved result, the first at D7: open the file in Excel and save it.",
    )  # fmt: skip


def test_of_merged_cells_the_first_has_the_text(read: Read, draw: Callable[..., Path]) -> None:
    (sheet,) = read(draw(lambda sheet: sheet.merge_range(1, 1, 2, 3, "Newcastle")))
    assert (sheet.numbers, sheet.rows, sheet.blank_rows) == ([2], [["", "Newcastle"]], 1)


def test_a_protected_sheet_is_read(read: Read, draw: Callable[..., Path]) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.write(0, 0, "a")
        sheet.protect("secret")

    assert read(draw(fill))[0].rows == [["a"]]


def test_days_before_march_1900_stay_numbers_and_are_named(read: Read, draw: Callable[..., Path]) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.write(0, 0, "Born")
        for row, number in enumerate((61, 59, 1), start=1):
            sheet.write_number(row, 1, number, sheet.default_date_format)  # pyright: ignore

    with xlsxwriter.Workbook(str(draw(lambda sheet: sheet)), {"default_date_format": "dd/mm/yyyy"}) as book:
        fill(cast("Worksheet", book.add_worksheet("A")))
    (sheet,) = read(Path(str(book.filename)))
    assert sheet.rows == [["Born"], ["", "1900-03-01"], ["", "59"], ["", "1"]]
    assert sheet.notes[0].startswith(
        "2 days before 1 March 1900 kept as the number that the workbook holds, the first at B3"
    )


def test_lengths_of_time_are_hours_minutes_and_seconds(read: Read, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "times.xlsx")) as book:
        sheet = book.add_worksheet("A")
        sheet.write(0, 0, 1.25, book.add_format({"num_format": "[h]:mm"}))
        sheet.write(0, 1, 0.25, book.add_format({"num_format": "hh:mm"}))
    cells = "".join(
        f'<table:table-cell office:value-type="time" office:time-value="{time}"/>' for time in ("PT30H", "PT6H0M0S")
    )
    write_content(
        tmp_path / "times.ods", f'<table:table table:name="A"><table:table-row>{cells}</table:table-row></table:table>'
    )
    for path in (tmp_path / "times.xlsx", tmp_path / "times.ods"):
        assert read(path)[0].rows == [["30:00:00", "06:00:00"]]


@pytest.mark.parametrize(
    "rows",
    [
        '<x:row xmlns:x="m" r="2"><x:c r="B2"><x:v>1</x:v></x:c></x:row>',
        "<row><c><v>0</v></c></row><row><c/><c><v>1</v></c></row>",
        "<row r='2'><c r='B2'><v>1</v></c></row>",
        '<row spans="1:2" r="2" ht="15"><c s="1" r="B2" t="n"><v>1</v></c></row>',
        '<!-- exported --><row r="2"><c r="A2" s="3"/><c r="B2"><v>1</v></c></row>',
        '<row r="1"/><row r="2"><c r="B2" t="inlineStr"><is><r><t>1</t></r></is></c></row>',
    ],
)
def test_other_ways_to_write_a_sheet_are_read_alike(rows: str, read: Read, tmp_path: Path) -> None:
    (sheet,) = read(write_rows(tmp_path / "other.xlsx", rows))
    assert (sheet.numbers[-1], sheet.rows[-1]) == (2, ["", "1"])


def test_shared_texts_of_white_space_fill_no_row(read: Read, draw: Callable[..., Path]) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.write_column(0, 0, ["a", "\u00a0", "  ", "b", "\u00e9"])

    (sheet,) = read(draw(fill))
    assert (sheet.numbers, sheet.blank_rows) == ([1, 4, 5], 2)


def test_an_error_that_readers_do_not_know_is_refused_with_its_address(read: Read, tmp_path: Path) -> None:
    path = write_rows(tmp_path / "new.xlsx", '<row r="7"><c r="D7" t="e"><v>#SPILL!</v></c></row>')
    with pytest.raises(CannotRead, match=r"new\.xlsx, sheet A: D7 holds the error #SPILL!"):
        read(path)


@pytest.mark.parametrize("kind", WRITERS)
def test_nothing_stays_behind(kind: str, read: Read, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    path = WRITERS[kind](tmp_path / f"requests.{kind}", {"Data": TABLE})
    read_workbook(path, path.name, tmp_path / "folder")
    assert not [*(tmp_path / "folder").iterdir()]


def test_rows_that_one_reader_loses_refuse_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_xlsx(tmp_path / "lost.xlsx", {"Data": TABLE})
    from earlyhelp.extracts.files import workbook_reading

    true_rows = workbook_reading._true_rows  # pyright: ignore[reportPrivateUsage]
    monkeypatch.setattr(workbook_reading, "_true_rows", lambda read: [*true_rows(read)][:-2])
    with pytest.raises(CannotRead, match="two ways of counting its rows do not agree"):
        workbook_reading.read_into(path, "lost.xlsx", tmp_path)


def test_a_process_that_ends_in_the_middle_is_a_sentence(
    read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_xlsx(tmp_path / "any.xlsx", {"Data": TABLE})
    monkeypatch.setattr("earlyhelp.extracts.files.workbook._MODULE", "no.such.module")
    with pytest.raises(CannotRead, match="needs more memory than a workbook is given, or is damaged"):
        read(path)


def test_a_process_that_takes_too_long_is_ended(read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_xlsx(tmp_path / "any.xlsx", {"Data": TABLE})
    monkeypatch.setattr("earlyhelp.extracts.files.workbook.MOST_SECONDS_BY_THE_CLOCK", 0)
    with pytest.raises(CannotRead, match="more than 0 seconds to read"):
        read(path)


@pytest.mark.skipif(not hasattr(signal, "SIGXCPU"), reason="this system has no limit on work")
def test_a_process_that_works_too_long_ends_itself(read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_xlsx(tmp_path / "any.xlsx", {"Data": TABLE})
    monkeypatch.setattr("earlyhelp.extracts.files.workbook._MODULE", "tests.extracts.files.works_for_ever")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[3]))
    with pytest.raises(CannotRead, match="more than 10 seconds to read"):
        read(path)


def test_the_parts_of_a_workbook_may_be_written_in_any_case(read: Read, tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"Data": TABLE})
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as target:
        for name in source.namelist():
            target.writestr(name.replace("sheet1", "Sheet1"), source.read(name))
    assert read(tmp_path / "b.xlsx")[0].rows == ROWS
