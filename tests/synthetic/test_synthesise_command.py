"""The command: says what it wrote and what to do next, and refuses in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer

from earlyhelp.cli.synthesise import synthesise


def test_it_ends_with_the_rows_and_the_next_step(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    synthesise(out=tmp_path / "county", requests=10, seed=1)
    said = capsys.readouterr().out
    assert "request_child" in said
    assert said.rstrip().endswith(f"Next: earlyhelp check {tmp_path / 'county'}")


def test_it_says_where_the_planted_findings_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    synthesise(out=tmp_path / "county", requests=10, seed=1, dirty=True)
    assert "planted.csv" in capsys.readouterr().out


@pytest.mark.parametrize("options", [{"as_at": "15/09/2016"}, {"form": "xlsx"}, {"dirty": True, "copies": 2}])
def test_it_refuses_with_exit_code_2_and_a_sentence(
    tmp_path: Path, options: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(typer.Exit) as refusal:
        synthesise(out=tmp_path / "county", requests=10, seed=1, **options)  # type: ignore[arg-type]
    assert refusal.value.exit_code == 2
    assert capsys.readouterr().err.strip()
