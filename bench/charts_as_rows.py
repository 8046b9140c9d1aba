"""The charts of a card as plain rows, so that another tool can draw the same marks with the same words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.report.charts.cascade import CascadeChart
from earlyhelp.report.charts.chart import BarChart, ChartBar, ColumnChart, StackedBarChart
from earlyhelp.report.charts.intervals import IntervalChart
from earlyhelp.report.charts.kinds import Chart
from earlyhelp.report.charts.panels import PanelChart
from earlyhelp.report.charts.strip import length
from earlyhelp.report.charts.survival import SurvivalChart
from earlyhelp.report.numbers import Form, exact_share, has_percentage, print_cell

Row = dict[str, Any]


def as_rows(chart: Chart) -> Row:
    """Return the kind of a chart, its title and its rows: label, value, the words at its mark, and what else it has.

    A mark without a number has the value 0 and its word. Ready for JSON.
    """
    return {"kind": type(chart).__name__, "title": chart.title, "rows": list(_rows(chart))} | _beside(chart)


def _beside(chart: Chart) -> Row:
    """What the whole chart has besides its rows."""
    match chart:
        case IntervalChart(reference=ReleasedCell() as reference) if has_percentage(reference):
            return {"reference": float(exact_share(reference)), "reference_label": chart.reference_label}
        case ColumnChart():
            return {"target_label": chart.target_label}
        case _:
            return {}


def _rows(chart: Chart) -> Iterator[Row]:
    match chart:
        case BarChart():
            yield from _bars(chart.bars, chart.form)
        case ColumnChart():
            targets = chart.targets or (None,) * len(chart.columns)
            for row, target in zip(_bars(chart.columns, chart.form), targets, strict=True):
                yield row | {"target": None if target is None else float(target)}
        case PanelChart():
            for panel in chart.panels:
                yield from ({**row, "group": panel.title} for row in _bars(panel.bars, chart.form))
        case StackedBarChart():
            yield from _segments(chart)
        case IntervalChart():
            yield from _dots(chart)
        case SurvivalChart():
            yield from _steps(chart)
        case CascadeChart():
            yield from _cascade(chart)


def _row(label: str, cell: ReleasedCell, form: Form) -> Row:
    return {"label": label, "value": float(length(cell)), "told": print_cell(cell, form)}


def _bars(bars: Iterable[ChartBar], form: Form) -> Iterator[Row]:
    for bar in bars:
        earlier = None if bar.earlier is None else float(length(bar.earlier))
        yield _row(bar.label, bar.cell, form) | {"earlier": earlier}


def _segments(chart: StackedBarChart) -> Iterator[Row]:
    for row in chart.rows:
        for place, (segment, cell) in enumerate(zip(chart.segments, row.cells, strict=True)):
            form = Form.COUNT if cell.out_of is None else Form.PERCENT
            yield {
                "label": row.label,
                "group": segment,
                "place": place,
                "value": float(cell.count or 0),
                "told": print_cell(cell, form),
            }


def _dots(chart: IntervalChart) -> Iterator[Row]:
    for row in chart.rows:
        bounds = dict(zip(("low", "high"), map(float, row.interval or ()), strict=False))
        yield _row(row.label, row.cell, Form.PERCENT) | bounds


def _steps(chart: SurvivalChart) -> Iterator[Row]:
    yield {"months": 0, "value": 1.0, "told": ""}
    for point in chart.points:
        told = print_cell(point.cell, Form.PERCENT) if point.months in chart.told else ""
        if has_percentage(point.cell):
            yield {"months": point.months, "value": float(exact_share(point.cell)), "told": told}


def _cascade(chart: CascadeChart) -> Iterator[Row]:
    yield _row(chart.total.label, chart.total.cell, Form.COUNT) | {"start": 0.0}
    start = 0.0
    for part in chart.parts:
        row = _row(part.label, part.cell, Form.COUNT)
        end = start + float(part.cell.count or 0)
        yield row | {"start": start, "value": end}
        start = end
