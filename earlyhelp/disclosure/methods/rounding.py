"""Controlled rounding: every quantity to a multiple of a base, and everything still adds up.

Each goes to one of its two neighbouring multiples, not always the nearer; a multiple stays. The choice with the least
total error is a programme in whole numbers for each part of the problem. Where there is none, steps one multiple
further are allowed in that part, at a price that keeps them few.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import highspy
import numpy as np

from earlyhelp.disclosure.methods.components import Part, parts_of
from earlyhelp.disclosure.methods.problem import Flags, Ints, Problem
from earlyhelp.disclosure.methods.solver import Floats, add_columns, add_rows, new_solver, set_costs, solution_of

STEP_PRICE: Final = 10
"""A step further costs as much as an error of so many bases."""


class NotRoundableError(ValueError):
    """Even with steps further the equations allow no rounding, or none was found within the budget."""


@dataclass(frozen=True)
class Rounded:
    """Numbers to print instead of the true ones.

    values      (n) multiples of the base, from 0, for which every equation is true
    is_further  (n) whether a quantity went further than to a neighbouring multiple
    """

    values: Ints
    is_further: Flags

    @property
    def is_to_neighbours(self) -> bool:
        return not self.is_further.any()


def round_to(problem: Problem, base: int, *, nodes: int = 1_000) -> Rounded:
    """Return all quantities of a problem rounded to a base, printed or not; what must be hidden is of no account.

    nodes       nodes of branch and bound for each part; the best rounding found by then is taken
    Raises      NotRoundableError: there is no such rounding, or none was found
    """
    values = problem.values.copy()
    unsolved = np.zeros(len(values), np.bool_)
    for part in parts_of(problem, values % base > 0, np.ones_like(values)):
        found = _rounded(part, base, nodes, may_step=False)
        if found is None:
            unsolved[part.indexes] = True
        else:
            values[part.indexes] = found
    if unsolved.any():
        _round_further(problem, base, nodes, unsolved, values)
    return Rounded(values, np.abs(values - problem.values) >= base)


def _round_further(problem: Problem, base: int, nodes: int, unsolved: Flags, values: Ints) -> None:
    """Round anew, with steps, whatever hangs together with the unsolved, multiples too."""
    for part in parts_of(problem, np.ones_like(unsolved), unsolved.astype(np.int64)):
        found = _rounded(part, base, nodes, may_step=True)
        if found is None:
            raise NotRoundableError(f"No rounding to {base} keeps the sums of {part.size} quantities")
        values[part.indexes] = found


def _rounded(part: Part, base: int, nodes: int, *, may_step: bool) -> Ints | None:
    """Return the multiples of a part; None where none was found.

    The columns are the choice of the upper neighbour and, where steps are allowed, one step up and one step down.
    """
    over = part.values % base
    lower = part.values - over
    steps = 1 if may_step else 0
    upper = np.concatenate([over > 0, np.full(part.size, steps), (lower >= base) * steps]).astype(np.float64)
    price = np.full(part.size, STEP_PRICE * base)
    solver = _programme(part, np.bincount(part.rows, part.signs * over[part.terms]) / base, upper)
    set_costs(solver, np.arange(len(upper)), np.concatenate([base - 2 * over, price, price]).astype(np.float64))
    solver.setOptionValue("mip_max_nodes", nodes)
    solver.run()
    if solver.getInfo().primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return None
    chosen, up, down = np.rint(solution_of(solver)).astype(np.int64).reshape(3, part.size)
    return lower + base * (chosen + up - down)


def _programme(part: Part, sums: Floats, upper: Floats) -> highspy.Highs:
    """Return the equations in multiples of the base, over whole numbers."""
    solver = new_solver()
    add_columns(solver, np.zeros(len(upper)), upper)
    columns = np.arange(len(upper), dtype=np.int32)
    kinds = np.full(len(upper), int(highspy.HighsVarType.kInteger), np.uint8)
    solver.changeColsIntegrality(len(columns), columns, kinds)
    rows = np.tile(part.rows, 3)
    order = np.argsort(rows, kind="stable")
    terms = np.concatenate([part.terms + each * part.size for each in range(3)])[order]
    signs = np.concatenate([part.signs, part.signs, -part.signs])[order]
    add_rows(solver, sums, sums, 3 * part.starts, terms, signs)
    return solver
