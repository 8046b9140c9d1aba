"""Movements kept as witnesses, so that one reader after another can be answered without solving everything again."""

from __future__ import annotations

import numpy as np

from earlyhelp.disclosure.methods.attack_bounds import Attack
from earlyhelp.disclosure.methods.components import Part
from earlyhelp.disclosure.methods.lifting import Lifting
from earlyhelp.disclosure.methods.problem import Flags, Ints
from earlyhelp.disclosure.methods.solver import TOLERANCE


class Witnesses:
    """Short movements of one part, each of which shows that some quantities can rise far enough under a pattern.

    A movement is as good for a reader who knows some quantities if these stay still in it.

    is_hidden   (n) the pattern; it may only grow
    """

    def __init__(self, part: Part, is_hidden: Flags) -> None:
        self.part, self.is_hidden = part, is_hidden
        self._attack = Attack(part)
        self._used_by: list[list[int]] = [[] for _ in range(part.size)]
        self._lifted_by: list[Ints] = []
        self._lifts = np.zeros(part.size, np.int64)

    @property
    def lifting(self) -> Lifting:
        return self._attack.lifting

    def uncleared(self, known: Ints, asked: Ints) -> Ints:
        """Return those of the asked that cannot rise far enough for a reader who knows some quantities.

        Both by their places in the part; what the reader knows is not asked.
        """
        is_known = np.zeros(self.part.size, np.bool_)
        is_known[known] = True
        left = asked[(self._lifts - self._lifts_that_use(known))[asked] == 0]
        left = left[~is_known[left]]
        if len(left):
            self._attack.read(self.is_hidden & ~is_known)
        # Common movements need too much at once to serve a second reader.
        left = self._attack.uncleared(left) if len(known) else left
        if len(left):
            self.lifting.keep_still(~self.is_hidden | is_known)
        return self._cleared_one_by_one(left)

    def _cleared_one_by_one(self, left: Ints) -> Ints:
        uncleared: list[int] = []
        while len(left):
            movement = self.lifting.movement(int(left[0]))
            if movement is None:
                uncleared.append(int(left[0]))
                left = left[1:]
                continue
            lifted = np.flatnonzero((movement >= self.part.rises - TOLERANCE) & (self.part.rises > 0))
            self._keep(np.flatnonzero(np.abs(movement) > TOLERANCE), lifted)
            left = left[~np.isin(left, lifted)]
        return np.array(uncleared, np.int64)

    def _keep(self, used: Ints, lifted: Ints) -> None:
        for each in used:
            self._used_by[int(each)].append(len(self._lifted_by))
        self._lifted_by.append(lifted)
        self._lifts[lifted] += 1

    def _lifts_that_use(self, known: Ints) -> Ints:
        """Return (n) how many witnesses of each quantity need something known."""
        lost = np.zeros(self.part.size, np.int64)
        for each in {number for place in known for number in self._used_by[int(place)]}:
            lost[self._lifted_by[each]] += 1
        return lost
