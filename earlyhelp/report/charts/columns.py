"""Columns through time with a target line; where they are too narrow for their words the months run down the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from earlyhelp.report.charts import palette as colours
from earlyhelp.report.charts.chart import ChartBar, ColumnChart
from earlyhelp.report.charts.column_rows import draw_column_rows
from earlyhelp.report.charts.layout import Layout
from earlyhelp.report.charts.palette import Palette
from earlyhelp.report.charts.strip import OVERHANG, TICK, length, longest, number_room, printed, tick
from earlyhelp.report.charts.svg import TEXT_SIZE, element, text, text_lines, text_width, widest, wrap
from earlyhelp.report.charts.target_line import draw_target

TOP = 26.0
ROOM = 190.0
BASE = TOP + ROOM
LABEL_SIZE = 13
LABEL_STEP = 17
SMALL = 12
# Words on a column, from the baseline to the top of a capital.
CAPITAL = 11


@dataclass(frozen=True, slots=True)
class Plot:
    """Where columns stand: each has a step of the width; a column of `most` fills the height."""

    step: float
    most: Decimal
    palette: Palette

    def level(self, value: Decimal) -> float:
        """Return how high up the drawing a value stands."""
        return BASE - float(value / self.most) * ROOM if self.most else BASE

    @property
    def column_width(self) -> float:
        return min(self.step * 0.68, 72)


def draw_columns(chart: ColumnChart, layout: Layout) -> tuple[float, str]:
    """Return the height of the drawing and its content."""
    words = printed(chart.columns, chart.form)
    target_words = wrap(chart.target_label, 60, LABEL_SIZE)
    room = layout.width - (widest(target_words, LABEL_SIZE) + 10 if target_words else 0)
    step = room / max(len(chart.columns), 1)
    if not layout.label_width or step < max(36, number_room(chart.columns, words, SMALL) - 10):
        return draw_column_rows(chart, layout)
    plot = Plot(step, _most(chart), layout.palette)
    levels = [None if target is None else plot.level(target) for target in chart.targets]
    marks = [
        _draw_column(column, words[index], step * (index + 0.5), plot, levels[index] if levels else None)
        for index, column in enumerate(chart.columns)
    ]
    base = element("line", x1=0, y1=BASE, x2=room, y2=BASE, stroke=colours.LINE, class_="axis")
    edges = [step * index for index in range(len(chart.columns) + 1)]
    target = draw_target(levels, edges, layout.palette, is_down=False)
    height = BASE + 10 + LABEL_STEP * max((len(_label(column, step)) for column in chart.columns), default=0)
    return height, "".join(marks) + base + target + _target_label(target_words, levels, room + 8, plot)


def _most(chart: ColumnChart) -> Decimal:
    return max([longest(chart.columns), *(target for target in chart.targets if target is not None)])


def _label(column: ChartBar, step: float) -> tuple[str, ...]:
    return wrap(column.label, step - 4, LABEL_SIZE)


def _draw_column(column: ChartBar, words: str, middle: float, plot: Plot, target: float | None) -> str:
    label = text_lines(_label(column, plot.step), middle, BASE + 18, LABEL_STEP, text_anchor="middle",
                       font_size=LABEL_SIZE)  # fmt: skip
    if not column.cell.status.has_number:
        return label + _draw_gap(words, middle, plot)
    width, top = plot.column_width, plot.level(length(column.cell))
    mark = element("rect", x=middle - width / 2, y=top, width=width, height=BASE - top, fill=plot.palette.series[0],
                   class_="mark") if top < BASE else ""  # fmt: skip
    earlier = _earlier_level(column, plot)
    if earlier is not None:
        mark += tick(middle - width / 2 - OVERHANG, earlier - TICK / 2, width + 2 * OVERHANG, TICK)
    lines = [line for line in (earlier, target) if line is not None]
    return label + mark + _draw_number(words, middle, top, plot, lines)


def _earlier_level(column: ChartBar, plot: Plot) -> float | None:
    if column.earlier is None or not column.earlier.status.has_number:
        return None
    return plot.level(length(column.earlier))


def _draw_number(words: str, middle: float, top: float, plot: Plot, lines: Sequence[float]) -> str:
    """Inside the head of a column with room for it, else above; in neither case on a line that crosses it."""
    size = TEXT_SIZE if text_width(words) + 4 < plot.column_width else SMALL
    inside = [top + 19, *sorted(line + 18 for line in lines if line > top)]
    if text_width(words, size) + 2 < plot.column_width:
        for baseline in inside:
            if baseline < BASE - 8 and _is_free(baseline, lines):
                return text(middle, baseline, words, text_anchor="middle", font_weight="bold", font_size=size,
                            fill=plot.palette.on_series[0], class_="on-mark")  # fmt: skip
    above = [top - 6, *sorted((line - SMALL + 5 for line in lines if line < top + 4), reverse=True)]
    baseline = next((each for each in above if _is_free(each, lines)), above[-1])
    return text(middle, baseline, words, text_anchor="middle", font_weight="bold", font_size=size)


def _is_free(baseline: float, lines: Sequence[float]) -> bool:
    return not any(baseline - CAPITAL - 4 < line < baseline + 4 for line in lines)


def _draw_gap(words: str, middle: float, plot: Plot) -> str:
    looks: dict[str, str | float] = {
        "font_size": LABEL_SIZE, "fill": colours.QUIET_INK, "font_style": "italic", "class_": "gap",
    }  # fmt: skip
    if widest(words.split(), LABEL_SIZE) > plot.step - 2:
        return text(0, 0, words, transform=f"translate({middle + 4:.1f} {BASE - 8:.1f}) rotate(-90)", **looks)
    lines = wrap(words, plot.step - 6, LABEL_SIZE)
    return text_lines(lines, middle, BASE - 8 - (len(lines) - 1) * 16, 16, text_anchor="middle", **looks)


def _target_label(words: Sequence[str], levels: Sequence[float | None], x: float, plot: Plot) -> str:
    """At the right end of the line, level with the last target in force: over the columns it would be unreadable."""
    known = [level for level in levels if level is not None]
    if not known:
        return ""
    first = known[-1] + 5 - (len(words) - 1) * 8
    return text_lines(words, x, first, 16, font_weight="bold", font_size=LABEL_SIZE, fill=plot.palette.target,
                      class_="target-label")  # fmt: skip
