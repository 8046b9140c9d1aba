"""Charts and tables as declarations: which measure, by what, in which order; `build` binds them to released cells."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.publications.labels import short_month
from earlyhelp.publications.released_figures import Labelled, ReleasedFigures, by_size, largest, without_zeros
from earlyhelp.report.charts.chart import BarChart, ChartBar, ColumnChart, StackedBarChart, StackedRow
from earlyhelp.report.document import Exhibit
from earlyhelp.report.numbers import Form
from earlyhelp.report.tables import FigureCell, Row, Table, VarianceCell

# Key stages in which a child of school age can be: reception to year 11.
SCHOOL_AGE: Final = ("EYFS", "KS1", "KS2", "KS3", "KS4")


class Order(StrEnum):
    """By the code list, where the codes have an order of their own, or from the largest to the smallest."""

    NATURE = "nature"
    SIZE = "size"


@dataclass(frozen=True)
class BarsBy:
    """Bars and a table of one measure by one breakdown.

    title           what is shown
    stub            heading of the rows
    column          heading of the counts
    most_bars       how many of the bars are drawn; the table has all
    is_share        true where the cells are shares; the table then gives count, out of and percentage
    hides_zeros     true where rows of zeros would bury the others; a note on the page then names them
    codes           the codes shown, where others of the list cannot occur; None for all
    has_total       true where the cell "all" closes the table
    """

    measure: str
    by: str
    title: str
    stub: str
    column: str
    order: Order = Order.NATURE
    most_bars: int = 12
    is_share: bool = False
    hides_zeros: bool = False
    codes: tuple[str, ...] | None = None
    has_total: bool = True

    def build(self, figures: ReleasedFigures) -> Exhibit:
        items = among(figures.across(self.measure, self.by), self.codes)
        items = by_size(items) if self.order is Order.SIZE else items
        shown = self._without_zeros(figures, items) if self.hides_zeros else items
        form = Form.PERCENT if self.is_share else Form.COUNT
        chart = BarChart(self.title, tuple(ChartBar(i.label, i.cell) for i in shown[: self.most_bars]), form)
        rows = [Row(item.label, self._cells(item.cell)) for item in shown]
        if self.has_total and shown and shown[0].code != "all":
            rows.append(Row("All", self._cells(figures.cell(self.measure)), is_total=True))
        columns = (self.column, "Out of", "Percentage") if self.is_share else (self.column,)
        return Exhibit(Table(self.title, self.stub, columns, tuple(rows)), (chart,))

    def _without_zeros(self, figures: ReleasedFigures, items: tuple[Labelled, ...]) -> tuple[Labelled, ...]:
        return without_zeros(items) or (Labelled("all", "All", figures.cell(self.measure)),)

    def _cells(self, cell: ReleasedCell) -> tuple[FigureCell, ...]:
        return share_cells(cell) if self.is_share else (FigureCell(cell, Form.COUNT),)


@dataclass(frozen=True)
class ColumnsByMonth:
    """Columns and a table of a count by month."""

    measure: str
    title: str
    column: str

    def build(self, figures: ReleasedFigures) -> Exhibit:
        items = figures.across(self.measure, "month")
        columns = tuple(ChartBar(_month_label(item), item.cell) for item in items)
        rows = [Row(item.label, (FigureCell(item.cell, Form.COUNT),)) for item in items]
        if items[0].code != "all":
            rows.append(Row("All", (FigureCell(figures.cell(self.measure), Form.COUNT),), is_total=True))
        return Exhibit(
            Table(self.title, "Month", (self.column,), tuple(rows)), (ColumnChart(self.title, columns, Form.COUNT),)
        )


@dataclass(frozen=True)
class SharesAgainstTarget:
    """Columns by month with a target line, and a table with the distance from it in percentage points."""

    measure: str
    title: str
    columns: tuple[str, str]
    target: Decimal
    target_label: str

    def build(self, figures: ReleasedFigures) -> Exhibit:
        items = figures.across(self.measure, "month")
        bars = tuple(ChartBar(_month_label(item), item.cell) for item in items)
        chart = ColumnChart(self.title, bars, Form.PERCENT, self.target, self.target_label)
        rows = tuple(Row(item.label, self._cells(item.cell)) for item in items)
        headings = (*self.columns, "Percentage", f"Points from {self.target_label[0].lower()}{self.target_label[1:]}")
        return Exhibit(Table(self.title, "Month", headings, rows), (chart,))

    def _cells(self, cell: ReleasedCell) -> tuple[FigureCell | VarianceCell, ...]:
        count, out_of, _ = share_cells(cell)
        # The decimal shows on which side of the target a month lies that is all but on it.
        return count, out_of, FigureCell(cell, Form.EXACT_PERCENT), VarianceCell(cell, self.target)


@dataclass(frozen=True)
class SharesOf:
    """Bars and a table of several shares, each a measure of its own with its label.

    shares  label, measure and breakdown of each
    """

    title: str
    stub: str
    shares: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]
    is_drawn: bool = True

    def build(self, figures: ReleasedFigures) -> Exhibit:
        items = [
            (label, figures.cell(measure, **dict(parts)))
            for label, measure, parts in self.shares
            if figures.has(measure)
        ]
        chart = BarChart(
            self.title, tuple(ChartBar(label, cell) for label, cell in items), Form.PERCENT, full_scale=True
        )
        rows = tuple(Row(label, share_cells(cell)) for label, cell in items)
        return Exhibit(
            Table(self.title, self.stub, ("Count", "Out of", "Percentage"), rows), (chart,) if self.is_drawn else ()
        )


@dataclass(frozen=True)
class ByDistrict:
    """A table with a line for each district and one for the place itself.

    columns     heading, measure, breakdown and form of each
    """

    title: str
    columns: tuple[tuple[str, str, tuple[tuple[str, str], ...], Form], ...]

    def build(self, figures: ReleasedFigures) -> Exhibit:
        found = [
            {item.label: item.cell for item in figures.by_district(measure, **dict(parts))}
            for _, measure, parts, _ in self.columns
        ]
        forms = [form for *_, form in self.columns]
        rows = [
            Row(name, tuple(FigureCell(cells[name], form) for cells, form in zip(found, forms, strict=True)))
            for name in (found[0] if found else {})
            if all(name in cells for cells in found)
        ]
        own = tuple(FigureCell(figures.cell(measure, **dict(parts)), form) for _, measure, parts, form in self.columns)
        rows.append(Row(figures.subject.place.name, own, is_total=True))
        return Exhibit(Table(self.title, "District", tuple(heading for heading, *_ in self.columns), tuple(rows)))


@dataclass(frozen=True)
class StackedByDistrict:
    """100% bars of a measure by outcome for each district, with the table of counts and a share beside.

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
        if "all" in named:
            return self._without_numbers(figures)
        lines = [(name, self._district_cells(figures, name)) for name in self._districts(figures)]
        own = tuple(figures.cell(self.measure, **{self.by: code}) for code in self.outcomes)
        own_name = figures.subject.place.name
        lines.append((own_name, own))
        labels = tuple(named[code] for code in self.outcomes)
        chart = StackedBarChart(
            self.title, labels, tuple(StackedRow(name, cells, name == own_name) for name, cells in lines)
        )
        shares = {item.label: item.cell for item in figures.by_district(self.share[1])}
        shares[own_name] = figures.cell(self.share[1])
        rows = tuple(
            Row(name, (*(FigureCell(cell, Form.COUNT) for cell in cells), FigureCell(shares[name], Form.SHARE)),
                is_total=name == own_name)
            for name, cells in lines
        )  # fmt: skip
        return Exhibit(Table(self.title, "District", (*labels, self.share[0]), rows), (chart,))

    def _districts(self, figures: ReleasedFigures) -> list[str]:
        return [item.label for item in figures.by_district(self.measure)]

    def _district_cells(self, figures: ReleasedFigures, name: str) -> tuple[ReleasedCell, ...]:
        found = [
            {item.label: item.cell for item in figures.by_district(self.measure, **{self.by: code})}
            for code in self.outcomes
        ]
        return tuple(cells[name] for cells in found)

    def _without_numbers(self, figures: ReleasedFigures) -> Exhibit:
        cell = figures.cell(self.measure)
        chart = BarChart(self.title, (ChartBar("All", cell),), Form.COUNT)
        return Exhibit(
            Table(self.title, "District", ("All",), (Row("All", (FigureCell(cell, Form.COUNT),)),)), (chart,)
        )


@dataclass(frozen=True)
class CategoryPair:
    """Two categories of focus by key stage: two bar charts on one scale, and one table."""

    measure: str
    categories: tuple[str, str]
    names: tuple[str, str]
    title: str

    def build(self, figures: ReleasedFigures) -> Exhibit:
        columns = [figures.across(self.measure, "key_stage", focus_category=code) for code in self.categories]
        if columns[0][0].code == "all" or columns[1][0].code == "all":
            return _one_row(self.title, "Key stage", columns[0][0])
        columns = [among(column, SCHOOL_AGE) for column in columns]
        top = largest([by_size(column)[0] for column in columns]) or by_size(columns[0])[0]
        charts = tuple(
            BarChart(name, tuple(ChartBar(item.label, item.cell) for item in column), Form.COUNT, longest=top.cell)
            for name, column in zip(self.names, columns, strict=True)
        )
        rows = [
            Row(left.label, (FigureCell(left.cell, Form.COUNT), FigureCell(right.cell, Form.COUNT)))
            for left, right in zip(*columns, strict=True)
        ]
        totals = [figures.cell(self.measure, focus_category=code) for code in self.categories]
        rows.append(Row("All", tuple(FigureCell(cell, Form.COUNT) for cell in totals), is_total=True))
        return Exhibit(Table(self.title, "Key stage", self.names, tuple(rows)), charts)


def among(items: tuple[Labelled, ...], codes: tuple[str, ...] | None) -> tuple[Labelled, ...]:
    """Return the items of these codes, with the one that speaks for all where nothing has a number."""
    return items if codes is None else tuple(item for item in items if item.code in (*codes, "all"))


def share_cells(cell: ReleasedCell) -> tuple[FigureCell, FigureCell, FigureCell]:
    """Return the three cells that a share takes in a table: count, out of, percentage."""
    return FigureCell(cell, Form.COUNT), FigureCell(cell, Form.OUT_OF), FigureCell(cell, Form.PERCENT)


def _one_row(title: str, stub: str, item: Labelled) -> Exhibit:
    chart = BarChart(title, (ChartBar(item.label, item.cell),), Form.COUNT)
    return Exhibit(Table(title, stub, ("Count",), (Row(item.label, (FigureCell(item.cell, Form.COUNT),)),)), (chart,))


def _month_label(item: Labelled) -> str:
    return short_month(item.code) if item.code != "all" else item.label
