"""Every kind of chart there is."""

from __future__ import annotations

from earlyhelp.report.charts.cascade import CascadeChart
from earlyhelp.report.charts.chart import BarChart, ColumnChart, StackedBarChart
from earlyhelp.report.charts.intervals import IntervalChart
from earlyhelp.report.charts.panels import PanelChart
from earlyhelp.report.charts.survival import SurvivalChart

Chart = BarChart | StackedBarChart | ColumnChart | IntervalChart | SurvivalChart | PanelChart | CascadeChart


def has_a_mark(chart: Chart) -> bool:
    """Return whether the chart has anything to draw: a chart of gaps alone is left out, its table says enough."""
    if isinstance(chart, IntervalChart):
        return any(row.interval is not None for row in chart.rows)
    if isinstance(chart, StackedBarChart):
        return any(not row.gap_words for row in chart.rows)
    return any(cell.status.has_number for cell in chart.cells)
