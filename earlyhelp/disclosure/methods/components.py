"""A problem cut into parts that have nothing to do with each other, written in what may move.

What an attacker knows cannot move, so it drops out of every equation: among the others, movements add up to 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from earlyhelp.disclosure.methods.problem import Flags, Ints, Problem


@dataclass(frozen=True)
class Part:
    """Quantities that hang together through equations, as movements away from their true values.

    indexes     (n) where each stands in the problem
    values      (n) what each truly is
    falls       (n) how far each can fall while it is hidden; none is limited upwards but by the equations
    rises       (n) how far an attacker must be able to believe it above its value; 0 where nothing is asked
    cost        (n) as in the problem
    must_hide   (n) hidden from the outset
    starts, terms, signs    as in the problem, with terms counted within this part
    """

    indexes: Ints
    values: Ints
    falls: Ints
    rises: Ints
    cost: Ints
    must_hide: Flags
    starts: Ints
    terms: Ints
    signs: NDArray[np.float64]

    @property
    def size(self) -> int:
        return len(self.indexes)

    @property
    def sensitive(self) -> Ints:
        """Quantities that must be able to rise."""
        return np.flatnonzero(self.rises > 0)

    @property
    def rows(self) -> Ints:
        """The equation of each term."""
        return np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))


def in_batches(parts: Sequence[Part], size: int) -> Iterator[Part]:
    """Yield the parts joined to larger ones of at least some quantities, in the same order: one programme for many.

    Parts joined still have nothing to do with each other.
    """
    batch: list[Part] = []
    for part in parts:
        batch.append(part)
        if sum(each.size for each in batch) >= size:
            yield _joined(batch)
            batch = []
    if batch:
        yield _joined(batch)


def _joined(parts: Sequence[Part]) -> Part:
    before = np.cumsum([0, *(part.size for part in parts)])
    terms_before = np.cumsum([0, *(len(part.terms) for part in parts)])
    together = {
        name: np.concatenate([getattr(part, name) for part in parts])
        for name in ("indexes", "values", "falls", "rises", "cost", "must_hide", "signs")
    }
    starts = [part.starts[:-1] + each for part, each in zip(parts, terms_before[:-1], strict=True)]
    terms = [part.terms + each for part, each in zip(parts, before[:-1], strict=True)]
    return Part(**together, starts=np.concatenate([*starts, terms_before[-1:]]), terms=np.concatenate(terms))


def rises_of(problem: Problem) -> Ints:
    """Return how far each quantity must be able to rise; what is large enough as it is needs nothing."""
    return np.maximum(problem.needs - problem.values, 0)


def hidden_from_the_outset(problem: Problem) -> Flags:
    """Return what must be hidden: a quantity too small to be shown among it, as far as it can be hidden at all."""
    return problem.must_hide | (problem.may_hide & (rises_of(problem) > 0))


def parts_of(problem: Problem, can_move: Flags, rises: Ints) -> list[Part]:
    """Return the parts in which something needs protection, in the order of their first quantity.

    can_move    (n) what is unknown, or could be; all else is taken as known
    rises       (n) how far each must be able to rise
    """
    labels = _labels(problem, can_move)
    must_hide = hidden_from_the_outset(problem)
    wanted = np.unique(labels[can_move & (rises > 0)])
    members, member_of = _grouped(labels, np.flatnonzero(can_move), wanted)
    rows = np.repeat(np.arange(len(problem.starts) - 1), np.diff(problem.starts))
    kept = np.flatnonzero(can_move[problem.terms])
    terms, terms_of = _grouped(labels[problem.terms], kept, wanted)
    place = np.zeros(len(problem.values), np.int64)
    parts: list[Part] = []
    for each in range(len(wanted)):
        indexes = members[member_of[each] : member_of[each + 1]]
        mine = terms[terms_of[each] : terms_of[each + 1]]
        place[indexes] = np.arange(len(indexes))
        starts = np.append(np.flatnonzero(np.diff(rows[mine], prepend=-1)), len(mine))
        parts.append(
            Part(
                indexes, problem.values[indexes], (problem.values - problem.least)[indexes], rises[indexes],
                problem.cost[indexes], must_hide[indexes],
                starts, place[problem.terms[mine]], problem.signs[mine].astype(np.float64),
            )
        )  # fmt: skip
    return parts


def _grouped(labels: Ints, chosen: Ints, wanted: Ints) -> tuple[Ints, Ints]:
    """Return the chosen positions sorted by label, lower ones first, and where each wanted label's begin and end."""
    chosen = chosen[np.isin(labels[chosen], wanted)]
    order = chosen[np.argsort(labels[chosen], kind="stable")]
    return order, np.append(np.searchsorted(labels[order], wanted), len(order))


def _labels(problem: Problem, can_move: Flags) -> Ints:
    """Return for each quantity the lowest index among all that hang together with it through what can move."""
    labels = np.arange(len(problem.values))
    rows = np.repeat(np.arange(len(problem.starts) - 1), np.diff(problem.starts))
    joins = can_move[problem.terms]
    rows, terms = rows[joins], problem.terms[joins]
    while True:
        lowest = np.full(len(problem.starts) - 1, len(labels))
        np.minimum.at(lowest, rows, labels[terms])
        lower = labels.copy()
        np.minimum.at(lower, terms, lowest[rows])
        lower = lower[lower]
        if np.array_equal(lower, labels):
            return labels
        labels = lower
