"""Which figures are sensitive under a policy, and which tables can hardly show anything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from earlyhelp.disclosure.equations import Equations
from earlyhelp.disclosure.kinds import counted, next_longer_window
from earlyhelp.disclosure.policies import Policy
from earlyhelp.disclosure.quantities import Printed, Quantities
from earlyhelp.measures.declare import COUNT_ONLY

# A table of fewer cells than these is not refused: what it hides it hides cell by cell.
SMALLEST_TABLE: Final = 5


class Reason(StrEnum):
    """Why a figure is hidden. It stays in the private half: outside, a hidden cell is a hidden cell."""

    SMALL = "the count is small"
    NOTHING = "the count is nothing, which is hidden with the small ones at this level"
    REST = "few are left beside the count"
    EVERYONE = "it is all or hardly anything but all of a group"
    BASE = "few are counted altogether"
    TABLE = "hardly any number in this table could be shown at this level"
    KEEPS = "a small number could be worked out from it"


class Table(NamedTuple):
    """The cells of one measure and breakdown at one level."""

    measure: str
    level: str
    names: tuple[str, ...]


class Sensitive(NamedTuple):
    """A quantity that must be hidden, and why; `protects` is the one that must not be learned."""

    hides: int
    protects: int
    reason: Reason


def table_of(printed: Printed) -> Table:
    figure = printed.figure
    return Table(figure.measure, figure.place_level, tuple(figure.parts))


class Classifier:
    """Says of each figure what is sensitive in it."""

    def __init__(self, policy: Policy, quantities: Quantities, equations: Equations) -> None:
        self._policy = policy
        self._quantities = quantities
        self._equations = equations

    def of(self, printed: Printed) -> list[Sensitive]:
        """Return what must be hidden for the sake of one figure, nothing where it may be shown."""
        if printed.count is None:
            return self._of_base(printed, printed.out_of) if printed.out_of is not None else []
        of_itself = [*self._of_count(printed, printed.count), *self._of_whole(printed, printed.count)]
        return [*of_itself, *self._of_longer_window(printed, printed.count), *self._of_other_periods(printed)]

    def _of_count(self, printed: Printed, count: int) -> list[Sensitive]:
        value = self._quantities.values[count]
        if 0 < value < self._policy.below:
            return [Sensitive(count, count, Reason.SMALL)]
        if value == 0 and self._policy.hides_zeros(printed.figure.place_level):
            return [Sensitive(count, count, Reason.NOTHING)]
        return []

    def _of_whole(self, printed: Printed, count: int) -> list[Sensitive]:
        whole = printed.out_of if printed.out_of is not None else self._group(printed)
        if whole is None or whole == count:
            return []
        found = self._of_base(printed, whole) if printed.out_of is not None else []
        # A relation between two measures may say less than their names: what is not part of a whole leaves no rest.
        found += self._of_rest(count, whole, is_everyone=True)
        return found

    def _of_longer_window(self, printed: Printed, count: int) -> list[Sensitive]:
        """Return what is sensitive in how few were found between this look back and the next longer one."""
        figure = printed.figure
        wider = next_longer_window(figure.measure, figure.breakdown)
        if wider is None:
            return []
        place = figure.place_level, figure.place_code
        whole = self._quantities.number.get(self._quantities.quantity(wider, place, figure.period))
        return [] if whole is None or whole == count else self._of_rest(count, whole, is_everyone=True)

    def _of_other_periods(self, printed: Printed) -> list[Sensitive]:
        """Return what is sensitive in how few were there in a longer period and not in a shorter one within it."""
        found: list[Sensitive] = []
        for number in (printed.count, printed.out_of):
            for whole, part in self._equations.longer_times.get(number, ()) if number is not None else ():
                rests = self._of_rest(part, whole, is_everyone=False)
                found += [rest._replace(hides=number) for rest in rests if number is not None]
        return found

    def _of_rest(self, part: int, whole: int, *, is_everyone: bool) -> list[Sensitive]:
        """is_everyone: whether it tells of people that nobody is left."""
        value, of = self._quantities.values[part], self._quantities.values[whole]
        least = 0 if is_everyone else 1
        if not (0 < value <= of and least <= of - value < self._policy.below):
            return []
        reason = Reason.EVERYONE if of == value else Reason.REST
        return [Sensitive(part, self._equations.rest(part, whole), reason)]

    def _of_base(self, printed: Printed, base: int) -> list[Sensitive]:
        value = self._quantities.values[base]
        hides_zero = self._policy.hides_zeros(printed.figure.place_level)
        if 0 < value < self._policy.below or (value == 0 and hides_zero):
            return [Sensitive(base, base, Reason.BASE)]
        return []

    def _group(self, printed: Printed) -> int | None:
        """Return the whole group of a plain count that says what became of people."""
        figure = printed.figure
        kind = counted(figure.measure, figure.breakdown).count
        if kind is None or not kind.names & COUNT_ONLY:
            return None
        for name in kind.names & COUNT_ONLY:
            kind = kind.without(name)
        place = figure.place_level, figure.place_code
        number = self._quantities.number.get(self._quantities.quantity(kind, place, figure.period))
        return None if number == printed.count else number


def mostly_small(rows: Sequence[tuple[Printed, bool]], policy: Policy) -> dict[Table, None]:
    """Return the tables of which most cells with something to count are sensitive, in the order of the figures.

    rows    figures of one period, each with whether it is sensitive
    """
    counts: defaultdict[Table, list[int]] = defaultdict(lambda: [0, 0])
    for printed, is_sensitive in rows:
        of_table = counts[table_of(printed)]
        has_something = bool(printed.figure.count) or (printed.figure.count is None and bool(printed.figure.out_of))
        of_table[0] += has_something and is_sensitive
        of_table[1] += has_something
    return dict.fromkeys(
        table
        for table, (sensitive, something) in counts.items()
        if something >= SMALLEST_TABLE and sensitive >= policy.levels[table.level].mostly_small * something
    )
