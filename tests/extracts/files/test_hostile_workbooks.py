"""Files made to do harm are refused with a sentence, within the memory there is; what only looks so is read."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.extracts.files.hostile_workbooks import HARMLESS, REFUSED

ROOT = Path(__file__).parents[3]
MOST_MEMORY = 512 << 20


@pytest.fixture(scope="module")
def read_all(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Makes all the files and reads them in a process of its own, whose memory can then be measured."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, make in ({name: make for name, (_, make) in REFUSED.items()} | HARMLESS).items():
        make(folder / f"{name}.xlsx")
    done = subprocess.run(
        [sys.executable, "-m", "tests.extracts.files.read_hostile_workbooks", str(folder)],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=True,
    )  # fmt: skip
    assert not [path for path in folder.iterdir() if path.is_dir()], "something stayed behind"
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_with_a_sentence(name: str, read_all: dict[str, Any]) -> None:
    outcome = read_all["outcomes"][name]
    assert isinstance(outcome, str), outcome
    assert outcome.startswith(f"{name}.xlsx") and outcome.endswith(".")
    assert re.search(REFUSED[name][0], outcome.removeprefix(f"{name}.xlsx")), outcome


@pytest.mark.parametrize("name", HARMLESS)
def test_a_file_that_only_looks_hostile_is_read(name: str, read_all: dict[str, Any]) -> None:
    assert read_all["outcomes"][name] == [[["1"]]]


def test_no_hostile_file_takes_more_memory_than_512_mib(read_all: dict[str, Any]) -> None:
    assert read_all["memory"] <= MOST_MEMORY


def test_there_are_forty_hostile_files_and_more() -> None:
    assert len(REFUSED) >= 40
