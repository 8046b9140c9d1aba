"""Which files are read, what they are called, and which are refused for what they truly are."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.extracts.files.find_files import FoundFile, find_files, safe_name
from earlyhelp.extracts.files.kinds_of_file import Kind, kind_of
from earlyhelp.extracts.files.read_file import read_file

TEXT = "a,b\n1,2\n"


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(TEXT, encoding="utf-8")


def names(*paths: Path) -> list[str]:
    return [each.name for each in find_files(paths)]


def refusal(*paths: Path) -> str:
    with pytest.raises(CannotRead) as refused:
        find_files(paths)
    return str(refused.value)


def test_folders_are_walked_and_names_sorted_as_people_count(tmp_path: Path) -> None:
    put(tmp_path, "month 10.csv", "Month 2.csv", "Stone/may.csv", "Stone/deep/x.xlsx")
    assert names(tmp_path) == ["Month 2.csv", "month 10.csv", "Stone/deep/x.xlsx", "Stone/may.csv"]


def test_hidden_files_locks_and_mappings_are_passed_over(tmp_path: Path) -> None:
    put(tmp_path, ".hidden.csv", "~$may.xlsx", "may.csv", ".git/x.csv", "__MACOSX/may.csv", "Thumbs.db", "mapping.toml")
    assert names(tmp_path) == ["may.csv"]


def test_what_this_program_wrote_beside_a_dataset_is_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "out/dataset.json", "out/request.csv", "out/account.csv", "out/questions.md", "in/request.csv")
    assert names(tmp_path) == ["in/request.csv"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    put(tmp_path, "may.csv")
    assert names(tmp_path / "may.csv", tmp_path, tmp_path / "may.csv") == ["may.csv"]


def test_two_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    put(tmp_path, "Stone/may.csv", "Stafford/may.csv")
    assert names(tmp_path / "Stone/may.csv", tmp_path / "Stafford/may.csv") == ["Stafford/may.csv", "Stone/may.csv"]


def test_a_path_that_does_not_exist_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "mya.csv") == (
        f"{tmp_path}/mya.csv does not exist. Look at how it is spelt, and where you are."
    )


def test_a_folder_without_files_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path) == f"There is no file to read in {tmp_path}. Give the files a council sent."


def test_a_folder_that_may_not_be_opened_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    assert refusal(tmp_path) == f"{tmp_path} could not be opened: Permission denied."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    put(tmp_path, "may.csv")
    assert "is not an ordinary file but a device or a pipe." in refusal(tmp_path / "pipe.csv")
    _, pipe = find_files([tmp_path])
    with pytest.raises(CannotRead, match=r"^pipe\.csv is not an ordinary file but a device or a pipe\."):
        read_file(pipe, tmp_path)


def test_a_link_out_of_the_folder_is_refused_and_one_within_it_read_once(tmp_path: Path) -> None:
    put(tmp_path, "elsewhere/secret.csv", "given/may.csv")
    given = tmp_path / "given"
    (given / "link.csv").symlink_to(tmp_path / "elsewhere" / "secret.csv")
    (given / "folder").symlink_to(tmp_path / "elsewhere")
    (given / "round").symlink_to(given)
    (given / "again.csv").symlink_to(given / "may.csv")
    (given / "lost.csv").symlink_to(given / "nowhere.csv")
    found = {each.name: each.refusal for each in find_files([given])}
    assert found.keys() == {"may.csv", "link.csv", "folder", "lost.csv"}
    assert found["link.csv"] == found["folder"] != ""
    assert found["may.csv"] == ""
    with pytest.raises(CannotRead, match=r"^link\.csv is a link that leads out of the folder given\."):
        read_file(next(each for each in find_files([given]) if each.name == "link.csv"), tmp_path)
    with pytest.raises(CannotRead, match=r"^lost\.csv is a link that leads nowhere\."):
        read_file(next(each for each in find_files([given]) if each.name == "lost.csv"), tmp_path)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("may\n2016.csv", "may_2016.csv"),
        ("\x1b[31mred.csv", "_[31mred.csv"),
        ("may\u202evsc.exe", "may_vsc.exe"),
        ("..\\..\\may.csv", ".._.._may.csv"),
        ("may\udcff.csv", "may_.csv"),
        ("Café ½ (2).csv", "Café ½ (2).csv"),
        ("x" * 300 + ".csv", "x" * 100 + "…" + "x" * 46 + ".csv"),
    ],
)
def test_no_name_can_act_on_a_terminal_or_deceive(name: str, shown: str) -> None:
    assert safe_name(name) == shown


def test_the_names_of_files_found_are_safe(tmp_path: Path) -> None:
    put(tmp_path, "may\x1b]0;x\x07.csv", "a\nb/may.csv")
    assert names(tmp_path) == ["a_b/may.csv", "may_]0;x_.csv"]
    assert "\x1b" not in refusal(tmp_path / "\x1b[2Jmay.csv")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "is a picture (PNG)"),
        (b"\xff\xd8\xff\xe0\0", "is a picture (JPEG)"),
        (b"%PDF-1.7\n", "is a PDF document"),
        (b"\xef\xbb\xbf \r\n<!DOCTYPE HTML><html>", "is a web page (HTML)"),
        ("<html xmlns:x='urn'><table>".encode("utf-16"), "is a web page (HTML)"),
        (b'<?xml version="1.0"?>\n<html>', "is a web page (HTML)"),
        (b"<div><table><tr><td>1</td></tr></table></div>", "is a web page (HTML)"),
        (b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>', "is a workbook in the XML of Excel 2003"),
        (b"MIME-Version: 1.0\r\n", "is a saved web page (MHTML)"),
        (b'<?xml version="1.0"?><a/>', "is an XML file"),
        (b'[{"a": 1}]', "is a JSON file"),
        (b"{\\rtf1", "is a document (RTF)"),
        (b"\x1f\x8b\x08", "is a compressed file (gzip)"),
        (b"7z\xbc\xaf\x27\x1c", "is an archive (7z)"),
        (b"SQLite format 3\0", "is a database (SQLite)"),
        (b"MZ\x90\0\3", "is a program"),
        (b"\x7fELF\2", "is a program"),
        (b"PAR1\x15\0", "is a Parquet file"),
        (b"\x09\x04\x06\x00", "is a workbook of Excel 4"),
        (b"", "is empty: it has no bytes"),
        (b"\0" * 5_000, "holds nothing but NULs"),
        (b"a,\0\0\0\0\0\0b\x01\x02", "is not a text file"),
        (b"PK\3\4\x14\0\0\0", "is a workbook or an archive whose end is missing"),
    ],
)
def test_what_is_no_table_is_refused_by_what_it_truly_is(content: bytes, what: str, tmp_path: Path) -> None:
    path = tmp_path / "export.xls"
    path.write_bytes(content)
    with pytest.raises(CannotRead) as refused:
        read_file(FoundFile(path, "export.xls"), tmp_path)
    assert str(refused.value).startswith(f"export.xls {what}")


@pytest.mark.parametrize(
    ("part", "what"),
    [("word/document.xml", "a Word document"), ("may.csv", "a zip archive and no workbook")],
)
def test_an_archive_that_is_no_workbook_is_named(part: str, what: str, tmp_path: Path) -> None:
    path = tmp_path / "export.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, TEXT)
    with pytest.raises(CannotRead, match=f"^export.xlsx is {what}, not a table"):
        kind_of(path, "export.xlsx")


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/workbook.bin", "content.xml"])
def test_a_workbook_is_known_whatever_its_name(part: str, tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, "")
    assert kind_of(path, "export.csv") is Kind.WORKBOOK
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512)
    assert kind_of(path, "export.csv") is Kind.OLD_WORKBOOK


@pytest.mark.parametrize("content", ["MZ code,BMI\n1,2\n", "GIF8,b\n", "PAR1,PAR2\n", "<5,b\n", "[a],b\n"])
def test_headings_that_begin_like_another_kind_are_text(content: str, tmp_path: Path) -> None:
    path = tmp_path / "export.xls"
    path.write_text(content, encoding="utf-8")
    assert kind_of(path, "export.xls") is Kind.TEXT


def test_text_is_read_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "export.xlsx"
    path.write_text(TEXT, encoding="utf-8")
    (sheet,) = read_file(FoundFile(path, "export.xlsx"), tmp_path)
    assert (sheet.file, sheet.name, sheet.rows) == ("export.xlsx", "", [["a", "b"], ["1", "2"]])
