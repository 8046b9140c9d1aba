"""The cheapest movement that lifts one quantity as far as is asked, with rises and falls as columns of their own."""

from __future__ import annotations

from typing import Final

import numpy as np

from earlyhelp.disclosure.methods.components import Part
from earlyhelp.disclosure.methods.problem import Flags
from earlyhelp.disclosure.methods.solver import (
    Floats,
    add_columns,
    add_rows,
    new_solver,
    set_bounds,
    set_costs,
    solution_of,
    solve,
)

STEP: Final = 1e-3
"""What a unit of movement costs beside its price, so that movements stay short."""


class Lifting:
    """The programme of one part, kept between questions so that each answer starts from the one before."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self._solver = new_solver()
        self._rooms = np.concatenate([np.full(part.size, np.inf), part.falls.astype(np.float64)])
        self._columns = np.arange(2 * part.size)
        self._upper = self._rooms
        add_columns(self._solver, np.zeros(2 * part.size), self._rooms)
        rows = np.concatenate([part.rows, part.rows])
        order = np.argsort(rows, kind="stable")
        terms = np.concatenate([part.terms, part.terms + part.size])[order]
        zero = np.zeros(len(part.starts) - 1)
        add_rows(self._solver, zero, zero, 2 * part.starts, terms, np.concatenate([part.signs, -part.signs])[order])
        self.charge(np.zeros(part.size), 1)

    def keep_still(self, is_known: Flags) -> None:
        """Take these quantities as known from now on, all others as unknown."""
        self._upper = np.where(np.concatenate([is_known, is_known]), 0, self._rooms)
        set_bounds(self._solver, self._columns, np.zeros(len(self._upper)), self._upper)

    def charge(self, prices: Floats, rise: int) -> None:
        """Charge each quantity's price by the share of its room that a rise of that size uses up."""
        down = np.maximum(np.minimum(self.part.falls, rise), 1)
        set_costs(self._solver, self._columns, STEP + np.concatenate([prices / rise, prices / down]))

    def movement(self, asked: int) -> Floats | None:
        """Return the cheapest movement that lifts the asked quantity far enough; None where there is none."""
        # It may not fall meanwhile: a rise and a fall of one quantity would cancel out.
        both, rise = np.array([asked, asked + self.part.size]), float(self.part.rises[asked])
        if self._upper[asked] == 0:
            return None
        set_bounds(self._solver, both, np.array([rise, 0.0]), np.array([np.inf, 0.0]))
        is_possible = solve(self._solver)
        moved = solution_of(self._solver)
        set_bounds(self._solver, both, np.zeros(2), self._upper[both])
        return moved[: self.part.size] - moved[self.part.size :] if is_possible else None
