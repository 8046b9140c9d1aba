"""Calculated figures in, released cells out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from earlyhelp.disclosure.cells import GATE_KEY, Change, Release, ReleasedCell
from earlyhelp.disclosure.policies import POLICIES, Policy
from earlyhelp.disclosure.publication import ToRelease
from earlyhelp.measures.figures import Figure, Status


def release(figures: Sequence[Figure], *, audience: str, as_at: date) -> Release:
    """Apply the audience's policy to the figures of one period, with nothing published before.

    figures     calculated cells, sorted as in figures.csv
    audience    a name in POLICIES
    Raises      KeyError: no such audience. NotSafeError: the figures cannot be protected
    """
    return release_together(ToRelease((figures,), as_at), audience=audience)[0]


def release_together(asked: ToRelease, *, audience: str) -> tuple[Release, ...]:
    """Apply the audience's policy to all figures of a publication together; one release for each of its periods.

    Raises      KeyError: no such audience. NotSafeError: the figures cannot be protected
    """
    policy = POLICIES[audience]
    return tuple(_release(figures, policy, asked.as_at) for figures in asked.periods)


def _release(figures: Sequence[Figure], policy: Policy, as_at: date) -> Release:
    cells: list[ReleasedCell] = []
    changes: list[Change] = []
    for figure in figures:
        if policy.protects and figure.place_level not in policy.levels:
            continue
        if policy.protects and figure.count is not None and 0 < figure.count < policy.below:
            hidden = figure._replace(count=None, out_of=None, value=None, status=Status.SUPPRESSED)
            changes.append(
                Change(figure.measure, figure.place_level, figure.place_code, figure.breakdown, hidden.status, "small")
            )
            figure = hidden
        cells.append(ReleasedCell(GATE_KEY, figure))
    return Release(tuple(cells), tuple(changes), policy.audience, policy.notice, as_at)
