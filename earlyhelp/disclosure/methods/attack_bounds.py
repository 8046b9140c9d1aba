"""What a reader can work out of a pattern: whether each quantity can be believed large enough.

One programme is kept for a part; patterns change its bounds and questions its costs, so each answer starts from the
one before. A movement of all quantities at once that lifts many far enough clears all of these together.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final

import numpy as np

from earlyhelp.disclosure.methods.components import Part
from earlyhelp.disclosure.methods.lifting import Lifting
from earlyhelp.disclosure.methods.problem import Flags, Ints
from earlyhelp.disclosure.methods.solver import (
    TOLERANCE,
    Floats,
    UnsolvedError,
    add_columns,
    add_rows,
    duals_of,
    new_solver,
    set_bounds,
    set_costs,
    solution_of,
    solve,
)

WORTH_IT: Final = 4
"""A further common movement is looked for where the last one cleared at least so many."""


class Attack:
    """A reader of one part.

    A sensitive quantity has two columns: its movement up to what is asked, and the excess above that, so that lifting
    many of them is a linear aim in which none can make up for another.
    """

    def __init__(self, part: Part) -> None:
        self.part = part
        self.sensitive = part.sensitive
        self._is_hidden = part.must_hide
        self._solver = new_solver()
        self._asked = np.zeros(0, np.int64)
        count, excess = part.size, len(self.sensitive)
        add_columns(self._solver, np.zeros(count + excess), np.zeros(count + excess))
        set_bounds(self._solver, count + np.arange(excess), np.zeros(excess), np.full(excess, np.inf))
        starts, terms, signs = _with_excess(part)
        zero = np.zeros(len(starts) - 1)
        add_rows(self._solver, zero, zero, starts, terms, signs)

    @cached_property
    def lifting(self) -> Lifting:
        """The programme that asks for one quantity alone; most parts never need it."""
        return Lifting(self.part)

    def read(self, is_hidden: Flags) -> None:
        """Take a pattern as published; flags for the part. What is not hidden cannot move."""
        self._is_hidden = is_hidden
        self.read_shares(is_hidden.astype(np.float64), 1)

    def read_shares(self, shares: Floats, rise: int) -> None:
        """Take a pattern in which quantities may be hidden in part (0 to 1).

        rise        one that is hidden in part moves by that share of its room, and of no more room than this
        """
        part, sensitive = self.part, self.sensitive
        lower = np.where(shares >= 1, part.falls, shares * np.minimum(part.falls, rise))
        upper = np.where(shares >= 1, np.inf, shares * rise)
        upper[sensitive] = np.where(shares[sensitive] > 0, part.rises[sensitive], 0)
        set_bounds(self._solver, np.arange(part.size), -lower, upper)

    def exposed(self, asked: Ints) -> Ints:
        """Return those of the asked quantities that cannot rise far enough."""
        left, found = self.uncleared(asked), list[int]()
        if len(left):
            self.lifting.keep_still(~self._is_hidden)
        while len(left):
            movement = self.lifting.movement(int(left[0]))
            if movement is None:
                found.append(int(left[0]))
                left = left[1:]
            else:
                left = self.still_short(left, movement)
        return np.array(found, np.int64)

    def uncleared(self, asked: Ints) -> Ints:
        """Return those of the asked that no common movement clears: few of the safe ones, and all exposed ones."""
        left, cleared = asked, WORTH_IT
        while cleared >= WORTH_IT and len(left):
            before, left = left, self.still_short(left, self._lifted(left))
            cleared = len(before) - len(left)
        return left

    def still_short(self, asked: Ints, movement: Floats) -> Ints:
        """Return those of the asked that a movement does not lift far enough."""
        return asked[movement[asked] < self.part.rises[asked] - TOLERANCE]

    def lifted_most(self, asked: int) -> tuple[Floats, Floats]:
        """Return the movement that lifts one quantity most, as far as is asked, and what each equation weighs in the
        proof that none lifts it more."""
        movement = self._lifted(np.array([asked]))
        return movement, duals_of(self._solver)

    def _lifted(self, asked: Ints) -> Floats:
        set_costs(self._solver, self._asked, np.zeros(len(self._asked)))
        set_costs(self._solver, asked, np.full(len(asked), -1.0))
        self._asked = asked
        if not solve(self._solver):
            raise UnsolvedError("Staying where it is should always be a movement")
        return solution_of(self._solver)[: self.part.size]


def _with_excess(part: Part) -> tuple[Ints, Ints, Floats]:
    """Return the equations with the column of excess beside each sensitive quantity."""
    column = np.full(part.size, -1)
    column[part.sensitive] = part.size + np.arange(len(part.sensitive))
    doubled = np.flatnonzero(column[part.terms] >= 0)
    rows = np.concatenate([part.rows, part.rows[doubled]])
    order = np.argsort(rows, kind="stable")
    terms = np.concatenate([part.terms, column[part.terms[doubled]]])[order]
    signs = np.concatenate([part.signs, part.signs[doubled]])[order]
    starts = np.append(0, np.cumsum(np.bincount(rows, minlength=len(part.starts) - 1)))
    return starts, terms, signs
