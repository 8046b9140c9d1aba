"""Dots with their ranges: one row a share, on a scale of round percentages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from earlyhelp.report.charts import palette as colours
from earlyhelp.report.charts.intervals import IntervalChart, IntervalRow
from earlyhelp.report.charts.labels import bars_start, draw_label
from earlyhelp.report.charts.layout import Layout
from earlyhelp.report.charts.strip import BAR, SPACE, past
from earlyhelp.report.charts.svg import element, number, text, text_width, widest
from earlyhelp.report.numbers import TOO_FEW, Form, exact_share, has_percentage, print_cell, print_in_a_chart

DOT = 6
CAP = 4.5
ROW_GAP = 7
SMALL = 12
REFERENCE_SIZE = 13
# The end of each scale in hundredths, with the lines that stand on it: round numbers, and few.
SCALES: Final = {25: (0, 10, 20), 50: (0, 25, 50), 75: (0, 25, 50, 75), 100: (0, 50, 100)}

Spans = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Scale:
    """From 0 at x to `end` hundredths at x + room."""

    x: float
    room: float
    end: int

    def at(self, share: Decimal) -> float:
        """Return where a share stands."""
        return self.x + float(share) * 100 / self.end * self.room


@dataclass(frozen=True, slots=True)
class Dot:
    """What is drawn in a row: words in place of a share where there is none."""

    row: IntervalRow
    share: Decimal | None
    interval: tuple[Decimal, Decimal] | None
    words: str


def draw_intervals(chart: IntervalChart, layout: Layout) -> tuple[float, str]:
    """Return the height of the drawing and its content."""
    dots, reference = [_dot(row) for row in chart.rows], _reference(chart)
    start = bars_start(layout) + (DOT if layout.label_width else DOT + 4)
    number_room = widest([dot.words for dot in dots if dot.share is not None])
    scale = Scale(start, layout.width - start - number_room - DOT - 8, _end_of_scale(dots, reference))
    top = 0.0 if reference is None else 20.0
    y, spans = top, list[tuple[float, float]]()
    marks: list[str] = []
    for dot in dots:
        y += ROW_GAP if dot.row.is_total else 0
        looks = {"font_weight": "bold"} if dot.row.is_total else {}
        row_height, bar_y, label = draw_label(dot.row.label, y, layout, **looks)
        marks += [label, _draw_dot(dot, bar_y + BAR / 2, scale, reference, layout)]
        spans.append((bar_y - 1, bar_y + BAR + 1))
        y += row_height + ROW_GAP
    # Beside the labels the lines run through; beneath each other they stop where a label stands.
    lines: Spans = [(top, y)] if layout.label_width else [*spans[:-1], (spans[-1][0] if spans else top, y)]
    return y + 18, _draw_scale(scale, lines, y) + _draw_reference(chart, scale, lines, layout) + "".join(marks)


def _dot(row: IntervalRow) -> Dot:
    if has_percentage(row.cell):
        return Dot(row, exact_share(row.cell), row.interval, print_cell(row.cell, Form.PERCENT))
    if not row.cell.status.has_number or row.cell.count is None:
        return Dot(row, None, None, print_in_a_chart(row.cell, Form.PERCENT))
    return Dot(row, None, None, f"{print_cell(row.cell, Form.COUNT_OF)}: {TOO_FEW}")


def _reference(chart: IntervalChart) -> Decimal | None:
    if chart.reference is None or not has_percentage(chart.reference):
        return None
    return exact_share(chart.reference)


def _end_of_scale(dots: Sequence[Dot], reference: Decimal | None) -> int:
    shares = [share for dot in dots for share in (dot.share, *(dot.interval or ())) if share is not None]
    most = max([*shares, reference or Decimal(0)]) * 100
    return next((end for end in SCALES if most <= end), 100)


def _draw_dot(dot: Dot, y: float, scale: Scale, reference: Decimal | None, layout: Layout) -> str:
    baseline = y + 5
    if dot.share is None:
        lines = [] if reference is None else [scale.at(reference)]
        x = past(scale.x + SPACE, text_width(dot.words), lines)
        return text(x, baseline, dot.words, fill=colours.QUIET_INK, font_style="italic", class_="gap")
    words = text(layout.width, baseline, dot.words, text_anchor="end", font_weight="bold")
    mark = element("circle", cx=scale.at(dot.share), cy=y, r=DOT, fill=layout.palette.series[0], class_="mark")
    return _draw_range(dot, y, scale, layout) + mark + words


def _draw_range(dot: Dot, y: float, scale: Scale, layout: Layout) -> str:
    if dot.interval is None:
        return ""
    low, high = (number(scale.at(bound)) for bound in dot.interval)
    top, middle, bottom = number(y - CAP), number(y), number(y + CAP)
    return element("path", d=f"M{low} {top}V{bottom}M{low} {middle}H{high}M{high} {top}V{bottom}", fill="none",
                   stroke=layout.palette.series[0], stroke_width=1.5, class_="mark")  # fmt: skip


def _draw_scale(scale: Scale, lines: Spans, y: float) -> str:
    marks: list[str] = []
    for hundredths in SCALES[scale.end]:
        x = scale.at(Decimal(hundredths) / 100)
        colour = colours.FAINT if hundredths else colours.LINE
        marks.append(element("path", d=_down(x, lines), fill="none", stroke=colour, class_="axis"))
        marks.append(text(x, y + 14, f"{hundredths}%", text_anchor="middle", font_size=SMALL, fill=colours.QUIET_INK))
    return "".join(marks)


def _draw_reference(chart: IntervalChart, scale: Scale, lines: Spans, layout: Layout) -> str:
    share = _reference(chart)
    if share is None or chart.reference is None:
        return ""
    x = scale.at(share)
    words = f"{chart.reference_label} {print_cell(chart.reference, Form.PERCENT)}".strip()
    half = text_width(words, REFERENCE_SIZE) / 2
    line = element("path", d=_down(x, lines), fill="none",
                   stroke=layout.palette.target, stroke_width=2, stroke_dasharray="5 3", class_="target")  # fmt: skip
    return line + text(min(max(x, half), layout.width - half), 12, words, text_anchor="middle", font_weight="bold",
                       font_size=REFERENCE_SIZE, fill=layout.palette.target, class_="target-label")  # fmt: skip


def _down(x: float, lines: Spans) -> str:
    return "".join([f"M{number(x)} {number(first)}V{number(last)}" for first, last in lines])
