"""How a text asks for figures: whoever makes a card answers, from released cells alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.statistics.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class NamedCell:
    """A cell of a breakdown and what its code is called inside a sentence."""

    code: str
    name: str
    cell: ReleasedCell


class FiguresAsked(Protocol):
    """The released cells of one place and period, those around it, and those of a year earlier.

    place   "" for the place itself, "county", "district", or a code
    """

    def cell(self, measure: str, parts: Mapping[str, str], place: str) -> ReleasedCell | None:
        """Return one cell, None where it was not released. Raises FaultError: there is no such place."""
        ...

    def across(self, measure: str, by: str, parts: Mapping[str, str], place: str) -> tuple[NamedCell, ...]:
        """Return the cells of one breakdown, the others held fixed; those of the districts for "district"."""
        ...

    def a_year_earlier(self, cell: ReleasedCell) -> ReleasedCell | None:
        """Return the same cell of a year earlier, None where there is none that may be compared."""
        ...

    def judge(self, now: ReleasedCell, then: ReleasedCell) -> Verdict:
        """Return whether a figure moved by more than chance."""
        ...

    def target(self, measure: str) -> Decimal | None:
        """Return the target in force, None without any."""
        ...
