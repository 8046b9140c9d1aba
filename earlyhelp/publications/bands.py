"""How long something lasted, in bands, as a declaration: 100% bars, one for each kind, and their table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.publications.exhibits import all_hidden, one_row
from earlyhelp.publications.released_figures import Labelled, ReleasedFigures
from earlyhelp.report.charts.chart import StackedBarChart, StackedRow
from earlyhelp.report.document import Exhibit
from earlyhelp.report.numbers import Form
from earlyhelp.report.tables import FigureCell, Row, Table

SHORTEST: Final = "under_6"
Lines = list[tuple[str, tuple[ReleasedCell, ...], bool]]


@dataclass(frozen=True)
class BandsBy:
    """100% bars of bands, one for each code of another breakdown, and the table of the same.

    by          name of that breakdown
    codes       its codes, in order; None chooses the six with most closures
    """

    measure: str
    by: str
    title: str
    stub: str
    codes: tuple[str, ...] | None = None

    def build(self, figures: ReleasedFigures) -> Exhibit:
        if hidden := all_hidden(figures, self.measure, frozenset({"band", self.by}), self.title, self.stub):
            return hidden
        kinds = self._kinds(figures)
        bands = figures.across(self.measure, "band", **{self.by: kinds[0].code}) if kinds else ()
        if not bands or bands[0].code == "all":
            return one_row(self.title, self.stub, "All", figures.cell(self.measure))
        lines: Lines = [
            (kind.label, tuple(figures.cell(self.measure, **{"band": band.code, self.by: kind.code}) for band in bands),
             False)
            for kind in kinds
        ]  # fmt: skip
        whole = figures.across(self.measure, "band")
        if whole and whole[0].code != "all":
            lines.append(("All", tuple(item.cell for item in whole), True))
        names = tuple(band.label for band in bands)
        rows = tuple(
            Row(name, tuple(FigureCell(cell, Form.SHARE) for cell in cells), is_total)
            for name, cells, is_total in lines
        )
        chart = StackedBarChart(self.title, names, tuple(StackedRow(*line) for line in lines), is_ordered=True)
        return Exhibit(Table(self.title, self.stub, names, rows), (chart,))

    def _kinds(self, figures: ReleasedFigures) -> tuple[Labelled, ...]:
        if self.codes is None:
            return most_closed(figures, self.measure, self.by)
        return tuple(item for item in figures.across(self.measure, self.by, band=SHORTEST) if item.code in self.codes)


def most_closed(figures: ReleasedFigures, measure: str, by: str) -> tuple[Labelled, ...]:
    """Return the six codes with most closures, leaving out those with none; equal ones by code.

    Each comes with its shortest band, or another where that has no number: all its bands share one out-of.
    A code of which every band is hidden is left out.
    """
    known: dict[str, ReleasedCell] = {}
    for cell in figures.cells_of(measure):
        if cell.status.has_number and cell.parts.keys() == {"band", by}:
            known.setdefault(cell.parts[by], cell)
    counted = [
        item if item.cell.status.has_number else replace(item, cell=known[item.code])
        for item in figures.across(measure, by, band=SHORTEST)
        if item.code in known and known[item.code].out_of
    ]
    return tuple(sorted(counted, key=lambda item: (-(item.cell.out_of or 0), item.code))[:6])
