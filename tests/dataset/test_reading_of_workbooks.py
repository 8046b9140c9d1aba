"""Workbooks as people fill them: typed cells, blank rows, and the sheets that are no tables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from earlyhelp.dataset.reading.workbook import cell_text
from earlyhelp.dataset.source import CannotRead, open_dataset
from earlyhelp.dataset.template_workbook import write_template

Cells = list[list[object]]
MANIFEST: Cells = [["name", "value"], ["county_code", "E10000028"], ["county_name", "Staffordshire"],
                   ["as_at", date(2016, 7, 31)]]  # fmt: skip
PEOPLE: Cells = [["person_id", "role", "date_of_birth"], [7, " child ", date(2009, 5, 15)], [], [8, "baby", None]]


@pytest.fixture
def fill(tmp_path: Path) -> Callable[..., Path]:
    def write(name: str = "county.xlsx", first_row: int = 0, **sheets: Cells) -> Path:
        book = Workbook(str(tmp_path / name), {"default_date_format": "yyyy-mm-dd"})
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            for number, cells in enumerate(rows):
                for place, cell in enumerate(cells):
                    sheet.write(first_row * (title != "dataset") + number, place, cell)
        book.close()
        return tmp_path / name

    return write


@pytest.mark.parametrize("name", ["county.xlsx", "county.XLSM"])
def test_typed_cells_become_values_and_rows_keep_their_numbers(name: str, fill: Callable[..., Path]) -> None:
    with open_dataset(fill(name, dataset=MANIFEST, person=PEOPLE)) as dataset:
        assert dataset.manifest.as_at == date(2016, 7, 31)
        assert dataset.connection.execute("SELECT person_id, role, date_of_birth FROM person").fetchall() == [
            ("7", "child", date(2009, 5, 15))
        ]
        assert [(f.rule, f.row) for f in dataset.findings.rows()] == [("EH0107", 4)]
        assert [(each.read, each.used) for each in dataset.counts] == [(2, 1)]


def test_rows_above_the_column_names_are_counted(fill: Callable[..., Path]) -> None:
    with open_dataset(fill(first_row=2, dataset=MANIFEST, person=PEOPLE)) as dataset:
        assert [f.row for f in dataset.findings.rows()] == [6]


def test_sources_come_from_their_sheet_and_answers_from_theirs(fill: Callable[..., Path]) -> None:
    sources: Cells = [["table", "system", "extracted_at", "complete_from", "note"],
                      ["involvement", "Mosaic", date(2016, 8, 1), date(2014, 9, 1), None]]  # fmt: skip
    involvements: Cells = [["involvement_id", "family_id", "district_code", "started_on", "ended_on"],
                           ["I1", "F1", "E07000192", date(2016, 1, 1), date(2016, 2, 1)]]  # fmt: skip
    answers: Cells = [["rule", "table", "key", "reason"], ["EH0604Q", "involvement", "I1", "Signed on paper"]]
    path = fill(dataset=MANIFEST, sources=sources, involvement=involvements, query_answers=answers)
    with open_dataset(path) as dataset:
        source = dataset.manifest.sources["involvement"]
        assert (source.system, source.extracted_at, source.complete_from) == ("Mosaic", "2016-08-01", date(2014, 9, 1))
        assert [f.answer for f in dataset.findings.rows() if f.rule == "EH0604Q"] == ["Signed on paper"]


def test_sheets_that_explain_are_passed_over_and_others_noticed(fill: Callable[..., Path]) -> None:
    words: Cells = [["words"]]
    path = fill(dataset=MANIFEST, cover=words, codes=words, columns=words, Contents=words, pupils=words, person=PEOPLE)
    with open_dataset(path) as dataset:
        assert [f.table for f in dataset.findings.rows() if f.rule == "EH0005"] == ["pupils"]


def test_cells_beyond_the_named_columns_refuse_the_row(fill: Callable[..., Path]) -> None:
    with open_dataset(fill(dataset=MANIFEST, person=[["person_id", "role"], ["P1", "child", "x"]])) as dataset:
        assert [(f.rule, f.row) for f in dataset.findings.rows()] == [("EH0004", 2)]


def test_the_blank_workbook_asks_for_its_county(tmp_path: Path) -> None:
    write_template(tmp_path / "blank.xlsx")
    with pytest.raises(CannotRead, match="lacks"):
        open_dataset(tmp_path / "blank.xlsx")


def test_a_workbook_without_manifest_or_with_an_empty_sheet_cannot_be_read(fill: Callable[..., Path]) -> None:
    with pytest.raises(CannotRead, match="no sheet `dataset`"):
        open_dataset(fill(person=PEOPLE))
    with pytest.raises(CannotRead, match="the sheet person is empty"):
        open_dataset(fill(dataset=MANIFEST, person=[]))
    with pytest.raises(CannotRead, match="holds no table"):
        open_dataset(fill(dataset=MANIFEST))


def test_cells_are_written_as_the_dataset_writes_them() -> None:
    cells = [5.0, 0.1, 1e-7, True, date(2016, 1, 2), datetime(2016, 1, 2), datetime(2016, 1, 2, 3, 4), "a"]
    expected = ["5", "0.1", "0.0000001", "true", "2016-01-02", "2016-01-02", "2016-01-02 03:04:00", "a"]
    assert [cell_text(cell) for cell in cells] == expected
