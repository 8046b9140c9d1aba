"""`earlyhelp words audit`, as a person types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from earlyhelp.cli.words import group


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(group, ["audit", *arguments])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.md"
    path.write_text("# Fines\n\nThe majority (38%) of fines were paid.\n", encoding="utf-8")
    return path


def test_an_inconsistent_claim_is_told_with_its_line_and_ends_with_1(report: Path) -> None:
    code, out, _ = run(str(report))
    assert code == 1
    assert "report.md, line 3: The majority (38%) of fines were paid." in out
    assert "[share_words]" in out
    assert "1 claim is inconsistent" in out


def test_json_is_one_list_of_objects(report: Path) -> None:
    code, out, _ = run(str(report), "--json")
    (found,) = json.loads(out)
    assert code == 1
    assert (found["line"], found["rule"]) == (3, "share_words")
    assert {"file", "line", "sentence", "claim", "rule", "why", "consistent_would_be"} == set(found)


def test_nothing_inconsistent_ends_with_0(tmp_path: Path) -> None:
    path = tmp_path / "fine.txt"
    path.write_text("The majority (58%) of fines were paid.", encoding="utf-8")
    assert run(str(path), "--json")[:2] == (0, "[]\n")


def test_a_file_that_cannot_be_read_ends_with_2(tmp_path: Path) -> None:
    code, _, err = run(str(tmp_path / "nowhere.md"))
    assert code == 2
    assert "There is no file" in err
