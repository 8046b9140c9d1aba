"""Charts and tables as declarations: which measure, by what, in which order; `build` binds them to released cells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.measures.figures import Status
from earlyhelp.publications.labels import short_month
from earlyhelp.publications.released_figures import Labelled, ReleasedFigures, by_size, without_zeros
from earlyhelp.report.charts.chart import BarChart, ChartBar, ColumnChart
from earlyhelp.report.charts.intervals import IntervalChart, IntervalRow
from earlyhelp.report.document import Exhibit, speaks_for
from earlyhelp.report.numbers import Form, print_percentage
from earlyhelp.report.sentences import Sentence
from earlyhelp.report.tables import (
    NO_YEAR_EARLIER,
    FigureCell,
    NoFigure,
    Row,
    Table,
    TableCell,
    TargetCell,
    VarianceCell,
)

# Key stages in which a child of school age can be: reception to year 11.
SCHOOL_AGE: Final = ("EYFS", "KS1", "KS2", "KS3", "KS4")
A_YEAR_EARLIER: Final = "A year earlier"

Message = Callable[[ReleasedFigures], Sentence | None]
Parts = tuple[tuple[str, str], ...]


class Order(StrEnum):
    """By the code list, where the codes have an order of their own, or from the largest to the smallest."""

    NATURE = "nature"
    SIZE = "size"


@dataclass(frozen=True)
class BarsBy:
    """Bars and a table of one measure by one breakdown, a year earlier beside each where it may be compared.

    title           what is shown
    stub            heading of the rows
    column          heading of the counts
    most_bars       how many of the bars are drawn; the table has all
    is_share        true where the cells are shares; the table then gives the counts beneath the percentage
    hides_zeros     true where rows of zeros would bury the others; a note on the page then names them
    codes           the codes shown, where others of the list cannot occur; None for all
    has_total       true where the cell "all" closes the table
    message         what the chart shows, where the heading of the page does not say it
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
    message: Message | None = None

    def build(self, figures: ReleasedFigures) -> Exhibit:
        items = among(figures.across(self.measure, self.by), self.codes)
        items = by_size(items) if self.order is Order.SIZE else items
        shown = self._without_zeros(figures, items) if self.hides_zeros else items
        chart = BarChart(
            self.title, tuple(bar(figures, item) for item in shown[: self.most_bars]),
            Form.PERCENT if self.is_share else Form.COUNT,
        )  # fmt: skip
        lines = [(item.label, item.cell, False) for item in shown]
        if self.has_total and shown and shown[0].code != "all":
            lines.append(("All", figures.cell(self.measure), True))
        columns, cells = beside_earlier(
            figures, self.column, [cell for _, cell, _ in lines], Form.SHARE if self.is_share else Form.COUNT
        )
        rows = tuple(Row(name, each, total) for (name, _, total), each in zip(lines, cells, strict=True))
        return Exhibit(Table(self.title, self.stub, columns, rows), (chart,), said(self.message, figures))

    def _without_zeros(self, figures: ReleasedFigures, items: tuple[Labelled, ...]) -> tuple[Labelled, ...]:
        return without_zeros(items) or (Labelled("all", "All", figures.cell(self.measure)),)


@dataclass(frozen=True)
class ColumnsByMonth:
    """Columns and a table of a count by month."""

    measure: str
    title: str
    column: str

    def build(self, figures: ReleasedFigures) -> Exhibit:
        items = figures.across(self.measure, "month")
        chart = ColumnChart(self.title, tuple(bar(figures, item, _month_label(item)) for item in items), Form.COUNT)
        lines = [(item.label, item.cell) for item in items]
        if items[0].code != "all":
            lines.append(("All", figures.cell(self.measure)))
        columns, cells = beside_earlier(figures, self.column, [cell for _, cell in lines], Form.COUNT)
        rows = tuple(
            Row(name, each, is_total=name == "All" and len(lines) > 1)
            for (name, _), each in zip(lines, cells, strict=True)
        )
        return Exhibit(Table(self.title, "Month", columns, rows), (chart,))


@dataclass(frozen=True)
class SharesAgainstTarget:
    """Columns by month with the line of the target, and a table with the distance from it in percentage points.

    columns     headings of the count and of what it is counted out of
    """

    measure: str
    title: str
    columns: tuple[str, str]

    def build(self, figures: ReleasedFigures) -> Exhibit:
        items = figures.across(self.measure, "month")
        targets = tuple(figures.subject.target(self.measure, _first_day(item)) for item in items)
        known = [target for target in targets if target is not None]
        # One day's target is printed; where it changes inside the period the line has a step.
        label = f"Target {print_percentage(known[-1])}" if known else ""
        bars = tuple(bar(figures, item, _month_label(item)) for item in items)
        chart = ColumnChart(self.title, bars, Form.PERCENT, targets if known else (), label)
        headings = (*self.columns, "Percentage", *(("Points from target",) if known else ()))
        rows = tuple(
            Row(item.label, (FigureCell(item.cell, Form.COUNT), FigureCell(item.cell, Form.OUT_OF),
                             # The decimal shows on which side of the target a month lies that is all but on it.
                             FigureCell(item.cell, Form.EXACT_PERCENT),
                             *(() if not known else
                               (NoFigure("no target"),) if target is None else (VarianceCell(item.cell, target),))))
            for item, target in zip(items, targets, strict=True)
        )  # fmt: skip
        return Exhibit(Table(self.title, "Month", headings, rows), (chart,))


@dataclass(frozen=True)
class SharesOf:
    """Dots with their ranges, and a table, of several shares, each a measure of its own with its label.

    shares      label, measure and breakdown of each
    column      heading of the shares
    is_drawn    false where the table says enough
    """

    title: str
    stub: str
    shares: tuple[tuple[str, str, Parts], ...]
    column: str = "Share"
    is_drawn: bool = True
    message: Message | None = None

    def build(self, figures: ReleasedFigures) -> Exhibit:
        items = [
            (label, figures.cell(measure, **dict(parts)))
            for label, measure, parts in self.shares
            if figures.has(measure)
        ]
        chart = IntervalChart(self.title, tuple(IntervalRow(label, cell) for label, cell in items))
        columns, cells = beside_earlier(figures, self.column, [cell for _, cell in items], Form.SHARE)
        targets = [figures.subject.target(cell.measure, figures.subject.period.last) for _, cell in items]
        if any(target is not None for target in targets):
            columns = (*columns, "Target")
            told = [TargetCell(target) if target is not None else NoFigure("none set") for target in targets]
            cells = [(*row, target) for row, target in zip(cells, told, strict=True)]
        rows = tuple(Row(label, each) for (label, _), each in zip(items, cells, strict=True))
        return Exhibit(
            Table(self.title, self.stub, columns, rows), (chart,) if self.is_drawn else (), said(self.message, figures)
        )


def bar(figures: ReleasedFigures, item: Labelled, label: str = "") -> ChartBar:
    """Return the bar of an item, with that of a year earlier where it may be compared."""
    return ChartBar(label or item.label, item.cell, figures.a_year_earlier(item.cell))


def beside_earlier(
    figures: ReleasedFigures, column: str, cells: list[ReleasedCell], form: Form
) -> tuple[tuple[str, ...], list[tuple[TableCell, ...]]]:
    """Return headings and cells of a column of figures, with a column of a year earlier where any may be compared."""
    earlier = [figures.printed_a_year_earlier(cell) for cell in cells]
    if not any(earlier):
        return (column,), [(FigureCell(cell, form),) for cell in cells]
    return (column, A_YEAR_EARLIER), [
        (FigureCell(cell, form), FigureCell(then, form) if then is not None else NO_YEAR_EARLIER)
        for cell, then in zip(cells, earlier, strict=True)
    ]


def among(items: tuple[Labelled, ...], codes: tuple[str, ...] | None) -> tuple[Labelled, ...]:
    """Return the items of these codes, with the one that speaks for all where nothing has a number."""
    return items if codes is None else tuple(item for item in items if item.code in (*codes, "all"))


def said(message: Message | None, figures: ReleasedFigures) -> Sentence | None:
    """Return the message of an exhibit, or None where it has none or its cells carry no number."""
    return message(figures) if message is not None else None


def one_row(title: str, stub: str, label: str, cell: ReleasedCell) -> Exhibit:
    """Return the exhibit of a measure that has one cell to speak for all: it says why there is nothing to draw."""
    chart = BarChart(title, (ChartBar(label, cell),), Form.COUNT)
    return Exhibit(Table(title, stub, ("Count",), (Row(label, (FigureCell(cell, Form.COUNT),)),)), (chart,))


def all_hidden(figures: ReleasedFigures, measure: str, names: frozenset[str], title: str, stub: str) -> Exhibit | None:
    """Return the exhibit of a breakdown that is hidden to the last cell: it says so; None where a number is shown.

    names   those of the breakdown
    """
    cells = [cell for cell in figures.cells_of(measure) if cell.parts.keys() == names]
    gap = speaks_for(tuple(cells))
    return one_row(title, stub, "All", gap) if gap is not None and gap.status is Status.SUPPRESSED else None


def _month_label(item: Labelled) -> str:
    return short_month(item.code) if item.code != "all" else item.label


def _first_day(item: Labelled) -> date:
    return date.fromisoformat(f"{item.code}-01") if item.code != "all" else date.min
