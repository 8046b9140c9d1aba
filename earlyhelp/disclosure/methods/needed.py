"""Cells that a pattern cannot do without, seen at sight from single equations: no programme need try them."""

from __future__ import annotations

import numpy as np

from earlyhelp.disclosure.methods.components import Part
from earlyhelp.disclosure.methods.presolve import movements_within, rooms
from earlyhelp.disclosure.methods.problem import Flags, Ints
from earlyhelp.disclosure.methods.solver import TOLERANCE, Floats


def needed_at_sight(part: Part, asked: Ints, is_hidden: Flags) -> Flags:
    """Return (n) flags: without this one, what is left of some equation does not let one of the asked rise far enough.

    asked       each can rise far enough under the pattern, and must stay able to
    is_hidden   a pattern; one that hides less cannot do without these either
    """
    low, high = movements_within(part, is_hidden)
    down, up = rooms(part.signs, low[part.terms], high[part.terms])
    is_asked, is_needed = np.zeros(part.size, np.bool_), np.zeros(part.size, np.bool_)
    is_asked[asked] = True
    of_asked = np.flatnonzero(is_asked[part.terms])
    for term, row in zip(of_asked, part.rows[of_asked], strict=True):
        start, end = int(part.starts[row]), int(part.starts[row + 1])
        others = np.array([each for each in range(start, end) if each != term], np.int64)
        room = -down[others] if part.signs[term] > 0 else up[others]
        wanted = part.rises[part.terms[term]] * abs(part.signs[term])
        is_needed[part.terms[others[_left_without_each(room) < wanted - TOLERANCE]]] = True
    return is_needed


def _left_without_each(room: Floats) -> Floats:
    """Return for each of some rooms the sum of all others."""
    is_infinite = np.isinf(room)
    finite = np.where(is_infinite, 0, room)
    return np.where(is_infinite.sum() - is_infinite > 0, np.inf, finite.sum() - finite)
