"""`earlyhelp check` and `earlyhelp convert`: what they print and the code they leave with."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from earlyhelp.cli.check import check
from earlyhelp.cli.convert import convert
from earlyhelp.dataset import findings_workbook
from earlyhelp.dataset.template_workbook import write_template
from earlyhelp.dataset.validation.rules import Effect

MANIFEST = '{"county_code": "E10000028", "county_name": "Staffordshire", "as_at": "2016-07-31"}'

ONE_REQUEST = "request_id,family_id,received_on,kind,source_code,decision\nR1,F1,2016-01-04,support,2A,accepted\n"


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


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_dataset_without_refused_rows_leaves_with_0(source: Path, tmp_path: Path) -> None:
    code, said = run(check, source, "--out", tmp_path / "out.xlsx")
    assert code == 0
    assert "EH0107" in said and "out.xlsx" in said
    assert "2 rows read: 2 used, none refused; 1 value blanked, 0 open queries." in said
    assert (tmp_path / "out.xlsx").exists()


def test_a_dataset_one_level_down_is_pointed_at_where_there_is_just_one(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    assert f"Did you mean {source}?" in run(check, tmp_path, "--out", out)[1]
    (tmp_path / "another").mkdir()
    (tmp_path / "another" / "dataset.json").write_text(MANIFEST, encoding="utf-8")
    code, said = run(check, tmp_path, "--out", out)
    assert code == 2
    assert "holds no table" in said and "Did you mean" not in said


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


def test_one_row_and_one_query_are_said_as_one(source: Path, tmp_path: Path) -> None:
    (source / "person.csv").unlink()
    (source / "request.csv").write_text(ONE_REQUEST, encoding="utf-8")
    _, said = run(check, source, "--out", tmp_path / "out.xlsx")
    assert "1 row read: 1 used, none refused; 0 values blanked, 1 open query." in said


def test_effects_are_printed_in_words() -> None:
    words = ["refused", "refused with parent", "blanked", "query", "notice"]
    assert [effect.in_words for effect in Effect] == words


@pytest.mark.parametrize("name", ["findings", "person.csv", "findings.xls"])
def test_the_findings_go_to_a_workbook_alone(name: str, source: Path) -> None:
    before = contents(source)
    code, said = run(check, source, "--out", source / name)
    assert code == 2
    assert "has to end in .xlsx" in said
    assert contents(source) == before


def test_the_findings_never_take_the_place_of_the_dataset(tmp_path: Path) -> None:
    write_template(tmp_path / "mine.xlsx")
    (tmp_path / "also_mine.xlsx").hardlink_to(tmp_path / "mine.xlsx")
    before = contents(tmp_path)
    for name in ("mine.xlsx", "also_mine.xlsx"):
        code, said = run(check, tmp_path / "mine.xlsx", "--out", tmp_path / name)
        assert code == 2
        assert "is the dataset itself" in said
    assert contents(tmp_path) == before


@pytest.mark.parametrize("name", ["request.xlsx", "Request.XLSX"])
def test_the_findings_never_take_the_name_of_a_table(name: str, source: Path) -> None:
    code, said = run(check, source, "--out", source / name)
    assert code == 2
    assert "would be read as part of the dataset" in said
    assert not (source / name).exists()


def test_the_findings_replace_earlier_findings_alone(source: Path, tmp_path: Path) -> None:
    (tmp_path / "text.xlsx").write_text("not a workbook", encoding="utf-8")
    (tmp_path / "folder.xlsx").mkdir()
    write_template(tmp_path / "filled.xlsx")
    before = contents(tmp_path)
    for name in ("text.xlsx", "folder.xlsx", "filled.xlsx"):
        code, said = run(check, source, "--out", tmp_path / name)
        assert code == 2
        assert "is not replaced" in said
    assert contents(tmp_path) == before
    assert run(check, source, "--out", tmp_path / "out.xlsx")[0] == 0
    earlier = (tmp_path / "out.xlsx").read_bytes()
    (source / "person.csv").write_text("person_id,role\nP1,child\n", encoding="utf-8")
    assert run(check, source, "--out", tmp_path / "out.xlsx")[0] == 0
    assert (tmp_path / "out.xlsx").read_bytes() != earlier


def test_all_findings_as_csv_replace_earlier_ones_alone(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(findings_workbook, "MOST_ROWS", 0)
    beside = tmp_path / "findings.csv"
    beside.write_text("what,we,found\n", encoding="utf-8")
    code, said = run(check, source, "--out", tmp_path / "out.xlsx")
    assert code == 2
    assert "findings.csv" in said and "is not replaced" in said
    assert beside.read_text(encoding="utf-8") == "what,we,found\n"
    assert not (tmp_path / "out.xlsx").exists()
    beside.unlink()
    for _ in range(2):
        assert run(check, source, "--out", tmp_path / "out.xlsx")[0] == 0
    assert "EH0107" in beside.read_text(encoding="utf-8-sig")


def test_a_file_that_cannot_be_written_leaves_with_2(source: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    code, said = run(check, source, "--out", tmp_path / "file" / "out.xlsx")
    assert code == 2
    assert "could not be written" in said


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
