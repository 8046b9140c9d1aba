"""Hiding along sums: quick where very much is exposed, and of use wherever single sums hold a quantity down."""

from __future__ import annotations

from typing import Final

import numpy as np

from earlyhelp.disclosure.methods.presolve import Floats, movements, rises_in_each
from earlyhelp.disclosure.methods.problem import Flags, Ints, Problem

ROUNDS: Final = 60
DEEPEST: Final = 2


def hide_along_sums(problem: Problem, is_hidden: Flags) -> Flags:
    """Return a wider pattern under which no chain of single sums shows a needy quantity to be too small.

    In the sum that holds a quantity down most, the cheapest that is still shown is hidden, of equal ones the smallest;
    where all of it is hidden, one in the sums that hold those down. What nothing helps is left as it is.
    """
    sums, is_hidden = _Sums(problem), is_hidden.copy()
    for _ in range(ROUNDS):
        chosen = sums.to_hide(is_hidden)
        if not chosen:
            break
        is_hidden[list(chosen)] = True
    return is_hidden


class _Sums:
    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._rows = np.repeat(np.arange(len(problem.starts) - 1), np.diff(problem.starts))
        self._by_term = np.argsort(problem.terms, kind="stable")
        self._first = np.searchsorted(problem.terms[self._by_term], np.arange(len(problem.values) + 1))

    def to_hide(self, is_hidden: Flags) -> set[int]:
        """Return what to hide next, one for each exposed quantity that hiding can help; equal choices count once."""
        problem = self._problem
        low, high = movements(problem, is_hidden)
        exposed = np.flatnonzero((problem.needs > 0) & (problem.values + high < problem.needs))
        # A nothing moves no sum by itself: hiding it helps where more is hidden with it, which programmes see.
        can_hide = problem.may_hide & ~is_hidden & (problem.values > 0)
        _, rises = rises_in_each(problem, low, high)
        chosen: set[int] = set()
        for number in exposed.tolist():
            found = self._nearest(number, rises, is_hidden, can_hide)
            if found is not None:
                chosen.add(found)
        return chosen

    def _nearest(self, number: int, rises: Floats, is_hidden: Flags, can_hide: Flags) -> int | None:
        terms = self._terms_of(number)
        if not len(terms):
            return None
        front = [int(self._rows[terms[np.argmin(rises[terms])]])]
        seen = set(front)
        for _ in range(DEEPEST):
            inside = np.unique(np.concatenate([self._inside(row) for row in front])) if front else np.zeros(0, np.int64)
            free = inside[can_hide[inside]]
            if len(free):
                order = np.lexsort((free, self._problem.values[free], self._problem.cost[free]))
                return int(free[order[0]])
            front = self._around(inside[is_hidden[inside]], seen)
        return None

    def _around(self, numbers: Ints, seen: set[int]) -> list[int]:
        """Return the sums in which hidden quantities stand besides, each once."""
        rows = {int(row) for number in numbers.tolist() for row in self._rows[self._terms_of(number)]} - seen
        seen |= rows
        return sorted(rows)

    def _terms_of(self, number: int) -> Ints:
        return self._by_term[self._first[number] : self._first[number + 1]]

    def _inside(self, row: int) -> Ints:
        return self._problem.terms[self._problem.starts[row] : self._problem.starts[row + 1]]
