"""How long something lasted, in bands, as a declaration: 100% bars, one for each kind, and their table."""

from __future__ import annotations

from dataclasses import dataclass

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.publications.exhibits import one_row
from earlyhelp.publications.released_figures import Labelled, ReleasedFigures
from earlyhelp.report.charts.chart import StackedBarChart, StackedRow
from earlyhelp.report.document import Exhibit
from earlyhelp.report.numbers import Form
from earlyhelp.report.tables import FigureCell, Row, Table

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
        first_band = figures.across(self.measure, self.by, band="under_6")
        if self.codes is not None:
            return tuple(item for item in first_band if item.code in self.codes)
        return most_closed(first_band)


def most_closed(items: tuple[Labelled, ...]) -> tuple[Labelled, ...]:
    """Return the six items with the largest out-of, leaving out those with none; equal ones by code."""
    counted = [item for item in items if item.cell.out_of]
    return tuple(sorted(counted, key=lambda item: (-(item.cell.out_of or 0), item.code))[:6])
