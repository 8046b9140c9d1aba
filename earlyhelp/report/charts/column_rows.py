"""Columns turned on their side, for a telephone or for more months than fit beside one another."""

from __future__ import annotations

from decimal import Decimal

from earlyhelp.report.charts.bars import GAP
from earlyhelp.report.charts.chart import ColumnChart
from earlyhelp.report.charts.labels import TOP, bars_start, draw_label
from earlyhelp.report.charts.layout import Layout
from earlyhelp.report.charts.palette import Palette
from earlyhelp.report.charts.strip import Strip, draw_bar, longest, number_room, printed
from earlyhelp.report.charts.svg import text, text_width
from earlyhelp.report.charts.target_line import draw_target

LABEL_SIZE = 13


def draw_column_rows(chart: ColumnChart, layout: Layout) -> tuple[float, str]:
    """Return the height of the drawing and its content."""
    start, words = bars_start(layout), printed(chart.columns, chart.form)
    # With a target the axis runs to 100%, as the distance to it is what the reader looks for.
    most = Decimal(1) if chart.targets else longest(chart.columns)
    strip = Strip(start, layout.width - start - number_room(chart.columns, words), most)
    levels = [None if target is None else strip.reach(target) for target in chart.targets]
    marks: list[str] = []
    y, edges = TOP, [0.0]
    for index, column in enumerate(chart.columns):
        row_height, bar_y, label = draw_label(column.label, y, layout)
        target = levels[index] if levels else None
        marks += [label, draw_bar(column, words[index], bar_y, strip, layout.palette, target)]
        y += row_height + GAP
        edges.append(y - GAP / 2)
    marks.append(draw_target(levels, edges, layout.palette, is_down=True))
    label = _target_label(chart.target_label, levels, y + 8, layout.width, layout.palette)
    return (y + 14 if label else y - GAP + TOP), "".join(marks) + label


def _target_label(words: str, levels: list[float | None], y: float, width: float, palette: Palette) -> str:
    known = [level for level in levels if level is not None]
    if not known:
        return ""
    half = text_width(words, LABEL_SIZE) / 2
    middle = min(max(known[-1], half), width - half)
    return text(middle, y, words, text_anchor="middle", font_weight="bold", font_size=LABEL_SIZE, fill=palette.target,
                class_="target-label")  # fmt: skip
