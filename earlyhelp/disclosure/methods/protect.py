"""The whole way from a problem to a pattern, and the attack that has the last word."""

from __future__ import annotations

from typing import Final

import numpy as np

from earlyhelp.disclosure.methods.attack_bounds import Attack
from earlyhelp.disclosure.methods.components import Part, hidden_from_the_outset, parts_of, rises_of
from earlyhelp.disclosure.methods.optimum import Found, improve
from earlyhelp.disclosure.methods.presolve import movements
from earlyhelp.disclosure.methods.problem import Flags, Pattern, Problem
from earlyhelp.disclosure.methods.sequence import (
    exposed_from_the_outset,
    prices_of,
    protect_in_turn,
    without_the_needless,
)
from earlyhelp.disclosure.methods.solver import TOLERANCE

LARGEST: Final = 3_000
"""Parts of more quantities are left as the sequence of programmes makes them, unproven."""


def protect(problem: Problem, *, nodes: int) -> Pattern:
    """Return the cells to hide so that every need is met, with as small a cost as can be found.

    nodes       nodes of branch and bound that each part of the problem may open in search of the optimum; 0 for none.
                The same problem and the same number give the same pattern on any machine
    Returns     a pattern whose `exposed` is empty exactly where it is safe; else it names what no choice protects
    """
    is_hidden = hidden_from_the_outset(problem)
    opened, is_proven = 0, True
    for part in parts_to_protect(problem):
        found = _protect_part(part, nodes)
        is_hidden[part.indexes] |= found.is_hidden
        opened += found.nodes
        is_proven = is_proven and found.is_proven
    return Pattern(is_hidden, exposed_in(problem, is_hidden), is_proven, opened)


def parts_to_protect(problem: Problem) -> list[Part]:
    """Return the parts in which something can be protected, with all in them that is hidden or could be."""
    return _parts_and_exposed(problem, hidden_from_the_outset(problem) | problem.may_hide)[0]


def exposed_in(problem: Problem, is_hidden: Flags) -> tuple[int, ...]:
    """Return the quantities whose upper bound, worked out from everything shown, falls short of their need."""
    parts, exposed = _parts_and_exposed(problem, is_hidden)
    for part in parts:
        attack = Attack(part)
        attack.read(np.ones(part.size, np.bool_))
        exposed[part.indexes[attack.exposed(part.sensitive)]] = True
    return tuple(int(each) for each in np.flatnonzero(exposed))


def _parts_and_exposed(problem: Problem, is_hidden: Flags) -> tuple[list[Part], Flags]:
    """Return the parts of what moves under a pattern, and flags of what bounds alone show to be exposed.

    Nothing further is asked for the latter: no more than is hidden protects them, and the others have their needs.
    """
    low, high = movements(problem, is_hidden)
    rises = rises_of(problem)
    exposed = high < rises - TOLERANCE
    return parts_of(problem, is_hidden & (low < high), np.where(exposed, 0, rises)), exposed


def _protect_part(part: Part, nodes: int) -> Found:
    attack = Attack(part)
    asked, prices = exposed_from_the_outset(part, attack), prices_of(part)
    if not len(asked):
        return Found(part.must_hide, is_proven=True, nodes=0)
    is_hidden, hopeless = protect_in_turn(part, asked, part.must_hide, prices)
    if len(hopeless):
        return Found(is_hidden, is_proven=False, nodes=0)
    if nodes <= 0 or part.size > LARGEST:
        is_hidden = without_the_needless(part, asked, is_hidden, prices)
        return Found(is_hidden, is_proven=bool(np.array_equal(is_hidden, part.must_hide)), nodes=0)
    return improve(part, attack, asked, is_hidden, nodes)
