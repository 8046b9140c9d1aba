"""A chart in, its drawings out."""

from __future__ import annotations

from earlyhelp.report.charts.bars import draw_bars
from earlyhelp.report.charts.cascade import CascadeChart
from earlyhelp.report.charts.cascade_bars import draw_cascade
from earlyhelp.report.charts.chart import BarChart, ColumnChart, StackedBarChart
from earlyhelp.report.charts.columns import draw_columns
from earlyhelp.report.charts.interval_dots import draw_intervals
from earlyhelp.report.charts.intervals import IntervalChart
from earlyhelp.report.charts.kinds import Chart
from earlyhelp.report.charts.layout import Layout
from earlyhelp.report.charts.panel_grid import draw_panels
from earlyhelp.report.charts.panels import PanelChart
from earlyhelp.report.charts.stacked_bars import draw_stacked_bars
from earlyhelp.report.charts.survival import SurvivalChart
from earlyhelp.report.charts.survival_steps import draw_survival
from earlyhelp.report.charts.svg import drawing


def draw(chart: Chart, name: str, layout: Layout) -> str:
    """Return the chart as an SVG element.

    name    unique in the document
    layout  WIDE or NARROW, or one of them in the colours of a council
    """
    height, content = _content(chart, layout)
    return drawing(
        f"{name}-{layout.name}", chart.title, chart.description, layout.width, height, content, f"chart {layout.name}"
    )


def _content(chart: Chart, layout: Layout) -> tuple[float, str]:
    match chart:
        case BarChart():
            return draw_bars(chart, layout)
        case StackedBarChart():
            return draw_stacked_bars(chart, layout)
        case ColumnChart():
            return draw_columns(chart, layout)
        case IntervalChart():
            return draw_intervals(chart, layout)
        case SurvivalChart():
            return draw_survival(chart, layout)
        case PanelChart():
            return draw_panels(chart, layout)
        case CascadeChart():
            return draw_cascade(chart, layout)
