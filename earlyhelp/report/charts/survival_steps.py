"""Steps that come down from all to what is left, month by month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from earlyhelp.report.charts import palette as colours
from earlyhelp.report.charts.layout import Layout
from earlyhelp.report.charts.survival import SurvivalChart, SurvivalPoint, months_in_words
from earlyhelp.report.charts.svg import element, number, text, text_width
from earlyhelp.report.numbers import Form, exact_share, has_percentage, print_cell, print_in_a_chart

ROOM = 190.0
# Left of the plot for "100%", right of it for half of "24 months".
LEFT, RIGHT = 40.0, 34.0
SMALL = 12
DOT = 5
LABEL_STEP = 18
GAP_BASELINE = ROOM - 8
TICK_MONTHS = 6


@dataclass(frozen=True, slots=True)
class Plot:
    """Where months and shares stand; y counts down from 100%."""

    width: float
    months: int

    def x(self, months: int) -> float:
        return LEFT + self.width * months / self.months

    def y(self, share: Decimal) -> float:
        return ROOM * (1 - float(share))


@dataclass(frozen=True, slots=True)
class Step:
    """A point with a percentage, in its place."""

    point: SurvivalPoint
    x: float
    y: float


def draw_survival(chart: SurvivalChart, layout: Layout) -> tuple[float, str]:
    """Return the height of the drawing and its content."""
    plot = Plot(layout.width - LEFT - RIGHT, max([point.months for point in chart.points], default=1))
    steps = [
        Step(point, plot.x(point.months), plot.y(exact_share(point.cell)))
        for point in takewhile(lambda point: has_percentage(point.cell), chart.points)
    ]
    gap_x, gap = _draw_gap(chart, steps, plot)
    told, highest = _draw_told(chart, steps, gap_x, layout)
    content = _draw_axes(plot, layout) + _draw_steps(steps, layout) + gap + told
    # The plot stands as low as its highest label needs.
    top = max(8.0, 12 - highest)
    return top + ROOM + 24, element("g", content, transform=f"translate(0 {number(top)})")


def _draw_axes(plot: Plot, layout: Layout) -> str:
    marks: list[str] = []
    for share in (Decimal(1), Decimal("0.5"), Decimal(0)):
        y, colour = plot.y(share), colours.FAINT if share else colours.LINE
        marks.append(element("line", x1=LEFT, y1=y, x2=LEFT + plot.width, y2=y, stroke=colour, class_="axis"))
        marks.append(text(LEFT - 6, y + 4, f"{share * 100:.0f}%", text_anchor="end", font_size=SMALL,
                          fill=colours.QUIET_INK))  # fmt: skip
    ticks = range(0, plot.months + 1, TICK_MONTHS)
    for months in ticks:
        x = plot.x(months)
        # On a telephone there is room for the word once.
        is_full = months and (layout.label_width or months == ticks[-1])
        words = months_in_words(months) if is_full else str(months)
        marks.append(element("line", x1=x, y1=ROOM, x2=x, y2=ROOM + 5, stroke=colours.LINE, class_="axis"))
        marks.append(text(x, ROOM + 19, words, text_anchor="middle", font_size=SMALL, fill=colours.QUIET_INK))
    return "".join(marks)


def _draw_steps(steps: Sequence[Step], layout: Layout) -> str:
    if not steps:
        return ""
    path = f"M{number(LEFT)} 0" + "".join([f"H{number(step.x)}V{number(step.y)}" for step in steps])
    area = element("path", d=f"{path}V{number(ROOM)}H{number(LEFT)}Z", fill=colours.FAINT, class_="mark")
    return area + element("path", d=path, fill="none", stroke=layout.palette.series[0], stroke_width=2.5,
                          class_="axis")  # fmt: skip


def _draw_gap(chart: SurvivalChart, steps: Sequence[Step], plot: Plot) -> tuple[float, str]:
    """Return, after the end of the line, the word of the first month that has no share, and where it begins."""
    if len(steps) == len(chart.points):
        return LEFT + plot.width + RIGHT, ""
    words = print_in_a_chart(chart.points[len(steps)].cell, Form.PERCENT)
    furthest = LEFT + plot.width + RIGHT - text_width(words)
    x = min((steps[-1].x if steps else LEFT) + 8, furthest)
    return x, text(x, GAP_BASELINE, words, fill=colours.QUIET_INK, font_style="italic", class_="gap")


def _draw_told(chart: SurvivalChart, steps: Sequence[Step], gap_x: float, layout: Layout) -> tuple[str, float]:
    """Return dots with their labels, and the baseline of the highest.

    Above a line that only comes down there is always room: each label stands above the line over its whole width, and
    above the label of the month after it, or the word of the gap, where the two would touch.
    """
    marks: list[str] = []
    left, highest = gap_x, GAP_BASELINE
    for step in reversed([step for step in steps if step.point.months in chart.told]):
        words = _told_words(chart, step.point, layout)
        width = text_width(words) + 4
        start = min(step.x + 7, layout.width - width)
        baseline = min(step.y - 9, _level_at(start, steps) - 7)
        if start + width > left:
            baseline = min(baseline, highest - LABEL_STEP)
        marks.append(element("circle", cx=step.x, cy=step.y, r=DOT, fill=layout.palette.series[0], stroke=colours.WHITE,
                             stroke_width=1.5, class_="mark"))  # fmt: skip
        marks.append(text(start, baseline, words, font_weight="bold"))
        left, highest = min(left, start), min(highest, baseline)
    return "".join(marks), highest


def _told_words(chart: SurvivalChart, point: SurvivalPoint, layout: Layout) -> str:
    # On a telephone the title alone says what the share is of.
    state = f"{chart.state} " if layout.label_width else ""
    return f"{print_cell(point.cell, Form.PERCENT)} {state}at {months_in_words(point.months)}"


def _level_at(x: float, steps: Sequence[Step]) -> float:
    """Return how high the line stands at x."""
    return next((step.y for step in reversed(steps) if step.x <= x), 0.0)
