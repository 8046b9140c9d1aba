"""Adds what holds between the groups of one time: parts of a whole, rests of shares, what another holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set
from typing import Final

from earlyhelp.attacker.catalogue import AT_LAST_DAY, SPLIT, Group, values_of
from earlyhelp.attacker.quantities import Place, Quantities, Sheet
from earlyhelp.attacker.sums import Holds, at_most_together, holds_between

# Where the parts of a whole are all there, the rest of one is the sum of the others, so its places say nothing new.
PARTS_OF_A_WHOLE: Final = frozenset({"band", "outcome", "care_status", "sen_provision"})


def rest_of(whole: Sheet, parts: Iterable[Group]) -> Sheet:
    """Return the sheet of what is left of a whole without some of its parts."""
    named = " and ".join(f"{part.what} {dict(part.parts)}" for part in parts)
    return whole.of(Group(f"{whole.group.what} without {named}", whole.group.parts))


class Wholes:
    """Adds the equations of all times to the quantities.

    shares      (whole, part) of every share printed or hidden
    """

    def __init__(self, quantities: Quantities, shares: Set[tuple[Group, Group]]) -> None:
        self._quantities = quantities
        self._groups: dict[tuple[int, int, int], list[Group]] = defaultdict(list)
        for sheet in quantities.sheets:
            self._groups[sheet.first, sheet.last, sheet.version].append(sheet.group)
        self._shares = sorted(shares)
        self.without_places: set[Sheet] = set()

    def add(self) -> None:
        for (first, last, version), groups in list(self._groups.items()):
            at = Sheet(Group(""), first, last, version)
            present = dict.fromkeys(groups)
            self._split(at, present)
            for holds in dict.fromkeys(holds_between(present)):
                self._hold(at, holds)
            for whole, part in self._shares:
                if whole in present and part in present:
                    self._hold(at, Holds(whole, (part,)))
            for group, covering in at_most_together():
                if group in present:
                    self._cover(at, group, covering)

    def _split(self, at: Sheet, present: dict[Group, None]) -> None:
        """Note that each whole is the sum of its parts by one name."""
        seen: dict[tuple[Group, str], list[str]] = defaultdict(list)
        for group in present:
            for name, value in group.parts:
                seen[group.without(name), name].append(value)
        for group in present:
            for names, by in SPLIT.get(group.what, ()):
                if set(group.names) == set(names) and (group, by) in seen:
                    values = dict.fromkeys((*values_of(group.what, by), *seen[group, by]))
                    self._sum(at.of(group), [at.of(group.narrowed(by, value)) for value in values])

    def _sum(self, whole: Sheet, parts: list[Sheet]) -> None:
        quantities = self._quantities
        for place, index in list(quantities.sheets.get(whole, {}).items()):
            if any(quantities.find(part, place) is not None for part in parts):
                quantities.add(index, [quantities.number(part, place) for part in parts])

    def _hold(self, at: Sheet, holds: Holds) -> None:
        """Note that a whole holds its parts, and what is left of it as a quantity of its own."""
        whole = at.of(holds.whole)
        parts = [self._at_its_day(at, part) for part in holds.parts]
        if holds.is_all:
            self._sum_if_all(whole, parts)
            return
        rest = rest_of(whole, holds.parts)
        if PARTS_OF_A_WHOLE & set(holds.parts[0].names) and holds.whole.what == holds.parts[0].what:
            self.without_places.add(rest)
        quantities = self._quantities
        for place, index in list(quantities.sheets.get(whole, {}).items()):
            inside = self._found(parts, place)
            if inside:
                quantities.add(index, [*inside, quantities.number(rest, place)])

    def _sum_if_all(self, whole: Sheet, parts: list[Sheet]) -> None:
        for place, index in list(self._quantities.sheets.get(whole, {}).items()):
            inside = self._found(parts, place)
            if len(inside) == len(parts):
                self._quantities.add(index, inside)

    def _cover(self, at: Sheet, group: Group, covering: tuple[Group, ...]) -> None:
        """Note that a group is at most the sum of others; what is counted more than once is left over."""
        more = at.of(Group(f"{group.what} counted more than once", group.parts))
        quantities = self._quantities
        for place, index in list(quantities.sheets.get(at.of(group), {}).items()):
            inside = self._found([at.of(part) for part in covering], place)
            if len(inside) == len(covering):
                over = quantities.number(more, place)
                quantities.add_terms([index, over, *inside], [1, 1, *[-1] * len(inside)])
        self.without_places.add(more)

    def _found(self, sheets: list[Sheet], place: Place) -> list[int]:
        found = (self._quantities.find(sheet, place) for sheet in sheets)
        return [index for index in found if index is not None]

    @staticmethod
    def _at_its_day(at: Sheet, group: Group) -> Sheet:
        """What is counted at the last day belongs to every period that ends on it."""
        return Sheet(group, at.last if group.what in AT_LAST_DAY else at.first, at.last, at.version)
