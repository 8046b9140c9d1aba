"""What cannot move whatever else is hidden: found by following the equations, before any programme is solved."""

from __future__ import annotations

from typing import Final

import numpy as np

from earlyhelp.disclosure.methods.components import Part
from earlyhelp.disclosure.methods.problem import Flags, Ints, Problem
from earlyhelp.disclosure.methods.solver import Floats

ROUNDS: Final = 60
"""Bounds that creep on for ever are left to the programmes; stopping early only leaves more to them."""


def movements(problem: Problem, is_hidden: Flags) -> tuple[Floats, Floats]:
    """Return how far each quantity can fall (0 or below) and rise (0 or above) at the most; infinity where unlimited.

    In each equation a term can move one way by no more than all others can move the other way. What comes out is
    never tighter than the truth.
    """
    return _followed(problem, problem.values - problem.least, is_hidden)


def movements_within(part: Part, is_hidden: Flags) -> tuple[Floats, Floats]:
    """Return the same for the quantities of one part."""
    return _followed(part, part.falls, is_hidden)


def rooms(signs: Floats, low: Floats, high: Floats) -> tuple[Floats, Floats]:
    """Return how far each term can pull its equation's sum down (0 or below) and up; movements are given by term."""
    rising = signs > 0
    return _times(signs, np.where(rising, low, high)), _times(signs, np.where(rising, high, low))


def rises_in_each(problem: Problem, low: Floats, high: Floats) -> tuple[Ints, Floats]:
    """Return for each term its equation, and how far that equation by itself lets its quantity rise."""
    rows = np.repeat(np.arange(len(problem.starts) - 1), np.diff(problem.starts))
    signs = problem.signs.astype(np.float64)
    down, up = rooms(signs, low[problem.terms], high[problem.terms])
    others = np.where(
        signs > 0, -_others(down, rows, len(problem.starts) - 1), -_others(up, rows, len(problem.starts) - 1)
    )
    return rows, others / signs


def _followed(equations: Problem | Part, falls: Ints, is_hidden: Flags) -> tuple[Floats, Floats]:
    low = np.where(is_hidden, -falls, 0).astype(np.float64)
    high = np.where(is_hidden, np.inf, 0.0)
    rows = np.repeat(np.arange(len(equations.starts) - 1), np.diff(equations.starts))
    for _ in range(ROUNDS):
        tighter_low, tighter_high = _tightened(equations, rows, low, high)
        if np.array_equal(tighter_low, low) and np.array_equal(tighter_high, high):
            break
        low, high = tighter_low, tighter_high
    return low, high


def _tightened(equations: Problem | Part, rows: Ints, low: Floats, high: Floats) -> tuple[Floats, Floats]:
    signs, terms = equations.signs.astype(np.float64), equations.terms
    down, up = rooms(signs, low[terms], high[terms])
    most = -_others(down, rows, len(equations.starts) - 1)
    least = -_others(up, rows, len(equations.starts) - 1)
    low, high = low.copy(), high.copy()
    np.maximum.at(low, terms, np.where(signs > 0, least, most) / signs)
    np.minimum.at(high, terms, np.where(signs > 0, most, least) / signs)
    return low, high


def _times(signs: Floats, bounds: Floats) -> Floats:
    return np.where(bounds == 0, 0.0, signs * bounds)


def _others(bounds: Floats, rows: Ints, count: int) -> Floats:
    """Return for each term the sum of the bounds of all other terms of its equation; infinite where one of them is."""
    is_infinite = np.isinf(bounds)
    infinite = np.bincount(rows, is_infinite, count)[rows] - is_infinite
    finite = np.where(is_infinite, 0.0, bounds)
    sums = np.bincount(rows, finite, count)[rows] - finite
    # Within one equation all infinite bounds of a direction have the same sign.
    without_limit = np.zeros(count)
    without_limit[rows[is_infinite]] = bounds[is_infinite]
    return np.where(infinite > 0, without_limit[rows], sums)
