"""Calculated figures in, released cells out: the only place where a figure becomes something a reader may see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from earlyhelp.disclosure.cells import GATE_KEY, Change, Release, ReleasedCell
from earlyhelp.disclosure.estimates import coarsened, is_estimate
from earlyhelp.disclosure.policies import POLICIES, Policy
from earlyhelp.disclosure.publication import ToRelease
from earlyhelp.disclosure.refused import refused_note, refused_sentence
from earlyhelp.disclosure.sensitive import Reason, Table
from earlyhelp.measures.figures import Figure, Status

if TYPE_CHECKING:
    from earlyhelp.disclosure.pattern import Cell, Shown


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
    Source      docs/rules/protection.md
    """
    policy = POLICIES[audience]
    if not policy.protects:
        return tuple(_as_they_are(figures, policy, asked.as_at) for figures in asked.periods)
    # Imported here: staff, from whom nothing is hidden, need not wait for the programmes to load.
    from earlyhelp.disclosure.pattern import what_is_shown

    shown = what_is_shown(asked, policy)
    return tuple(
        _protected(figures, of_period, policy, asked.as_at)
        for figures, of_period in zip(asked.periods, shown, strict=True)
    )


def release_rounded(asked: ToRelease, *, audience: str) -> tuple[Release, ...]:
    """Round every count to the policy's base instead of hiding any; one release for each period.

    Raises      KeyError: no such audience. ValueError: it is shown everything. NotSafeError: no rounding keeps all sums
    """
    from earlyhelp.disclosure.rounded import rounded_figures

    policy = POLICIES[audience]
    if not policy.protects:
        raise ValueError(f"The audience {audience} is shown everything: there is nothing to round.")
    return tuple(
        _all_rounded(figures, of_period, policy, asked.as_at)
        for figures, of_period in zip(asked.periods, rounded_figures(asked, policy), strict=True)
    )


def _all_rounded(figures: Sequence[Figure], rounded: Mapping[Cell, Figure], policy: Policy, as_at: date) -> Release:
    cells: list[ReleasedCell] = []
    changes: list[Change] = []
    for figure in figures:
        if figure.place_level not in policy.levels:
            continue
        cell = figure.measure, figure.place_level, figure.place_code, figure.breakdown
        left = (coarsened(figure, policy) or _hidden(figure)) if is_estimate(figure) else rounded.get(cell, figure)
        if left is not figure:
            changes.append(_change(left, "rounded"))
        cells.append(ReleasedCell(GATE_KEY, left))
    return Release(tuple(cells), tuple(changes), policy.audience, policy.notice, as_at)


def _as_they_are(figures: Sequence[Figure], policy: Policy, as_at: date) -> Release:
    cells = tuple(ReleasedCell(GATE_KEY, figure) for figure in figures)
    return Release(cells, (), policy.audience, policy.notice, as_at)


def _protected(figures: Sequence[Figure], shown: Shown, policy: Policy, as_at: date) -> Release:
    cells: list[ReleasedCell] = []
    changes: list[Change] = []
    for figure in figures:
        if figure.place_level not in policy.levels:
            continue
        left, reason = _left_of(figure, shown, policy)
        if left is not figure:
            changes.append(_change(left, reason))
        cells.append(ReleasedCell(GATE_KEY, left))
    refused = tuple(refused_sentence(table) for table in shown.refused)
    return Release(tuple(cells), tuple(changes), policy.audience, policy.notice, as_at, refused)


def _left_of(figure: Figure, shown: Shown, policy: Policy) -> tuple[Figure, str]:
    """Return what the policy leaves of a figure, and why that is less than there was."""
    if is_estimate(figure):
        coarse = coarsened(figure, policy)
        return (coarse, "rounded") if coarse is not None else (_hidden(figure), Reason.BASE)
    reason = shown.hidden.get((figure.measure, figure.place_level, figure.place_code, figure.breakdown))
    if reason is None:
        return figure, ""
    table = Table(figure.measure, figure.place_level, tuple(figure.parts))
    return _hidden(figure, refused_note(table) if reason == Reason.TABLE else figure.note), reason


def _hidden(figure: Figure, note: str = "") -> Figure:
    return figure._replace(count=None, out_of=None, value=None, status=Status.SUPPRESSED, note=note)


def _change(figure: Figure, reason: str) -> Change:
    return Change(figure.measure, figure.place_level, figure.place_code, figure.breakdown, figure.status, reason)
