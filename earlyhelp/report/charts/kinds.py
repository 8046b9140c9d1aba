"""Every kind of chart there is."""

from __future__ import annotations

from typing import Final

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.measures.figures import Status
from earlyhelp.report.charts.cascade import CascadeChart
from earlyhelp.report.charts.chart import BarChart, ColumnChart, StackedBarChart
from earlyhelp.report.charts.intervals import IntervalChart
from earlyhelp.report.charts.panels import PanelChart
from earlyhelp.report.charts.survival import SurvivalChart

Chart = BarChart | StackedBarChart | ColumnChart | IntervalChart | SurvivalChart | PanelChart | CascadeChart


_NO_BAR: Final = "A bar with a hidden part is not drawn, as the parts beside it would show how long it is."
_NO_CASCADE: Final = "The chart is not drawn, as the parts laid end to end would show how long the hidden one is."


def has_a_mark(chart: Chart) -> bool:
    """Return whether the chart has anything to draw: a chart of gaps alone is left out, its table says enough.

    A whole that falls into parts is drawn with all of them or not at all.
    """
    if isinstance(chart, IntervalChart):
        return any(row.interval is not None for row in chart.rows)
    if isinstance(chart, StackedBarChart):
        return any(not row.gap_words for row in chart.rows)
    if isinstance(chart, CascadeChart):
        return all(cell.status.has_number for cell in chart.cells)
    return any(cell.status.has_number for cell in chart.cells)


def said_of_hidden_parts(chart: Chart) -> str:
    """Return why a bar or the whole chart is missing of which some parts are hidden and others shown, else nothing."""
    if isinstance(chart, CascadeChart):
        return _NO_CASCADE if _is_hidden_in_part(chart.cells) else ""
    if isinstance(chart, StackedBarChart):
        return _NO_BAR if any(_is_hidden_in_part(row.cells) for row in chart.rows) else ""
    return ""


def _is_hidden_in_part(cells: tuple[ReleasedCell, ...]) -> bool:
    hidden = [cell.status is Status.SUPPRESSED for cell in cells]
    return any(hidden) and any(cell.status.has_number for cell in cells)
