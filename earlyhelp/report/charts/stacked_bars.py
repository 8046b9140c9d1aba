"""Bars of equal length, each divided into segments named once above the first."""

from __future__ import annotations

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.report.charts.bars import GAP, GAP_OF_MANY, MANY
from earlyhelp.report.charts.chart import StackedBarChart, StackedRow
from earlyhelp.report.charts.labels import LINE_HEIGHT, bars_start, draw_label, with_room_for
from earlyhelp.report.charts.layout import Layout
from earlyhelp.report.charts.palette import QUIET_INK
from earlyhelp.report.charts.strip import BAR
from earlyhelp.report.charts.svg import element, text, text_width
from earlyhelp.report.numbers import Form, print_cell

SWATCH = 14
# Colours of the segments, and of the words on each.
Shades = tuple[tuple[str, ...], tuple[str, ...]]


def draw_stacked_bars(chart: StackedBarChart, layout: Layout) -> tuple[float, str]:
    """Return the height of the drawing and its content."""
    layout = with_room_for([row.label for row in chart.rows], layout)
    start = bars_start(layout)
    between = GAP if len(chart.rows) <= MANY else GAP_OF_MANY
    gaps = [row.gap_words for row in chart.rows]
    palette = layout.palette
    shades = (palette.steps, palette.on_steps) if chart.is_ordered else (palette.series, palette.on_series)
    y, key = _draw_key(chart, gaps, start, layout, shades[0])
    marks = [key]
    for row, gap in zip(chart.rows, gaps, strict=True):
        if row.is_total:
            y += between / 2
        weight = "bold" if row.is_total else "normal"
        row_height, bar_y, label = draw_label(row.label, y, layout, font_weight=weight)
        marks += [label, _draw_row(row, gap, start, bar_y, layout.width - start, shades)]
        y += row_height + between
    return y - between + 2, "".join(marks)


def _draw_key(
    chart: StackedBarChart, gaps: list[str], start: float, layout: Layout, colours: tuple[str, ...]
) -> tuple[float, str]:
    """Return where the bars begin and the names of the segments drawn, in the order in which they lie."""
    x, y = start, 0.0
    marks: list[str] = []
    for place, (name, colour) in enumerate(zip(chart.segments, colours, strict=False)):
        if not any(row.cells[place].count and not gap for row, gap in zip(chart.rows, gaps, strict=True)):
            continue
        width = SWATCH + 6 + text_width(name) + 14
        if x > start and x + width > layout.width + 14:
            x, y = start, y + LINE_HEIGHT + 4
        marks.append(element("rect", x=x, y=y + 2, width=SWATCH, height=SWATCH, fill=colour, class_="mark"))
        marks.append(text(x + SWATCH + 6, y + 14, name))
        x += width
    return (y + LINE_HEIGHT + 12 if marks else y), "".join(marks)


def _draw_row(row: StackedRow, gap: str, start: float, y: float, room: float, shades: Shades) -> str:
    if gap:
        return text(start + 4, y + 17, gap, fill=QUIET_INK, font_style="italic", class_="gap")
    x, total = start, float(row.total)
    marks: list[str] = []
    for cell, colour, ink in zip(row.cells, *shades, strict=False):
        width = float(cell.count or 0) / total * room
        if width:
            # A white line between neighbours keeps them apart without colour.
            marks.append(element("rect", x=x, y=y, width=max(width - 2, 1), height=BAR, fill=colour, class_="mark"))
            marks.append(_segment_label(cell, x, y, width, ink))
        x += width
    return "".join(marks)


def _segment_label(cell: ReleasedCell, x: float, y: float, width: float, ink: str) -> str:
    words = print_cell(cell, Form.PERCENT if cell.out_of is not None else Form.COUNT)
    if text_width(words) + 6 > width:
        return ""
    return text(x + width / 2 - 1, y + 17, words, fill=ink, text_anchor="middle", class_="on-mark")
