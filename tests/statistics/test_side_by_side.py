"""Places side by side: the two ends of many are not taken for a difference."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2_contingency, fisher_exact

from earlyhelp.statistics.changes import compare_shares
from earlyhelp.statistics.side_by_side import fisher, homogeneity, most_frequent, spread_of
from earlyhelp.statistics.verdicts import Verdict

RUNS = 1000


@st.composite
def share(draw) -> tuple[int, int]:
    out_of = draw(st.integers(1, 300))
    return draw(st.integers(0, out_of)), out_of


@given(share(), share())
def test_the_exact_chance_agrees_with_a_library(one, other):
    table = [[one[0], one[1] - one[0]], [other[0], other[1] - other[0]]]
    assert fisher(*one, *other) == pytest.approx(np.asarray(fisher_exact(table))[1], abs=1e-9)


def test_the_worked_example_comes_out():
    assert fisher(3, 4, 1, 4) == pytest.approx(34 / 70)


@pytest.mark.parametrize(
    ("shares", "verdict"),
    [
        ([(10, 100), (14, 100)], Verdict.NO_CLEAR_CHANGE),
        ([(10, 100), (40, 100)], Verdict.UP),
        ([(10, 100), (40, 100), (40, 100)], Verdict.UP),
        ([(10, 100), (2, 19)], Verdict.TOO_FEW),
        ([], Verdict.TOO_FEW),
    ],
)
def test_places_differ_only_where_one_of_them_stands_apart_from_all_others(shares, verdict):
    assert spread_of(shares).verdict() is verdict


def test_of_two_places_one_comparison_is_made():
    assert spread_of([(10, 100), (20, 100)]).chance == pytest.approx(fisher(10, 100, 20, 100))


def drawn(chance: Random, out_of: int, share: float) -> tuple[int, int]:
    return sum(chance.random() < share for _ in range(out_of)), out_of


def test_eight_districts_that_are_alike_are_told_apart_at_most_once_in_twenty():
    chance = Random(2016)
    found = ends = 0
    for _ in range(RUNS):
        districts = [drawn(chance, out_of, 0.2) for out_of in (25, 40, 60, 60, 90, 120, 150, 200)]
        found += spread_of(districts).verdict() is Verdict.UP
        ranked = sorted(districts, key=lambda each: each[0] / each[1])
        ends += compare_shares(*ranked[-1], *ranked[0]) is Verdict.UP
    assert found <= 0.05 * RUNS
    # The reason for it all: the two ends alone, compared as if nobody had picked them.
    assert ends > 0.25 * RUNS


def test_a_district_that_truly_stands_apart_is_found():
    chance = Random(2016)
    found = sum(
        spread_of([drawn(chance, 120, 0.4), *(drawn(chance, 120, 0.2) for _ in range(7))]).verdict() is Verdict.UP
        for _ in range(300)
    )
    assert found > 0.9 * 300


def test_the_busiest_of_seven_even_months_is_named_at_most_about_once_in_twenty():
    chance = Random(2016)
    found = 0
    for _ in range(RUNS):
        months = [0] * 7
        for _ in range(350):
            months[chance.randrange(7)] += 1
        months.sort(reverse=True)
        found += most_frequent([(count, 30) for count in months]).verdict() is Verdict.UP
    assert found < 0.06 * RUNS
    assert most_frequent([(100, 31), *[(50, 30)] * 6]).verdict() is Verdict.UP


def test_one_month_alone_is_not_the_busiest_of_any():
    with pytest.raises(ValueError, match="two or more"):
        most_frequent([(20, 31)])


THREE_LOW_FIVE_HIGH = [(89, 100), (86, 98), (84, 94), (67, 96), (68, 98), (73, 106), (83, 104), (83, 94)]


@pytest.mark.parametrize("shares", [THREE_LOW_FIVE_HIGH, THREE_LOW_FIVE_HIGH[:3], THREE_LOW_FIVE_HIGH[2:6]])
def test_the_chance_of_all_together_is_that_of_scipy(shares: list[tuple[int, int]]) -> None:
    table = [[count for count, _ in shares], [out_of - count for count, out_of in shares]]
    assert homogeneity(shares) == pytest.approx(chi2_contingency(table, correction=False)[1])


def test_a_few_low_beside_a_few_high_differ_though_none_is_far_from_the_rest() -> None:
    counted, everyone = (sum(numbers) for numbers in zip(*THREE_LOW_FIVE_HIGH, strict=True))
    alone = [fisher(count, out_of, counted - count, everyone - out_of) for count, out_of in THREE_LOW_FIVE_HIGH]

    assert min(alone) * len(alone) > 0.02
    assert spread_of(THREE_LOW_FIVE_HIGH).chance < 0.0001


def test_too_few_expected_are_not_asked_by_chi_square() -> None:
    assert homogeneity([(1, 20), (0, 20), (4, 20)]) == 1.0
