"""Horizontal bars."""

from __future__ import annotations

from decimal import Decimal

from earlyhelp.report.charts import palette
from earlyhelp.report.charts.chart import BarChart
from earlyhelp.report.charts.labels import TOP, bars_start, draw_label
from earlyhelp.report.charts.layout import Layout
from earlyhelp.report.charts.strip import Strip, draw_bar, length, longest, number_room, printed
from earlyhelp.report.charts.svg import element

GAP = 12
# Many bars stand closer, so that a page of them still fits a sheet.
MANY = 10
GAP_OF_MANY = 6


def draw_bars(chart: BarChart, layout: Layout) -> tuple[float, str]:
    """Return the height of the drawing and its content."""
    start, words = bars_start(layout), printed(chart.bars, chart.form)
    strip = Strip(start, layout.width - start - number_room(chart.bars, words), _most(chart))
    gap = GAP if len(chart.bars) <= MANY else GAP_OF_MANY
    marks: list[str] = []
    y = TOP
    for bar, told in zip(chart.bars, words, strict=True):
        row_height, bar_y, label = draw_label(bar.label, y, layout)
        marks += [label, draw_bar(bar, told, bar_y, strip, layout.palette)]
        y += row_height + gap
    axis = element("line", x1=start, y1=0, x2=start, y2=y - gap + TOP, stroke=palette.LINE, class_="axis")
    return y - gap + TOP, "".join(marks) + (axis if layout.label_width else "")


def _most(chart: BarChart) -> Decimal:
    if chart.full_scale:
        return Decimal(1)
    # A bar longer than the one that several charts share still has to stay inside its drawing.
    return max(longest(chart.bars), length(chart.longest) if chart.longest is not None else Decimal(0))
