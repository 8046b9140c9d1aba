"""One horizontal bar: its mark, the line at a year earlier, and its number where nothing crosses it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.report.charts import palette as colours
from earlyhelp.report.charts.chart import ChartBar
from earlyhelp.report.charts.palette import Palette
from earlyhelp.report.charts.svg import TEXT_SIZE, element, text, text_lines, text_width, widest, wrap
from earlyhelp.report.numbers import Form, exact_share, print_in_a_chart

BAR = 24
NOTHING = Decimal(0)
# How far the line of a year earlier stands out of its bar on either side, and how thick it is.
OVERHANG = 2.5
TICK = 2.5
# Between a bar and its number.
SPACE = 7


@dataclass(frozen=True, slots=True)
class Strip:
    """Where bars lie.

    x       where they begin
    room    how long the longest may be
    most    what that stands for; nothing where no bar has a length
    height  of a bar
    size    of the type of its number
    widest_gap  how wide the word of a gap may run, 0 where nothing bounds it
    """

    x: float
    room: float
    most: Decimal
    height: float = BAR
    size: float = TEXT_SIZE
    widest_gap: float = 0

    def reach(self, value: Decimal) -> float:
        """Return where a bar of this length ends."""
        return self.x + float(value / self.most) * self.room if self.most else self.x


def length(cell: ReleasedCell) -> Decimal:
    """Return what a bar's length stands for: the share where there is one, else the count; nothing for a gap."""
    figure = cell.figure
    if not figure.status.has_number:
        return NOTHING
    return exact_share(cell) if figure.out_of is not None else Decimal(figure.count or 0)


def longest(bars: Iterable[ChartBar]) -> Decimal:
    """Return the greatest length among the bars and the lines of their year earlier."""
    return max([length(cell) for bar in bars for cell in bar.cells], default=Decimal(0))


def printed(bars: Iterable[ChartBar], form: Form) -> tuple[str, ...]:
    """Return what is printed at each bar: its number, or the mark of its status."""
    return tuple([print_in_a_chart(bar.cell, form) for bar in bars])


def number_room(bars: Iterable[ChartBar], words: Iterable[str], size: float = TEXT_SIZE) -> float:
    """Return the room that the widest number at the end of a bar needs; words for a status stand at the axis."""
    told = zip(bars, words, strict=True)
    return widest([word for bar, word in told if bar.cell.status.has_number], size) + SPACE + 5


def draw_bar(bar: ChartBar, words: str, y: float, strip: Strip, palette: Palette, target: float | None = None) -> str:
    """Return the bar at y with its number behind it, or its word at the axis where it has none.

    words   its number or its word, as printed
    target  where a line will cross the bar, which then holds its number inside if it can
    """
    if not bar.cell.status.has_number:
        return _draw_gap(words, y, strip)
    end, earlier = strip.reach(length(bar.cell)), earlier_reach(bar, strip)
    mark = _draw_mark(y, strip, end, palette) + ("" if earlier is None else _draw_earlier(earlier, y, strip))
    lines = [line for line in (earlier, target) if line is not None]
    width, baseline = text_width(words, strip.size), _baseline(y, strip)
    if target is not None:
        inside = past(strip.x + SPACE + 1, width, lines)
        if inside + width + SPACE < end:
            return mark + text(inside, baseline, words, fill=palette.on_series[0], font_weight="bold", class_="on-mark")
    outside = past(end + SPACE, width, lines)
    return mark + text(outside, baseline, words, font_weight="bold", font_size=strip.size)


def earlier_reach(bar: ChartBar, strip: Strip) -> float | None:
    """Return where the bar ended a year earlier, None where either year has no number."""
    if bar.earlier is None or not bar.earlier.status.has_number or not bar.cell.status.has_number:
        return None
    return strip.reach(length(bar.earlier))


def past(x: float, width: float, lines: list[float]) -> float:
    """Return where words that would begin at x begin so that none of the lines across their way touches them."""
    for line in sorted(lines) if len(lines) > 1 else lines:
        if x - 4 < line < x + width + 4:
            x = line + SPACE
    return x


def tick(x: float, y: float, width: float, height: float) -> str:
    """Return the line that marks the year earlier: ink, in a thin white edge so that it shows on a bar and off it."""
    return element("rect", x=x, y=y, width=width, height=height, fill=colours.INK, stroke=colours.WHITE,
                   stroke_width=2, paint_order="stroke", class_="earlier")  # fmt: skip


def _draw_mark(y: float, strip: Strip, end: float, palette: Palette) -> str:
    if end == strip.x:
        return ""
    return element("rect", x=strip.x, y=y, width=end - strip.x, height=strip.height, fill=palette.series[0],
                   class_="mark")  # fmt: skip


def _draw_earlier(x: float, y: float, strip: Strip) -> str:
    # At nought it stands on the axis, not half outside the drawing.
    return tick(max(x - TICK / 2, 0), y - OVERHANG, TICK, strip.height + 2 * OVERHANG)


def gap_lines(words: str, strip: Strip) -> tuple[str, ...]:
    """Return the word of a gap in lines: a narrow panel breaks it, a bar across the page never has to."""
    return wrap(words, strip.widest_gap, strip.size) if strip.widest_gap else (words,)


def _draw_gap(words: str, y: float, strip: Strip) -> str:
    lines, step = gap_lines(words, strip), strip.size + 1
    return text_lines(lines, strip.x + SPACE, _baseline(y, strip) - step * (len(lines) - 1) / 2, step,
                      fill=colours.QUIET_INK, font_style="italic", font_size=strip.size, class_="gap")  # fmt: skip


def _baseline(y: float, strip: Strip) -> float:
    return y + strip.height / 2 + strip.size * 0.36
