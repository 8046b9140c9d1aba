"""Hiding by a sequence of linear programmes: one for each quantity that is exposed, each as cheap as it can be.

The programme looks for a movement that lifts the quantity far enough; what moves is hidden. A cell not yet hidden
costs by how much of its room is used, so the programme's value is a lower bound of what that quantity alone needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from earlyhelp.disclosure.methods.components import Part
from earlyhelp.disclosure.methods.lifting import Lifting
from earlyhelp.disclosure.methods.needed import needed_at_sight
from earlyhelp.disclosure.methods.problem import Flags, Ints
from earlyhelp.disclosure.methods.solver import TOLERANCE, Floats


def prices_of(part: Part) -> Floats:
    """Return what hiding each quantity costs: its cells, and less than a hundredth for its size and its place."""
    size = np.minimum(part.values, 1_000) / 1_000
    place = np.arange(part.size) / part.size
    return part.cost + 0.009 * size + 0.0009 * place


def largest_first(part: Part, asked: Ints) -> Ints:
    """Return the asked in the order in which they are protected."""
    return asked[np.lexsort((asked, -part.rises[asked]))]


@dataclass(frozen=True)
class InTurn:
    """A pattern found step by step.

    is_hidden   (n) flags
    hopeless    those of the asked that nothing protects
    movements   (any number x n) movements of what is hidden that together lift all others of the asked
    """

    is_hidden: Flags
    hopeless: Ints
    movements: Floats


def protect_in_turn(part: Part, asked: Ints, is_hidden: Flags, prices: Floats) -> InTurn:
    """Hide more until each of the asked can rise far enough.

    prices      what hiding each quantity costs
    Returns     a pattern with all of `is_hidden` in it
    """
    return hide_in_turn(Lifting(part), asked, is_hidden, prices)


def hide_in_turn(lifting: Lifting, asked: Ints, is_hidden: Flags, prices: Floats) -> InTurn:
    """Do the same with a programme in which some quantities may be kept still."""
    part, is_hidden = lifting.part, is_hidden.copy()
    hopeless, found = list[int](), list[Floats]()
    while len(asked):
        each = int(asked[0])
        lifting.charge(np.where(is_hidden, 0, prices), int(part.rises[each]))
        movement = lifting.movement(each)
        if movement is None:
            hopeless.append(each)
            asked = asked[1:]
            continue
        found.append(movement)
        is_hidden |= np.abs(movement) > TOLERANCE
        asked = asked[movement[asked] < part.rises[asked] - TOLERANCE]
    return InTurn(is_hidden, np.array(hopeless, np.int64), _stacked(found, part.size))


def without_the_needless(part: Part, asked: Ints, in_turn: InTurn, prices: Floats) -> Flags:
    """Return a safe pattern without the cells that it can do without, the dearest tried first.

    asked       what is exposed from the outset; all of it must stay able to rise far enough
    """
    lifting, kept, movements = Lifting(part), in_turn.is_hidden.copy(), in_turn.movements
    lifting.charge(np.where(part.must_hide, 0, prices), int(part.rises.max(initial=1)))
    tried = np.flatnonzero(kept & ~part.must_hide & ~needed_at_sight(part, asked, kept))
    for each in tried[np.argsort(-prices[tried], kind="stable")]:
        kept[each] = False
        uses = np.abs(movements[:, each]) > TOLERANCE
        lifted = movements[:, asked] >= part.rises[asked] - TOLERANCE
        lifting.keep_still(~kept)
        others = movements_of(lifting, asked[~lifted[~uses].any(axis=0)])
        if others is None:
            kept[each] = True
        else:
            movements = np.concatenate([movements[~uses], others])
    return kept


def movements_of(lifting: Lifting, asked: Ints) -> Floats | None:
    """Return (any number x n) movements that together lift all of the asked; None where one cannot be lifted."""
    found: list[Floats] = []
    while len(asked):
        movement = lifting.movement(int(asked[0]))
        if movement is None:
            return None
        found.append(movement)
        asked = asked[movement[asked] < lifting.part.rises[asked] - TOLERANCE]
    return _stacked(found, lifting.part.size)


def _stacked(movements: Sequence[Floats], size: int) -> Floats:
    return np.array(movements).reshape(len(movements), size)
