"""The other way: every count rounded so that all sums still hold, instead of cells hidden."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from earlyhelp.disclosure.methods.loose import without_equations_on
from earlyhelp.disclosure.methods.rounding import NotRoundableError, Rounded, round_to
from earlyhelp.disclosure.not_safe import NotSafeError
from earlyhelp.disclosure.policies import Policy
from earlyhelp.disclosure.publication import ToRelease
from earlyhelp.disclosure.quantities import Printed
from earlyhelp.disclosure.together import Together
from earlyhelp.measures.figures import Figure, Status, share

# Nodes of branch and bound for each part of the problem.
NODES: Final = 50

Cell = tuple[str, str, str, str]


def rounded_figures(asked: ToRelease, policy: Policy) -> list[dict[Cell, Figure]]:
    """Return for each period the figures about people with their numbers rounded to the policy's base.

    A share is that of its rounded counts; where they give none, it is hidden. Sums hold; that a part is at most its
    whole is asked of printed shares alone.
    Raises  NotSafeError: no rounding keeps all sums
    """
    together = Together(asked, policy)
    problem = together.problem({})
    unnamed = np.ones(len(problem.values), np.bool_)
    unnamed[list(together.quantities.printed)] = False
    try:
        rounded = round_to(without_equations_on(problem, np.flatnonzero(unnamed)), policy.rounding_base, nodes=NODES)
    except NotRoundableError as problem_found:
        raise NotSafeError(f"These figures cannot be rounded so that all sums hold: {problem_found}") from None
    return [_of_period([row.printed for row in rows], rounded, policy.rounding_base) for rows in together.rows]


def _of_period(rows: Sequence[Printed], rounded: Rounded, base: int) -> dict[Cell, Figure]:
    note = f"Rounded to the nearest {base} or the next, so that all sums hold."
    found: dict[Cell, Figure] = {}
    for row in rows:
        figure = row.figure
        if row.count is not None and figure.status.has_number:
            cell = figure.measure, figure.place_level, figure.place_code, figure.breakdown
            found[cell] = _rounded(row, row.count, rounded, note)
    return found


def _rounded(row: Printed, number: int, rounded: Rounded, note: str) -> Figure:
    figure, count = row.figure, int(rounded.values[number])
    out_of = None if row.out_of is None else int(rounded.values[row.out_of])
    if out_of is not None and not 0 < out_of >= count:
        return figure._replace(count=None, out_of=None, value=None, status=Status.SUPPRESSED)
    return figure._replace(
        count=count,
        out_of=out_of,
        value=count if out_of is None else share(count, out_of),
        status=Status.VALUE if count else Status.ZERO,
        note=f"{figure.note} {note}".strip(),
    )
