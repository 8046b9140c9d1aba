"""Workbooks as people fill them: typed cells, blank rows, and the sheets that are no tables."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from earlyhelp.dataset.reading.input_files import input_files
from earlyhelp.dataset.reading.workbook_cells import cell_text
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


BESIDE = {"county_code": "E10000028", "county_name": "Staffordshire", "as_at": "2016-06-30", "sources": {}}


def write_beside(folder: Path) -> None:
    (folder / "dataset.json").write_text(json.dumps(BESIDE), encoding="utf-8")


def test_a_folder_may_hold_one_workbook_in_place_of_its_tables(fill: Callable[..., Path], tmp_path: Path) -> None:
    fill(person=PEOPLE, pupils=[["words"]])
    write_beside(tmp_path)
    for name in ("findings.xlsx", "~$county.xlsx", "notes.txt"):
        (tmp_path / name).write_bytes(b"not read")
    (tmp_path / "query_answers.csv").write_text("rule,table,key,reason\n", encoding="utf-8")
    with open_dataset(tmp_path) as dataset:
        assert dataset.manifest.as_at == date(2016, 6, 30)
        assert [(each.table, each.read, each.used) for each in dataset.counts] == [("person", 2, 1)]
        noticed = [f.table for f in dataset.findings.rows() if f.rule == "EH0005"]
        assert sorted(noticed) == ["notes.txt", "pupils"]


def test_in_a_folder_its_manifest_decides_and_by_its_path_that_of_the_workbook(
    fill: Callable[..., Path], tmp_path: Path
) -> None:
    path = fill(dataset=MANIFEST, person=PEOPLE)
    write_beside(tmp_path)
    for source, as_at in ((tmp_path, date(2016, 6, 30)), (path, date(2016, 7, 31))):
        with open_dataset(source) as dataset:
            assert dataset.manifest.as_at == as_at
    (tmp_path / "dataset.json").unlink()
    with open_dataset(tmp_path) as dataset:
        assert dataset.manifest.as_at == date(2016, 7, 31)


def test_a_workbook_without_manifest_is_spoken_for_by_the_one_beside_it(
    fill: Callable[..., Path], tmp_path: Path
) -> None:
    path = fill(person=PEOPLE)
    write_beside(tmp_path)
    with open_dataset(path) as dataset:
        assert dataset.manifest.as_at == date(2016, 6, 30)
        assert [(each.read, each.used) for each in dataset.counts] == [(2, 1)]


def test_two_workbooks_cannot_both_be_the_dataset(fill: Callable[..., Path], tmp_path: Path) -> None:
    fill("county.xlsx", person=PEOPLE)
    fill("copy of county.xlsm", person=PEOPLE)
    write_beside(tmp_path)
    with pytest.raises(CannotRead, match=r"copy of county\.xlsm and county\.xlsx"):
        open_dataset(tmp_path)


def test_tables_in_files_of_their_own_come_before_a_workbook(fill: Callable[..., Path], tmp_path: Path) -> None:
    fill(person=PEOPLE)
    write_beside(tmp_path)
    (tmp_path / "family.csv").write_text("family_id\nF1\n", encoding="utf-8")
    with open_dataset(tmp_path) as dataset:
        assert dataset.present == {"family"}
        assert [f.table for f in dataset.findings.rows() if f.rule == "EH0005"] == ["county.xlsx"]


def test_the_files_a_dataset_is_read_from_are_known(fill: Callable[..., Path], tmp_path: Path) -> None:
    def names(source: Path) -> list[str]:
        return sorted(path.name for path in input_files(source, {"person"}))

    path = fill(dataset=MANIFEST, person=PEOPLE)
    assert names(path) == names(tmp_path) == ["county.xlsx"]
    write_beside(tmp_path)
    assert names(path) == ["county.xlsx"]
    assert names(tmp_path) == ["county.xlsx", "dataset.json"]
    fill(person=PEOPLE)
    assert names(path) == ["county.xlsx", "dataset.json"]
    (tmp_path / "person.csv").write_text("person_id,role\n", encoding="utf-8")
    assert names(tmp_path) == ["dataset.json", "person.csv"]
