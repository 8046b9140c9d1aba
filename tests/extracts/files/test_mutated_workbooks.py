"""A workbook with any bytes changed is read or refused; nothing else comes out of the reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from earlyhelp.extracts.files.workbook import take_answer
from earlyhelp.extracts.files.workbook_child import answer
from tests.extracts.files.mutated_workbooks import KINDS, VARIANTS, is_read, mutated, sound_workbook


def test_mutated_workbooks_are_read_or_refused(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    read = sum(is_read(seed, tmp_path, is_here=True) for seed in range(1, 401))
    assert 20 <= read <= 380


def test_in_a_process_of_its_own_it_is_the_same(tmp_path: Path) -> None:
    for seed in range(1, 9):
        assert is_read(seed, tmp_path, is_here=False) == is_read(seed, tmp_path, is_here=True)


def test_a_seed_gives_the_same_workbook_each_time() -> None:
    assert [mutated(seed) for seed in range(20)] == [mutated(seed) for seed in range(20)]


@pytest.mark.parametrize("kind", KINDS)
def test_before_they_are_mutated_they_can_be_read(kind: str, tmp_path: Path) -> None:
    for variant in range(VARIANTS):
        (tmp_path / "sound").write_bytes(sound_workbook(kind, variant))
        answer(tmp_path / "sound", "sound", tmp_path)
        assert [sheet.name for sheet in take_answer("sound", tmp_path)] == ["Data", "Notes"][: 1 + variant % 2]
