"""Which quantities the cells of an edition print or hide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from earlyhelp.attacker.catalogue import AT_LAST_DAY, NOT_PEOPLE, Group, groups_of
from earlyhelp.attacker.cells import Cell, Printed
from earlyhelp.attacker.quantities import Sheet


class Named(NamedTuple):
    """The quantities of one cell: sheets without a version, None where it has none."""

    count: Sheet | None  # pyright: ignore[reportIncompatibleMethodOverride]  # the field, not the method of the tuple
    out_of: Sheet | None

    @property
    def is_share(self) -> bool:
        """Whether the cell tells two quantities, and so a rest."""
        return self.count is not None and self.out_of is not None and self.count != self.out_of


NOTHING = Named(None, None)


@cache
def day_number(day: str) -> int:
    return date.fromisoformat(day).toordinal()


@cache
def _month(month: str, first: int, last: int) -> tuple[int, int]:
    """Return the days of a month that lie in a period."""
    year, number = int(month[:4]), int(month[5:7])
    start = date(year, number, 1).toordinal()
    end = date(year + number // 12, number % 12 + 1, 1).toordinal() - 1
    return max(start, first), min(end, last)


@cache
def _named(measure: str, breakdown: str, first: str, last: str) -> Named:
    if measure in NOT_PEOPLE:
        return NOTHING
    parts = Cell(measure, "", "", breakdown, first, last).parts
    days = day_number(first), day_number(last)
    if "month" in parts:
        days = _month(parts["month"], *days)
    count, out_of = groups_of(measure, parts)
    return Named(_sheet(count, *days), _sheet(out_of, *days))


def _sheet(group: Group | None, first: int, last: int) -> Sheet | None:
    if group is None:
        return None
    return Sheet(group, last if group.what in AT_LAST_DAY else first, last)


@cache
def _at_school(named: Named, phase: str) -> Named:
    """A school has one phase and asks as a school, so that part of its own is its whole, and any other is nobody."""

    def own(sheet: Sheet | None) -> Sheet | None:
        for name, value in (("phase", phase), ("source_code", "2A")):
            if sheet is not None and name in sheet.group.names:
                is_own = dict(sheet.group.parts)[name] == value
                sheet = sheet.of(sheet.group.without(name)) if is_own else None
        return sheet

    return Named(own(named.count), own(named.out_of))


def name(cell: Cell, schools: Mapping[str, tuple[str, str]]) -> Named:
    """Return the quantities of a cell. schools: URN -> (district code, phase)."""
    named = _named(cell.measure, cell.breakdown, cell.first, cell.last)
    if cell.level == "school" and cell.place in schools:
        return _at_school(named, schools[cell.place][1])
    return named


def table_of(cell: Cell) -> tuple[str, tuple[str, ...], str, str, str]:
    """Return what tells one table at one level from another."""
    return cell.measure, cell.names, cell.level, cell.first, cell.last


def tables_with_numbers(cells: Mapping[Cell, Printed]) -> frozenset[tuple[str, tuple[str, ...], str, str, str]]:
    return frozenset(table_of(cell) for cell, printed in cells.items() if printed.has_number)


def says_nobody(cell: Cell, printed: Printed) -> bool:
    """Whether a cell without a number tells that there is nobody to count."""
    empty = "not_yet_available" if cell.measure == "returned_after_closure" else "not_applicable"
    return printed.status == empty


def numbered(pairs: Iterable[tuple[Sheet | None, int | None]]) -> list[tuple[Sheet, int]]:
    """Keep the quantities that have a printed number."""
    return [(sheet, number) for sheet, number in pairs if sheet is not None and number is not None]
