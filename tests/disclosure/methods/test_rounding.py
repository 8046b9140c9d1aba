"""Rounded numbers are multiples, near the true ones, and still add up."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from earlyhelp.disclosure.methods.problem import Problem
from earlyhelp.disclosure.methods.rounding import NotRoundableError, round_to
from tests.disclosure.methods.drawn_tables import problem, table


def sums(drawn: Problem, values: np.ndarray) -> list[int]:
    return [int(each) for each in np.add.reduceat(drawn.signs * values[drawn.terms], drawn.starts[:-1])]


def least_error(drawn: Problem, base: int) -> int | None:
    """The least total error of all choices among neighbouring multiples that keep the sums; None where none does."""
    lower = drawn.values // base * base
    neighbours = [(low, low + base) if low != value else (low,) for low, value in zip(lower, drawn.values, strict=True)]
    errors = [
        int(np.abs(np.array(choice) - drawn.values).sum())
        for choice in product(*neighbours)
        if not any(sums(drawn, np.array(choice)))
    ]
    return min(errors, default=None)


def test_a_sum_is_the_sum_of_its_rounded_parts() -> None:
    # 3 + 3 + 3 = 9: the nearest multiples, 5 + 5 + 5 and 10, do not add up.
    rounded = round_to(problem([3, 3, 3, 9], [(3, [0, 1, 2])]), 5)

    assert sorted(rounded.values[:3].tolist()) == [0, 5, 5]
    assert rounded.values[3] == 10
    assert rounded.is_to_neighbours


def test_a_multiple_stays() -> None:
    rounded = round_to(problem([5, 0, 7, 12], [(3, [0, 1, 2])]), 5)

    assert rounded.values[:2].tolist() == [5, 0]


def test_linked_sums_are_rounded_together() -> None:
    # Three of 1 and their pairs of 2: where two are 0 the third is 5 and two pairs with it, 6 becomes 10.
    near = problem([1, 1, 1, 2, 2, 2, 6], [(3, [0, 1]), (4, [1, 2]), (5, [0, 2]), (6, [3, 4, 5])])

    rounded = round_to(near, 5)

    assert not any(sums(near, rounded.values))
    assert rounded.is_to_neighbours
    assert int(np.abs(rounded.values - near.values).sum()) == least_error(near, 5)


def test_a_step_further_is_named() -> None:
    # 7 in twos: 14 is 10 or 15, and twice 5 is 10; but 21 is 20 or 25, and three times 5 or 10 is neither.
    drawn = weighed([7, 21], [-1, 3])

    rounded = round_to(drawn, 5)

    assert rounded.values.tolist() == [5, 15]
    assert rounded.is_further.tolist() == [False, True]


def test_what_cannot_be_rounded_is_refused() -> None:
    # Eleven times 30 is 330. To 50: 0 and 0, or 50 and 550, both more than one multiple beyond the neighbours.
    with pytest.raises(NotRoundableError):
        round_to(weighed([30, 330], [-1, 11]), 50)


def weighed(values: list[int], signs: list[int]) -> Problem:
    """A multiple of the first quantity is the second."""
    return replace(problem(values, [(1, [0])]), signs=np.array(signs, np.int64))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(st.integers(0, 12), min_size=2, max_size=2), min_size=2, max_size=2))
def test_the_total_error_is_the_least_of_all_choices(rows: list[list[int]]) -> None:
    drawn = table(rows)
    rounded = round_to(drawn, 5)

    assert not any(sums(drawn, rounded.values))
    assert (rounded.values % 5 == 0).all()
    assert (np.abs(rounded.values - drawn.values) < 5).all()
    assert int(np.abs(rounded.values - drawn.values).sum()) == least_error(drawn, 5)
