"""Horizontal bars."""

from __future__ import annotations

from decimal import Decimal

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.report.charts import palette
from earlyhelp.report.charts.chart import BarChart, ChartBar
from earlyhelp.report.charts.layout import Layout
from earlyhelp.report.charts.svg import TEXT_SIZE, element, text, text_width, wrap
from earlyhelp.report.numbers import Form, exact_share, print_cell

BAR = 24
GAP = 12
# Many bars stand closer, so that a page of them still fits a sheet.
MANY = 10
GAP_OF_MANY = 6
LINE_HEIGHT = 18


def draw_bars(chart: BarChart, layout: Layout, *, has_target: bool = False) -> tuple[float, str]:
    """Return the height of the drawing and its content.

    has_target  whether a line will cross the bars, which then hold their numbers inside
    """
    most = _most(chart)
    start = layout.label_width + 8 if layout.label_width else 0
    room = layout.width - start - widest_label(chart, layout)
    gap = GAP if len(chart.bars) <= MANY else GAP_OF_MANY
    marks: list[str] = []
    y = 0.0
    for bar in chart.bars:
        row_height, bar_y, label = draw_label(bar.label, y, layout)
        width = float(length(bar.cell) / most) * room if most else 0.0
        marks += [label, _draw_bar(bar, chart.form, start, bar_y, width, has_target)]
        y += row_height + gap
    axis = element("line", x1=start, y1=0, x2=start, y2=y - gap, stroke=palette.LINE, class_="axis")
    return y - gap + 2, "".join(marks) + (axis if layout.label_width else "")


def _most(chart: BarChart) -> Decimal:
    if chart.full_scale:
        return Decimal(1)
    cells = [bar.cell for bar in chart.bars] if chart.longest is None else [chart.longest]
    return max((length(cell) for cell in cells), default=Decimal(0))


def length(cell: ReleasedCell) -> Decimal:
    """Return what a bar's length stands for: the share where there is one, else the count; nothing for a gap."""
    if not cell.status.has_number:
        return Decimal(0)
    return exact_share(cell) if cell.out_of is not None else Decimal(cell.count or 0)


def draw_label(label: str, y: float, layout: Layout, **attributes: str) -> tuple[float, float, str]:
    """Return the height of a row at y, where its bar begins, and its label: left of the bar, or above it.

    attributes  further SVG attributes of the label
    """
    lines = wrap(label, layout.label_width or layout.width)
    words_height = len(lines) * LINE_HEIGHT
    if not layout.label_width:
        return words_height + 2 + BAR, y + words_height + 2, _label_lines(lines, 0, y + 13, "start", attributes)
    height = max(BAR, words_height)
    first = y + (height - words_height) / 2 + 13
    return height, y + (height - BAR) / 2, _label_lines(lines, layout.label_width, first, "end", attributes)


def _label_lines(lines: list[str], x: float, first: float, anchor: str, attributes: dict[str, str]) -> str:
    return "".join(
        text(x, first + row * LINE_HEIGHT, line, text_anchor=anchor, fill=palette.INK, **attributes)
        for row, line in enumerate(lines)
    )


def widest_label(chart: BarChart, layout: Layout) -> float:
    """Return the room that the longest number at the end of a bar needs; words for a status stand at the axis."""
    numbers = [print_cell(bar.cell, chart.form) for bar in chart.bars if bar.cell.status.has_number]
    return max((text_width(number, TEXT_SIZE) for number in numbers), default=0.0) + 12


def _draw_bar(bar: ChartBar, form: Form, x: float, y: float, width: float, is_inside: bool) -> str:
    words = print_cell(bar.cell, form)
    if not bar.cell.status.has_number:
        return text(x + 8, y + 17, words, fill=palette.QUIET_INK, font_style="italic", class_="gap")
    mark = element("rect", x=x, y=y, width=width, height=BAR, fill=palette.SERIES[0], class_="mark") if width else ""
    if is_inside and width > text_width(words) + 16:
        return mark + text(x + 8, y + 17, words, fill=palette.ON_SERIES[0], font_weight="bold", class_="on-mark")
    return mark + text(x + width + 7, y + 17, words, fill=palette.INK, font_weight="bold")
