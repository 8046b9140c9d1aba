"""A small county of which some figures are hidden from the public, and a folder of words about it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from earlyhelp.periods import Period
from tests.editions.conftest import SPRING

SOURCES = (("2A", 60), ("6", 40), ("4", 2), ("3B", 30), ("1A", 3))


@pytest.fixture
def borsetshire(ambridge: Path) -> Path:
    """One district and 135 requests of early 2016: two came from the housing office, which the public is not told."""
    rows = [
        f"R{source}{number},F{number % 2 + 1},2016-0{number % 3 + 1}-{number % 28 + 1:02d},"
        f"support,{source},E07000901,\n"
        for source, count in SOURCES
        for number in range(count)
    ]
    header = "request_id,family_id,received_on,kind,source_code,district_code,answered_on\n"
    (ambridge / "request.csv").write_text(header + "".join(rows), encoding="utf-8")
    return ambridge


@pytest.fixture
def words(tmp_path: Path) -> Path:
    return tmp_path / "words"


@pytest.fixture
def write(words: Path) -> Callable[..., Path]:
    """Return a function that writes a file of words and returns its path."""

    def write(text: str, name: str = "county.md", period: Period = SPRING) -> Path:
        folder = words / f"{period.first.isoformat()}_{period.last.isoformat()}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
        return folder / name

    return write
