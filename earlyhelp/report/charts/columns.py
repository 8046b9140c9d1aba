"""Columns through time with a target line; on a narrow drawing the months run down the page."""

from __future__ import annotations

from decimal import Decimal

from earlyhelp.report.charts import palette
from earlyhelp.report.charts.bars import BAR, GAP, draw_bars, length, widest_label
from earlyhelp.report.charts.chart import BarChart, ChartBar, ColumnChart
from earlyhelp.report.charts.layout import Layout
from earlyhelp.report.charts.svg import TEXT_SIZE, element, text, text_width, wrap
from earlyhelp.report.numbers import print_cell

HEIGHT = 190
LABEL_SIZE = 13


def draw_columns(chart: ColumnChart, layout: Layout) -> tuple[float, str]:
    """Return the height of the drawing and its content."""
    if not layout.label_width:
        return _draw_down_the_page(chart, layout)
    top, room = 24.0, HEIGHT
    step = layout.width / max(len(chart.columns), 1)
    most = _most(chart)
    marks = [_draw_column(column, chart, index, step, top, room, most) for index, column in enumerate(chart.columns)]
    base = element("line", x1=0, y1=top + room, x2=layout.width, y2=top + room, stroke=palette.LINE, class_="axis")
    return top + room + 44, "".join(marks) + base + _draw_target(chart, layout, top, room, most)


def _most(chart: ColumnChart) -> Decimal:
    lengths = [length(column.cell) for column in chart.columns]
    return max([*lengths, chart.target or Decimal(0)], default=Decimal(0))


def _draw_column(
    column: ChartBar, chart: ColumnChart, index: int, step: float, top: float, room: float, most: Decimal
) -> str:
    middle = step * (index + 0.5)
    lines = wrap(column.label, step - 4, LABEL_SIZE)
    label = "".join(
        text(middle, top + room + 18 + row * 17, line, text_anchor="middle", font_size=LABEL_SIZE, fill=palette.INK)
        for row, line in enumerate(lines)
    )
    words = print_cell(column.cell, chart.form)
    if not column.cell.status.has_number:
        return label + _draw_gap(words, middle, step, top + room)
    height = float(length(column.cell) / most) * room if most else 0.0
    width = min(step * 0.68, 72)
    mark = element("rect", x=middle - width / 2, y=top + room - height, width=width, height=height,
                   fill=palette.SERIES[0], class_="mark") if height else ""  # fmt: skip
    return label + mark + _column_label(words, middle, top + room - height, height, width)


def _column_label(words: str, middle: float, top_of_column: float, height: float, width: float) -> str:
    """Inside the head of a column with room for it, where no target line can cross it; else above."""
    size = TEXT_SIZE if text_width(words) + 4 < width else 12
    if height > 30 and text_width(words, size) + 2 < width:
        return text(middle, top_of_column + 20, words, text_anchor="middle", font_weight="bold", font_size=size,
                    fill=palette.ON_SERIES[0], class_="on-mark")  # fmt: skip
    return text(middle, top_of_column - 6, words, text_anchor="middle", font_weight="bold", font_size=size,
                fill=palette.INK)  # fmt: skip


def _draw_gap(words: str, middle: float, step: float, base: float) -> str:
    lines = wrap(words, step - 6, 13)
    return "".join(
        text(middle, base - 8 - (len(lines) - 1 - row) * 16, line, text_anchor="middle", font_size=13,
             fill=palette.QUIET_INK, font_style="italic", class_="gap")
        for row, line in enumerate(lines)
    )  # fmt: skip


def _draw_target(chart: ColumnChart, layout: Layout, top: float, room: float, most: Decimal) -> str:
    if chart.target is None or not most:
        return ""
    y = top + room - float(chart.target / most) * room
    line = element("line", x1=0, y1=y, x2=layout.width, y2=y, stroke=palette.TARGET, stroke_width=2,
                   stroke_dasharray="7 4", class_="target")  # fmt: skip
    return line + text(0, y - 7, chart.target_label, font_weight="bold", font_size=LABEL_SIZE, fill=palette.TARGET,
                       class_="target-label")  # fmt: skip


def _draw_down_the_page(chart: ColumnChart, layout: Layout) -> tuple[float, str]:
    bars = BarChart(chart.title, chart.columns, chart.form, full_scale=chart.target is not None)
    height, content = draw_bars(bars, layout, has_target=chart.target is not None)
    if chart.target is None:
        return height, content
    x = float(chart.target) * (layout.width - widest_label(bars, layout))
    line = element("line", x1=x, y1=0, x2=x, y2=height, stroke=palette.TARGET, stroke_width=2,
                   stroke_dasharray="7 4", class_="target")  # fmt: skip
    label = text(x, height + 16, chart.target_label, text_anchor="middle", font_weight="bold", font_size=LABEL_SIZE,
                 fill=palette.TARGET, class_="target-label")  # fmt: skip
    return height + BAR + GAP - 12, content + line + label
