"""Hiding by a sequence of linear programmes: one for each quantity that is exposed, each as cheap as it can be.

The programme looks for a movement that lifts the quantity far enough; what moves is hidden. A cell not yet hidden
costs by how much of its room is used, so the programme's value is a lower bound of what that quantity alone needs.
"""

from __future__ import annotations

import numpy as np

from earlyhelp.disclosure.methods.attack_bounds import Attack
from earlyhelp.disclosure.methods.components import Part
from earlyhelp.disclosure.methods.lifting import Lifting
from earlyhelp.disclosure.methods.problem import Flags, Ints
from earlyhelp.disclosure.methods.solver import TOLERANCE, Floats


def prices_of(part: Part) -> Floats:
    """Return what hiding each quantity costs: its cells, and less than a hundredth for its size and its place."""
    size = np.minimum(part.values, 1_000) / 1_000
    place = np.arange(part.size) / part.size
    return part.cost + 0.009 * size + 0.0009 * place


def exposed_from_the_outset(part: Part, attack: Attack) -> Ints:
    """Return what is exposed where nothing but the small is hidden, largest rise first, and maybe a few others.

    All others are safe whatever more is hidden.
    """
    attack.read(part.must_hide)
    left = attack.uncleared(part.sensitive)
    return left[np.lexsort((left, -part.rises[left]))]


def protect_in_turn(part: Part, asked: Ints, is_hidden: Flags, prices: Floats) -> tuple[Flags, Ints]:
    """Hide more until each of the asked can rise far enough.

    prices      what hiding each quantity costs
    Returns     what is hidden then, all of `is_hidden` among it, and those of the asked that nothing protects
    """
    return hide_in_turn(Lifting(part), asked, is_hidden, prices)


def hide_in_turn(lifting: Lifting, asked: Ints, is_hidden: Flags, prices: Floats) -> tuple[Flags, Ints]:
    """Do the same with a programme in which some quantities may be kept still."""
    part, is_hidden, hopeless = lifting.part, is_hidden.copy(), list[int]()
    while len(asked):
        each = int(asked[0])
        lifting.charge(np.where(is_hidden, 0, prices), int(part.rises[each]))
        movement = lifting.movement(each)
        if movement is None:
            hopeless.append(each)
            asked = asked[1:]
            continue
        is_hidden |= np.abs(movement) > TOLERANCE
        asked = asked[movement[asked] < part.rises[asked] - TOLERANCE]
    return is_hidden, np.array(hopeless, np.int64)


def without_the_needless(part: Part, asked: Ints, is_hidden: Flags, prices: Floats) -> Flags:
    """Return a safe pattern without the cells that it can do without, the dearest tried first.

    asked       what is exposed from the outset; all of it must stay able to rise far enough
    """
    lifting, kept = Lifting(part), is_hidden.copy()
    lifting.keep_still(~kept)
    lifting.charge(np.where(part.must_hide, 0, prices), int(part.rises.max(initial=1)))
    movements = movements_of(lifting, asked)
    if movements is None:
        return is_hidden
    extra = np.flatnonzero(is_hidden & ~part.must_hide)
    for each in extra[np.argsort(-prices[extra], kind="stable")]:
        kept[each] = False
        lifting.keep_still(~kept)
        uses = np.abs(movements[:, each]) > TOLERANCE
        lifted = movements[:, asked] >= part.rises[asked] - TOLERANCE
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
    return np.array(found).reshape(len(found), lifting.part.size)
