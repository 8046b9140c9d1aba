"""The quantities of a publication: how many of a group there are at a place in a time; and what adds up to what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from earlyhelp.attacker.catalogue import Group
from earlyhelp.attacker.cells import UNLIMITED

Place = tuple[str, str]

NO_DISTRICT: Final = "no district"
BESIDE_SCHOOLS: Final = "beside its schools"


class Sheet(NamedTuple):
    """One group in one time, for all places. Days are whole numbers; version tells corrected editions apart."""

    group: Group
    first: int
    last: int
    version: int = 0

    def of(self, group: Group) -> Sheet:
        return Sheet(group, self.first, self.last, self.version)


class Quantities:
    """Every quantity by sheet and place, with the interval known from the outset, and the equations between them.

    sheets      sheet -> place (level, code) -> index
    lower, upper    the interval of each; the same for one that is printed
    may_be_below    indexes of quantities whose lower end of 0 is a guess
    """

    def __init__(self) -> None:
        self.sheets: dict[Sheet, dict[Place, int]] = {}
        self.lower: list[int] = []
        self.upper: list[int] = []
        self.may_be_below: set[int] = set()
        self.starts: list[int] = [0]
        self.terms: list[int] = []
        self.signs: list[int] = []
        self.is_guess: list[bool] = []

    def find(self, sheet: Sheet, place: Place) -> int | None:
        found = self.sheets.get(sheet)
        return None if found is None else found.get(place)

    def number(self, sheet: Sheet, place: Place) -> int:
        """Return the index of a quantity, new with the interval 0 to unlimited where it is not there yet."""
        places = self.sheets.get(sheet)
        if places is None:
            places = self.sheets[sheet] = {}
        index = places.get(place)
        if index is None:
            index = places[place] = len(self.lower)
            self.lower.append(0)
            self.upper.append(UNLIMITED)
        return index

    def is_known(self, index: int) -> bool:
        return self.lower[index] == self.upper[index]

    def print(self, index: int, value: int) -> None:
        """Note a printed number; the first of several stands."""
        if not self.is_known(index):
            self.lower[index] = self.upper[index] = value

    def add(self, whole: int, parts: Sequence[int], *, is_guess: bool = False) -> None:
        """Note that the whole is the sum of the parts."""
        self.add_terms((whole, *parts), (1, *([-1] * len(parts))), is_guess=is_guess)

    def add_terms(self, terms: Sequence[int], signs: Sequence[int], *, is_guess: bool = False) -> None:
        """Note that the terms with their signs add up to nothing. A guess is given up where it contradicts what is
        printed."""
        self.terms.extend(terms)
        self.signs.extend(signs)
        self.starts.append(len(self.terms))
        self.is_guess.append(is_guess)
