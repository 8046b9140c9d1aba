"""Builds everything an attacker can say about the quantities of several editions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from earlyhelp.attacker.catalogue import Group
from earlyhelp.attacker.cells import Cell, OwnFigure, Printed
from earlyhelp.attacker.naming import Named, day_number, name, numbered, says_nobody, table_of, tables_with_numbers
from earlyhelp.attacker.places import add_places
from earlyhelp.attacker.quantities import Place, Quantities, Sheet
from earlyhelp.attacker.spans import add_time
from earlyhelp.attacker.sums import longer_window
from earlyhelp.attacker.wholes import Wholes, rest_of

Cells = Mapping[Cell, Printed]
Schools = Mapping[str, tuple[str, str]]


@dataclass
class System:
    """The quantities of all editions, and which of them are hidden.

    hidden      index -> (a cell that hides it, "count", "out-of" or "rest")
    printed     index -> (cell, "count" or "out-of") of what the last edition prints
    pieces      index -> (sheet, place) of the time between two publications
    """

    quantities: Quantities = field(default_factory=Quantities)
    hidden: dict[int, tuple[Cell, str]] = field(default_factory=dict[int, tuple[Cell, str]])
    printed: dict[int, tuple[Cell, str]] = field(default_factory=dict[int, tuple[Cell, str]])
    pieces: dict[int, tuple[Sheet, Place]] = field(default_factory=dict[int, tuple[Sheet, Place]])


def build_system(
    editions: Sequence[Cells], schools: Schools, hides_zeros_at: frozenset[str], own: Iterable[OwnFigure]
) -> System:
    """Return the system of all editions, oldest first; the last is the one under test."""
    return _Building(editions, schools, hides_zeros_at).build(own)


class _Building:
    def __init__(self, editions: Sequence[Cells], schools: Schools, hides_zeros_at: frozenset[str]) -> None:
        self._editions, self._schools, self._hides_zeros_at = editions, schools, hides_zeros_at
        self._system = System()
        self._quantities = self._system.quantities
        self._corrected = corrected_times(editions, schools)
        self._own: set[int] = set()
        self._shares: set[tuple[Group, Group]] = set()
        self._rests: list[tuple[Sheet, Sheet, Cell]] = []

    def build(self, own: Iterable[OwnFigure]) -> System:
        for figure in own:
            named = name(figure.cell, self._schools)
            self._own.update(self._know(named, figure.cell, figure.count, figure.out_of))
        for age, cells in enumerate(reversed(self._editions)):
            self._read(age, cells)
        self._link_corrected()
        between = add_time(self._quantities, self._periods())
        wholes = Wholes(self._quantities, self._shares)
        wholes.add()
        add_places(self._quantities, self._schools, wholes.without_places)
        self._note_rests()
        self._note_pieces(between)
        return self._system

    def _periods(self) -> set[tuple[int, int]]:
        pairs = {(cell.first, cell.last) for cells in self._editions for cell in cells}
        return {(day_number(first), day_number(last)) for first, last in pairs}

    def _named(self, age: int, cell: Cell) -> Named:
        """Return the quantities of a cell, on their own where the edition was corrected since."""
        named = name(cell, self._schools)
        return named._replace(count=self._version(age, named.count), out_of=self._version(age, named.out_of))

    def _version(self, age: int, sheet: Sheet | None) -> Sheet | None:
        if sheet is None or (age, sheet.group.what, sheet.first, sheet.last) not in self._corrected:
            return sheet
        return sheet._replace(version=age)

    def _know(self, named: Named, cell: Cell, count: int | None, out_of: int | None) -> list[int]:
        place = cell.level, cell.place
        known: list[int] = []
        for sheet, number in numbered(((named.count, count), (named.out_of, out_of))):
            index = self._quantities.number(sheet, place)
            self._quantities.print(index, number)
            known.append(index)
        return known

    def _read(self, age: int, cells: Cells) -> None:
        """Read an edition so many before the last: first its numbers, then what it hides."""
        hidden: list[tuple[Cell, Named]] = []
        for cell, printed in cells.items():
            named = self._named(age, cell)
            if named.count is not None and named.out_of is not None and named.is_share:
                self._shares.add((named.out_of.group, named.count.group))
            if printed.is_hidden:
                hidden.append((cell, named))
            elif printed.has_number:
                self._note_printed(age, cell, named, printed)
            elif says_nobody(cell, printed) and named.count is not None:
                self._know(named, cell, 0, 0)
        with_numbers = tables_with_numbers(cells)
        for cell, named in hidden:
            self._hide(
                cell, named, shows_zeros=cell.level not in self._hides_zeros_at and table_of(cell) in with_numbers
            )

    def _note_printed(self, age: int, cell: Cell, named: Named, printed: Printed) -> None:
        self._ask_for_rests(cell, named)
        known = self._know(named, cell, printed.count, printed.out_of)
        if age == 0:
            for index, quantity in zip(known, ("count", "out-of"), strict=False):
                if index not in self._own:
                    self._system.printed.setdefault(index, (cell, quantity))

    def _hide(self, cell: Cell, named: Named, *, shows_zeros: bool) -> None:
        """Note a hidden cell. Where zeros are printed, one whose out-of is printed elsewhere is not nothing."""
        place = cell.level, cell.place
        quantities = self._quantities
        out_of = None if named.out_of is None else quantities.number(named.out_of, place)
        count = None if named.count is None else quantities.number(named.count, place)
        is_known_base = named.is_share and out_of is not None and quantities.is_known(out_of)
        if shows_zeros and count is not None and not quantities.is_known(count) and (out_of is None or is_known_base):
            quantities.lower[count] = 1
        if shows_zeros and out_of is not None and count is not None and not quantities.is_known(out_of):
            quantities.lower[out_of] = 1
        for index, quantity in ((count, "count"), (out_of, "out-of")):
            if index is not None and index not in self._own:
                self._system.hidden.setdefault(index, (cell, quantity))
        self._ask_for_rests(cell, named)

    def _ask_for_rests(self, cell: Cell, named: Named) -> None:
        """Ask what is left of the whole beside a share, and between two looks back."""
        if named.count is not None and named.out_of is not None and named.is_share:
            self._rests.append((named.out_of, named.count, cell))
        longer = None if named.count is None else longer_window(named.count.group)
        if named.count is not None and longer is not None:
            self._rests.append((named.count.of(longer), named.count, cell))

    def _link_corrected(self) -> None:
        """Guess that what was not corrected is what it was."""
        for sheet, places in list(self._quantities.sheets.items()):
            now = self._quantities.sheets.get(sheet._replace(version=0), {}) if sheet.version else {}
            for place, index in places.items():
                if place in now and not (self._quantities.is_known(index) and self._quantities.is_known(now[place])):
                    self._quantities.add(index, (now[place],), is_guess=True)

    def _note_rests(self) -> None:
        for whole, part, cell in self._rests:
            place = cell.level, cell.place
            index = self._quantities.find(rest_of(whole, (part.group,)), place)
            both = {self._quantities.find(whole, place), self._quantities.find(part, place)}
            if index is not None and not both <= self._own:
                self._system.hidden.setdefault(index, (cell, "rest"))

    def _note_pieces(self, between: list[tuple[Sheet, Place]]) -> None:
        for sheet, place in between:
            index = self._quantities.find(sheet, place)
            if index is not None and index not in self._own and index not in self._system.hidden:
                self._system.pieces[index] = sheet, place


def corrected_times(editions: Sequence[Cells], schools: Schools) -> set[tuple[int, str, int, int]]:
    """Return (editions before the last, group, first, last day) wherever an older edition prints another number."""
    newest: dict[tuple[Sheet, str, str], int] = {}
    corrected: set[tuple[int, str, int, int]] = set()
    if len(editions) < 2:
        return corrected
    for age, cells in enumerate(reversed(editions)):
        for cell, printed in cells.items():
            named = name(cell, schools)
            for sheet, number in numbered(((named.count, printed.count), (named.out_of, printed.out_of))):
                if newest.setdefault((sheet, cell.level, cell.place), number) != number:
                    corrected.add((age, sheet.group.what, sheet.first, sheet.last))
    return corrected
