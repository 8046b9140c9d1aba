"""The label of a row: left of its bar on a page, above it on a telephone."""

from __future__ import annotations

from earlyhelp.report.charts.layout import Layout
from earlyhelp.report.charts.strip import BAR
from earlyhelp.report.charts.svg import text_lines, wrap

LINE_HEIGHT = 18
# Room above the first row for the line of a year earlier, which stands out of its bar.
TOP = 3.0


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
