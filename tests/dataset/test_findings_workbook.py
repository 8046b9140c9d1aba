"""The findings workbook: what it holds, and that everyone can read it."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from python_calamine import CalamineWorkbook

from earlyhelp.dataset import findings_workbook
from earlyhelp.dataset.finding_sentences import advice_sql, sentence_sql
from earlyhelp.dataset.findings import Findings
from earlyhelp.dataset.findings_workbook import (
    SHEETS,
    is_findings_csv,
    is_findings_workbook,
    write_findings_csv,
    write_findings_workbook,
)
from earlyhelp.dataset.query_answers import add_answers
from earlyhelp.dataset.source import Dataset
from earlyhelp.dataset.validation.catalogue_of_rules import RULES
from earlyhelp.dataset.validation.findings_table import FINDINGS, create_tables
from earlyhelp.dataset.validation.rules import Rule

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
    write_findings_csv(dataset.findings, tmp_path / "findings.csv")
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


def test_every_sheet_prints_across_on_a4_with_its_headings_on_each_page(draw: Draw, tmp_path: Path) -> None:
    path = write_findings_workbook(draw(person=PEOPLE), tmp_path / "findings.xlsx").workbook
    with zipfile.ZipFile(path) as archive:
        book = archive.read("xl/workbook.xml").decode()
        pages = [archive.read(f"xl/worksheets/sheet{number + 1}.xml").decode() for number in range(len(SHEETS))]
    titles = re.findall(r"_xlnm.Print_Titles[^>]*>([^<]*)<", book)
    assert set(titles) == {f"{name}!$1:$1" for name in SHEETS if name != "cover"}
    for page in pages:
        assert '<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"' in page
        assert "<oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter>" in page
    assert 'customHeight="1"' in pages[SHEETS.index("findings")]


def test_the_same_findings_give_the_same_bytes(draw: Draw, tmp_path: Path) -> None:
    dataset = draw(person=PEOPLE)
    one, other = (write_findings_workbook(dataset, tmp_path / f"{name}.xlsx").workbook for name in ("one", "other"))
    assert one.read_bytes() == other.read_bytes()


def test_a_workbook_that_cannot_be_written_is_an_error_of_the_system(draw: Draw, tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        write_findings_workbook(draw(person=PEOPLE), tmp_path)


def test_our_findings_are_known_again(draw: Draw, tmp_path: Path) -> None:
    dataset = draw(person=PEOPLE)
    assert is_findings_workbook(write_findings_workbook(dataset, tmp_path / "findings.xlsx").workbook)
    write_findings_csv(dataset.findings, tmp_path / "findings.csv")
    assert is_findings_csv(tmp_path / "findings.csv")
    assert not is_findings_workbook(tmp_path / "findings.csv")
    assert not is_findings_csv(tmp_path / "findings.xlsx")
    assert not is_findings_csv(tmp_path / "absent.csv")


def test_no_findings_give_a_workbook_that_says_so(draw: Draw, tmp_path: Path) -> None:
    path = write_findings_workbook(draw(person="person_id | role\nP1 | child"), tmp_path / "findings.xlsx").workbook
    assert "0 findings" in str(sheets(path)["cover"])


def test_the_csv_says_what_the_findings_say(draw: Draw, tmp_path: Path) -> None:
    people = 'person_id | role | sex | date_of_birth\nP1 | =1+1 | |\nP2 | child | bo"y | 2009\n=P3 | child | |\n'
    people += "=P3 | child | |"
    dataset = draw(person=people, family="family_id | district_code | shoes\nF1 | E07000192 |")
    write_findings_csv(dataset.findings, tmp_path / "findings.csv")
    with (tmp_path / "findings.csv").open(encoding="utf-8-sig", newline="") as file:
        headings, *rows = csv.reader(file)
    assert tuple(headings) == findings_workbook.HEADINGS
    assert rows == [
        [each.table, str(each.row or ""), each.rule, findings_workbook.EFFECTS[each.effect], each.column,
         each.value.replace("=", "'="), each.key.replace("=", "'="), each.sentence, each.answer]
        for each in dataset.findings.rows()
    ]  # fmt: skip
    assert {row[2] for row in rows} == {"EH0001", "EH0006", "EH0102", "EH0107", "EH0202"}


def test_a_csv_that_cannot_be_written_is_an_error_of_the_system(draw: Draw, tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"findings\.csv could not be written"):
        write_findings_csv(draw(person=PEOPLE).findings, tmp_path / "nowhere" / "findings.csv")


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_the_database_fills_in_the_words_of_every_rule(rule: Rule) -> None:
    given = {
        "table": "request",
        "row": 7,
        "column": "kind",
        "value": "it's",
        "other": "o",
        "other_value": "{p}",
        "key": "K",
    }
    names = "table_name, row_number, column_name, shown, other, other_value, key, rule"
    found = f"(VALUES (?, ?, ?, ?, ?, ?, ?, ?)) AS found ({names})"
    filled = duckdb.connect().execute(
        f"SELECT {sentence_sql([rule])}, {advice_sql([rule])} FROM {found}", [*given.values(), rule.id]
    )
    says, advice = rule.says.format(**given), rule.put_right.format(**given)
    assert filled.fetchall() == [(f"Row 7: {says} {advice}", advice)]


def test_many_findings_are_written_in_the_order_of_their_rows(tmp_path: Path) -> None:
    with duckdb.connect() as connection:
        create_tables(connection)
        add_answers(connection, [])
        connection.execute(
            f"INSERT INTO {FINDINGS} SELECT 'EH0101', 'refused', 'person', row, 'role', NULL, NULL, NULL, 'P' || row "
            "FROM range(2, 300_002) AS counter (row) ORDER BY hash(row)"
        )
        write_findings_csv(Findings(connection), tmp_path / "findings.csv")
    with (tmp_path / "findings.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [int(row["row"]) for row in csv.DictReader(file)] == list(range(2, 300_002))
