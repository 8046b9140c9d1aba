"""What is hidden protects what is small, with as few cells as can be."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from earlyhelp.disclosure.methods.problem import Pattern
from earlyhelp.disclosure.methods.protect import exposed_in, protect
from tests.disclosure.methods.drawn_tables import falls_short, least_cost, problem, table

NODES = 1_000

rows = st.lists(st.lists(st.integers(0, 9), min_size=2, max_size=3), min_size=2, max_size=3).filter(
    lambda drawn: len({len(row) for row in drawn}) == 1
)


def hidden(pattern: Pattern) -> list[int]:
    return [int(index) for index in np.flatnonzero(pattern.is_hidden)]


def test_one_small_cell_takes_a_rectangle_of_four_with_it() -> None:
    #    3 20 | 23
    #   20 20 | 40
    #   23 40 | 63
    pattern = protect(table([[3, 20], [20, 20]]), nodes=NODES)

    assert len(hidden(pattern)) == 4
    assert 0 in hidden(pattern)
    assert (pattern.exposed, pattern.is_proven) == ((), True)


def test_small_cells_that_already_hide_each_other_take_none_with_them() -> None:
    # Four small ones in a rectangle: 4 can be 5 where its neighbours can fall to 1 and the opposite one can rise.
    drawn = table([[4, 4, 30], [4, 4, 30], [30, 30, 30]])

    assert hidden(protect(drawn, nodes=NODES)) == [0, 1, 4, 5]


def test_of_two_equal_choices_the_smaller_numbers_are_hidden() -> None:
    #    3 | 20 | 90 || 113
    # The small one needs one other of its line; 20 tells less than 90 or the sum.
    drawn = problem([3, 20, 90, 113], [(3, [0, 1, 2])])

    assert hidden(protect(drawn, nodes=NODES)) == [0, 1]
    assert hidden(protect(drawn, nodes=0)) == [0, 1]


def test_of_two_equal_numbers_the_first_is_hidden() -> None:
    drawn = problem([3, 20, 20, 43], [(3, [0, 1, 2])])

    assert hidden(protect(drawn, nodes=NODES)) == [0, 1]


def test_a_cell_that_hides_several_figures_is_spared() -> None:
    drawn = problem([3, 20, 90, 113], [(3, [0, 1, 2])], cost=[1, 9, 1, 9])

    assert hidden(protect(drawn, nodes=NODES)) == [0, 2]


def test_what_two_tables_share_is_hidden_in_both() -> None:
    # 13 = 3 + 10, and the same 10 = 4 + 6: with 4 and 10 hidden and 6 shown, 3 can be 5 while 10 is 8 and 4 is 2.
    drawn = problem([13, 3, 10, 4, 6], [(0, [1, 2]), (2, [3, 4])])

    pattern = protect(drawn, nodes=NODES)

    assert pattern.exposed == ()
    assert falls_short(drawn, pattern.is_hidden) == []
    assert hidden(pattern) == [1, 2, 3]


def test_a_printed_zero_is_never_hidden() -> None:
    drawn = table([[3, 0, 9], [8, 9, 9]])

    assert 1 not in hidden(protect(drawn, nodes=NODES))


def test_zeros_inside_the_band_hide_each_other() -> None:
    # Of hidden zeros each may be 5 where others may fall: none can below 0, so a larger one must go with them.
    drawn = table([[0, 0, 9], [0, 0, 9], [9, 9, 9]], hides_zeros=True)

    pattern = protect(drawn, nodes=NODES)

    assert pattern.exposed == ()
    assert falls_short(drawn, pattern.is_hidden) == []


def test_what_no_choice_protects_is_named_and_the_rest_is_protected() -> None:
    # A whole of 3 in one part, and the whole cannot be hidden: the reader reads the part.
    drawn = problem([3, 3, 3, 20, 23], [(0, [1]), (4, [2, 3])])
    drawn = replace(
        drawn,
        must_hide=np.array([0, 1, 1, 0, 0], np.bool_),
        may_hide=np.array([0, 1, 1, 1, 1], np.bool_),
        needs=np.array([0, 5, 5, 0, 0]),
    )

    pattern = protect(drawn, nodes=NODES)

    assert pattern.exposed == (1,)
    assert hidden(pattern) == [1, 2, 3]


def test_a_publication_without_small_numbers_is_left_as_it_is() -> None:
    pattern = protect(table([[10, 20], [20, 20]]), nodes=NODES)

    assert (hidden(pattern), pattern.exposed, pattern.is_proven, pattern.nodes) == ([], (), True, 0)


@settings(deadline=None, max_examples=60)
@given(rows, st.booleans())
def test_no_pattern_called_safe_leaves_anything_exposed(drawn_rows: list[list[int]], hides_zeros: bool) -> None:
    drawn = table(drawn_rows, hides_zeros=hides_zeros)

    for nodes in (0, 1, NODES):
        pattern = protect(drawn, nodes=nodes)

        assert falls_short(drawn, pattern.is_hidden) == list(pattern.exposed)
        assert not (drawn.must_hide & ~pattern.is_hidden).any()
        assert not (pattern.is_hidden & ~drawn.must_hide & ~drawn.may_hide).any()


@settings(deadline=None, max_examples=60)
@given(rows, st.booleans())
def test_what_is_called_exposed_is_exposed_with_everything_hidden(drawn_rows: list[list[int]], zeros: bool) -> None:
    drawn = table(drawn_rows, hides_zeros=zeros)

    assert list(protect(drawn, nodes=0).exposed) == falls_short(drawn, drawn.must_hide | drawn.may_hide)


@settings(deadline=None, max_examples=25)
@given(st.lists(st.lists(st.integers(0, 9), min_size=2, max_size=2), min_size=2, max_size=2), st.booleans())
def test_a_pattern_called_proven_costs_as_little_as_any_safe_one(drawn_rows: list[list[int]], zeros: bool) -> None:
    drawn = table(drawn_rows, hides_zeros=zeros)
    pattern = protect(drawn, nodes=NODES)
    cheapest = least_cost(drawn)

    assert (cheapest is None) == bool(pattern.exposed)
    if cheapest is not None:
        assert pattern.is_proven
        assert int(drawn.cost[pattern.is_hidden].sum()) == cheapest


@settings(deadline=None, max_examples=60)
@given(rows, st.booleans(), st.integers(0, 2**16 - 1))
def test_the_attack_finds_what_a_plain_reader_finds(drawn_rows: list[list[int]], zeros: bool, chosen: int) -> None:
    drawn = table(drawn_rows, hides_zeros=zeros)
    is_chosen = (chosen >> np.arange(len(drawn.values))) % 2 == 1
    is_hidden = drawn.must_hide | (drawn.may_hide & is_chosen)

    assert list(exposed_in(drawn, is_hidden)) == falls_short(drawn, is_hidden)


def test_the_same_problem_gives_the_same_pattern() -> None:
    random = np.random.default_rng(5)
    drawn = table(random.poisson(4, (12, 5)).tolist())
    first, second = protect(drawn, nodes=50), protect(drawn, nodes=50)

    assert (hidden(first), first.is_proven, first.nodes) == (hidden(second), second.is_proven, second.nodes)


def test_where_the_budget_ends_the_pattern_is_safe_and_not_called_proven() -> None:
    random = np.random.default_rng(3)
    drawn = table(random.poisson(6, (9, 6)).tolist())

    pattern = protect(drawn, nodes=0)

    assert (pattern.exposed, pattern.is_proven, pattern.nodes) == ((), False, 0)
    assert falls_short(drawn, pattern.is_hidden) == []


def test_the_solver_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    protect(table([[3, 20], [20, 20]]), nodes=NODES)

    assert capfd.readouterr().out == ""
