"""Calculated figures in, released cells out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from earlyhelp.disclosure.cells import GATE_KEY, Release, ReleasedCell
from earlyhelp.disclosure.policies import POLICIES
from earlyhelp.measures.figures import Figure


def release(figures: Sequence[Figure], *, audience: str, as_at: date) -> Release:
    """Apply the audience's policy to all figures of a publication together.

    figures     calculated cells, sorted as in figures.csv
    audience    a name in POLICIES
    Raises      KeyError: no such audience
    """
    policy = POLICIES[audience]
    cells = tuple(ReleasedCell(GATE_KEY, figure) for figure in figures)
    return Release(cells=cells, changes=(), audience=policy.audience, notice=policy.notice, as_at=as_at)
