"""Small tables as problems of protection, drawn by hand or at random, and a reader who works one out the plain way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

import highspy
import numpy as np

from earlyhelp.disclosure.methods.problem import Problem

SMALL = 5


def table(
    rows: Sequence[Sequence[int]], *, hides_zeros: bool = False, cost: Sequence[int] | None = None, needs: int = SMALL
) -> Problem:
    """Return a table with its margins as a problem: cells row by row, each row and the last one closed by its sum."""
    inner = np.array(rows)
    full = np.vstack([inner, inner.sum(axis=0)])
    full = np.hstack([full, full.sum(axis=1, keepdims=True)])
    place = np.arange(full.size).reshape(full.shape)
    sums = [(line[-1], line[:-1]) for line in (*place, *place.T)]
    return problem(full.ravel().tolist(), sums, hides_zeros=hides_zeros, cost=cost, needs=needs)


def problem(
    values: Sequence[int],
    sums: Iterable[tuple[int, Iterable[int]]],
    *,
    hides_zeros: bool = False,
    cost: Sequence[int] | None = None,
    needs: int = SMALL,
) -> Problem:
    """Return a problem in which what is small is sensitive; sums are a whole and its parts, by index."""
    equations = [[(whole, -1), *((part, 1) for part in parts)] for whole, parts in sums]
    terms = [term for equation in equations for term in equation]
    counted = np.array(values, np.int64)
    is_small = (counted < needs) & ((counted > 0) | hides_zeros)
    return Problem(
        values=counted,
        least=np.zeros(len(counted), np.int64) if hides_zeros else np.minimum(counted, 1),
        cost=np.ones(len(counted), np.int64) if cost is None else np.array(cost, np.int64),
        must_hide=is_small,
        may_hide=(counted > 0) | hides_zeros,
        needs=np.where(is_small, needs, 0),
        starts=np.cumsum([0, *(len(equation) for equation in equations)]),
        terms=np.array([index for index, _ in terms], np.int64),
        signs=np.array([sign for _, sign in terms], np.int64),
    )


def worked_out(drawn: Problem, is_hidden: Sequence[bool] | np.ndarray, asked: int, *, up: bool = True) -> float:
    """Return the greatest (or least) number that a reader of a pattern can believe of one quantity.

    One programme, new each time, in the quantities themselves: nothing is shared with the methods.
    """
    solver = highspy.Highs()
    solver.silent()
    solver.setOptionValue("threads", 1)
    for index, value in enumerate(drawn.values):
        low, high = (drawn.least[index], np.inf) if is_hidden[index] else (value, value)
        solver.addCol((-1.0 if up else 1.0) if index == asked else 0.0, float(low), float(high), 0, [], [])
    for start, end in zip(drawn.starts[:-1], drawn.starts[1:], strict=True):
        solver.addRow(0.0, 0.0, int(end - start), drawn.terms[start:end].astype(np.int32),
                      drawn.signs[start:end].astype(np.float64))  # fmt: skip
    solver.run()
    if solver.getModelStatus() in (
        highspy.HighsModelStatus.kUnbounded,
        highspy.HighsModelStatus.kUnboundedOrInfeasible,
    ):
        return np.inf
    return abs(solver.getInfo().objective_function_value)


def falls_short(drawn: Problem, is_hidden: Sequence[bool] | np.ndarray) -> list[int]:
    """Return the quantities whose greatest believable number is below their need, one by one."""
    return [
        index
        for index in np.flatnonzero(drawn.needs > 0).tolist()
        if worked_out(drawn, is_hidden, index) < drawn.needs[index] - 1e-6
    ]


def least_cost(drawn: Problem) -> int | None:
    """Return the cost of the cheapest safe pattern, of all there are; None where none is safe."""
    free = [int(index) for index in np.flatnonzero(drawn.may_hide & ~drawn.must_hide)]
    costs: list[int] = []
    for many in range(len(free) + 1):
        for extra in combinations(free, many):
            is_hidden = drawn.must_hide.copy()
            is_hidden[list(extra)] = True
            cost = int(drawn.cost[is_hidden].sum())
            if (not costs or cost < min(costs)) and not falls_short(drawn, is_hidden):
                costs.append(cost)
    return min(costs, default=None)
