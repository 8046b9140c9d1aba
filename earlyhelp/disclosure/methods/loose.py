"""First without what hardly binds: inequalities with much room, and cells that many others go with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from earlyhelp.disclosure.methods.problem import Flags, Ints, Problem

MUCH_ROOM: Final = 40
"""A number that nobody prints, in one equation alone, leaves so much room that the others hardly feel it."""
DEAR: Final = 8
"""A quantity that takes more cells with it is not thought of at first."""


def without_what_hardly_binds(problem: Problem) -> Problem:
    """Return a problem that falls into many small parts: a reader who forgets some inequalities, and fewer choices.

    A pattern for it need not protect from a reader who forgets nothing; whoever uses it must ask that reader next.
    """
    return replace(
        without_equations_on(problem, np.flatnonzero(_has_much_room(problem))),
        may_hide=problem.must_hide | (problem.may_hide & (problem.cost <= DEAR)),
    )


def without_equations_on(problem: Problem, numbers: Ints | Sequence[int]) -> Problem:
    """Return the problem without the equations in which one of these quantities stands."""
    is_gone = np.zeros(len(problem.values), np.bool_)
    is_gone[numbers] = True
    rows = np.repeat(np.arange(len(problem.starts) - 1), np.diff(problem.starts))
    is_kept = np.ones(len(problem.starts) - 1, np.bool_)
    is_kept[rows[is_gone[problem.terms]]] = False
    kept_terms = is_kept[rows]
    return replace(
        problem,
        starts=np.concatenate([[0], np.cumsum(np.diff(problem.starts)[is_kept])]),
        terms=problem.terms[kept_terms],
        signs=problem.signs[kept_terms],
    )


def _has_much_room(problem: Problem) -> Flags:
    times = np.bincount(problem.terms, minlength=len(problem.values))
    return (problem.cost == 0) & (times == 1) & (problem.needs == 0) & (problem.values >= MUCH_ROOM)
