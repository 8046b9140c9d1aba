"""Equations between what is not known, as arrays: what is printed has gone into their totals."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from earlyhelp.attacker.quantities import Quantities

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Equations:
    """Sums with signs, one a row; each row has at least one term.

    starts      (m + 1) where the terms of each row begin
    terms       (k) indexes of quantities
    signs       (k) 1 or -1
    totals      (m) what the terms add up to
    is_guess    (m) whether the row is given up where it contradicts the others
    rows        (k) the row of each term
    """

    starts: Ints
    terms: Ints
    signs: Ints
    totals: Ints
    is_guess: Flags
    rows: Ints = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "rows", np.repeat(np.arange(len(self.totals)), np.diff(self.starts)))

    def keep(self, is_kept: Flags) -> Equations:
        """Return the rows kept."""
        terms = is_kept[self.rows]
        lengths = np.diff(self.starts)[is_kept]
        starts = np.concatenate(([0], np.cumsum(lengths)))
        return Equations(starts, self.terms[terms], self.signs[terms], self.totals[is_kept], self.is_guess[is_kept])


def equations_of(quantities: Quantities) -> Equations:
    """Return the equations of all quantities as they were noted."""
    starts = np.array(quantities.starts, dtype=np.int64)
    return Equations(
        starts,
        np.array(quantities.terms, dtype=np.int64),
        np.array(quantities.signs, dtype=np.int64),
        np.zeros(len(starts) - 1, dtype=np.int64),
        np.array(quantities.is_guess, dtype=bool),
    )


def without_known(equations: Equations, lower: Ints, upper: Ints) -> Equations:
    """Return the equations between quantities that are still unknown, the others moved into the totals."""
    if not len(equations.terms):
        return equations
    is_known = (lower == upper)[equations.terms]
    known = np.where(is_known, equations.signs * lower[equations.terms], 0)
    totals = equations.totals - np.add.reduceat(known, equations.starts[:-1])
    left = np.bincount(equations.rows[~is_known], minlength=len(totals))
    starts = np.concatenate(([0], np.cumsum(left)))
    open_rows = Equations(starts, equations.terms[~is_known], equations.signs[~is_known], totals, equations.is_guess)
    return open_rows.keep(left > 0)


def components_of(equations: Equations, size: int) -> Ints:
    """Return for each of the quantities (size) the number of its component; alone, it is one of its own."""
    label = np.arange(size)
    if not len(equations.terms):
        return label
    while True:
        least = np.minimum.reduceat(label[equations.terms], equations.starts[:-1])
        new = label.copy()
        np.minimum.at(new, equations.terms, least[equations.rows])
        new = new[new]
        if np.array_equal(new, label):
            return label
        label = new
