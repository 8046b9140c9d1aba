"""Linear programmes over a part of the equations, on HiGHS."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import highspy
import numpy as np
from numpy.typing import NDArray

from earlyhelp.attacker.cells import UNLIMITED
from earlyhelp.attacker.equations import Equations

Ints = NDArray[np.int64]
Reals = NDArray[np.float64]
NEARLY: Final = 1e-6
GOLDEN: Final = 0.618034


class ContradictionError(ValueError):
    """What is printed and what is guessed cannot both be true."""


class Programme:
    """What is unknown in some equations, ready to be pushed as far as it goes.

    equations   those between unknown quantities
    lower, upper    (all quantities) intervals
    below       a quantity that reaches this is cleared
    targets     indexes of quantities that want to be cleared together
    """

    def __init__(self, equations: Equations, lower: Ints, upper: Ints, below: int, targets: Sequence[int]) -> None:
        self.columns = np.unique(equations.terms)
        self.programmes = 0
        self._targets = list(targets)
        self._highs = _quiet_highs()
        self._highs.passModel(_model(equations, self.columns, lower, upper, below, self._positions(targets)))
        self._highs.changeObjectiveSense(highspy.ObjSense.kMaximize)

    def clear_together(self, wanted: Sequence[int]) -> Reals:
        """Return one solution in which as many of the wanted targets as can be reach far enough, or near it."""
        costs = np.zeros(len(self.columns) + len(self._targets))
        # Were all worth the same, a solution would leave many of them halfway: unequal ones are filled one by one.
        worth = 1 + np.arange(len(self._targets)) * GOLDEN % 1
        costs[len(self.columns) :] = np.isin(self._targets, wanted) * worth
        return self._solve(costs)

    def least(self, index: int) -> float:
        """Return the least that one quantity can be."""
        return self.value(self.least_sum([index]), index)

    def least_sum(self, indexes: Sequence[int] | Ints) -> Reals:
        """Return the solution in which some quantities together are at their least."""
        costs = np.zeros(len(self.columns) + len(self._targets))
        costs[self._positions(indexes)] = -1
        return self._solve(costs)

    def value(self, solution: Reals, index: int) -> float:
        return float(solution[self._positions([index])[0]])

    def values(self, solution: Reals, indexes: Sequence[int]) -> Reals:
        return solution[self._positions(indexes)]

    def _positions(self, indexes: Sequence[int] | Ints) -> Ints:
        return np.searchsorted(self.columns, np.asarray(indexes, dtype=np.int64))

    def _solve(self, costs: Reals) -> Reals:
        self.programmes += 1
        self._highs.changeColsCost(len(costs), np.arange(len(costs), dtype=np.int32), costs)
        self._highs.run()
        status = self._highs.getModelStatus()
        if status != highspy.HighsModelStatus.kOptimal:
            raise ContradictionError(self._highs.modelStatusToString(status))
        return np.array(self._highs.getSolution().col_value)[: len(self.columns)]


class _Quiet(highspy.Highs):
    """HiGHS without its banner, which is printed while callbacks are set up."""

    def enableCallbacks(self) -> None:  # noqa: N802 - so HiGHS calls it
        self.silent()


def _quiet_highs() -> highspy.Highs:
    highs = _Quiet()
    # The threads belong to the whole process, so every part of it must ask for the same number.
    highs.setOptionValue("threads", 1)
    return highs


def _model(equations: Equations, columns: Ints, lower: Ints, upper: Ints, below: int, targets: Ints) -> highspy.HighsLp:
    """Return the programme: the equations, and for each target a column that is at most it and at most `below`."""
    quantities, wanted = len(columns), len(targets)
    model = highspy.HighsLp()
    model.num_col_ = quantities + wanted
    model.num_row_ = len(equations.totals) + wanted
    model.col_cost_ = np.zeros(model.num_col_)
    model.col_lower_ = np.concatenate((_ends(lower[columns]), np.full(wanted, -highspy.kHighsInf)))
    model.col_upper_ = np.concatenate((_ends(upper[columns]), np.full(wanted, float(below))))
    totals = equations.totals.astype(float)
    model.row_lower_ = np.concatenate((totals, np.zeros(wanted)))
    model.row_upper_ = np.concatenate((totals, np.full(wanted, highspy.kHighsInf)))
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    more_starts = equations.starts[-1] + 2 * np.arange(1, wanted + 1)
    model.a_matrix_.start_ = np.concatenate((equations.starts, more_starts)).astype(np.int32)
    pairs = np.column_stack((targets, quantities + np.arange(wanted))).ravel()
    terms = np.searchsorted(columns, equations.terms)
    model.a_matrix_.index_ = np.concatenate((terms, pairs)).astype(np.int32)
    model.a_matrix_.value_ = np.concatenate((equations.signs, np.tile([1, -1], wanted))).astype(float)
    return model


def _ends(ends: Ints) -> Reals:
    limited = ends.astype(float)
    limited[ends >= UNLIMITED], limited[ends <= -UNLIMITED] = highspy.kHighsInf, -highspy.kHighsInf
    return limited
