"""Workbooks open where councils open them: in an office suite, not only in the library that wrote them."""

from __future__ import annotations

import csv
import re
import subprocess
from pathlib import Path

import pytest

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.findings_workbook import HEADINGS, write_findings_workbook
from earlyhelp.dataset.source import open_dataset
from earlyhelp.dataset.template_workbook import write_template
from earlyhelp.synthetic.county import synthesise

pytestmark = pytest.mark.office

# CSV with commas and quotes, UTF-8, from the first line, and -1: every sheet into a file of its own.
EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"

A4_ACROSS = (842, 595)


def convert(workbook: Path, to: str, folder: Path) -> list[Path]:
    """Let LibreOffice open the workbook and write it as `to`; a profile of its own keeps it off the user's settings."""
    out = folder / "converted"
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
         "--convert-to", to, "--outdir", str(out), str(workbook)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return sorted(out.iterdir())


def rows_by_sheet(workbook: Path, folder: Path) -> dict[str, list[list[str]]]:
    sheets: dict[str, list[list[str]]] = {}
    for file in convert(workbook, EVERY_SHEET, folder):
        with file.open(encoding="utf-8", newline="") as lines:
            sheets[file.stem.removeprefix(f"{workbook.stem}-")] = list(csv.reader(lines))
    return sheets


def _pages(printed: Path) -> list[tuple[int, int]]:
    """Breadth and height of each page of a PDF from LibreOffice, in points."""
    pages = printed.read_bytes().split(b"/Type/Page/")[1:]
    boxes = [re.search(rb"/MediaBox\[\s*0 0 ([\d.]+) ([\d.]+)\]", page) for page in pages]
    return [(round(float(box[1])), round(float(box[2]))) for box in boxes if box]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "dataset.xlsx"
    write_template(path)
    return path


def test_the_blank_workbook_opens_with_a_sheet_for_each_table(template: Path, tmp_path: Path) -> None:
    sheets = rows_by_sheet(template, tmp_path)
    assert set(TABLES) <= set(sheets)
    for name, table in TABLES.items():
        headings = [cell for row in sheets[name] for cell in row]
        assert [column.name for column in table.columns if column.name not in headings] == [], name


def test_the_blank_workbook_prints(template: Path, tmp_path: Path) -> None:
    (printed,) = convert(template, "pdf", tmp_path)
    pages = _pages(printed)
    # A page for the cover and each table, and no column torn off onto a page of its own.
    assert 1 + len(TABLES) < len(pages) < 100
    assert set(pages) == {A4_ACROSS}


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    folder = tmp_path_factory.mktemp("findings")
    synthesise(folder / "county", requests=60, seed=3)
    requests = folder / "county" / "request.csv"
    lines = requests.read_text(encoding="utf-8").splitlines(keepends=True)
    # The first request once more: an exact copy, to be refused with a sentence.
    requests.write_text("".join([*lines, lines[1]]), encoding="utf-8", newline="")
    with open_dataset(folder / "county", restricted=True) as dataset:
        write_findings_workbook(dataset, folder / "findings.xlsx")
        return folder / "findings.xlsx", dataset.findings.count()


def test_the_findings_open_with_a_row_for_each(findings: tuple[Path, int], tmp_path: Path) -> None:
    workbook, count = findings
    rows = next(rows for rows in rows_by_sheet(workbook, tmp_path).values() if list(HEADINGS) in rows)
    below = [row for row in rows[rows.index(list(HEADINGS)) + 1 :] if any(row)]
    assert len(below) == count > 0
    assert any("request" in row for row in below)


def test_the_findings_print(findings: tuple[Path, int], tmp_path: Path) -> None:
    (printed,) = convert(findings[0], "pdf", tmp_path)
    pages = _pages(printed)
    assert len(pages) >= 5
    assert set(pages) == {A4_ACROSS}
