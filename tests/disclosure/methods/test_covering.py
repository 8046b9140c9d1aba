"""Readers who each know their own are told apart from those who could work something out, exactly."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from earlyhelp.disclosure.methods.components import parts_of, rises_of
from earlyhelp.disclosure.methods.covering import Covering
from earlyhelp.disclosure.methods.knowledge import hide_from_readers, knowing, owners_of
from earlyhelp.disclosure.methods.problem import Flags, Problem
from earlyhelp.disclosure.methods.sight import threats_at_sight
from tests.disclosure.methods.drawn_tables import falls_short, problem, table


def worked_out_by(drawn: Problem, is_hidden: Flags, known: list[int]) -> list[int]:
    """Return what a reader who knows some quantities can work out, by a new programme for each."""
    seen = is_hidden.copy()
    seen[known] = False
    return falls_short(knowing(drawn, np.array(known, np.int64)), seen)


def test_the_only_other_hidden_school_is_not_worked_out_by_its_neighbour() -> None:
    # Of 65 in a district two schools are hidden, 3 and 20: whoever knows the 20 subtracts it from what is left.
    drawn = problem([3, 20, 42, 65], [(3, [0, 1, 2])])
    begun = np.array([True, True, False, False])

    is_hidden, hopeless = hide_from_readers(drawn, begun, [np.array([each]) for each in range(3)])

    assert worked_out_by(drawn, begun, [1]) == [0]
    assert worked_out_by(drawn, is_hidden, [1]) == []
    assert hopeless == ()


def test_what_nobody_prints_keeps_a_school_from_its_neighbour_if_there_is_enough_of_it() -> None:
    # Rows of none of the schools: 1 is too little for the 3 to be believed a 5, 2 is enough.
    for rest, is_threat in ((1, True), (2, False)):
        drawn = problem([3, 20, rest, 23 + rest], [(3, [0, 1, 2])], hides_zeros=True)
        begun = np.array([True, True, True, False])
        owners = owners_of(drawn, [np.array([0]), np.array([1])])

        assert ((0, 1) in threats_at_sight(drawn, begun, owners)) is is_threat


def test_what_follows_from_the_own_numbers_is_known_too() -> None:
    drawn = problem([10, 4, 6], [(0, [1, 2])])

    assert owners_of(drawn, [np.array([0, 1])]).tolist() == [0, 0, 0]
    assert owners_of(drawn, [np.array([0]), np.array([1])]).tolist() == [0, 1, -1]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=3, max_size=5), st.booleans())
def test_exactly_what_a_reader_can_work_out_is_a_threat(rows: list[list[int]], zeros: bool) -> None:
    drawn = table(rows, hides_zeros=zeros)
    readers = [np.arange(4) + 4 * row for row in range(len(rows))]
    # Everything in the table but its margin at the bottom is hidden, where it can be.
    is_hidden = drawn.must_hide | (drawn.may_hide & (np.arange(len(drawn.values)) < 4 * len(rows)))
    owners = owners_of(drawn, readers)
    anyone = set(falls_short(drawn, is_hidden))

    found: set[tuple[int, int]] = set()
    for part in parts_of(drawn, is_hidden, rises_of(drawn)):
        for place, reader in Covering(part, owners[part.indexes]).threats(part.sensitive):
            found.add((int(part.indexes[place]), reader))

    for number, known in enumerate(readers):
        expected = set(worked_out_by(drawn, is_hidden, known.tolist())) - anyone
        assert {index for index, reader in found if reader == number} - anyone == expected
        at_sight = {index for index, reader in threats_at_sight(drawn, is_hidden, owners) if reader == number}
        assert at_sight <= expected | anyone
