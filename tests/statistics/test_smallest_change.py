"""What "no clear change" leaves open."""

from __future__ import annotations

from random import Random

import pytest

from earlyhelp.statistics.changes import compare_shares
from earlyhelp.statistics.smallest_change import smallest_change
from earlyhelp.statistics.verdicts import Verdict

RUNS = 1000


@pytest.mark.parametrize("found", [0.5, 0.8])
def test_a_change_of_that_size_is_found_as_often_as_is_said(found):
    chance = Random(2016)
    change = smallest_change(300, 300, share=0.45, found=found)
    rises = sum(
        compare_shares(drawn(chance, 0.45 + change / 2), 300, drawn(chance, 0.45 - change / 2), 300) is Verdict.UP
        for _ in range(RUNS)
    )
    assert found * RUNS - 50 < rises < found * RUNS + 50


def drawn(chance: Random, share: float) -> int:
    return sum(chance.random() < share for _ in range(300))


def test_more_cases_show_smaller_changes_and_many_comparisons_only_larger_ones():
    assert smallest_change(500, 500) < smallest_change(100, 100)
    assert smallest_change(500, 500) < smallest_change(500, 500, allowed=0.05 / 15) < 0.1
    assert smallest_change(500, 500, found=0.8) > smallest_change(500, 500)


@pytest.mark.parametrize("wrong", [{"share": 0}, {"share": 1}, {"found": 0.4}, {"found": 1}])
def test_what_lies_outside_its_range_is_refused(wrong):
    with pytest.raises(ValueError, match="half the time"):
        smallest_change(100, 100, **wrong)


def test_no_cases_and_more_answers_than_schools_are_refused():
    with pytest.raises(ValueError, match="total above 0"):
        smallest_change(0, 100)
    with pytest.raises(ValueError, match="cannot have answered"):
        smallest_change(100, 100, populations=(90, 100))
