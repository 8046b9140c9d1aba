"""Charts and tables with a line for each place: the county's districts, or a card's own place and what it lies in."""

from __future__ import annotations

from dataclasses import dataclass

from earlyhelp.publications.exhibits import Message, Parts, one_row, said
from earlyhelp.publications.released_figures import ReleasedFigures
from earlyhelp.report.charts.chart import StackedBarChart, StackedRow
from earlyhelp.report.charts.intervals import IntervalChart, IntervalRow
from earlyhelp.report.document import Exhibit
from earlyhelp.report.numbers import Form
from earlyhelp.report.tables import FigureCell, Row, Table


@dataclass(frozen=True)
class ByPlace:
    """A table with a line for each place beside the card's own, and dots with their ranges for one share.

    columns     heading, measure, breakdown and form of each
    drawn       heading of the column whose shares are drawn, empty for none
    shown       title of that chart
    """

    title: str
    columns: tuple[tuple[str, str, Parts, Form], ...]
    drawn: str = ""
    shown: str = ""
    message: Message | None = None

    def build(self, figures: ReleasedFigures) -> Exhibit:
        found = [figures.beside(measure, **dict(parts)) for _, measure, parts, _ in self.columns]
        by_code = [{item.code: item.cell for item in items} for items in found]
        own = figures.subject.place.code
        rows = tuple(
            Row(place.label, tuple(FigureCell(cells[place.code], form) for cells, (*_, form) in
                                   zip(by_code, self.columns, strict=True)), is_total=place.code == own)
            for place in (found[0] if found else ())
            if all(place.code in cells for cells in by_code)
        )  # fmt: skip
        headings = tuple(heading for heading, *_ in self.columns)
        stub = "District" if figures.subject.place == figures.subject.county else "Place"
        return Exhibit(Table(self.title, stub, headings, rows), self._charts(figures), said(self.message, figures))

    def _charts(self, figures: ReleasedFigures) -> tuple[IntervalChart, ...]:
        for heading, measure, parts, _ in self.columns:
            if heading == self.drawn:
                return (intervals_by_place(figures, self.shown, measure, **dict(parts)),)
        return ()


def intervals_by_place(figures: ReleasedFigures, title: str, measure: str, **parts: str) -> IntervalChart:
    """Return dots with their ranges for each place beside the card's own, a line at the county's share."""
    own, county = figures.subject.place.code, figures.subject.county
    rows = tuple(
        IntervalRow(item.label, item.cell, is_total=item.code == own) for item in figures.beside(measure, **parts)
    )
    cell = figures.cell_at(county, measure, **parts) if figures.has_at(county, measure) else None
    return IntervalChart(title, rows, cell, county.name)


@dataclass(frozen=True)
class StackedByPlace:
    """100% bars of a measure by outcome for each place, with the table of counts and a share beside.

    outcomes    the segments, at most four, by code
    share       heading and measure of the share in the last column
    """

    measure: str
    by: str
    outcomes: tuple[str, ...]
    title: str
    share: tuple[str, str]

    def build(self, figures: ReleasedFigures) -> Exhibit:
        named = {item.code: item.label for item in figures.across(self.measure, self.by)}
        stub = "District" if figures.subject.place == figures.subject.county else "Place"
        if "all" in named:
            return one_row(self.title, stub, "All", figures.cell(self.measure))
        labels = tuple(named[code] for code in self.outcomes)
        found = [
            {item.code: item.cell for item in figures.beside(self.measure, **{self.by: code})}
            for code in self.outcomes
        ]  # fmt: skip
        own = figures.subject.place.code
        places = figures.beside(self.share[1])
        lines = [(place.label, tuple(cells[place.code] for cells in found), place.code == own) for place in places]
        chart = StackedBarChart(self.title, labels, tuple(StackedRow(*line) for line in lines))
        rows = tuple(
            Row(name, (*(FigureCell(cell, Form.COUNT) for cell in cells), FigureCell(place.cell, Form.SHARE)), is_own)
            for (name, cells, is_own), place in zip(lines, places, strict=True)
        )
        return Exhibit(Table(self.title, stub, (*labels, self.share[0]), rows), (chart,))
