"""The quantities that figures print: one number for each kind, place and time, whatever measures print it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from earlyhelp.disclosure.kinds import Kind, counted
from earlyhelp.disclosure.publication import KnownSchool
from earlyhelp.disclosure.time_pieces import month_within, when
from earlyhelp.measures.catalogue import CATALOGUE, ROWS
from earlyhelp.measures.figures import Figure
from earlyhelp.periods import Period

SCHOOL: Final = "school"
Place = tuple[str, str]


class Quantity(NamedTuple):
    """What one number is about.

    time    the days it is counted over; the last day twice where only that matters
    """

    kind: Kind
    place: Place
    time: Period


class Printed(NamedTuple):
    """A figure and the quantities it prints.

    count, out_of   numbers of quantities; None where the figure has none
    """

    figure: Figure
    count: int | None  # pyright: ignore[reportIncompatibleMethodOverride]  # the field, not the method of the tuple
    out_of: int | None


class Quantities:
    """All quantities of some figures, each with a number of its own, and their true values."""

    def __init__(self, schools: Mapping[str, KnownSchool], mixed: frozenset[str] = frozenset()) -> None:
        """Begin with none.

        mixed   names of rows that are a school's although they lack the value which its rows should have
        """
        self._schools = schools
        self.mixed = mixed
        self.number: dict[Quantity, int] = {}
        self.values: list[int] = []
        self.printed: dict[int, Quantity] = {}
        self.monthly: dict[Kind, None] = {}

    def add(self, figures: Iterable[Figure]) -> list[Printed]:
        """Take the quantities of calculated figures about people and return what prints them.

        Figures without numbers, and estimates, print none, but for a share of nothing, which says that its out-of is 0.
        Raises  ValueError: two figures give one quantity two values
        """
        return [Printed(figure, *self._of(figure)) for figure in figures if CATALOGUE[figure.measure].is_about_people]

    def quantity(self, kind: Kind, place: Place, period: Period, month: str = "") -> Quantity:
        """Return the quantity of a kind at a place in a period, or in that part of a month which lies in it."""
        if place[0] == SCHOOL:
            kind = self._of_school(kind, place[1])
        return Quantity(kind, place, when(kind, month_within(month, period) if month else period))

    def _of(self, figure: Figure) -> tuple[int | None, int | None]:
        what = counted(figure.measure, figure.breakdown)
        place = figure.place_level, figure.place_code
        is_empty = (
            what.count is not None and what.out_of is not None and figure.status == CATALOGUE[figure.measure].when_empty
        )
        if not figure.status.has_number and not is_empty:
            return None, None
        if what.month and what.count:
            self.monthly.setdefault(what.count)
        found: list[int | None] = []
        for kind, number in ((what.count, figure.count), (what.out_of, figure.out_of)):
            if kind is None or (number is None and not is_empty):
                found.append(None)
            else:
                found.append(self.take(self.quantity(kind, place, figure.period, what.month), int(number or 0)))
        return found[0], found[1]

    def take(self, quantity: Quantity, value: int) -> int:
        """Return the number of a quantity, entered with its value where it is new."""
        known = self.number.get(quantity)
        if known is None:
            known = self.number[quantity] = len(self.values)
            self.printed[known] = quantity
            self.values.append(value)
        elif self.values[known] != value:
            raise ValueError(f"Two figures disagree on {sorted(quantity.kind.conditions)} of {quantity.kind.rows}.")
        return known

    def unprinted(self, value: int) -> int:
        """Return the number of a new quantity that nothing prints."""
        self.values.append(value)
        return len(self.values) - 1

    def _of_school(self, kind: Kind, urn: str) -> Kind:
        """Leave out what all rows of this school have in common: its phase, and a source that only schools are."""
        parts, rows = dict(kind.parts), ROWS[kind.rows]
        school = self._schools.get(urn)
        if school is not None and parts.get("phase") == school.phase:
            del parts["phase"]
            parts |= dict([rows.applies_to["phase"]] if "phase" in rows.applies_to else [])
        for name, value in rows.of_schools.items():
            if parts.get(name) == value and kind.rows not in self.mixed:
                del parts[name]
        return kind if parts == dict(kind.parts) else kind.with_parts(parts)


def mixed_rows(figures: Iterable[Figure]) -> frozenset[str]:
    """Return the names of rows of which some are a school's although they lack the value its rows should have."""
    found: set[str] = set()
    for figure in figures:
        if figure.place_level == SCHOOL and figure.count:
            kind = counted(figure.measure, figure.breakdown).count
            if kind is not None and any(
                dict(kind.parts).get(name, value) != value for name, value in ROWS[kind.rows].of_schools.items()
            ):
                found.add(kind.rows)
    return frozenset(found)
