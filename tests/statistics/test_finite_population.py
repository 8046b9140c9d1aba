"""Shares of a population of which a part answered."""

from __future__ import annotations

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earlyhelp.statistics.finite_population import Wave, corrected_chance, corrected_interval, hypergeometric
from earlyhelp.statistics.intervals import wilson


def test_half_of_all_secondary_schools_say_more_than_half_of_very_many():
    exact, of_very_many = hypergeometric(17, 29, 57), wilson(17, 29)
    assert [round(100 * bound) for bound in exact] == [46, 70]
    assert [round(100 * bound) for bound in of_very_many] == [41, 74]


@st.composite
def asked(draw) -> tuple[int, int, int]:
    population = draw(st.integers(1, 60))
    out_of = draw(st.integers(1, population))
    return draw(st.integers(0, out_of)), out_of, population


def chance_of(count: int, out_of: int, population: int, with_it: int) -> Fraction:
    return Fraction(comb(with_it, count) * comb(population - with_it, out_of - count), comb(population, out_of))


@given(asked())
def test_the_exact_interval_holds_every_population_from_which_the_sample_is_not_rare(sample):
    count, out_of, population = sample
    rare = Fraction(25, 1000)
    kept = [
        with_it
        for with_it in range(population + 1)
        if sum(chance_of(each, out_of, population, with_it) for each in range(count, out_of + 1)) > rare
        and sum(chance_of(each, out_of, population, with_it) for each in range(count + 1)) > rare
    ]
    assert hypergeometric(*sample) == (kept[0] / population, kept[-1] / population)


@given(asked())
def test_who_has_asked_everybody_knows(sample):
    count, _, population = sample
    assert hypergeometric(count, population, population) == (count / population, count / population)


def test_the_interval_covers_at_least_as_often_as_it_says():
    population, out_of = 57, 29
    for with_it in range(population + 1):
        covered = sum(
            chance_of(count, out_of, population, with_it)
            for count in range(max(0, out_of - population + with_it), min(out_of, with_it) + 1)
            if hypergeometric(count, out_of, population)[0] <= with_it / population
            <= hypergeometric(count, out_of, population)[1]
        )  # fmt: skip
        assert covered >= Fraction(95, 100)


def test_the_same_answers_of_fewer_schools_make_a_change_clearer():
    of_many = corrected_chance(Wave(60, 122, 10**9), Wave(42, 119, 10**9))
    of_few = corrected_chance(Wave(60, 122, 396), Wave(42, 119, 397))
    assert of_few < of_many
    low, high = corrected_interval(Wave(60, 122, 396), Wave(42, 119, 397))
    assert 0 < low < 60 / 122 - 42 / 119 < high


def test_where_all_answered_alike_nothing_is_left_to_chance():
    assert corrected_chance(Wave(30, 30, 30), Wave(29, 30, 30)) == 0
    assert corrected_chance(Wave(30, 30, 30), Wave(30, 30, 30)) == 1


@pytest.mark.parametrize(
    ("numbers", "words"),
    [((1, 1, 9), "two at least"), ((3, 10, 9), "cannot have answered"), ((4, 3, 9), "from 0 to its total")],
)
def test_a_wave_that_cannot_be_is_refused(numbers, words):
    with pytest.raises(ValueError, match=words):
        Wave(*numbers)


@pytest.mark.parametrize(("in_both", "alike"), [(31, 0.5), (-1, 0.5), (10, 1.5)])
def test_more_in_both_waves_than_in_either_or_no_correlation_is_refused(in_both, alike):
    with pytest.raises(ValueError, match="no more than in either"):
        corrected_chance(Wave(10, 30, 90), Wave(12, 40, 90), in_both, alike)
