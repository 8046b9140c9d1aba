"""A released cell: what is left of a figure after the gate. Only the gate makes one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from earlyhelp.measures.figures import Figure, Number, Status
from earlyhelp.periods import Period

GATE_KEY: Final = object()


@dataclass(frozen=True, slots=True)
class ReleasedCell:
    """One cell that may be shown to the audience it was released for; it is read like a Figure.

    key         proves that the gate made it
    figure      what the policy left of the figure; a cell without a number holds none
    Raises      TypeError: anything but the gate builds one. ValueError: a number where the status has none
    """

    key: object
    figure: Figure

    def __post_init__(self) -> None:
        if self.key is not GATE_KEY:
            raise TypeError("A released cell is made by disclosure.gate.release alone.")
        if not self.status.has_number and (self.count, self.out_of, self.value) != (None, None, None):
            raise ValueError(f"A cell that is {self.status} carries no number ({self.measure}, {self.breakdown}).")

    @property
    def measure(self) -> str:
        return self.figure.measure

    @property
    def period(self) -> Period:
        return self.figure.period

    @property
    def place_level(self) -> str:
        return self.figure.place_level

    @property
    def place_code(self) -> str:
        return self.figure.place_code

    @property
    def breakdown(self) -> str:
        return self.figure.breakdown

    @property
    def count(self) -> Number | None:
        return self.figure.count

    @property
    def out_of(self) -> Number | None:
        return self.figure.out_of

    @property
    def value(self) -> Number | None:
        return self.figure.value

    @property
    def unit(self) -> str:
        return self.figure.unit

    @property
    def status(self) -> Status:
        return self.figure.status

    @property
    def note(self) -> str:
        return self.figure.note

    @property
    def parts(self) -> dict[str, str]:
        """The breakdown as names and values, empty for "all"."""
        return self.figure.parts


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that the policy altered: which, from what status to what, and why. Never the number that was there."""

    measure: str
    place_level: str
    place_code: str
    breakdown: str
    became: Status
    reason: str


@dataclass(frozen=True)
class Release:
    """All cells released together for one audience.

    cells       in the order of figures.csv
    changes     every alteration made by the policy, empty for internal
    refused     a sentence for each table that is not shown at a level, since hardly anything in it could be
    audience    the name of the policy applied
    notice      the sentence that must head every page, empty where the policy protects
    as_at       the last day the data speak for
    """

    cells: tuple[ReleasedCell, ...]
    changes: tuple[Change, ...]
    audience: str
    notice: str
    as_at: date
    refused: tuple[str, ...] = ()
