"""What every safe pattern satisfies: enough must be hidden for a quantity to rise.

Let each equation weigh something. Added up so weighted, the movements of all quantities still come to 0, so the rise
of one is a sum of what others fall and rise, each times a factor. A quantity that is not hidden adds nothing; one
that is hidden adds no more than its room. Hence for any weights: the rooms of what is hidden reach the rise asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from earlyhelp.disclosure.methods.components import Part
from earlyhelp.disclosure.methods.problem import Ints
from earlyhelp.disclosure.methods.solver import TOLERANCE, Floats


@dataclass(frozen=True)
class Cut:
    """The rooms of the hidden among some quantities reach at least a sum.

    columns     quantities that are free to be hidden or not
    rooms       what each adds when it is hidden, never more than the sum
    least       the sum
    """

    columns: Ints
    rooms: Floats
    least: float

    @property
    def key(self) -> bytes:
        return self.columns.tobytes() + np.append(self.rooms, self.least).tobytes()

    def is_broken_by(self, shares: Floats) -> bool:
        """Whether a pattern, each quantity hidden in part (0 to 1), falls short by more than rounding."""
        return float(self.rooms @ shares[self.columns]) < self.least * (1 - 100 * TOLERANCE)


def cut_of(part: Part, asked: int, weights: Floats) -> Cut | None:
    """Return the cut that the weights of the equations prove for the asked quantity; None where it says nothing."""
    factors: Floats = np.bincount(part.terms, part.signs * weights[part.rows], part.size).astype(np.float64)
    columns = np.flatnonzero(np.abs(factors) > TOLERANCE)
    return _cut(part, asked, columns, factors[columns])


def cuts_of_equations(part: Part) -> Iterator[Cut]:
    """Yield the cuts of single equations: what one sensitive quantity needs among those it is added up with."""
    for start, end in zip(part.starts[:-1], part.starts[1:], strict=True):
        terms, signs = part.terms[start:end], part.signs[start:end]
        for asked, sign in zip(terms, signs, strict=True):
            if part.rises[asked] > 0:
                cut = _cut(part, int(asked), terms, -signs / sign)
                if cut is not None:
                    yield cut


def _cut(part: Part, asked: int, columns: Ints, factors: Floats) -> Cut | None:
    """Return the cut of a sum of movements that is 0 when the rise of the asked is added to it."""
    others = columns != asked
    least = -float(part.rises[asked]) * float(factors[~others].sum())
    columns, factors = columns[others], factors[others]
    # Nothing limits a rise, so one with a positive factor can bring the whole sum.
    rooms = np.where(factors > 0, np.inf, -factors * part.falls[columns])
    fixed = part.must_hide[columns]
    least -= float(rooms[fixed].sum())
    useful = ~fixed & (rooms > TOLERANCE)
    if least < TOLERANCE or not useful.any():
        return None
    return Cut(columns[useful], np.minimum(rooms[useful], least), least)
