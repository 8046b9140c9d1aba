"""What cannot move whatever else is hidden: found by following the equations, before any programme is solved."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from earlyhelp.disclosure.methods.problem import Flags, Problem

Floats = NDArray[np.float64]

ROUNDS: Final = 60
"""Bounds that creep on for ever are left to the programmes; stopping early only leaves more to them."""


def movements(problem: Problem, is_hidden: Flags) -> tuple[Floats, Floats]:
    """Return how far each quantity can fall (0 or below) and rise (0 or above) at the most; infinity where unlimited.

    In each equation a term can move one way by no more than all others can move the other way. What comes out is
    never tighter than the truth.
    """
    low = np.where(is_hidden, problem.least - problem.values, 0).astype(np.float64)
    high = np.where(is_hidden, np.inf, 0.0)
    rows = np.repeat(np.arange(len(problem.starts) - 1), np.diff(problem.starts))
    for _ in range(ROUNDS):
        tighter_low, tighter_high = _tightened(problem, rows, low, high)
        if np.array_equal(tighter_low, low) and np.array_equal(tighter_high, high):
            break
        low, high = tighter_low, tighter_high
    return low, high


def _tightened(problem: Problem, rows: NDArray[np.int64], low: Floats, high: Floats) -> tuple[Floats, Floats]:
    signs = problem.signs.astype(np.float64)
    rising = signs > 0
    down = _times(signs, np.where(rising, low[problem.terms], high[problem.terms]))
    up = _times(signs, np.where(rising, high[problem.terms], low[problem.terms]))
    most = -_others(down, rows, len(problem.starts) - 1)
    least = -_others(up, rows, len(problem.starts) - 1)
    low, high = low.copy(), high.copy()
    np.maximum.at(low, problem.terms, np.where(rising, least, most) / signs)
    np.minimum.at(high, problem.terms, np.where(rising, most, least) / signs)
    return low, high


def _times(signs: Floats, bounds: Floats) -> Floats:
    return np.where(bounds == 0, 0.0, signs * bounds)


def _others(bounds: Floats, rows: NDArray[np.int64], count: int) -> Floats:
    """Return for each term the sum of the bounds of all other terms of its equation; infinite where one of them is."""
    is_infinite = np.isinf(bounds)
    infinite = np.bincount(rows, is_infinite, count)[rows] - is_infinite
    finite = np.where(is_infinite, 0.0, bounds)
    sums = np.bincount(rows, finite, count)[rows] - finite
    # Within one equation all infinite bounds of a direction have the same sign.
    without_limit = np.zeros(count)
    without_limit[rows[is_infinite]] = bounds[is_infinite]
    return np.where(infinite > 0, without_limit[rows], sums)
