"""From the counts of the queries to every cell of a measure, zeros included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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

NO_COUNTS: Mapping[tuple[str, ...], tuple[int, ...]] = {}


@dataclass(frozen=True, slots=True)
class Place:
    """Where one cell's number stands: in which set, under which values, at which position."""

    of_set: CountsOfSet
    values: tuple[str, ...]
    position: int

    def number(self, code: str) -> int:
        numbers = self.of_set.get(code, NO_COUNTS).get(self.values)
        return numbers[self.position] if numbers else 0


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as it is written for every place of a level; `lacking` where a table it needs was not supplied."""

    text: str
    count: Place
    out_of: Place | None
    lacking: str


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

        places      the county and the districts by level; schools are those with a row
        note        the sentence for cells that have a number
        """
        make = CellMaker(measure, self._scope, note)
        for level in sorted(levels_of(measure, self._scope)):
            cells = sorted(self._cells(measure, level), key=lambda cell: cell.text.encode())
            for code, place in self._places(level, places, cells):
                for cell in cells:
                    if cell.lacking:
                        yield make.without_number(place, cell.text, Status.NOT_COLLECTED, cell.lacking)
                        continue
                    count = cell.count.number(code)
                    out_of = cell.out_of.number(code) if cell.out_of else None
                    if count or out_of or level != "school":
                        yield make.counted(place, cell.text, count, out_of)

    def _places(
        self, level: str, places: Mapping[str, list[PlaceCode]], cells: list[Cell]
    ) -> list[tuple[str, PlaceCode]]:
        if level == "county":
            return [(COUNTY_KEY, place) for place in places["county"]]
        if level == "district":
            return [(place[1], place) for place in places["district"]]
        codes = {code for cell in cells for code in cell.count.of_set}
        codes |= {code for cell in cells if cell.out_of for code in cell.out_of.of_set}
        return [(code, (level, code)) for code in sorted(codes)]

    def _cells(self, measure: Measure, level: str) -> Iterator[Cell]:
        for window in measure.windows:
            yield from self._cells_of(measure, level, (), window)
        if not measure.windows:
            for by in breakdowns(measure, level):
                yield from self._cells_of(measure, level, by, None)

    def _cells_of(self, measure: Measure, level: str, by: tuple[str, ...], window: int | None) -> Iterator[Cell]:
        counts_sql, out_of_sql = predicates(measure, self._scope, window)
        rows, base = measure.rows_of(by), measure.base_of(by)
        of_set = self._counts[rows][level, by]
        position = self._families[rows].aggregates[counts_sql if rows == measure.rows else "TRUE"]
        lacking = tables_needed(measure, by, level) - self._scope.present
        note = missing_note(lacking) if lacking else ""
        further = [("window", str(window))] if window else []
        for values in self._domains.values(measure, by):
            out_of = None
            if out_of_sql is not None:
                of_base = tuple(value for name, value in zip(by, values, strict=True) if name in base)
                whole = self._families[measure.rows].aggregates[out_of_sql]
                out_of = Place(self._counts[measure.rows][level, base], of_base, whole)
            text = breakdown_text([*zip(by, values, strict=True), *further])
            yield Cell(text, Place(of_set, values, position), out_of, note)
