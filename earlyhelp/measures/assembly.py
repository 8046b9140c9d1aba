"""From the counts of the queries to every cell of a measure, zeros included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from earlyhelp.measures.catalogue import tables_needed
from earlyhelp.measures.cells import CellMaker, breakdown_text
from earlyhelp.measures.compile import Family, breakdowns, levels_of, predicates
from earlyhelp.measures.counting import COUNTY_KEY, Counts, CountsOfSet
from earlyhelp.measures.declare import Measure
from earlyhelp.measures.domains import Domains
from earlyhelp.measures.figures import Figure, Status
from earlyhelp.measures.notes import missing_note
from earlyhelp.measures.places_counted import PlaceCode
from earlyhelp.measures.scope import Scope

RowsOfPlace = Mapping[tuple[str, ...], tuple[int, ...]]
NO_ROWS: RowsOfPlace = {}


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one number stands: in which of the sets, under which values, at which position."""

    set_number: int
    values: tuple[str, ...]
    position: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as it is written for every place of a level; `lacking` where a table it needs was not supplied."""

    text: str
    count: Spot
    out_of: Spot | None
    lacking: str


@dataclass
class Plan:
    """The cells of one measure at one level, in the order of figures.csv, and the sets their numbers stand in."""

    cells: list[Cell] = field(default_factory=list[Cell])
    sets: list[CountsOfSet] = field(default_factory=list[CountsOfSet])

    def set_number(self, of_set: CountsOfSet) -> int:
        for number, known in enumerate(self.sets):
            if known is of_set:
                return number
        self.sets.append(of_set)
        return len(self.sets) - 1

    def cells_with_rows(self) -> dict[str, list[Cell]]:
        """Return for each place code the cells that have a row behind their count or out-of, in order."""
        indexes: list[dict[tuple[str, ...], list[int]]] = [{} for _ in self.sets]
        for index, cell in enumerate(self.cells):
            for spot in (cell.count, cell.out_of):
                if spot and not cell.lacking:
                    indexes[spot.set_number].setdefault(spot.values, []).append(index)
        found: dict[str, set[int]] = {}
        for of_set, index_of in zip(self.sets, indexes, strict=True):
            for code, rows in of_set.items():
                found.setdefault(code, set()).update(*(index_of.get(values, ()) for values in rows))
        return {code: [self.cells[index] for index in sorted(found[code])] for code in sorted(found)}


class Assembly:
    """The counts of all families of one calculation, and the cells made from them."""

    def __init__(
        self, scope: Scope, domains: Domains, families: Mapping[str, Family], counts: Mapping[str, Counts]
    ) -> None:
        self._scope = scope
        self._domains = domains
        self._families = families
        self._counts = counts

    def figures(self, measure: Measure, places: Mapping[str, list[PlaceCode]], note: str) -> Iterator[Figure]:
        """Yield the figures of one measure in the order of figures.csv.

        places      the county and the districts by level; schools are those with a row, and those wanted whole
        note        the sentence for cells that have a number
        """
        make = CellMaker(measure, self._scope, note)
        for level in sorted(levels_of(measure, self._scope)):
            plan = self._plan(measure, level)
            if level == "school":
                with_rows, whole = plan.cells_with_rows(), frozenset(self._scope.whole_schools)
                for code in sorted({*with_rows, *whole}):
                    is_whole = code in whole
                    cells = plan.cells if is_whole else with_rows[code]
                    yield from _figures_of_place(
                        make, ("school", code), code, cells, plan.sets, writes_nothing=is_whole
                    )
            else:
                for place in places[level]:
                    code = COUNTY_KEY if level == "county" else place[1]
                    yield from _figures_of_place(make, place, code, plan.cells, plan.sets, writes_nothing=True)

    def _plan(self, measure: Measure, level: str) -> Plan:
        plan = Plan()
        for window in measure.windows:
            self._add_cells(plan, measure, level, (), window)
        if not measure.windows:
            for by in breakdowns(measure, level):
                self._add_cells(plan, measure, level, by, None)
        plan.cells.sort(key=lambda cell: cell.text.encode())
        return plan

    def _add_cells(self, plan: Plan, measure: Measure, level: str, by: tuple[str, ...], window: int | None) -> None:
        counts_sql, out_of_sql = predicates(measure, self._scope, window)
        rows, base = measure.rows_of(by), measure.base_of(by)
        counted = plan.set_number(self._counts[rows][level, by])
        position = self._families[rows].aggregates[counts_sql if rows == measure.rows else "TRUE"]
        lacking = tables_needed(measure, by, level) - self._scope.present
        note = missing_note(lacking) if lacking else ""
        further = [("window", str(window))] if window else []
        for values in self._domains.values(measure, by):
            out_of = None
            if out_of_sql is not None:
                of_base = tuple(value for name, value in zip(by, values, strict=True) if name in base)
                whole = self._families[measure.rows].aggregates[out_of_sql]
                out_of = Spot(plan.set_number(self._counts[measure.rows][level, base]), of_base, whole)
            text = breakdown_text([*zip(by, values, strict=True), *further])
            plan.cells.append(Cell(text, Spot(counted, values, position), out_of, note))


def _figures_of_place(
    make: CellMaker, place: PlaceCode, code: str, cells: list[Cell], sets: list[CountsOfSet], *, writes_nothing: bool
) -> Iterator[Figure]:
    """Yield the figures of one place; cells with neither count nor out-of only where `writes_nothing`."""
    rows = [of_set.get(code, NO_ROWS) for of_set in sets]
    for cell in cells:
        if cell.lacking:
            yield make.without_number(place, cell.text, Status.NOT_COLLECTED, cell.lacking)
            continue
        numbers = rows[cell.count.set_number].get(cell.count.values)
        count = numbers[cell.count.position] if numbers else 0
        out_of = None
        if cell.out_of:
            wholes = rows[cell.out_of.set_number].get(cell.out_of.values)
            out_of = wholes[cell.out_of.position] if wholes else 0
        if count or out_of or writes_nothing:
            yield make.counted(place, cell.text, count, out_of)
