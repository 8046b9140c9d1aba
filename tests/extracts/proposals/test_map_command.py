"""`earlyhelp map` as a person types it: files in, a mapping to read and change out."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from earlyhelp.cli.main import build_app

STAFF = "Staff at 30/06/2016\n\nStaff ID,District,Job title,FTE,Start date\n" + "".join(
    f"W{n},{place},Worker,{fte},{n:02}/02/2016\n"
    for n, (place, fte) in enumerate([("Stafford", "1.0"), ("Lichfield", "0.5"), ("Tamworth", "0.8")] * 8, 1)
)
PEOPLE = "Child ID,Forename,Surname,DOB,Gender\n" + "".join(
    f"{n},Zebedee,Quillfeather,{n:02}/02/2006,M\n" for n in range(1, 29)
)


def run(*arguments: str | Path) -> tuple[int, str, str]:
    """Return exit code, output and errors of a command."""
    typed = [str(argument) for argument in arguments]
    result = CliRunner().invoke(build_app(typed), typed)
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "Staff list.csv").write_text(STAFF, encoding="cp1252")
    return folder


def test_a_mapping_is_written_that_extract_can_use(files: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "mapping.toml"
    code, said, _ = run("map", files, "--out", mapping, "--county", "Staffordshire")
    assert code == 0 and "5 columns: " in said
    code, said, _ = run("extract", files, "--mapping", mapping, "--out", tmp_path / "dataset")
    assert (code == 0 and "24 rows" in said) or "Wrote" in said


def test_a_mapping_that_is_there_is_not_written_over(files: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "mapping.toml"
    mapping.write_text("mine", encoding="utf-8")
    code, _, said = run("map", files, "--out", mapping)
    assert code == 2 and "is not overwritten" in said
    assert mapping.read_text(encoding="utf-8") == "mine"


def test_without_out_or_show_it_says_what_to_type(files: Path) -> None:
    code, _, said = run("map", files)
    assert code == 2 and "--out mapping.toml" in said


def test_a_county_that_does_not_exist_is_named(files: Path, tmp_path: Path) -> None:
    code, _, said = run("map", files, "--out", tmp_path / "m.toml", "--county", "Nowhere")
    assert code == 2 and 'No county of England is called "Nowhere"' in said


def test_files_with_nothing_to_find_are_said_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "note.csv").write_text("Dish,Price\nSoup,2\nPie,3\nSoup,2\n", encoding="utf-8")
    code, _, said = run("map", tmp_path / "note.csv", "--out", tmp_path / "m.toml")
    assert code == 2 and "Nothing was written" in said
    assert not (tmp_path / "m.toml").exists()


def test_show_prints_rows_before_and_after(files: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "mapping.toml"
    run("map", files, "--out", mapping, "--county", "Staffordshire")
    code, said, _ = run("map", files, "--show", "--mapping", mapping)
    assert code == 0
    assert "[source.worker] before" in said and "worker after" in said
    assert "W10" in said and "W11" not in said


def test_show_keeps_to_itself_what_says_something_about_a_person(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    mapping = tmp_path / "mapping.toml"
    run("map", tmp_path / "people.csv", "--out", mapping, "--county", "Staffordshire")
    code, said, _ = run("map", tmp_path / "people.csv", "--show", "--mapping", mapping, "--as-at", "2016-07-31")
    assert code == 0 and "(not shown)" in said
    assert not [each for each in ("Zebedee", "Quillfeather", "2006") if each in said]
