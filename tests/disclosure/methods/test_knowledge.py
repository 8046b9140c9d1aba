"""What one reader knows anyway does not give away what others must not learn."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from earlyhelp.disclosure.methods.knowledge import knowing, protect_against
from earlyhelp.disclosure.methods.problem import Problem
from earlyhelp.disclosure.methods.protect import protect
from tests.disclosure.methods.drawn_tables import falls_short, problem, table

THREE_SCHOOLS = problem([3, 20, 90, 113], [(3, [0, 1, 2])])


def known(*indexes: int) -> np.ndarray:
    return np.array(indexes, np.int64)


def is_safe_from(drawn: Problem, is_hidden: np.ndarray, indexes: np.ndarray) -> list[int]:
    reader = knowing(drawn, indexes)
    seen = is_hidden & (reader.must_hide | reader.may_hide)
    return falls_short(reader, seen)


def test_a_school_that_knows_its_own_number_does_not_learn_its_neighbours() -> None:
    # The second school's 20 keeps the first school's 3; the second head would subtract it, so a third number goes.
    pattern = protect_against(THREE_SCHOOLS, [known(0), known(1), known(2)], nodes=100)

    assert protect(THREE_SCHOOLS, nodes=100).is_hidden.sum() == 2
    assert list(np.flatnonzero(pattern.is_hidden)) == [0, 1, 2]
    assert (pattern.exposed, pattern.is_proven) == ((), False)


def test_readers_who_know_what_protects_nothing_change_nothing() -> None:
    pattern = protect_against(THREE_SCHOOLS, [known(0), known(2)], nodes=100)

    assert list(np.flatnonzero(pattern.is_hidden)) == [0, 1]
    assert (pattern.exposed, pattern.is_proven) == ((), True)


def test_what_nothing_protects_from_a_neighbour_is_named() -> None:
    # Two schools alone: whoever knows one of them and the sum knows the other; only hiding the sum would help.
    drawn = problem([3, 4, 7], [(2, [0, 1])])
    printed = replace(drawn, may_hide=np.array([True, True, False]))

    assert protect_against(printed, [known(0)], nodes=100).exposed == (1,)
    assert protect_against(drawn, [known(0)], nodes=100).exposed == ()


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=3, max_size=3), st.booleans())
def test_a_pattern_called_safe_is_safe_from_every_reader(rows: list[list[int]], zeros: bool) -> None:
    drawn = table(rows, hides_zeros=zeros)
    # Each row is a school that knows its own line.
    readers = [np.arange(4) + 4 * row for row in range(3)]

    pattern = protect_against(drawn, readers, nodes=0)

    found = {index for reader in readers for index in is_safe_from(drawn, pattern.is_hidden, reader)}
    assert found <= set(pattern.exposed)
    everything = drawn.must_hide | drawn.may_hide
    hopeless = {index for reader in readers for index in is_safe_from(drawn, everything, reader)}
    assert set(pattern.exposed) <= hopeless | set(falls_short(drawn, everything))
