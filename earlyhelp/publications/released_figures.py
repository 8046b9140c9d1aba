"""The released cells of one place, found by measure and breakdown and named by the meanings of their codes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType
from typing import Final

from earlyhelp.disclosure.cells import Release, ReleasedCell
from earlyhelp.measures.catalogue import CATALOGUE
from earlyhelp.measures.figures import Status
from earlyhelp.periods import add_months
from earlyhelp.places import Place
from earlyhelp.publications.labels import join_names, label, rank
from earlyhelp.publications.subject import Subject
from earlyhelp.publications.told_together import Comparing, Comparison, ToldTogether
from earlyhelp.report.numbers import Form, exact_share, has_percentage, print_cell
from earlyhelp.report.sentences import Name
from earlyhelp.statistics.verdicts import Verdict

NO_CELLS: Final[Mapping[str, ReleasedCell]] = MappingProxyType({})


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


class ReleasedCells:
    """All released cells of an edition, found by measure and place. Made once for all the cards of the edition."""

    def __init__(self, release: Release, earlier: Release | None = None) -> None:
        """Take the release of the period and, where there is one to compare with, that of a year earlier."""
        self.release = release
        self._now = _by_measure_and_place(release.cells)
        self._earlier = _by_measure_and_place(earlier.cells if earlier else ())

    def of(self, measure: str, place: Place) -> Mapping[str, ReleasedCell]:
        """Return the cells of a measure and place by their breakdown."""
        return self._now.get((measure, place.level, place.code), NO_CELLS)

    def a_year_earlier(self, cell: ReleasedCell) -> ReleasedCell | None:
        """Return the same cell of a year earlier, None where there is none that may be compared."""
        cells = self._earlier.get((cell.measure, cell.place_level, cell.place_code))
        return cells.get(_MONTH.sub(_month_a_year_earlier, cell.breakdown)) if cells else None


_MONTH: Final = re.compile(r"(?<=month=)\d{4}")


def _month_a_year_earlier(year: re.Match[str]) -> str:
    return f"{int(year[0]) - 1:04d}"


def _by_measure_and_place(cells: Iterable[ReleasedCell]) -> dict[tuple[str, str, str], dict[str, ReleasedCell]]:
    found: defaultdict[tuple[str, str, str], dict[str, ReleasedCell]] = defaultdict(dict)
    for cell in cells:
        figure = cell.figure
        found[figure.measure, figure.place_level, figure.place_code][figure.breakdown] = cell
    return dict(found)


class ReleasedFigures:
    """The cells of a release as a page asks for them. Cells of the subject's own place unless another is named."""

    def __init__(self, cells: ReleasedCells, subject: Subject, comparing: Iterable[Comparing] = ()) -> None:
        """Take the released cells, what the card is about, and the tellings whose comparisons are judged together."""
        self.subject = subject
        self._comparing = tuple(comparing)
        self.as_at = cells.release.as_at
        self.is_complete = subject.period.last <= self.as_at
        self._cells = cells

    def a_year_earlier(self, cell: ReleasedCell) -> ReleasedCell | None:
        """Return the cell of the same period a year earlier, None where it has no number or none may be compared."""
        found = self._cells.a_year_earlier(cell)
        return found if found is not None and found.status.has_number and cell.status.has_number else None

    def printed_a_year_earlier(self, cell: ReleasedCell) -> ReleasedCell | None:
        """Return the cell of a year earlier for a table: a hidden one, too, beside a number or a hidden one."""
        found = self._cells.a_year_earlier(cell)
        return found if found is not None and is_counted(found) and is_counted(cell) else None

    def judge(self, comparison: Comparison) -> Verdict:
        """Return what may be said of cells side by side, as one of all comparisons that the card tells."""
        return self._told_together.verdict(comparison)

    @cached_property
    def _told_together(self) -> ToldTogether:
        found = (telling.compared(self) for telling in self._comparing)
        return ToldTogether(comparison for comparison in found if comparison is not None)

    def has(self, measure: str) -> bool:
        """Return whether any cell of the measure was released for the place."""
        return bool(self._of(measure))

    def one_of_each(self) -> tuple[ReleasedCell, ...]:
        """Return one cell of each measure that was released for the place."""
        found = (next(iter(self._of(measure).values()), None) for measure in CATALOGUE)
        return tuple(cell for cell in found if cell is not None)

    def cells_of(self, measure: str) -> tuple[ReleasedCell, ...]:
        """Return every cell of the measure that was released for the place."""
        return tuple(self._of(measure).values())

    def cell_at(self, place: Place, measure: str, **parts: str) -> ReleasedCell:
        """Return one cell of another place. Raises MissingFigureError as `cell` does."""
        return self._find(self._cells.of(measure, place), measure, parts)

    def has_at(self, place: Place, measure: str) -> bool:
        """Return whether any cell of the measure was released for a place."""
        return bool(self._cells.of(measure, place))

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
        return self._across(self._cells.of(measure, self.subject.county), measure, by, {})

    def by_district(self, measure: str, **parts: str) -> tuple[Labelled, ...]:
        """Return one cell for each district, those of a card about the county alone; else none."""
        if self.subject.place != self.subject.county:
            return ()
        return tuple(
            Labelled(district.code, district.name, self._find(cells, measure, parts))
            for district in self.subject.districts
            if (cells := self._cells.of(measure, district))
        )

    def beside(self, measure: str, **parts: str) -> tuple[Labelled, ...]:
        """Return one cell for each place that stands in a table of places, the card's own among them.

        A county's districts and then the county; a district, a school and whatever they lie in. A place for which the
        measure is not written is left out.
        """
        subject = self.subject
        around = (subject.place, subject.district, subject.county)
        wanted = (*subject.districts, subject.county) if subject.place == subject.county else around
        return tuple(
            Labelled(place.code, place.name, self._find(self._cells.of(measure, place), measure, parts))
            for place in dict.fromkeys(place for place in wanted if place is not None)
            if self.has_at(place, measure)
        )

    def _of(self, measure: str) -> Mapping[str, ReleasedCell]:
        return self._cells.of(measure, self.subject.place)

    def _find(self, cells: Mapping[str, ReleasedCell], measure: str, parts: dict[str, str]) -> ReleasedCell:
        breakdown = ";".join(f"{name}={parts[name]}" for name in sorted(parts)) or "all"
        if found := cells.get(breakdown) or _why_not(cells):
            return found
        raise MissingFigureError(f"{measure} has no released cell {breakdown} for {self.subject.place.name}.")

    def _across(
        self, cells: Mapping[str, ReleasedCell], measure: str, by: str, fixed: dict[str, str]
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


def is_counted(cell: ReleasedCell) -> bool:
    """Return whether there is a number behind the cell, shown or hidden."""
    return cell.status.has_number or cell.status is Status.SUPPRESSED


def _why_not(cells: Mapping[str, ReleasedCell]) -> ReleasedCell | None:
    """The cell that speaks for a measure none of whose cells has a number."""
    if any(cell.status.has_number for cell in cells.values()):
        return None
    return next(iter(cells.values()), None)


def is_followed_up(figures: ReleasedFigures, months: int) -> bool:
    """Return whether the records speak for so many months after the period, too."""
    return add_months(figures.subject.period.last, months) <= figures.as_at


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


def sharing_the_place_of(item: Labelled, ranked: Iterable[Labelled]) -> Name:
    """Return the names of all items whose share is printed as this one's is, so that no tie is told as one name."""
    printed = print_cell(item.cell, Form.PERCENT)
    return Name(join_names([other.label for other in ranked if print_cell(other.cell, Form.PERCENT) == printed]))


def is_spread(ranked: Sequence[Labelled]) -> bool:
    """Return whether the first of items ranked by share lies above the last."""
    return len(ranked) > 1 and exact_share(ranked[0].cell) > exact_share(ranked[-1].cell)


def first_for_certain(items: Iterable[Labelled], whole: ReleasedCell | None = None) -> tuple[Labelled, ...]:
    """Return the items with a number, the largest first, down to where a hidden one among them could come in between.

    whole   what the items are parts of, none counted twice; what is shown leaves that much of it to the hidden
    """
    ordered = by_size(items)
    known = [item for item in ordered if item.cell.status.has_number]
    if not any(item.cell.status is Status.SUPPRESSED for item in ordered):
        return tuple(known)
    if whole is None or not whole.status.has_number:
        return ()
    left = Decimal(whole.count or 0) - sum(item.size for item in known)
    return tuple(item for item in known if item.size > left)


def largest(items: Iterable[Labelled], whole: ReleasedCell | None = None) -> Labelled | None:
    """Return the item with the largest count, or None where two share it, a hidden one may be larger, or none counts.

    whole   as of `first_for_certain`
    """
    ordered = first_for_certain(items, whole)
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
