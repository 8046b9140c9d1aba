"""Gives up guesses that contradict what is printed: the fewest that let the sums be true again."""

from __future__ import annotations

from collections.abc import Set

import numpy as np
from numpy.typing import NDArray

from earlyhelp.attacker.cells import UNLIMITED
from earlyhelp.attacker.equations import Equations
from earlyhelp.attacker.programmes import NEARLY, ContradictionError, Programme

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


def give_up_guesses(equations: Equations, lower: Ints, upper: Ints, may_be_below: Set[int]) -> tuple[Flags, list[int]]:
    """Return which rows of contradicting equations are kept (m), and which quantities may be below nothing after all.

    Where even without guesses something contradicts, any row may go.
    """
    try:
        return _give_up(equations, lower, upper, may_be_below, is_guess=equations.is_guess)
    except ContradictionError:
        every = np.ones(len(equations.totals), dtype=bool)
        return _give_up(equations, lower, upper, may_be_below, is_guess=every)


def _give_up(
    equations: Equations, lower: Ints, upper: Ints, may_be_below: Set[int], *, is_guess: Flags
) -> tuple[Flags, list[int]]:
    """is_guess (m): rows that may go. Raises ContradictionError: the others contradict each other."""
    rows = np.flatnonzero(is_guess)
    freed = [index for index in np.unique(equations.terms).tolist() if index in may_be_below]
    wide = _with_slack(equations, rows, freed, size=len(lower))
    count = 2 * len(rows) + len(freed)
    low = np.concatenate((lower, np.zeros(count, dtype=np.int64)))
    high = np.concatenate((upper, np.full(count, UNLIMITED, dtype=np.int64)))
    slack = np.arange(len(lower), len(lower) + count)
    programme = Programme(wide, low, high, 0, ())
    solution = programme.least_sum(slack)
    used = np.array([programme.value(solution, index) > NEARLY for index in slack.tolist()], dtype=bool)
    is_kept = np.ones(len(equations.totals), dtype=bool)
    is_kept[rows] = ~(used[: len(rows)] | used[len(rows) : 2 * len(rows)])
    return is_kept, [index for index, is_used in zip(freed, used[2 * len(rows) :].tolist(), strict=True) if is_used]


def _with_slack(equations: Equations, rows: Ints, freed: list[int], *, size: int) -> Equations:
    """Return the equations with more or less allowed in some rows, and with less than nothing in some quantities."""
    extra: list[list[tuple[int, int]]] = [[] for _ in equations.totals]
    for number, row in enumerate(rows.tolist()):
        extra[row] += [(size + number, 1), (size + len(rows) + number, -1)]
    below = {index: size + 2 * len(rows) + number for number, index in enumerate(freed)}
    starts, terms, signs = [0], list[int](), list[int]()
    for row, (start, end) in enumerate(zip(equations.starts[:-1].tolist(), equations.starts[1:].tolist(), strict=True)):
        own = list(zip(equations.terms[start:end].tolist(), equations.signs[start:end].tolist(), strict=True))
        own += [(below[index], -sign) for index, sign in own if index in below] + extra[row]
        terms += [index for index, _ in own]
        signs += [sign for _, sign in own]
        starts.append(len(terms))
    return Equations(np.array(starts), np.array(terms), np.array(signs), equations.totals, equations.is_guess)
