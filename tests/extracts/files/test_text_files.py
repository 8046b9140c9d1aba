"""Text as councils save it: encodings, delimiters, titles, footers, damage, and the numbers of rows."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.mutated_csv import BASE_TEXTS, fault_of, mutate
from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.dataset.reading.header import BLANKS
from earlyhelp.extracts.files import text_file
from earlyhelp.extracts.files.sheet import Sheet
from earlyhelp.extracts.files.text_dialect import DELIMITERS, find_dialect
from earlyhelp.extracts.files.text_file import count_again, read_text, read_text_file

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")
REQUESTS = "Request ref,Name of school,FTE\nR1,St Anne’s,0.5\nR2,Café Road,1\n"
READ = [["Request ref", "Name of school", "FTE"], ["R1", "St Anne’s", "0.5"], ["R2", "Café Road", "1"]]


def read(content: bytes | str, folder: Path, name: str = "requests.csv") -> Sheet:
    path = folder / "as sent"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_text_file(path, name, folder)


def delimiter_of(text: str) -> str:
    return find_dialect(StringIO(text)).delimiter


@pytest.mark.parametrize("encoding", [*ENCODINGS, "utf-32"])
@pytest.mark.parametrize("delimiter", DELIMITERS)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_encoding_delimiter_and_line_end_gives_the_same_sheet(
    encoding: str, delimiter: str, ending: str, tmp_path: Path
) -> None:
    text = REQUESTS.replace(",", delimiter).replace("\n", ending)
    sheet = read(text.encode(encoding), tmp_path)
    assert (sheet.rows, sheet.numbers, sheet.blank_rows, sheet.damaged) == (READ, [1, 2, 3], 0, {})


# A letter first and last, so that the cell is not a blank one and a title is not taken for a declared delimiter.
TEXTS = st.text(st.sampled_from("aé’£ \u00a0\u2003\",;|\t\n\r\x0b\x85'=.7-")).map(lambda text: f"z{text}z")
CELLS = st.one_of(TEXTS, st.just(""), st.sampled_from(["7,5", "03/05/2016", "a) WBRI", '5"', "#N/A"]))
TABLES = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=6)
)


@given(table=TABLES, encoding=st.sampled_from(ENCODINGS), delimiter=st.sampled_from(DELIMITERS))
def test_any_table_written_in_any_encoding_is_read_back(table: list[list[str]], encoding: str, delimiter: str) -> None:
    # Names at the top, as every extract has them: without them a table of two texts may be read in several ways.
    names = [f"Column {place}" for place in range(len(table[0]))]
    text = StringIO(newline="")
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([names, *table])
    content = text.getvalue().encode(encoding, errors="replace").decode(encoding).encode(encoding)
    found = read_text(BytesIO(content), "any.csv").sheet
    cut = [_cut([cell.encode(encoding, errors="replace").decode(encoding) for cell in row]) for row in [names, *table]]
    assert (found.rows, found.damaged) == ([row for row in cut if row], {})
    assert found.numbers == [place for place, row in enumerate(cut, start=1) if row]


def _cut(row: list[str]) -> list[str]:
    while row and not row[-1].strip(BLANKS):
        row.pop()
    return row


def test_titles_and_footers_do_not_hide_the_delimiter() -> None:
    title = "Requests for support, by district, school and month, all ages\nPrinted on 1 June 2016, page 1\n\n"
    rows = "Ref;School;FTE\nR1;St Anne's, Stafford;7,5\nR2;Hill Road, Stone;0,5\nTotal, all;;8,0\n"
    assert delimiter_of(title + rows) == ";"


def test_texts_full_of_another_delimiter_do_not_mislead() -> None:
    rows = [f"R{place},a|b|c|d|e,x; y; z" for place in range(20)]
    assert delimiter_of("Ref,Codes,Notes\n" + "\n".join(rows)) == ","


def test_decimal_commas_in_every_row_do_not_make_a_semicolon_file_a_comma_file() -> None:
    assert delimiter_of("Ref;Age;FTE\n1;12,03;7,5\n2;9,11;0,5\n3;4,02;1,0\n") == ";"
    assert delimiter_of("Day;FTE\n" + "22/07/2016;4,6\n" * 30) == ";"


def test_a_file_of_one_column_is_read_whole(tmp_path: Path) -> None:
    assert read("Ref\nR1\nR2\n", tmp_path).rows == [["Ref"], ["R1"], ["R2"]]


def test_the_delimiter_that_excel_was_told_is_taken_and_its_line_is_no_row(tmp_path: Path) -> None:
    sheet = read("sep=;\r\na,b,c;d,e\r\n1,2,3;4,5\r\n", tmp_path)
    assert (sheet.rows, sheet.numbers) == ([["a,b,c", "d,e"], ["1,2,3", "4,5"]], [1, 2])


def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    sheet = read('Report\n\n,,\nRef,Note,\n1,"two\n\nlines",\n   \n2,x\n\n\n', tmp_path)
    assert sheet.numbers == [1, 4, 5, 7]
    assert sheet.rows == [["Report"], ["Ref", "Note"], ["1", "two\n\nlines"], ["2", "x"]]
    assert sheet.blank_rows == 3


def test_a_row_ends_at_its_last_filled_cell_and_its_texts_are_untouched(tmp_path: Path) -> None:
    assert read("a,b,c\n 1 ,, \n", tmp_path).rows == [["a", "b", "c"], [" 1 "]]


def test_one_stray_quotation_mark_damages_one_row(tmp_path: Path) -> None:
    sheet = read('Report\nRef,Note\n1,"left open\n2,x\n3,y\n4,z\n', tmp_path)
    assert sheet.damaged == {3: "a quotation mark that is not closed"}
    assert [row[0] for row in sheet.rows] == ["Report", "Ref", "1", "2", "3", "4"]


def test_no_end_is_looked_for_any_more_where_many_were_in_vain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("earlyhelp.dataset.reading.careful_csv._PATIENCE", 1_000)
    notes = "".join(f'{place},"two\nlines of note"\n' for place in range(100))
    assert read("Ref,Note\n" + notes, tmp_path).damaged == {}
    in_vain = "".join(f'{place},"open\n' + "1,x\n" * 200 for place in range(3))
    damaged = read("Ref,Note\n" + in_vain + notes, tmp_path).damaged
    assert [*damaged][:3] == [2, 203, 404]
    assert len(damaged) == 103


def test_damage_of_every_kind_is_listed_and_the_rest_is_counted_twice(tmp_path: Path) -> None:
    content = b'a,b\n1,"x" y\n2,\0\n3,"open\n' + b"4," + b"z" * 1_000_001 + b"\n5,e\n"
    sheet = read(content, tmp_path)
    assert sheet.damaged == {
        2: "text after a closing quotation mark",
        3: "characters that are not text",
        4: "a quotation mark that is not closed",
        5: "more than a million characters",
    }
    assert [row[:1] for row in sheet.rows] == [["a"], ["1"], ["2"], ["3"], [], ["5"]]


def test_a_row_moved_by_an_unquoted_delimiter_or_torn_by_a_line_end_is_damaged(tmp_path: Path) -> None:
    rows = [f"{place},x,y,z\n" for place in range(40)]
    rows[7] = "7,x,x,y,z\n"
    rows[15] = "15,to\nrn,y,z\n"
    sheet = read("Report by A, B\na,b,c,d\n" + "".join(rows) + "Total,40\n", tmp_path)
    assert sheet.damaged == {
        10: "5 cells where the other rows have 4",
        18: "2 cells where the other rows have 4",
        19: "3 cells where the other rows have 4",
    }


def test_a_ragged_table_is_read_without_complaint(tmp_path: Path) -> None:
    sheet = read("a,b,c,d\n1\n2,x\n3,x,y\n4,x,y,z\n5,,,,note\n6\n", tmp_path)
    assert sheet.damaged == {}
    assert sheet.rows[5] == ["5", "", "", "", "note"]


def test_a_heading_between_the_rows_is_no_damage(tmp_path: Path) -> None:
    rows = "".join(f"{place},x,y\n" for place in range(20))
    assert read(f"a,b,c\nStafford\n{rows}Stone\n{rows}", tmp_path).damaged == {}


def test_letters_of_two_encodings_in_one_file_are_pointed_out(tmp_path: Path) -> None:
    mixed = read("a,b\n1,Café\n".encode() + "2,Café\n".encode("cp1252"), tmp_path)
    assert mixed.rows[1:] == [["1", "CafÃ©"], ["2", "Café"]]
    assert "Windows-1252, but some of its letters are in UTF-8" in mixed.notes[0]
    assert read("a,b\n1,Café ½\n".encode("cp1252"), tmp_path).notes == ()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\n \n,,\n", "sent.csv is empty: it holds no row."),
        (b"a,b\n1,\x81\n", "sent.csv is not text in UTF-8, UTF-16 or Windows-1252."),
        (b'"a\n', "sent.csv holds no row that can be read (row 1: a quotation mark that is not closed)."),
    ],
)
def test_what_holds_no_row_is_refused_with_a_sentence(content: bytes, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(CannotRead) as refused:
        read(content, tmp_path, "sent.csv")
    assert str(refused.value).startswith(sentence)


def test_readers_that_disagree_refuse_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_file, "count_rows", lambda *_: 4)
    with pytest.raises(CannotRead, match=r"^requests\.csv: 3 rows were read, but a second reader counted 4"):
        read(REQUESTS, tmp_path)


def test_the_second_reader_sees_a_row_that_the_first_would_lose(tmp_path: Path) -> None:
    path = tmp_path / "requests.csv"
    path.write_text(REQUESTS, encoding="utf-8")
    with path.open("rb") as file:
        once = read_text(file, path.name)
    path.write_text(REQUESTS + "R3,Hill Road,1\n", encoding="utf-8")
    assert count_again(once, path, tmp_path) == (3, 4)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_both_readers_count_what_is_strange_but_whole(ending: str, encoding: str, tmp_path: Path) -> None:
    wide = ",".join([""] * 150 + ["far right"])
    lines = ["Title, of a kind", "", f"a,b{',' * 198}", '1,"x\n\n""y"""', '"",""', wide, '2,5" pipe', "  ,\u00a0", "3"]
    text = "\n".join(lines).replace("\n", ending) + "\n4,mixed end\r5,x\r\n"
    assert [row[0] for row in read(text.encode(encoding), tmp_path).rows] == ["Title", "a", "1", "", "2", "3", "4", "5"]


def test_no_copy_is_left_behind(tmp_path: Path) -> None:
    read(REQUESTS.encode("utf-16"), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["as sent"]


def test_mutated_files_are_read_or_refused(tmp_path: Path) -> None:
    outcomes: set[str] = set()
    for seed in range(1, 301):
        random = Random(seed)
        content = mutate(random.choice(BASE_TEXTS), random)
        outcome, fault = fault_of(content, tmp_path, goes_whole_way=seed % 20 == 0)
        outcomes.add(outcome)
        assert not fault, f"seed {seed}"
    assert outcomes == {"read", "refused", "read and counted twice"}
