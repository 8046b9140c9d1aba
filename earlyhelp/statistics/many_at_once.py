"""Many comparisons at once: each alone misleads one time in twenty, so that twenty of them mislead nearly always.

Written out here because loading a library for it would take a card longer than all its figures; the tests hold both
against statsmodels.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate


def holm(chances: Sequence[float]) -> list[float]:
    """Return each chance as it stands when all are told together: the chance that any of them misleads.

    chances     of each comparison alone, 0 to 1
    Returns     in the same order, 0 to 1, none below its own
    Source      Holm 1979; docs/rules/changes.md
    """
    order = sorted(range(len(chances)), key=lambda place: chances[place])
    raised = (min(1.0, chances[place] * (len(order) - rank)) for rank, place in enumerate(order))
    return _back_in_order(order, list(accumulate(raised, max)))


def benjamini_hochberg(chances: Sequence[float]) -> list[float]:
    """Return each chance corrected so that, of those called changes, no more than that share are none.

    For looking through many, such as all questions of a survey; what a card tells is judged by `holm`.

    chances     of each comparison alone, 0 to 1; independent, or moving together
    Returns     in the same order, 0 to 1
    Source      Benjamini and Hochberg 1995; docs/rules/changes.md
    """
    order = sorted(range(len(chances)), key=lambda place: chances[place], reverse=True)
    raised = (min(1.0, chances[place] * len(order) / (len(order) - rank)) for rank, place in enumerate(order))
    return _back_in_order(order, list(accumulate(raised, min)))


def _back_in_order(order: Sequence[int], values: Sequence[float]) -> list[float]:
    return [value for _, value in sorted(zip(order, values, strict=True))]
