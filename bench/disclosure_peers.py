"""What is usually done instead of protecting, and a plain reader who works out what it leaves open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from earlyhelp.disclosure.methods.problem import Flags, Ints, Problem
from earlyhelp.disclosure.methods.solver import (
    add_columns,
    add_rows,
    new_solver,
    set_bounds,
    set_costs,
    solution_of,
    solve,
)

Floats = NDArray[np.float64]

AUDITED: Final = 400
CLOSE: Final = 1e-6


def two_per_line(problem: Problem) -> Flags:
    """Return today's practice: wherever one cell of a line is hidden alone, the smallest other one with it."""
    is_hidden = problem.must_hide.copy()
    lines = np.split(problem.terms, problem.starts[1:-1])
    is_changed = True
    while is_changed:
        is_changed = False
        for line in lines:
            others = line[problem.may_hide[line] & ~is_hidden[line]]
            if is_hidden[line].sum() == 1 and len(others):
                is_hidden[others[np.argmin(problem.values[others])]] = True
                is_changed = True
    return is_hidden


def to_nearest(problem: Problem, base: int) -> Ints:
    return (problem.values + base // 2) // base * base


def broken_sums(problem: Problem, printed: Ints) -> int:
    return int((np.add.reduceat(problem.signs * printed[problem.terms], problem.starts[:-1]) != 0).sum())


@dataclass(frozen=True, slots=True)
class Audit:
    """What a reader works out of small cells: how many were looked at, are known exactly, are proven too small."""

    audited: int
    exact: int
    known: int

    @property
    def exposed(self) -> int:
        """Whatever is known exactly is proven too small as well."""
        return self.known


def audit_hidden(problem: Problem, is_hidden: Flags) -> Audit:
    """Return what a reader works out of the small cells of a pattern."""
    values = problem.values.astype(np.float64)
    return _audit(problem, np.where(is_hidden, problem.least, values), np.where(is_hidden, np.inf, values))


def audit_nearest(problem: Problem, printed: Ints, base: int) -> Audit:
    """Return what a reader works out of the small cells when each number was rounded for itself."""
    half = base // 2
    return _audit(problem, np.maximum(printed - half, 0).astype(np.float64), (printed + half).astype(np.float64))


def _audit(problem: Problem, low: Floats, high: Floats) -> Audit:
    solver = new_solver()
    add_columns(solver, low, high)
    zero = np.zeros(len(problem.starts) - 1)
    add_rows(solver, zero, zero, problem.starts, problem.terms, problem.signs.astype(np.float64))
    small = np.flatnonzero(problem.needs > problem.values)
    asked = small[:: max(1, -(-len(small) // AUDITED))]
    exact, known = 0, 0
    for each in asked:
        column = np.array([each])
        # No further up than is of interest: all beyond counts as large enough.
        set_bounds(solver, column, low[column], np.minimum(high[column], problem.needs[each]))
        set_costs(solver, column, np.array([-1.0]))
        solve(solver)
        most = solution_of(solver)[each]
        if most < problem.needs[each] - CLOSE:
            # What is known exactly is known to be small, so only these are asked from below as well.
            set_costs(solver, column, np.array([1.0]))
            solve(solver)
            known, exact = known + 1, exact + int(most - solution_of(solver)[each] < CLOSE)
        set_costs(solver, column, np.zeros(1))
        set_bounds(solver, column, low[column], high[column])
    return Audit(len(asked), exact, known)
