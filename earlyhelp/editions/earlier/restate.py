"""What was restated for each place: its figures of two editions, with the rows and definitions behind them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from earlyhelp.dataset.source import Dataset
from earlyhelp.disclosure.cells import Release, ReleasedCell
from earlyhelp.editions.earlier.earlier_edition import EarlierEdition
from earlyhelp.editions.earlier.rows_compared import compare_rows
from earlyhelp.editions.private.pseudonyms import Key
from earlyhelp.editions.private.sql_as_run import hash_definitions
from earlyhelp.measures.catalogue import CATALOGUE, tables_needed
from earlyhelp.measures.declare import Measure
from earlyhelp.measures.scope import Scope
from earlyhelp.places import Place
from earlyhelp.publications.restated import Restated, RowsRestated

CellsByBreakdown = dict[str, ReleasedCell]
CellsByMeasure = dict[str, CellsByBreakdown]


@dataclass(frozen=True)
class Comparison:
    """Two editions of one period side by side.

    rows        what became of the rows of each table that may be told of, None where they cannot be laid side by side
    other_definitions   measures whose SQL differs, None where the earlier SQL was not kept
    """

    earlier: EarlierEdition
    rows: Mapping[str, RowsRestated] | None
    other_definitions: frozenset[str] | None
    cells_then: Mapping[tuple[str, str], CellsByMeasure]
    cells_now: Mapping[tuple[str, str], CellsByMeasure]

    def of(self, place: Place) -> tuple[Restated, ...]:
        """Return what became of each measure that both editions have for a place, in the order of the catalogue.

        Nothing for a place that the earlier edition has no figure of: it was not published then.
        """
        then = self.cells_then.get((place.level, place.code), {})
        now = self.cells_now.get((place.level, place.code), {})
        return tuple(self._restated(name, then[name], now[name]) for name in CATALOGUE if name in then and name in now)

    def _restated(self, measure: str, then: CellsByBreakdown, now: CellsByBreakdown) -> Restated:
        breakdowns = then.keys() | now.keys()
        return Restated(
            measure=measure,
            earlier_as_at=self.earlier.as_at,
            figures=len(breakdowns),
            differing=sum(_differ(then.get(breakdown), now.get(breakdown)) for breakdown in breakdowns),
            then=then.get("all"),
            now=now.get("all"),
            rows=self._rows_behind(measure),
            has_other_definition=None if self.other_definitions is None else measure in self.other_definitions,
        )

    def _rows_behind(self, measure: str) -> tuple[RowsRestated, ...] | None:
        if self.rows is None:
            return None
        needed = _tables_behind(CATALOGUE[measure])
        return tuple(rows for name, rows in self.rows.items() if name in needed and not rows.is_same)


def compare(earlier: EarlierEdition, now: Release, dataset: Dataset, scope: Scope, key: Key) -> Comparison:
    """Lay an earlier edition beside this one.

    now     the cells released in this edition
    key     with which this edition hashes its ids
    """
    rows: Mapping[str, RowsRestated] | None = None if earlier.tells_rows else {}
    if earlier.kept and earlier.tells_rows:
        rows = compare_rows(dataset, earlier.kept, key)
    other: frozenset[str] | None = None
    if earlier.kept:
        definitions = hash_definitions(scope)
        other = frozenset(name for name in definitions if earlier.kept.definitions.get(name) != definitions[name])
    return Comparison(earlier, rows, other, _by_place(earlier.released), _by_place(now))


def _tables_behind(measure: Measure) -> frozenset[str]:
    """The tables that any cell of the measure needs, that of a breakdown or of one level too."""
    return frozenset[str]().union(
        *(tables_needed(measure, by, level) for by in ((), *measure.by) for level in measure.levels)
    )


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
