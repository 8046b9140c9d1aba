"""The released cells of one place, found by measure and breakdown and named by the meanings of their codes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.measures.figures import Status
from earlyhelp.publications.labels import label, rank
from earlyhelp.publications.subject import Subject
from earlyhelp.report.numbers import exact_share, has_percentage
from earlyhelp.report.sentences import Name


class MissingFigureError(LookupError):
    """A page asks for a cell that was not released. The message names it."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A cell with its code and what the code is called."""

    code: str
    label: str
    cell: ReleasedCell

    @property
    def size(self) -> Decimal:
        """What the cell is ordered by: the count, then nothing. A cell without a number comes last."""
        return Decimal(self.cell.count or 0) if self.cell.status.has_number else Decimal(-1)


class ReleasedFigures:
    """The cells of a release as a page asks for them. Cells of the subject's own place unless another is named."""

    def __init__(self, cells: Iterable[ReleasedCell], subject: Subject, as_at: date | None = None) -> None:
        """Take the cells; `as_at` is the last day the records speak for, the period's own where it is not given."""
        self.subject = subject
        self.is_complete = as_at is None or subject.period.last <= as_at
        self._by_measure: defaultdict[tuple[str, str, str], dict[str, ReleasedCell]] = defaultdict(dict)
        for cell in cells:
            self._by_measure[cell.measure, cell.place_level, cell.place_code][cell.breakdown] = cell

    def has(self, measure: str) -> bool:
        """Return whether any cell of the measure was released for the place."""
        return bool(self._of(measure))

    def cells_of(self, measure: str) -> tuple[ReleasedCell, ...]:
        """Return every cell of the measure that was released for the place."""
        return tuple(self._of(measure).values())

    def cell(self, measure: str, **parts: str) -> ReleasedCell:
        """Return one cell; the cell that says why where the whole measure could not be counted.

        Raises  MissingFigureError: neither was released
        """
        return self._find(self._of(measure), measure, parts)

    def across(self, measure: str, by: str, **fixed: str) -> tuple[Labelled, ...]:
        """Return the cells of one breakdown in the order of its code list, the others held fixed.

        Where none of them was collected, one row says so for all; nothing where none was released.
        """
        return self._across(self._of(measure), measure, by, fixed)

    def county_across(self, measure: str, by: str) -> tuple[Labelled, ...]:
        """Return the cells of one breakdown for the whole county, whatever the place."""
        county = self.subject.county
        return self._across(self._by_measure.get((measure, county.level, county.code), {}), measure, by, {})

    def by_district(self, measure: str, **parts: str) -> tuple[Labelled, ...]:
        """Return one cell for each district, those of a card about the county alone; else none."""
        if self.subject.place != self.subject.county:
            return ()
        return tuple(
            Labelled(district.code, district.name, self._find(cells, measure, parts))
            for district in self.subject.districts
            if (cells := self._by_measure.get((measure, district.level, district.code)))
        )

    def _of(self, measure: str) -> dict[str, ReleasedCell]:
        place = self.subject.place
        return self._by_measure.get((measure, place.level, place.code), {})

    def _find(self, cells: dict[str, ReleasedCell], measure: str, parts: dict[str, str]) -> ReleasedCell:
        breakdown = ";".join(f"{name}={parts[name]}" for name in sorted(parts)) or "all"
        if found := cells.get(breakdown) or _why_not(cells):
            return found
        raise MissingFigureError(f"{measure} has no released cell {breakdown} for {self.subject.place.name}.")

    def _across(
        self, cells: dict[str, ReleasedCell], measure: str, by: str, fixed: dict[str, str]
    ) -> tuple[Labelled, ...]:
        names = {by, *fixed}
        found = [
            Labelled(parts[by], label(measure, by, parts[by]), cell)
            for cell in cells.values()
            if (parts := cell.parts).keys() == names and all(parts[name] == code for name, code in fixed.items())
        ]
        if all(item.cell.status is Status.NOT_COLLECTED for item in found):
            why = next((item.cell for item in found), _why_not(cells))
            return (Labelled("all", "All", why),) if why is not None else ()
        return tuple(sorted(found, key=lambda item: rank(measure, by, item.code)))


def _why_not(cells: dict[str, ReleasedCell]) -> ReleasedCell | None:
    """The cell that speaks for a measure none of whose cells has a number."""
    if any(cell.status.has_number for cell in cells.values()):
        return None
    return next(iter(cells.values()), None)


def at_the_end(figures: ReleasedFigures) -> Name:
    """Return how a sentence on the state at the end of the period opens, which the records may not reach."""
    return Name("On the last day of the period" if figures.is_complete else "So far as the records go,")


def by_size(items: Iterable[Labelled]) -> tuple[Labelled, ...]:
    """Return the items from the largest count to the smallest; equal counts by code."""
    return tuple(sorted(items, key=lambda item: (-item.size, item.code)))


def by_share(items: Iterable[Labelled]) -> tuple[Labelled, ...]:
    """Return the items that are shares of enough to compare, from the largest share to the smallest."""
    worth = [item for item in items if has_percentage(item.cell)]
    return tuple(sorted(worth, key=lambda item: (-exact_share(item.cell), item.code)))


def is_spread(ranked: Sequence[Labelled]) -> bool:
    """Return whether the first of items ranked by share lies above the last."""
    return len(ranked) > 1 and exact_share(ranked[0].cell) > exact_share(ranked[-1].cell)


def largest(items: Iterable[Labelled]) -> Labelled | None:
    """Return the item with the largest count, or None where two share it or there is nothing to count."""
    ordered = by_size(items)
    if not ordered:
        return None
    first, *others = ordered
    is_shared = bool(others) and others[0].size == first.size
    return None if is_shared or first.size <= 0 else first


def without_zeros(items: Iterable[Labelled]) -> tuple[Labelled, ...]:
    """Return the items whose cell is not a true zero."""
    return tuple(item for item in items if item.cell.status is not Status.ZERO)


def is_most(cell: ReleasedCell, whole: ReleasedCell) -> bool:
    """Return whether the cell's count is more than half: of its own out-of, or of the count of another cell."""
    if not cell.status.has_number or not whole.status.has_number:
        return False
    base = cell.out_of if cell is whole else whole.count
    return base is not None and 2 * (cell.count or 0) > base
