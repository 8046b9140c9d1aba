"""A chart in, its drawings out."""

from __future__ import annotations

from earlyhelp.report.charts.bars import draw_bars
from earlyhelp.report.charts.chart import BarChart, Chart, StackedBarChart
from earlyhelp.report.charts.columns import draw_columns
from earlyhelp.report.charts.layout import Layout
from earlyhelp.report.charts.stacked_bars import draw_stacked_bars
from earlyhelp.report.charts.svg import drawing


def draw(chart: Chart, name: str, layout: Layout) -> str:
    """Return the chart as an SVG element.

    name    unique in the document
    layout  WIDE or NARROW
    """
    if isinstance(chart, BarChart):
        height, content = draw_bars(chart, layout)
    elif isinstance(chart, StackedBarChart):
        height, content = draw_stacked_bars(chart, layout)
    else:
        height, content = draw_columns(chart, layout)
    return drawing(
        f"{name}-{layout.name}", chart.title, chart.description, layout.width, height, content, f"chart {layout.name}"
    )
