"""Readers who know some of what is hidden, such as a head teacher the own school's numbers.

What such a reader knows cannot move any more, so others that leaned on it may be exposed. Hiding more never exposes
anything, so one pattern can be widened for one reader after another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from earlyhelp.disclosure.methods.components import Part, parts_of, rises_of
from earlyhelp.disclosure.methods.covering import Covering
from earlyhelp.disclosure.methods.lifting import Lifting
from earlyhelp.disclosure.methods.presolve import movements
from earlyhelp.disclosure.methods.problem import Flags, Ints, Pattern, Problem
from earlyhelp.disclosure.methods.protect import exposed_in, parts_to_protect, protect, uncleared
from earlyhelp.disclosure.methods.sequence import hide_in_turn, prices_of
from earlyhelp.disclosure.methods.sight import threats_at_sight
from earlyhelp.disclosure.methods.solver import TOLERANCE

# The index of a quantity, and the number of a reader who could work it out.
Threat = tuple[int, int]


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

    scenarios   for each such reader, the indexes known; no quantity is known to two
    nodes       as of `protect`, for the reader who knows nothing
    Returns     a pattern whose `exposed` names what no choice protects from one of them. It is called proven only
                where the optimum for the reader who knows nothing is safe from all others as well
    """
    first = protect(problem, nodes=nodes)
    is_hidden, exposed = hide_from_readers(problem, first.is_hidden, scenarios)
    is_proven = first.is_proven and np.array_equal(is_hidden, first.is_hidden)
    return Pattern(is_hidden, tuple(sorted({*first.exposed, *exposed})), bool(is_proven), first.nodes)


def hide_from_readers(problem: Problem, is_hidden: Flags, scenarios: Sequence[Ints]) -> tuple[Flags, tuple[int, ...]]:
    """Widen a pattern so that readers who each know some quantities learn no others.

    is_hidden   (n) a pattern that is safe from a reader who knows nothing
    scenarios   for each reader, the indexes known; no quantity is known to two
    Returns     the wider pattern, and the indexes of what no choice protects from one of them
    """
    owners, hopeless = owners_of(problem, scenarios), set[Threat]()
    # What one equation alone gives away comes first: hiding for the sake of that settles most of the rest.
    while at_sight := [each for each in threats_at_sight(problem, is_hidden, owners) if each not in hopeless]:
        one_of_each = {reader: (index, reader) for index, reader in reversed(at_sight)}.values()
        is_hidden, more = _widened(problem, is_hidden, owners, one_of_each)
        hopeless |= more
    is_hidden, more = _widened(problem, is_hidden, owners, _threats(problem, is_hidden, owners))
    return is_hidden, tuple(sorted({index for index, _ in hopeless | more}))


def owners_of(problem: Problem, scenarios: Sequence[Ints]) -> Ints:
    """Return for each quantity the number of the reader who knows it or can reckon it from what is the reader's own;
    -1 where nobody does."""
    owners = np.full(len(problem.values), -1)
    for number, known in enumerate(scenarios):
        owners[known] = number
    rows, count = np.repeat(np.arange(len(problem.starts) - 1), np.diff(problem.starts)), len(problem.starts) - 1
    while True:
        of_term = owners[problem.terms]
        highest, lowest = np.full(count, -1), np.full(count, len(scenarios))
        np.maximum.at(highest, rows, of_term)
        np.minimum.at(lowest, rows, np.where(of_term < 0, len(scenarios), of_term))
        is_left = (np.bincount(rows, of_term < 0, count) == 1) & (highest == lowest)
        found = is_left[rows] & (of_term < 0)
        if not found.any():
            return owners
        owners[problem.terms[found]] = highest[rows[found]]


def _threats(problem: Problem, is_hidden: Flags, owners: Ints) -> list[Threat]:
    """Return what some reader can work out, exactly."""
    is_owned, rises = owners >= 0, rises_of(problem)
    # What stays safe from someone who knows everything that any reader knows is safe from each of them.
    all_knowing = knowing(problem, np.flatnonzero(is_owned))
    doubtful = np.zeros(len(rises), np.bool_)
    doubtful[list(exposed_in(all_knowing, is_hidden & ~is_owned))] = True
    # Then what nobody prints and the readers' own numbers move by themselves, in small parts.
    nearby = is_hidden & (is_owned | (problem.cost == 0))
    found, exposed = _threats_among(problem, nearby, owners, np.where(is_owned, rises, 0), first_of_each=True)
    doubtful |= exposed
    doubtful[[index for index, _ in found]] = True
    # What a reader who knows nothing can work out is no threat of readers who know something.
    found, _ = _threats_among(problem, is_hidden, owners, np.where(doubtful, rises, 0), first_of_each=False)
    return [(index, reader) for index, reader in found if reader >= 0]


def _threats_among(
    problem: Problem, can_move: Flags, owners: Ints, rises: Ints, *, first_of_each: bool
) -> tuple[list[Threat], Flags]:
    """Return what some reader can work out while nothing but this can move, and flags of what anyone can."""
    low, high = movements(problem, can_move)
    exposed = high < rises - TOLERANCE
    parts = parts_of(problem, can_move & (low < high), np.where(exposed, 0, rises))
    of_one = [part for part in parts if _is_of_one(part, owners)]
    found = [(int(index), -1) for index in np.flatnonzero(uncleared(of_one, len(rises), from_the_outset=False))]
    for part in parts:
        if not _is_of_one(part, owners):
            threats = Covering(part, owners[part.indexes]).threats(part.sensitive, first_of_each=first_of_each)
            found += [(int(part.indexes[place]), reader) for place, reader in threats]
    return found, exposed


def _is_of_one(part: Part, owners: Ints) -> bool:
    """Return whether nobody knows anything of a part but the one reader who knows all in it that is asked."""
    known = owners[part.indexes]
    return len(np.unique(np.append(known[known >= 0], known[part.rises > 0]))) == 1


def _widened(problem: Problem, is_hidden: Flags, owners: Ints, threats: Iterable[Threat]) -> tuple[Flags, set[Threat]]:
    """Return what must be hidden so that these threats are none, and those that nothing averts."""
    threats, is_hidden = sorted(threats), is_hidden.copy()
    hopeless = set(threats)
    indexes = np.array([index for index, _ in threats], np.int64)
    readers = np.array([reader for _, reader in threats], np.int64)
    for part in parts_to_protect(problem) if threats else []:
        lifting, prices = Lifting(part), prices_of(part)
        inside = np.isin(indexes, part.indexes)
        for reader in np.unique(readers[inside]):
            asked = np.searchsorted(part.indexes, indexes[inside & (readers == reader)])
            hopeless -= {(int(part.indexes[each]), int(reader)) for each in asked[part.rises[asked] > 0]}
            lifting.keep_still(owners[part.indexes] == reader)
            in_turn = hide_in_turn(lifting, asked[part.rises[asked] > 0], is_hidden[part.indexes], prices)
            is_hidden[part.indexes] = in_turn.is_hidden
            hopeless |= {(int(part.indexes[each]), int(reader)) for each in in_turn.hopeless}
    return is_hidden, hopeless
