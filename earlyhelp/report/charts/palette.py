"""Colours of charts.

The default is the Government Analysis Function's palette for categories, in its order: neighbours differ in lightness,
so the order also holds in greyscale.
Source: Government Analysis Function, "Data visualisation: colours in charts".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

INK: Final = "#0B0C0C"
QUIET_INK: Final = "#505A5F"
LINE: Final = "#B1B4B6"
FAINT: Final = "#E4E8EC"
WHITE: Final = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class Palette:
    """At most four colours for what a chart tells apart, and one for the line that marks a target.

    series      colours in the order in which segments lie
    on_series   colour of words on each of them, at least 4.5 to 1 against it
    steps       of a kind with an order, such as bands of time: from dark to light, so that the order shows in greyscale
    target      colour of target lines, at least 4.5 to 1 against white, as their label has it too
    """

    series: tuple[str, str, str, str]
    on_series: tuple[str, str, str, str]
    target: str
    steps: tuple[str, str, str, str] = ("#12436D", "#2073BC", "#6BACE6", "#C9E0F5")
    on_steps: tuple[str, str, str, str] = (WHITE, WHITE, INK, INK)


GOVERNMENT: Final = Palette(
    series=("#12436D", "#28A197", "#801650", "#F46A25"), on_series=(WHITE, INK, WHITE, INK), target="#801650"
)
