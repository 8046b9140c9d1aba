"""A total above its parts, each part beginning where the one before it ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from earlyhelp.report.charts import palette as colours
from earlyhelp.report.charts.bars import GAP
from earlyhelp.report.charts.cascade import CascadeChart
from earlyhelp.report.charts.chart import ChartBar
from earlyhelp.report.charts.labels import bars_start, draw_label
from earlyhelp.report.charts.layout import Layout
from earlyhelp.report.charts.strip import BAR, SPACE, Strip, past
from earlyhelp.report.charts.svg import element, text, text_width, widest, wrap
from earlyhelp.report.numbers import Form, print_cell


@dataclass(frozen=True, slots=True)
class Step:
    """One bar in its place: its row begins at `top`, the bar lies at y from `begin` to `end`."""

    bar: ChartBar
    top: float
    y: float
    begin: float
    end: float


def draw_cascade(chart: CascadeChart, layout: Layout) -> tuple[float, str]:
    """Return the height of the drawing and its content. Every cell of the chart has a number."""
    strip = _strip(chart, layout)
    # Labels above the bars end before the line that comes down from the total.
    labels = layout if layout.label_width else replace(layout, width=int(strip.x + strip.room - SPACE))
    steps: list[Step] = []
    marks: list[str] = []
    y, offset = 0.0, Decimal(0)
    for bar in (chart.total, *chart.parts):
        weight = "bold" if bar is chart.total else "normal"
        row_height, bar_y, label = draw_label(bar.label, y, labels, font_weight=weight)
        steps.append(Step(bar, y, bar_y, strip.reach(offset), strip.reach(offset + _count(bar))))
        marks.append(label)
        y += row_height + GAP
        offset += 0 if bar is chart.total else _count(bar)
    links = _draw_links(steps, layout) if strip.most else ""
    return y - GAP + 2, links + "".join([*marks, *_draw_steps(steps, strip, layout)])


def _strip(chart: CascadeChart, layout: Layout) -> Strip:
    start = bars_start(layout)
    numbers = widest([print_cell(cell, Form.COUNT) for cell in chart.cells])
    most = max(_count(bar) for bar in (chart.total, *chart.parts))
    return Strip(start, layout.width - start - numbers - SPACE - 7, most)


def _count(bar: ChartBar) -> Decimal:
    return Decimal(bar.cell.count or 0)


def _draw_steps(steps: Sequence[Step], strip: Strip, layout: Layout) -> list[str]:
    # The number of a part between the first bar and the last keeps clear of the line that comes down from the total.
    guides = [[steps[0].end] if strip.most and 0 < place < len(steps) - 1 else [] for place in range(len(steps))]
    series = layout.palette.series
    return [
        _draw_step(step, series[1 if place else 0], guide)
        for place, (step, guide) in enumerate(zip(steps, guides, strict=True))
    ]


def _draw_step(step: Step, colour: str, guide: list[float]) -> str:
    words = print_cell(step.bar.cell, Form.COUNT)
    x = past(step.end + SPACE, text_width(words), guide)
    mark = element("rect", x=step.begin, y=step.y, width=step.end - step.begin, height=BAR, fill=colour, class_="mark")
    return (mark if step.end > step.begin else "") + text(x, step.y + 17, words, font_weight="bold")


def _draw_links(steps: Sequence[Step], layout: Layout) -> str:
    """Dotted lines from each part to the next, and from the end of the total to the end of its last part."""
    marks = [_draw_link(steps[0].end, steps[0].y + BAR, steps[-1].y)] if len(steps) > 1 else []
    for step, following in pairwise(steps[1:]):
        below = 0 if layout.label_width else widest(wrap(following.bar.label, layout.width))
        last = following.y if below + 4 < step.end else following.top
        marks.append(_draw_link(step.end, step.y + BAR, last))
    return "".join(marks)


def _draw_link(x: float, first: float, last: float) -> str:
    return element("line", x1=x, y1=first, x2=x, y2=last, stroke=colours.QUIET_INK, stroke_dasharray="2 3",
                   class_="axis")  # fmt: skip
