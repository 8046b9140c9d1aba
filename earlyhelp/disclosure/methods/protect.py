"""The whole way from a problem to a pattern, and the attack that has the last word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from earlyhelp.disclosure.methods.attack_bounds import Attack
from earlyhelp.disclosure.methods.components import Part, hidden_from_the_outset, in_batches, parts_of, rises_of
from earlyhelp.disclosure.methods.optimum import Found, improve
from earlyhelp.disclosure.methods.presolve import movements
from earlyhelp.disclosure.methods.problem import Flags, Ints, Pattern, Problem
from earlyhelp.disclosure.methods.sequence import (
    largest_first,
    prices_of,
    protect_in_turn,
    without_the_needless,
)
from earlyhelp.disclosure.methods.solver import TOLERANCE

LARGEST: Final = 3_000
"""Parts of more quantities are left as the sequence of programmes makes them, unproven."""

BATCH: Final = 2_000
"""Small parts are asked together until they have so many quantities."""


def protect(problem: Problem, *, nodes: int) -> Pattern:
    """Return the cells to hide so that every need is met, with as small a cost as can be found.

    nodes       nodes of branch and bound that each part of the problem may open in search of the optimum; 0 for none.
                The same problem and the same number give the same pattern on any machine
    Returns     a pattern whose `exposed` is empty exactly where it is safe; else it names what no choice protects
    """
    found = hide(problem, nodes=nodes)
    return Pattern(found.is_hidden, exposed_in(problem, found.is_hidden), found.is_proven, found.nodes)


def hide(problem: Problem, *, nodes: int, largest: int = LARGEST) -> Found:
    """Return the same cells without an attack on them; whoever uses them must make it.

    largest     parts of more quantities are left as the sequence of programmes makes them, unproven
    """
    is_hidden = hidden_from_the_outset(problem)
    opened, is_proven = 0, True
    parts = parts_to_protect(problem)
    in_doubt = uncleared(parts, len(problem.values), from_the_outset=True)
    for part in parts:
        asked = np.flatnonzero(in_doubt[part.indexes])
        if len(asked):
            found = _protect_part(part, largest_first(part, asked), nodes if part.size <= largest else 0)
            is_hidden[part.indexes] |= found.is_hidden
            opened += found.nodes
            is_proven = is_proven and found.is_proven
    return Found(is_hidden, is_proven, opened)


def parts_to_protect(problem: Problem) -> list[Part]:
    """Return the parts in which something can be protected, with all in them that is hidden or could be."""
    return _parts_and_exposed(problem, hidden_from_the_outset(problem) | problem.may_hide)[0]


def exposed_in(problem: Problem, is_hidden: Flags) -> tuple[int, ...]:
    """Return the quantities whose upper bound, worked out from everything shown, falls short of their need."""
    parts, exposed = _parts_and_exposed(problem, is_hidden)
    in_doubt = uncleared(parts, len(problem.values), from_the_outset=False)
    for part in parts:
        asked = np.flatnonzero(in_doubt[part.indexes])
        if len(asked):
            attack = Attack(part)
            attack.read(np.ones(part.size, np.bool_))
            exposed[part.indexes[attack.exposed(asked)]] = True
    return tuple(int(each) for each in np.flatnonzero(exposed))


def uncleared(parts: Sequence[Part], size: int, *, from_the_outset: bool) -> Flags:
    """Return (size) flags of what no common movement clears, many small parts asked at once: a few safe ones among it.

    from_the_outset     with nothing hidden but what must be; else with everything in the parts
    """
    in_doubt = np.zeros(size, np.bool_)
    for batch in in_batches(parts, BATCH):
        attack = Attack(batch)
        attack.read(batch.must_hide if from_the_outset else np.ones(batch.size, np.bool_))
        in_doubt[batch.indexes[attack.uncleared(batch.sensitive)]] = True
    return in_doubt


def _parts_and_exposed(problem: Problem, is_hidden: Flags) -> tuple[list[Part], Flags]:
    """Return the parts of what moves under a pattern, and flags of what bounds alone show to be exposed.

    Nothing further is asked for the latter: no more than is hidden protects them, and the others have their needs.
    """
    low, high = movements(problem, is_hidden)
    rises = rises_of(problem)
    exposed = high < rises - TOLERANCE
    return parts_of(problem, is_hidden & (low < high), np.where(exposed, 0, rises)), exposed


def _protect_part(part: Part, asked: Ints, nodes: int) -> Found:
    in_turn, prices = protect_in_turn(part, asked, part.must_hide, prices_of(part)), prices_of(part)
    if len(in_turn.hopeless):
        return Found(in_turn.is_hidden, is_proven=False, nodes=0)
    is_hidden = without_the_needless(part, asked, in_turn, prices)
    if nodes <= 0:
        return Found(is_hidden, is_proven=bool(np.array_equal(is_hidden, part.must_hide)), nodes=0)
    return improve(part, Attack(part), asked, is_hidden, nodes)
