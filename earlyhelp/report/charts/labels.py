"""The label of a row: left of its bar on a page, above it on a telephone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from earlyhelp.report.charts.layout import Layout
from earlyhelp.report.charts.strip import BAR
from earlyhelp.report.charts.svg import text_lines, widest, wrap

LINE_HEIGHT = 18
# Room above the first row for the line of a year earlier, which stands out of its bar.
TOP = 3.0


def with_room_for(labels: Sequence[str], layout: Layout) -> Layout:
    """Return the layout with no more room for labels than these take: what is left goes to the bars."""
    # Bold letters of a total are a little wider.
    wanted = ceil(widest(labels) * 1.08) + 4
    return replace(layout, label_width=min(layout.label_width, wanted))


def bars_start(layout: Layout) -> float:
    """Return where bars begin: right of their labels, or at the edge where these stand above."""
    return layout.label_width + 8 if layout.label_width else 0


def draw_label(label: str, y: float, layout: Layout, **attributes: str) -> tuple[float, float, str]:
    """Return the height of a row at y, where its bar begins, and its label.

    attributes  further SVG attributes of the label
    """
    lines = wrap(label, layout.label_width or layout.width)
    words_height = len(lines) * LINE_HEIGHT
    if not layout.label_width:
        return words_height + 2 + BAR, y + words_height + 2, text_lines(lines, 0, y + 13, LINE_HEIGHT, **attributes)
    height = max(BAR, words_height)
    first = y + (height - words_height) / 2 + 13
    words = text_lines(lines, layout.label_width, first, LINE_HEIGHT, text_anchor="end", **attributes)
    return height, y + (height - BAR) / 2, words
