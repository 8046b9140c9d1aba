"""`earlyhelp check` and `earlyhelp convert`: what they print and the code they leave with."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from earlyhelp.cli.check import check
from earlyhelp.cli.convert import convert

MANIFEST = '{"county_code": "E10000028", "county_name": "Staffordshire", "as_at": "2016-07-31"}'


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "county"
    folder.mkdir()
    (folder / "dataset.json").write_text(MANIFEST, encoding="utf-8")
    (folder / "person.csv").write_text("person_id,role,sex\nP1,child,F\nP2,child,boy\n", encoding="utf-8")
    return folder


def run(command: object, *arguments: object) -> tuple[int, str]:
    app = typer.Typer()
    app.command()(command)  # pyright: ignore[reportArgumentType]
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    return result.exit_code, result.output


def test_a_dataset_without_refused_rows_leaves_with_0(source: Path, tmp_path: Path) -> None:
    code, said = run(check, source, "--out", tmp_path / "out.xlsx")
    assert code == 0
    assert "EH0107" in said and "out.xlsx" in said
    assert "2 rows read: 2 used, none refused; 1 values blanked, 0 open queries." in said
    assert (tmp_path / "out.xlsx").exists()


def test_refused_rows_leave_with_1(source: Path, tmp_path: Path) -> None:
    (source / "identity.csv").write_text("person_id,surname\n,Nobody\n", encoding="utf-8")
    code, said = run(check, source, "--out", tmp_path / "out.xlsx")
    assert code == 1
    assert "3 rows read: 2 used, 1 refused" in said
    assert "Nobody" not in said


def test_what_cannot_be_read_leaves_with_2_and_names_the_file(source: Path, tmp_path: Path) -> None:
    (source / "family.csv").write_bytes(b"")
    code, said = run(check, source, "--out", tmp_path / "out.xlsx")
    assert code == 2
    assert "family.csv" in said and "is empty" in said
    assert not (tmp_path / "out.xlsx").exists()


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_convert_writes_usable_rows_and_says_what_it_left_out(form: str, source: Path, tmp_path: Path) -> None:
    assert run(convert, source, "--out", tmp_path / "good", "--format", form)[0] == 0
    (source / "person.csv").write_text("person_id,role\nP1,child\nP2,baby\n", encoding="utf-8")
    code, said = run(convert, source, "--out", tmp_path / "out", "--format", form)
    assert code == 1
    assert "1 refused rows were left out" in said
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["dataset.json", f"person.{form}"]
    code, said = run(convert, source, "--out", tmp_path / "out", "--format", form)
    assert code == 2
    assert "already holds" in said


def test_convert_leaves_identities_behind_unless_they_are_asked_for(source: Path, tmp_path: Path) -> None:
    (source / "identity.csv").write_text("person_id,surname\nP1,Nobody\n", encoding="utf-8")
    run(convert, source, "--out", tmp_path / "without")
    run(convert, source, "--out", tmp_path / "with", "--identities")
    assert not (tmp_path / "without" / "identity.parquet").exists()
    assert (tmp_path / "with" / "identity.parquet").exists()
