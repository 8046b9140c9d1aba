"""Whether what each of many readers knows, such as head teachers, exposes something: few programmes for all of them.

A movement that lifts a quantity shows that it is safe from every reader of whose own it moves nothing. What lifts one
school's number mostly lifts its neighbours' as well, if their cells take the place of its own: that is tried by
adding up, without a programme.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from typing import Final

import numpy as np

from earlyhelp.disclosure.methods.components import Part
from earlyhelp.disclosure.methods.lifting import Lifting
from earlyhelp.disclosure.methods.problem import Flags, Ints
from earlyhelp.disclosure.methods.solver import TOLERANCE, Floats

FEW: Final = 6
"""So many readers are asked for at once."""


class Covering:
    """One part of what is hidden, and readers who each know some of it."""

    def __init__(self, part: Part, owners: Ints) -> None:
        """Take what is hidden in a part as published.

        owners      (n) the number of the reader who knows a quantity, -1 where none does; it is not protected from
                    that reader
        """
        self.part = part
        # The first reader is one who knows nothing.
        self._readers = np.union1d(owners, [-1])
        at = np.searchsorted(self._readers, owners)
        self._owner = np.where(owners >= 0, at, -1)
        self._is_safe = np.zeros((part.size, len(self._readers)), np.bool_)
        self._is_safe[owners >= 0, at[owners >= 0]] = True
        self._lifting = Lifting(part)
        self._twins = _Twins(part, self._owner)

    def threats(self, asked: Ints, *, first_of_each: bool = False) -> list[tuple[int, int]]:
        """Return each of the asked, by place, with the number of a reader who could work it out, -1 for anyone.

        first_of_each   name one such reader at the most for each of the asked
        """
        found: list[tuple[int, int]] = []
        times = np.bincount(self.part.terms, minlength=self.part.size)
        # What stands in few equations is mostly a part of what stands in many and lifts that as well.
        for each in asked[np.lexsort((asked, times[asked], -self.part.rises[asked]))].tolist():
            while len(doubtful := np.flatnonzero(~self._is_safe[each])):
                if not self._is_lifted_without_some(each, doubtful):
                    found.append((each, int(self._readers[doubtful[0]])))
                    self._is_safe[each, :] |= first_of_each
                    self._is_safe[each, doubtful[0]] = True
        return found

    def _is_lifted_without_some(self, asked: int, doubtful: Ints) -> bool:
        """Say whether the asked is safe from the first of these readers at least, and note all that is learned."""
        # All of many readers together mostly know too much: they are asked for once few are left.
        if 1 < len(doubtful) <= FEW and self._is_lifted_without(asked, doubtful):
            return True
        return self._is_lifted_without(asked, doubtful[:1])

    def _is_lifted_without(self, asked: int, readers: Ints) -> bool:
        self._lifting.keep_still(np.isin(self._owner, readers))
        movement = self._lifting.movement(asked)
        if movement is None:
            return False
        self._note(movement)
        if self._owner[asked] >= 0:
            for moved in self._twins.movements(movement, asked, np.logical_not(np.all(self._is_safe, axis=1))):
                self._note(moved)
        return True

    def _note(self, movement: Floats) -> None:
        """Note that what a movement lifts far enough is safe from all of whose own it moves nothing."""
        moved = self._owner[np.abs(movement) > TOLERANCE]
        is_safe = np.ones(len(self._readers), np.bool_)
        is_safe[moved[moved >= 0]] = False
        rises = self.part.rises
        self._is_safe[(movement >= rises - TOLERANCE) & (rises > 0)] |= is_safe


class _Twins:
    """Quantities that stand in the same equations for different readers."""

    def __init__(self, part: Part, owner: Ints) -> None:
        self._part, self._owner = part, owner
        self._of: defaultdict[tuple[bytes, int], dict[int, int]] = defaultdict(dict)
        self._key: list[tuple[bytes, int]] = []
        times: defaultdict[tuple[int, bytes], int] = defaultdict(int)
        for place, rows in enumerate(_shared_rows(part, owner)):
            key = rows, times[int(owner[place]), rows]
            times[int(owner[place]), rows] += 1
            self._key.append(key)
            self._of[key][int(owner[place])] = place

    def movements(self, movement: Floats, asked: int, is_wanted: Flags) -> Floats:
        """Return (any number x n) the same movement with the wanted twins of the asked moved in its place."""
        moved, whose = np.abs(movement) > TOLERANCE, self._owner[asked]
        own = np.flatnonzero(moved & (self._owner == whose))
        busy = set(self._owner[moved].tolist())
        places = [self._of[self._key[each]] for each in own]
        owners = [
            owner
            for owner, place in self._of[self._key[asked]].items()
            if owner >= 0 and owner not in busy and is_wanted[place] and all(owner in at for at in places)
        ]
        moves = np.tile(np.where(self._owner == whose, 0, movement), (len(owners), 1))
        for at, each in zip(places, own, strict=True):
            moves[np.arange(len(owners)), [at[owner] for owner in owners]] = movement[each]
        return moves[_are_possible(self._part, moves)]


def _shared_rows(part: Part, owner: Ints) -> list[bytes]:
    """Return for each quantity its signs in the equations that go beyond what one reader knows."""
    rows, owners = part.rows, owner[part.terms]
    first = np.full(len(part.starts) - 1, -1)
    first[rows] = owners
    is_shared = np.zeros(len(part.starts) - 1, np.bool_)
    np.logical_or.at(is_shared, rows, owners != first[rows])
    chosen = np.flatnonzero(is_shared[rows])
    chosen = chosen[np.lexsort((rows[chosen], part.terms[chosen]))]
    ends = np.searchsorted(part.terms[chosen], np.arange(part.size + 1))
    written = np.stack([rows[chosen], part.signs[chosen].astype(np.int64)], axis=1)
    return [written[start:end].tobytes() for start, end in itertools.pairwise(ends)]


def _are_possible(part: Part, moves: Floats) -> Flags:
    """Return for each of (k x n) movements whether all equations stay true and nothing falls too far."""
    sums = np.add.reduceat(moves[:, part.terms] * part.signs, part.starts[:-1], axis=1)
    is_true = np.abs(sums).max(axis=1, initial=0) < TOLERANCE
    return is_true & ((moves + part.falls).min(axis=1, initial=0) >= -TOLERANCE)
