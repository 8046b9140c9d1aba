"""HiGHS, the same on every machine: silent, one thread, one seed, never a limit in seconds."""

from __future__ import annotations

from typing import Final

import highspy
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

TOLERANCE: Final = 1e-6
"""What the solver's feasibility lets a whole number be off by."""


class UnsolvedError(RuntimeError):
    """The solver ended in a way that no programme of ours can: nothing may be concluded from it."""


class _Silent(highspy.Highs):
    """HiGHS that prints nothing, not even the banner that it prints as soon as it is to call back."""

    def enableCallbacks(self) -> None:  # noqa: N802 - the name is HiGHS's
        self.silent()


def new_solver() -> highspy.Highs:
    """Return an empty model that prints nothing and minimises."""
    solver = _Silent()
    # The number of threads is shared by the whole process: every model of ours must ask for the same.
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("random_seed", 0)
    return solver


def add_columns(solver: highspy.Highs, lower: Floats, upper: Floats) -> None:
    """Add variables without costs and outside all rows."""
    empty = np.zeros(0)
    count = len(lower)
    solver.addCols(count, np.zeros(count), lower, upper, 0, np.zeros(count, np.int32), empty.astype(np.int32), empty)


def add_rows(
    solver: highspy.Highs, lower: Floats, upper: Floats, starts: NDArray[np.int64], terms: NDArray[np.int64],
    factors: NDArray[np.float64],
) -> None:  # fmt: skip
    """Add rows; `starts` has one entry more than there are rows."""
    solver.addRows(len(lower), lower, upper, len(terms), starts[:-1].astype(np.int32), terms.astype(np.int32), factors)


def set_costs(solver: highspy.Highs, columns: NDArray[np.int64], costs: Floats) -> None:
    solver.changeColsCost(len(columns), columns.astype(np.int32), costs)


def set_bounds(solver: highspy.Highs, columns: NDArray[np.int64], lower: Floats, upper: Floats) -> None:
    solver.changeColsBounds(len(columns), columns.astype(np.int32), lower, upper)


def solve(solver: highspy.Highs) -> bool:
    """Run the solver and return whether there is a solution; it is then an optimal one.

    Raises      UnsolvedError: neither a solution nor a proof that there is none
    """
    solver.run()
    status = solver.getModelStatus()
    if status == highspy.HighsModelStatus.kOptimal:
        return True
    if status == highspy.HighsModelStatus.kInfeasible:
        return False
    raise UnsolvedError(f"HiGHS ended as {solver.modelStatusToString(status)}")


def solution_of(solver: highspy.Highs) -> Floats:
    return np.asarray(solver.getSolution().col_value, dtype=np.float64)


def duals_of(solver: highspy.Highs) -> Floats:
    return np.asarray(solver.getSolution().row_dual, dtype=np.float64)
