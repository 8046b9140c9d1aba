"""What is forgotten at first is asked again: a quick pattern is not taken for a safe one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from earlyhelp.disclosure.methods.loose import DEAR, MUCH_ROOM, without_what_hardly_binds
from earlyhelp.disclosure.methods.problem import Problem
from earlyhelp.disclosure.methods.protect import exposed_in, hide, protect
from tests.disclosure.methods.drawn_tables import falls_short, problem, table


def with_much_room(room: int) -> Problem:
    """A 3 beside a 60 and their sum, and of the sum no more than so many others, which nobody prints."""
    drawn = problem([3, 60, 63, room, 63 + room], [(2, [0, 1]), (4, [2, 3])], cost=[1, 1, 1, 0, 1])
    return replace(drawn, must_hide=drawn.must_hide | (drawn.cost == 0))


def test_an_inequality_with_much_room_is_forgotten_and_one_with_little_is_not() -> None:
    assert len(without_what_hardly_binds(with_much_room(MUCH_ROOM)).starts) == 2
    assert len(without_what_hardly_binds(with_much_room(MUCH_ROOM - 1)).starts) == 3


def test_what_itself_needs_protection_is_never_forgotten() -> None:
    drawn = with_much_room(MUCH_ROOM)
    asked = replace(drawn, needs=np.where(np.arange(5) == 3, MUCH_ROOM + 10, drawn.needs))

    assert len(without_what_hardly_binds(asked).starts) == 3


def test_cells_that_many_go_with_are_not_thought_of_at_first() -> None:
    drawn = problem([3, 60, 70, 133], [(3, [0, 1, 2])], cost=[1, DEAR, DEAR + 1, 1])

    assert without_what_hardly_binds(drawn).may_hide.tolist() == [True, True, False, True]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(st.integers(0, 60), min_size=2, max_size=3), min_size=2, max_size=3), st.booleans())
def test_whoever_forgets_nothing_has_the_last_word(rows: list[list[int]], zeros: bool) -> None:
    rows = [[*row, 0][:3] for row in rows]
    # What nobody prints is hidden from the outset, and one column in each table takes many cells with it.
    drawn = table(rows, hides_zeros=zeros, cost=([1, 1, 0, 9] * 4)[: 4 * (len(rows) + 1)])
    drawn = replace(drawn, must_hide=drawn.must_hide | (drawn.cost == 0))
    first = hide(without_what_hardly_binds(drawn), nodes=0).is_hidden | drawn.must_hide

    # What the forgetful pattern leaves exposed is found, and hiding more on top of it mends it where anything can.
    assert list(exposed_in(drawn, first)) == falls_short(drawn, first)
    mended = protect(replace(drawn, must_hide=first), nodes=0)
    assert list(mended.exposed) == falls_short(drawn, mended.is_hidden)
    assert set(mended.exposed) <= set(falls_short(drawn, drawn.must_hide | drawn.may_hide))
