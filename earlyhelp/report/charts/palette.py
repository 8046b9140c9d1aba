"""Colours of charts: the Government Analysis Function's palette for categories, in its order.

Neighbours differ in lightness, so the order also holds in greyscale.
Source: Government Analysis Function, "Data visualisation: colours in charts".
"""

from __future__ import annotations

from typing import Final

SERIES: Final = ("#12436D", "#28A197", "#801650", "#F46A25")
# Words on each colour: at least 4.5 to 1 against it.
ON_SERIES: Final = ("#FFFFFF", "#0B0C0C", "#FFFFFF", "#0B0C0C")
INK: Final = "#0B0C0C"
QUIET_INK: Final = "#505A5F"
LINE: Final = "#B1B4B6"
TARGET: Final = "#801650"
