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
        [sys.executable, "-m", "earlyhelp", "demo", "--out", str(out), "--requests", "300"],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    return out, result.stdout


def test_each_step_is_shown_with_its_time(demo: tuple[Path, str]) -> None:
    _, said = demo
    steps = [line for line in said.splitlines() if line.startswith("✓")]
    assert [step.split()[1] for step in steps] == ["Inventing", "Checking", "Computing", "Publishing"]
    assert all(step.endswith(" s") for step in steps)


def test_the_last_line_is_the_path_of_the_county_s_card(demo: tuple[Path, str]) -> None:
    _, said = demo
    card = Path(said.splitlines()[-1])
    assert card.name == "school-report-card-staffordshire-2016-01-01-2016-07-31.html"
    page = card.read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "Internal: not protected for publication" in page


def test_there_is_a_card_for_every_district_and_a_school_and_a_page_that_lists_them(demo: tuple[Path, str]) -> None:
    out, _ = demo
    places = json.loads((out / "cards" / "manifest.json").read_text(encoding="utf-8"))["places"]
    assert {place["level"] for place in places} == {"county", "district", "school"}
    contents = (out / "cards" / "index.html").read_text(encoding="utf-8")
    assert [place["name"] for place in places if f'href="{place["file"]}"' not in contents] == []


def test_the_private_half_lies_in_a_folder_of_its_own(demo: tuple[Path, str]) -> None:
    out, said = demo
    assert "Delete this folder after" in (out / "cards" / "private" / "README.txt").read_text(encoding="utf-8")
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
