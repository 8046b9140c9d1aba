"""Narrows intervals by what must be left over in each sum: fast, and enough for most of what is hidden badly."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from earlyhelp.attacker.cells import UNLIMITED
from earlyhelp.attacker.equations import Equations

Ints = NDArray[np.int64]
ROUNDS: Final = 40


def narrow(equations: Equations, lower: Ints, upper: Ints) -> tuple[Ints, Ints]:
    """Return the intervals (n) as far as single sums narrow them. Crossed ends tell of a contradiction.

    Whole numbers throughout: an end beyond UNLIMITED stands for none.
    """
    lower, upper = lower.copy(), upper.copy()
    if not len(equations.terms):
        return lower, upper
    for _ in range(ROUNDS):
        before = lower.copy(), upper.copy()
        _narrow_once(equations, lower, upper)
        if np.array_equal(before[0], lower) and np.array_equal(before[1], upper):
            break
    return lower, upper


def _narrow_once(equations: Equations, lower: Ints, upper: Ints) -> None:
    """Narrow every term by the sum of all others in its equation."""
    terms, is_added = equations.terms, equations.signs > 0
    least = np.where(is_added, lower[terms], -upper[terms])
    most = np.where(is_added, upper[terms], -lower[terms])
    beyond_least = _of_others(equations, least, least <= -UNLIMITED)
    beyond_most = _of_others(equations, most, most >= UNLIMITED)
    # A term is the total less all the others, so it is least where they are most.
    totals = equations.totals[equations.rows]
    new_most = np.where(beyond_least.is_limited, totals - beyond_least.sums, UNLIMITED)
    new_least = np.where(beyond_most.is_limited, totals - beyond_most.sums, -UNLIMITED)
    np.minimum.at(upper, terms, np.where(is_added, new_most, -new_least))
    np.maximum.at(lower, terms, np.where(is_added, new_least, -new_most))


class _Others:
    """For each term the sum of all others in its equation, and whether all of them are limited."""

    def __init__(self, sums: Ints, is_limited: NDArray[np.bool_]) -> None:
        self.sums, self.is_limited = sums, is_limited


def _of_others(equations: Equations, ends: Ints, is_unlimited: NDArray[np.bool_]) -> _Others:
    limited = np.where(is_unlimited, 0, ends)
    starts, rows = equations.starts[:-1], equations.rows
    sums = np.add.reduceat(limited, starts)[rows] - limited
    unlimited = np.add.reduceat(is_unlimited.astype(np.int64), starts)[rows] - is_unlimited
    return _Others(sums, unlimited == 0)
