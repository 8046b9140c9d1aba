"""The blank workbook can be filled by somebody who has nothing else."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
import typer
from python_calamine import CalamineWorkbook

from earlyhelp.cli.template import template
from earlyhelp.dataset.catalogue import TABLES, code_lists_used
from earlyhelp.dataset.declare import Kind
from earlyhelp.dataset.template_wording import COVER, EXPLAINING_SHEETS
from earlyhelp.dataset.template_workbook import ROWS, write_template
from earlyhelp.vocabulary.code_lists import read_code_list

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RESTRICTED = [table.name for table in TABLES.values() if table.restricted]
FRONT = ["cover", "contents", "dataset", "sources", "columns", "codes"]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "blank.xlsx"
    write_template(path)
    return path


@pytest.fixture(scope="module")
def workbook(path: Path) -> CalamineWorkbook:
    return CalamineWorkbook.from_path(str(path))


@pytest.fixture(scope="module")
def parts(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def _sheet(parts: dict[str, str], name: str) -> ElementTree.Element:
    number = ([*FRONT, *TABLES]).index(name) + 1
    return ElementTree.fromstring(parts[f"xl/worksheets/sheet{number}.xml"])


def _notes(parts: dict[str, str], name: str) -> dict[str, str]:
    number = ([*FRONT, *TABLES]).index(name) + 1
    relations = parts[f"xl/worksheets/_rels/sheet{number}.xml.rels"]
    file = re.search(r"comments\d+\.xml", relations)
    assert file
    root = ElementTree.fromstring(parts[f"xl/{file[0]}"])
    return {note.get("ref", ""): "".join(note.itertext()) for note in root.iter(f"{MAIN}comment")}


def _checks(parts: dict[str, str], name: str) -> Iterator[tuple[str, ElementTree.Element]]:
    for check in _sheet(parts, name).iter(f"{MAIN}dataValidation"):
        yield check.get("sqref", ""), check


def _defined_names(parts: dict[str, str]) -> dict[str, str]:
    root = ElementTree.fromstring(parts["xl/workbook.xml"])
    return {name.get("name", ""): name.text or "" for name in root.iter(f"{MAIN}definedName")}


def test_there_is_a_sheet_for_every_table_in_the_order_of_the_dataset(workbook: CalamineWorkbook) -> None:
    assert workbook.sheet_names == [*FRONT, *TABLES]
    assert not set(EXPLAINING_SHEETS) & set(TABLES)


def test_a_table_sheet_holds_its_headings_and_no_rows(workbook: CalamineWorkbook) -> None:
    for name, table in TABLES.items():
        assert workbook.get_sheet_by_name(name).to_python() == [[column.name for column in table.columns]]


def test_no_sheet_is_hidden(workbook: CalamineWorkbook) -> None:
    assert {str(sheet.visible) for sheet in workbook.sheets_metadata} == {"SheetVisibleEnum.Visible"}


def test_every_heading_says_first_whether_it_is_required_and_then_what_it_means(parts: dict[str, str]) -> None:
    for name, table in TABLES.items():
        notes = list(_notes(parts, name).values())
        assert len(notes) == len(table.columns)
        for column, note in zip(table.columns, notes, strict=True):
            assert note.startswith("Required" if column.required else "Optional")
            assert column.meaning in note
            assert column.standard in note


def test_every_coded_column_offers_its_codes_in_a_list(parts: dict[str, str]) -> None:
    for name, table in TABLES.items():
        lists = [check for _, check in _checks(parts, name) if check.get("type") == "list"]
        expected = [
            f"codes_{column.codes}" if column.codes else '"true,false"'
            for column in table.columns
            if column.codes or column.kind is Kind.FLAG
        ]
        assert [check.findtext(f"{MAIN}formula1") for check in lists] == expected


def test_the_lists_hold_exactly_the_codes(parts: dict[str, str], workbook: CalamineWorkbook) -> None:
    rows = workbook.get_sheet_by_name("codes").to_python()
    names = _defined_names(parts)
    for name in code_lists_used():
        found = re.fullmatch(r"codes!\$B\$(\d+):\$B\$(\d+)", names[f"codes_{name}"])
        assert found
        first, last = int(found[1]), int(found[2])
        assert [row[1] for row in rows[first - 1 : last]] == list(read_code_list(name).codes)
        assert {row[0] for row in rows[first - 1 : last]} == {name}


def test_checks_cover_the_promised_rows(parts: dict[str, str]) -> None:
    for name in TABLES:
        for cells, _ in _checks(parts, name):
            assert re.sub("[A-Z]+", "", cells) == f"2:{ROWS + 1}"


def test_days_numbers_and_shares_are_checked(parts: dict[str, str]) -> None:
    kinds = [check.get("type") for _, check in _checks(parts, "referral")]
    assert kinds == ["date", "date", "list", "list", "whole"]
    share = next(check for _, check in _checks(parts, "link") if check.get("type") == "decimal")
    assert (share.findtext(f"{MAIN}formula1"), share.findtext(f"{MAIN}formula2")) == ("0", "1")


def test_identifiers_and_codes_are_kept_as_text_and_days_written_as_iso(parts: dict[str, str]) -> None:
    styles = ElementTree.fromstring(parts["xl/styles.xml"])
    formats = {f.get("numFmtId"): f.get("formatCode") for f in styles.iter(f"{MAIN}numFmt")}
    cell_styles = styles.find(f"{MAIN}cellXfs")
    assert cell_styles is not None
    shown = [formats.get(style.get("numFmtId"), style.get("numFmtId")) for style in cell_styles]
    style_of = {
        place: shown[int(column.get("style", "0"))]
        for column in _sheet(parts, "request").iter(f"{MAIN}col")
        for place in range(int(column.get("min", "0")), int(column.get("max", "0")) + 1)
    }
    expected = ["yyyy-mm-dd" if column.kind is Kind.DATE else "49" for column in TABLES["request"].columns]
    assert [style_of[place] for place in range(1, len(expected) + 1)] == expected


def test_the_contents_link_to_every_sheet_and_offer_the_tables_to_sources(
    parts: dict[str, str], workbook: CalamineWorkbook
) -> None:
    links = {link.get("location") for link in _sheet(parts, "contents").iter(f"{MAIN}hyperlink")}
    assert links == {f"'{name}'!A1" for name in [*FRONT, *TABLES] if name != "contents"}
    found = re.fullmatch(r"contents!\$A\$(\d+):\$A\$(\d+)", _defined_names(parts)["table_names"])
    assert found
    rows = workbook.get_sheet_by_name("contents").to_python()
    assert [row[0] for row in rows[int(found[1]) - 1 : int(found[2])]] == list(TABLES)


def test_the_contents_say_first_what_to_do_with_unused_sheets(workbook: CalamineWorkbook) -> None:
    first, headings, *_ = workbook.get_sheet_by_name("contents").to_python()
    assert str(first[0]).startswith("Delete the sheets of the tables you do not hold")
    assert headings == ["sheet", "part", "what it holds"]


def test_the_contents_say_once_what_identities_are_for(workbook: CalamineWorkbook) -> None:
    rows = [row for row in workbook.get_sheet_by_name("contents").to_python() if row[0] in RESTRICTED]
    assert len(rows) == len(RESTRICTED) == 2
    assert all(str(row[2]).count("linkage and the case screens alone") == 1 for row in rows)
    assert all("before the workbook is sent on" in str(row[2]) for row in rows)


def test_every_sheet_prints_across_on_a4_with_its_headings_on_each_page(parts: dict[str, str]) -> None:
    titles = re.findall(r"_xlnm.Print_Titles[^>]*>([^<]*)<", parts["xl/workbook.xml"])
    rows = {"contents": "$1:$2"}
    assert set(titles) == {f"{name}!{rows.get(name, '$1:$1')}" for name in [*FRONT, *TABLES] if name != "cover"}
    for name in [*FRONT, *TABLES]:
        page = _sheet(parts, name).find(f"{MAIN}pageSetup")
        assert page is not None
        assert page.attrib.items() >= {"paperSize": "9", "orientation": "landscape", "fitToHeight": "0"}.items()


def test_rows_of_wrapped_words_are_as_high_as_their_lines(parts: dict[str, str]) -> None:
    heights = {row.get("r"): float(row.get("ht", "0")) for row in _sheet(parts, "cover").iter(f"{MAIN}row")}
    single, double = heights["4"], heights["5"]
    assert COVER[3].startswith("1.") and len(COVER[3]) < 100 and 130 < len(COVER[4]) < 200
    assert double - single == pytest.approx(12.8, abs=1)


def test_dataset_and_sources_ask_for_the_manifest(workbook: CalamineWorkbook) -> None:
    dataset = workbook.get_sheet_by_name("dataset").to_python()
    assert [row[0] for row in dataset] == ["name", "county_code", "county_name", "as_at"]
    sources = workbook.get_sheet_by_name("sources").to_python()
    assert sources == [["table", "system", "extracted_at", "complete_from", "note"]]


def test_the_columns_sheet_says_what_the_notes_say(workbook: CalamineWorkbook) -> None:
    rows = workbook.get_sheet_by_name("columns").to_python()
    assert [(row[0], row[1], row[6]) for row in rows[1:]] == [
        (table.name, column.name, column.meaning) for table in TABLES.values() for column in table.columns
    ]


def test_identities_are_marked_as_not_to_be_sent_on(parts: dict[str, str], workbook: CalamineWorkbook) -> None:
    for name in ("identity", "referral_identity"):
        assert all("before the workbook is sent on" in note for note in _notes(parts, name).values())
    cover = " ".join(str(row[0]) for row in workbook.get_sheet_by_name("cover").to_python())
    assert "identity and referral_identity" in cover
    assert "must not be sent on" in cover


def test_the_workbook_has_a_title_and_a_language(parts: dict[str, str]) -> None:
    core = parts["docProps/core.xml"]
    ElementTree.fromstring(core)
    assert "<dc:title>The early help dataset" in core
    assert "<dc:language>en-GB</dc:language>" in core


def test_nothing_is_frozen_filtered_or_merged(parts: dict[str, str]) -> None:
    text = "".join(part for name, part in parts.items() if name.startswith(("xl/worksheets/sheet", "xl/tables/")))
    assert not re.search(r"<pane |<autoFilter|<mergeCell", text)


def test_every_sheet_but_the_cover_is_one_marked_and_named_table(parts: dict[str, str]) -> None:
    tables = [part for name, part in parts.items() if name.startswith("xl/tables/")]
    names = {match[1] for part in tables if (match := re.search(r' name="(\w+)"', part))}
    assert len(names) == len(tables) == len(FRONT) - 1 + len(TABLES)


def test_messages_fit_what_excel_shows(parts: dict[str, str]) -> None:
    for name in TABLES:
        assert all(0 < len(check.get("error", "")) <= 255 for _, check in _checks(parts, name))


def test_the_same_declaration_gives_the_same_bytes(path: Path, tmp_path: Path) -> None:
    write_template(tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").read_bytes() == path.read_bytes()


def test_the_command_leaves_a_workbook_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "ours.xlsx").write_bytes(b"filled in")
    with pytest.raises(typer.Exit) as left:
        template(tmp_path / "ours.xlsx")
    assert left.value.exit_code == 2
    assert (tmp_path / "ours.xlsx").read_bytes() == b"filled in"


def test_the_command_says_what_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    template(tmp_path / "ours.xlsx")
    assert f"Wrote {tmp_path / 'ours.xlsx'}: 48 tables" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["ours.csv", "absent/ours.xlsx"])
def test_the_command_refuses_a_name_it_cannot_write(tmp_path: Path, name: str) -> None:
    with pytest.raises(typer.BadParameter):
        template(tmp_path / name)
