"""Readers who know some of what is hidden, such as a head teacher the own school's numbers.

What such a reader knows cannot move any more, so others that leaned on it may be exposed. Hiding more never exposes
anything, so one pattern can be widened for one reader after another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from earlyhelp.disclosure.methods.components import Part, parts_of, rises_of
from earlyhelp.disclosure.methods.problem import Flags, Ints, Pattern, Problem
from earlyhelp.disclosure.methods.protect import parts_to_protect, protect
from earlyhelp.disclosure.methods.sequence import hide_in_turn, prices_of
from earlyhelp.disclosure.methods.witnesses import Witnesses


def knowing(problem: Problem, known: Ints) -> Problem:
    """Return the problem as it is for someone who knows these quantities, and from whom they need no protection."""
    is_known = np.zeros(len(problem.values), np.bool_)
    is_known[known] = True
    return replace(
        problem,
        must_hide=problem.must_hide & ~is_known,
        may_hide=problem.may_hide & ~is_known,
        needs=np.where(is_known, 0, problem.needs),
    )


def protect_against(problem: Problem, scenarios: Sequence[Ints], *, nodes: int) -> Pattern:
    """Return a pattern that is safe from a reader who knows nothing and from each who knows some quantities.

    scenarios   for each such reader, the indexes known
    nodes       as of `protect`, for the reader who knows nothing
    Returns     a pattern whose `exposed` names what no choice protects from one of them. It is called proven only
                where the optimum for the reader who knows nothing is safe from all others as well
    """
    first = protect(problem, nodes=nodes)
    is_hidden, exposed = first.is_hidden.copy(), set(first.exposed)
    doubts = _doubts(problem, is_hidden, scenarios)
    parts = parts_to_protect(problem)
    for part, readers in zip(parts, _readers(parts, scenarios, len(is_hidden)), strict=True):
        if readers:
            widened, hopeless = _widened(part, is_hidden[part.indexes], readers, doubts)
            is_hidden[part.indexes] = widened
            exposed |= {int(index) for index in part.indexes[hopeless]}
    is_proven = first.is_proven and np.array_equal(is_hidden, first.is_hidden)
    return Pattern(is_hidden, tuple(sorted(exposed)), bool(is_proven), first.nodes)


@dataclass(frozen=True)
class Reader:
    """One who knows some quantities of a part: the number of the scenario, and their places in the part."""

    number: int
    known: Ints


def _readers(parts: Sequence[Part], scenarios: Sequence[Ints], size: int) -> list[list[Reader]]:
    """Return for each part who knows something of it."""
    owner, place = np.full(size, -1), np.zeros(size, np.int64)
    for number, part in enumerate(parts):
        owner[part.indexes], place[part.indexes] = number, np.arange(part.size)
    readers: list[list[Reader]] = [[] for _ in parts]
    for number, scenario in enumerate(scenarios):
        owners = owner[scenario]
        for each in np.unique(owners[owners >= 0]):
            readers[int(each)].append(Reader(number, place[scenario[owners == each]]))
    return readers


@dataclass(frozen=True)
class Doubts:
    """What is not cleared at first sight.

    of_all      (n) flags: for whatever reader
    of_one      for each reader, (n) indexes of what is in doubt besides
    """

    of_all: Flags
    of_one: list[list[Ints]]

    def of(self, number: int, part: Part) -> Ints:
        """Return the places in a part of what is in doubt for one reader."""
        in_doubt = self.of_all[part.indexes]
        for indexes in self.of_one[number]:
            in_doubt |= np.isin(part.indexes, indexes)
        return np.flatnonzero(in_doubt & (part.rises > 0))


def _doubts(problem: Problem, is_hidden: Flags, scenarios: Sequence[Ints]) -> Doubts:
    """Return what is not cleared by movements among what some reader knows, in small parts.

    With everything else still, the schools of one district move among themselves: that clears nearly all of them.
    """
    is_known_to_some = np.zeros(len(problem.values), np.bool_)
    is_known_to_some[np.concatenate([np.zeros(0, np.int64), *scenarios])] = True
    can_move, rises = is_hidden & is_known_to_some, rises_of(problem)
    doubts = Doubts((rises > 0) & ~can_move, [[] for _ in scenarios])
    parts = parts_of(problem, can_move, rises)
    for part, readers in zip(parts, _readers(parts, scenarios, len(rises)), strict=True):
        witnesses = Witnesses(part, np.ones(part.size, np.bool_))
        always = witnesses.uncleared(np.zeros(0, np.int64), part.sensitive)
        doubts.of_all[part.indexes[always]] = True
        asked = np.setdiff1d(part.sensitive, always)
        for reader in readers:
            left = witnesses.uncleared(reader.known, asked)
            if len(left):
                doubts.of_one[reader.number].append(part.indexes[left])
    return doubts


def _widened(part: Part, is_hidden: Flags, readers: Sequence[Reader], doubts: Doubts) -> tuple[Flags, Ints]:
    """Return what must be hidden in a part that is safe from those who know nothing, and what nothing protects."""
    witnesses, prices = Witnesses(part, is_hidden), prices_of(part)
    hopeless = [np.zeros(0, np.int64)]
    witnesses.uncleared(np.zeros(0, np.int64), np.flatnonzero(doubts.of_all[part.indexes] & (part.rises > 0)))
    for reader in readers:
        asked = witnesses.uncleared(reader.known, doubts.of(reader.number, part))
        if len(asked):
            is_known = np.zeros(part.size, np.bool_)
            is_known[reader.known] = True
            witnesses.lifting.keep_still(is_known)
            witnesses.is_hidden, more = hide_in_turn(witnesses.lifting, asked, witnesses.is_hidden, prices)
            witnesses.lifting.charge(np.zeros(part.size), 1)
            hopeless.append(more)
    return witnesses.is_hidden, np.unique(np.concatenate(hopeless))
