"""The widths a chart is drawn at: beside its table or across a page, and on a telephone; and its colours.

A drawing made for the width of a page and shrunk to a telephone has words of half their size. So each chart is drawn
twice, the narrow one with its labels above the bars, and the writer shows one of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from earlyhelp.report.charts.palette import GOVERNMENT, Palette


@dataclass(frozen=True, slots=True)
class Layout:
    """Measures of a drawing, in its own units, and its colours.

    label_width     room for labels left of the bars; 0 sets them above
    """

    name: str
    width: int
    label_width: int
    palette: Palette = GOVERNMENT


WIDE: Final = Layout("wide", 520, 160)
# Where the table needs the whole page, the chart above it has the whole page too.
BROAD: Final = Layout("wide", 720, 240)
NARROW: Final = Layout("narrow", 300, 0)
LAYOUTS: Final = (WIDE, BROAD, NARROW)
