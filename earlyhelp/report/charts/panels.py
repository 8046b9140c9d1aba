"""Small multiples: the same bars once for each group, on one scale, so that the eye compares shapes."""

from __future__ import annotations

from dataclasses import dataclass

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.report.charts.chart import ChartBar
from earlyhelp.report.numbers import Form


@dataclass(frozen=True, slots=True)
class Panel:
    """One of the multiples: what it is about, and its bars."""

    title: str
    bars: tuple[ChartBar, ...]


@dataclass(frozen=True, slots=True)
class PanelChart:
    """Panels whose bars have the same labels in the same order.

    title   what is shown, without a number
    form    how the number of each bar is printed
    Raises  ValueError: the panels differ in the labels of their bars
    """

    title: str
    panels: tuple[Panel, ...]
    form: Form

    def __post_init__(self) -> None:
        if len({tuple(bar.label for bar in panel.bars) for panel in self.panels}) > 1:
            raise ValueError(f'The panels of "{self.title}" do not have the same bars.')

    @property
    def cells(self) -> tuple[ReleasedCell, ...]:
        return tuple(cell for panel in self.panels for bar in panel.bars for cell in bar.cells)

    @property
    def description(self) -> str:
        return " ".join(
            f"{panel.title}: {'; '.join(bar.spoken(self.form) for bar in panel.bars)}." for panel in self.panels
        )
