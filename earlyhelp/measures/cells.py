"""From counts to figures: a status and a value for every cell, whether or not the data have rows for it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from earlyhelp.measures.declare import Measure
from earlyhelp.measures.figures import Figure, Number, Status, share
from earlyhelp.measures.scope import Scope


def breakdown_text(pairs: Iterable[tuple[str, str]]) -> str:
    """Return a breakdown as it is written in figures.csv, "all" where there is none."""
    return ";".join(f"{name}={value}" for name, value in sorted(pairs)) or "all"


class CellMaker:
    """Makes the figures of one measure in one scope; everything that is alike for them is worked out once."""

    def __init__(self, measure: Measure, scope: Scope, note: str = "") -> None:
        self._name = measure.name
        self._unit = measure.unit
        self._when_empty = measure.when_empty
        self._period = scope.period
        self._note = note

    def counted(self, place: tuple[str, str], breakdown: str, count: Number, out_of: Number | None) -> Figure:
        """Return a figure from a count and, for a share, its out-of."""
        if out_of is None:
            value = count
        elif out_of:
            value = share(count, out_of)
        else:
            return self.without_number(place, breakdown, self._when_empty)
        status = Status.VALUE if count else Status.ZERO
        return Figure(
            self._name,
            self._period,
            place[0],
            place[1],
            breakdown,
            count,
            out_of,
            value,
            self._unit,
            status,
            self._note,
        )

    def estimated(self, place: tuple[str, str], breakdown: str, out_of: int, value: Decimal, unit: str = "") -> Figure:
        """Return a figure that is worked out from all rows together, so that it has no count."""
        return Figure(
            self._name, self._period, place[0], place[1], breakdown, None, out_of, value,
            unit or self._unit, Status.VALUE, self._note,
        )  # fmt: skip

    def without_number(self, place: tuple[str, str], breakdown: str, status: Status, note: str = "") -> Figure:
        """Return a figure that has no number, with the status that says why."""
        return Figure(
            self._name, self._period, place[0], place[1], breakdown, None, None, None,
            self._unit, status, note or self._note,
        )  # fmt: skip
