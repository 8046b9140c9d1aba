"""The first thing a newcomer runs: `earlyhelp demo`, as typed."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    out = tmp_path_factory.mktemp("demo") / "small"
    result = subprocess.run(
        [sys.executable, "-m", "earlyhelp", "demo", "--out", str(out), "--requests", "9000"],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    return out, result.stdout


def test_each_step_is_shown_with_its_time(demo: tuple[Path, str]) -> None:
    _, said = demo
    steps = [line for line in said.splitlines() if line.startswith("✓")]
    assert [step.split()[1] for step in steps] == ["Inventing", "Checking", "Computing", "Publishing", "Publishing"]
    assert all(step.endswith(" s") for step in steps)


def test_the_last_line_is_the_path_of_the_county_s_card_for_the_public(demo: tuple[Path, str]) -> None:
    _, said = demo
    card = Path(said.splitlines()[-1])
    assert card.name == "school-report-card-staffordshire-2016-01-01-2016-07-31.html"
    page = card.read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "internal" not in page.lower()


def test_small_numbers_are_hidden_and_the_attacker_exposed_none(demo: tuple[Path, str]) -> None:
    out, said = demo
    manifest = json.loads((out / "for_public" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["audience"]["audience"] == "public"
    assert manifest["cells_hidden"] > 0
    assert manifest["attack"]["hidden_cells"] > 0
    assert manifest["attack"]["exposed"] == 0
    assert " ".join(said.split()).count("in the files as written and exposed none") == 2


def test_a_head_teacher_has_the_own_school_s_card_in_a_folder(demo: tuple[Path, str]) -> None:
    out, _ = demo
    manifest = json.loads((out / "for_school" / "manifest.json").read_text(encoding="utf-8"))
    (place,) = manifest["places"]
    assert place["level"] == "school"
    assert (out / "for_school" / place["file"]).is_file()
    (folder,) = (path for path in (out / "for_school").iterdir() if path.is_dir() and path.name != "private")
    assert folder.name.startswith(place["code"])


def test_both_editions_are_in_the_register(demo: tuple[Path, str]) -> None:
    out, _ = demo
    with (out / "releases" / "releases.csv").open(encoding="utf-8", newline="") as file:
        assert [row["audience"] for row in csv.DictReader(file)] == ["public", "school"]


def test_the_private_half_lies_in_a_folder_of_its_own(demo: tuple[Path, str]) -> None:
    out, said = demo
    assert "Delete this folder after" in (out / "for_public" / "private" / "README.txt").read_text(encoding="utf-8")
    assert "for the authority alone" in said


def test_the_invented_county_has_no_row_refused(demo: tuple[Path, str]) -> None:
    _, said = demo
    assert " 0 refused" in said


def test_the_figures_are_beside_the_card_for_every_place(demo: tuple[Path, str]) -> None:
    out, _ = demo
    with (out / "figures" / "figures.csv").open(encoding="utf-8", newline="") as file:
        levels = {row["place_level"] for row in csv.DictReader(file)}
    assert levels == {"county", "district", "school"}


def test_what_is_left_to_put_right_is_a_workbook(demo: tuple[Path, str]) -> None:
    out, _ = demo
    assert (out / "findings.xlsx").read_bytes().startswith(b"PK")
