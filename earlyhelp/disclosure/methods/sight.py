"""What single equations give away to readers who each know some of what is hidden: seen without a programme."""

from __future__ import annotations

import numpy as np

from earlyhelp.disclosure.methods.components import rises_of
from earlyhelp.disclosure.methods.presolve import movements, rooms
from earlyhelp.disclosure.methods.problem import Flags, Ints, Problem
from earlyhelp.disclosure.methods.solver import TOLERANCE, Floats


def threats_at_sight(problem: Problem, is_hidden: Flags, owners: Ints) -> list[tuple[int, int]]:
    """Return quantities, each with the number of a reader who can work it out from one equation and what is known.

    is_hidden   (n) a pattern
    owners      (n) the number of the reader who knows a quantity, -1 where none does
    """
    rises = rises_of(problem)
    low, high = movements(problem, is_hidden)
    signs, terms = problem.signs.astype(np.float64), problem.terms
    down, up = rooms(signs, low[terms], high[terms])
    rows = np.repeat(np.arange(len(problem.starts) - 1), np.diff(problem.starts))
    asks, knows = is_hidden[terms] & (rises[terms] > 0), is_hidden[terms] & (owners[terms] >= 0)
    found: set[tuple[int, int]] = set()
    for row in np.intersect1d(rows[asks], rows[knows]).tolist():
        each = slice(problem.starts[row], problem.starts[row + 1])
        asked, known = np.flatnonzero(asks[each]), np.unique(owners[terms[each]][knows[each]])
        whose = owners[terms[each]]
        without = np.where(whose[:, None] == known[None, :], 0.0, 1.0)
        pulls = np.where(signs[each][asked] > 0, 1, -1)
        for pull, room in ((1, -down[each]), (-1, up[each])):
            of_pull = asked[pulls == pull]
            short = _is_short(
                room, without, of_pull, rises[terms[each]][of_pull] * np.abs(problem.signs[each][of_pull])
            )
            short &= whose[of_pull][:, None] != known[None, :]
            found |= {(int(terms[each][of_pull[place]]), int(known[reader])) for place, reader in np.argwhere(short)}
    return sorted(found)


def _is_short(room: Floats, without: Floats, asked: Ints, wanted: Ints) -> Flags:
    """Return (asked x readers) flags: the rooms of the others, without what the reader knows, come to less."""
    is_infinite = np.isinf(room)
    finite = np.where(is_infinite, 0, room)
    endless = is_infinite.astype(np.float64) @ without - is_infinite[asked][:, None]
    left = finite @ without - finite[asked][:, None]
    return (endless <= 0) & (left < wanted[:, None] - TOLERANCE)
