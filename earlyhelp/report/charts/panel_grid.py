"""Panels beside one another on a page, beneath one another on a telephone, all on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from earlyhelp.report.charts import palette as colours
from earlyhelp.report.charts.layout import Layout
from earlyhelp.report.charts.panels import Panel, PanelChart
from earlyhelp.report.charts.strip import SPACE, Strip, draw_bar, gap_lines, longest, number_room, printed
from earlyhelp.report.charts.svg import element, text_lines, widest, wrap

BAR = 18
SIZE = 13
SMALL = 12
LINE_HEIGHT = 15
ROW_GAP = 8
PANEL_GAP = 10
BLOCK_GAP = 22
SMALLEST_PANEL = 70
MOST_ABREAST = 5
ABREAST_IN_A_GRID = 3
# Labels beside the panels of a telephone, and beside five panels of a page.
LABELS_NARROW = 110
LABELS_OF_MANY = 122


@dataclass(frozen=True, slots=True)
class Grid:
    """How panels stand: so many abreast, each so wide, right of one column of labels."""

    abreast: int
    labels: float
    panel: float

    def start(self, place: int) -> float:
        """Return where the bars of a panel begin, by its place in the row."""
        return self.labels + 8 + place * (self.panel + PANEL_GAP)


@dataclass(frozen=True, slots=True)
class DrawnPanel:
    """A panel with what is printed at its bars, and the strip in which these lie."""

    panel: Panel
    words: tuple[str, ...]
    strip: Strip


def draw_panels(chart: PanelChart, layout: Layout) -> tuple[float, str]:
    """Return the height of the drawing and its content."""
    words = [printed(panel.bars, chart.form) for panel in chart.panels]
    bars = [bar for panel in chart.panels for bar in panel.bars]
    number = number_room(bars, [each for told in words for each in told], SMALL) - 2
    grid = _grid(chart, number, layout)
    most = longest(bars)
    panels = [
        DrawnPanel(panel, told, Strip(grid.start(place % grid.abreast), grid.panel - number, most, BAR, SMALL,
                                      grid.panel - SPACE))
        for place, (panel, told) in enumerate(zip(chart.panels, words, strict=True))
    ]  # fmt: skip
    marks: list[str] = []
    y = 0.0
    for first in range(0, len(panels), grid.abreast):
        height, drawn = _draw_block(panels[first : first + grid.abreast], y, grid, layout)
        marks.append(drawn)
        y += height + BLOCK_GAP
    return y - BLOCK_GAP + 2, "".join(marks)


def _grid(chart: PanelChart, number: float, layout: Layout) -> Grid:
    """Return all panels abreast where titles and numbers fit, else three to a row; on a telephone one."""
    count = len(chart.panels)
    if not layout.label_width:
        return _grid_of(1, chart, layout.width, LABELS_NARROW)
    if count <= MOST_ABREAST:
        labels = LABELS_OF_MANY if count == MOST_ABREAST else layout.label_width
        grid = _grid_of(max(count, 1), chart, layout.width, labels)
        longest_word = widest([word for panel in chart.panels for word in panel.title.split()], SIZE)
        if grid.panel >= max(SMALLEST_PANEL, longest_word, 2 * number - SPACE):
            return grid
    return _grid_of(ABREAST_IN_A_GRID, chart, layout.width, layout.label_width)


def _grid_of(abreast: int, chart: PanelChart, width: float, most_labels: float) -> Grid:
    words = [bar.label for panel in chart.panels[:1] for bar in panel.bars]
    labels = min(most_labels, widest(words, SIZE))
    return Grid(abreast, labels, (width - labels - 8 - (abreast - 1) * PANEL_GAP) / abreast)


def _draw_block(panels: Sequence[DrawnPanel], y: float, grid: Grid, layout: Layout) -> tuple[float, str]:
    """Return the height of one row of panels and its content: titles, then each label with its bars."""
    titles = [wrap(each.panel.title, grid.panel, SIZE) for each in panels]
    bars_y = y + max(len(title) for title in titles) * LINE_HEIGHT + 7
    marks = [
        text_lines(title, each.strip.x, bars_y - 9 - (len(title) - 1) * LINE_HEIGHT, LINE_HEIGHT, font_size=SIZE,
                   font_weight="bold")
        for title, each in zip(titles, panels, strict=True)
    ]  # fmt: skip
    row_y = bars_y
    for row in range(len(panels[0].panel.bars)):
        height, drawn = _draw_row(panels, row, row_y, grid, layout)
        marks.append(drawn)
        row_y += height + ROW_GAP
    end = row_y - ROW_GAP + 2
    marks += [
        element("line", x1=each.strip.x, y1=bars_y - 2, x2=each.strip.x, y2=end, stroke=colours.LINE, class_="axis")
        for each in panels
    ]
    return end - y, "".join(marks)


def _draw_row(panels: Sequence[DrawnPanel], row: int, y: float, grid: Grid, layout: Layout) -> tuple[float, str]:
    label = wrap(panels[0].panel.bars[row].label, grid.labels, SIZE)
    deepest = max([_depth(each, row) for each in panels])
    height = max(len(label) * LINE_HEIGHT, deepest * (SMALL + 1), BAR)
    first = y + height / 2 - (len(label) - 1) * LINE_HEIGHT / 2 + SIZE * 0.36
    words = text_lines(label, grid.labels, first, LINE_HEIGHT, text_anchor="end", font_size=SIZE)
    bars = [
        draw_bar(each.panel.bars[row], each.words[row], y + (height - BAR) / 2, each.strip, layout.palette)
        for each in panels
    ]
    return height, words + "".join(bars)


def _depth(drawn: DrawnPanel, row: int) -> int:
    """Return on how many lines a bar's number or word stands."""
    has_number = drawn.panel.bars[row].cell.status.has_number
    return 1 if has_number else len(gap_lines(drawn.words[row], drawn.strip))
