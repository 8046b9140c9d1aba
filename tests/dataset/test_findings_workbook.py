"""The findings workbook: what it holds, and that everyone can read it."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from earlyhelp.dataset import findings_workbook
from earlyhelp.dataset.findings_workbook import write_findings_csv, write_findings_workbook
from earlyhelp.dataset.source import Dataset

Draw = Callable[..., Dataset]
PEOPLE = "person_id | role | sex\nP1 | =1+1 |\nP2 | child | boy\n=P3 | child |\n=P3 | child |"


def sheets(path: Path) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_path(str(path))
    return {name: [list(row) for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names}


def test_it_holds_counts_rules_and_findings(draw: Draw, tmp_path: Path) -> None:
    written = write_findings_workbook(draw(person=PEOPLE), tmp_path / "findings.xlsx")
    assert written.all_findings is None
    book = sheets(written.workbook)
    assert list(book) == ["cover", "contents", "summary", "rules", "findings"]
    assert book["summary"][1] == ["person", 4.0, 2.0, 2.0, 0.0, 1.0]
    assert [row[0] for row in book["rules"][1:]] == ["EH0107", "EH0107", "EH0202"]
    assert [row[:3] for row in book["findings"][1:]] == [
        ["person", 2.0, "EH0107"], ["person", 3.0, "EH0107"], ["person", 5.0, "EH0202"]
    ]  # fmt: skip


def test_no_value_becomes_a_formula_or_a_link(draw: Draw, tmp_path: Path) -> None:
    dataset = draw(person=PEOPLE)
    path = write_findings_workbook(dataset, tmp_path / "findings.xlsx").workbook
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}
    assert "<f>" not in "".join(text for name, text in parts.items() if "worksheets" in name)
    assert "=1+1" in parts["xl/sharedStrings.xml"]
    write_findings_csv(dataset.findings.rows(), tmp_path / "findings.csv")
    with (tmp_path / "findings.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert "'=1+1" in cells and "'=P3" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_every_sheet_is_one_marked_table_without_merged_cells(draw: Draw, tmp_path: Path) -> None:
    path = write_findings_workbook(draw(person=PEOPLE), tmp_path / "findings.xlsx").workbook
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        assert "Findings in an early help dataset" in archive.read("docProps/core.xml").decode()
        assert sum(bool(re.match(r"xl/tables/table\d+\.xml", name)) for name in names) == 4
        assert not any(b"<mergeCell" in archive.read(name) for name in names)


def test_what_does_not_fit_the_sheet_is_all_in_the_csv_beside(
    draw: Draw, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(findings_workbook, "MOST_ROWS", 2)
    written = write_findings_workbook(draw(person=PEOPLE), tmp_path / "findings.xlsx")
    book = sheets(written.workbook)
    assert len(book["findings"]) == 1 + 2
    assert "The sheet findings shows the first 2 of 3" in str(book["cover"])
    assert written.all_findings == tmp_path / "findings.csv"
    assert len((tmp_path / "findings.csv").read_text(encoding="utf-8-sig").splitlines()) == 1 + 3


def test_no_findings_give_a_workbook_that_says_so(draw: Draw, tmp_path: Path) -> None:
    path = write_findings_workbook(draw(person="person_id | role\nP1 | child"), tmp_path / "findings.xlsx").workbook
    assert "0 findings" in str(sheets(path)["cover"])
