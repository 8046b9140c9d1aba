"""What was restated for each place: its figures of two editions, with what is behind the difference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from earlyhelp.dataset.source import Dataset
from earlyhelp.disclosure.cells import Release, ReleasedCell
from earlyhelp.disclosure.restated_steps import ReleasedSteps, release_steps
from earlyhelp.editions.earlier.changed_definitions import other_definitions
from earlyhelp.editions.earlier.earlier_edition import EarlierEdition
from earlyhelp.editions.earlier.five_steps import NO_HALF, NOT_AGAIN, Between, Split, split_figures
from earlyhelp.editions.earlier.numbers_counted import key_of
from earlyhelp.editions.earlier.rows_compared import compare_rows
from earlyhelp.editions.figures_of_edition import EditionFigures
from earlyhelp.editions.private.pseudonyms import Key
from earlyhelp.measures.catalogue import CATALOGUE, tables_needed
from earlyhelp.measures.declare import Measure
from earlyhelp.places import Place
from earlyhelp.publications.restated import Restated, RowsRestated

TOO_SMALL: Final = "a part of the difference is too small to be shown, or would give a small number away"
A_YEAR: Final = "window=12"
CellsByBreakdown = dict[str, ReleasedCell]
CellsByMeasure = dict[str, CellsByBreakdown]


@dataclass(frozen=True)
class Comparison:
    """Two editions that share days, side by side.

    rows        what became of the rows of each table that may be told of, None where they cannot be laid side by side
    other_definitions   measures whose SQL differs, None where the earlier SQL was not kept
    split       the steps of each figure that moved, before release; None without a private half of the earlier edition
    """

    earlier: EarlierEdition
    is_same_period: bool
    rows: Mapping[str, RowsRestated] | None
    other_definitions: frozenset[str] | None
    split: Split | None
    cells_then: Mapping[tuple[str, str], CellsByMeasure]
    cells_now: Mapping[tuple[str, str], CellsByMeasure]
    audience: str

    def of(self, place: Place) -> tuple[Restated, ...]:
        """Return what became of each measure that both editions have for a place, in the order of the catalogue.

        Nothing for a place that the earlier edition has no figure of: it was not published then.
        """
        then = self.cells_then.get((place.level, place.code), {})
        now = self.cells_now.get((place.level, place.code), {})
        return tuple(self._restated(name, then[name], now[name]) for name in CATALOGUE if name in then and name in now)

    def _restated(self, measure: str, then: CellsByBreakdown, now: CellsByBreakdown) -> Restated:
        # Another period has other months, which are no news.
        breakdowns = then.keys() | now.keys() if self.is_same_period else then.keys() & now.keys()
        whole_then, whole_now = _whole(then), _whole(now)
        steps, why_not = self._steps(whole_then, whole_now)
        return Restated(
            measure=measure,
            earlier_period=self.earlier.period,
            earlier_as_at=self.earlier.as_at,
            figures=len(breakdowns),
            differing=sum(_differ(then.get(breakdown), now.get(breakdown)) for breakdown in breakdowns),
            then=whole_then,
            now=whole_now,
            rows=self._rows_behind(measure),
            has_other_definition=None if self.other_definitions is None else measure in self.other_definitions,
            steps=steps,
            why_not_split=why_not,
        )

    def _steps(self, then: ReleasedCell | None, now: ReleasedCell | None) -> tuple[ReleasedSteps | None, str]:
        """The steps of a figure that may be told, or why there are none; neither where no two numbers differ."""
        if then is None or now is None or not _differ(then, now):
            return None, ""
        if not (then.status.has_number and now.status.has_number):
            return None, ""
        if self.split is None:
            return None, NO_HALF
        cell = key_of(now.figure)
        moved = self.split.moved.get(cell)
        if moved is None:
            return None, self.split.why_not.get(cell, "")
        if moved.counted.start != (then.value if then.count is None else then.count):
            return None, NOT_AGAIN
        steps = release_steps(then, now, moved, audience=self.audience)
        return steps, "" if steps else TOO_SMALL

    def _rows_behind(self, measure: str) -> tuple[RowsRestated, ...] | None:
        if self.rows is None:
            return None
        needed = _tables_behind(CATALOGUE[measure])
        return tuple(rows for name, rows in self.rows.items() if name in needed and not rows.is_same)


def compare(earlier: EarlierEdition, figures: EditionFigures, dataset: Dataset, key: Key) -> Comparison | None:
    """Lay an earlier edition beside this one; None where they share no day or it has no file of figures.

    figures calculated and released in this edition
    key     with which this edition hashes its ids
    Raises  CannotRead: a file of the earlier private half is broken
    """
    released, scope = earlier.released, figures.scope
    if released is None or not earlier.shares_days_with(scope.period):
        return None
    rows: Mapping[str, RowsRestated] | None = None if earlier.tells_rows else {}
    other: frozenset[str] | None = None
    split: Split | None = None
    if earlier.kept:
        then = replace(scope, period=earlier.period, as_at=earlier.as_at)
        rows = compare_rows(dataset, earlier.kept, key) if earlier.tells_rows else rows
        other = other_definitions(earlier.kept, then)
        calculated = [cell.figure for cell in figures.calculated.cells]
        split = split_figures(Between(earlier.kept, then, scope, other), calculated, dataset, key)
    return Comparison(
        earlier, earlier.period == scope.period, rows, other, split, _by_place(released), _by_place(figures.now),
        figures.now.audience,
    )  # fmt: skip


def _tables_behind(measure: Measure) -> frozenset[str]:
    """The tables that any cell of the measure needs, that of a breakdown or of one level too."""
    return frozenset[str]().union(
        *(tables_needed(measure, by, level) for by in ((), *measure.by) for level in measure.levels)
    )


def _whole(cells: CellsByBreakdown) -> ReleasedCell | None:
    """The cell of all, or of the year for a measure that is asked for several look-backs; None where it has neither."""
    return cells.get("all") or cells.get(A_YEAR)


def _differ(then: ReleasedCell | None, now: ReleasedCell | None) -> bool:
    if then is None or now is None:
        return True
    return (then.status, then.count, then.out_of, then.value) != (now.status, now.count, now.out_of, now.value)


def _by_place(released: Release) -> dict[tuple[str, str], CellsByMeasure]:
    found: defaultdict[tuple[str, str], CellsByMeasure] = defaultdict(dict)
    for cell in released.cells:
        of_place = found[cell.place_level, cell.place_code]
        of_place.setdefault(cell.measure, {})[cell.breakdown] = cell
    return dict(found)
