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
    """One cell that may be shown to the audience it was released for; the fields are those of a Figure.

    Raises TypeError when anything but the gate builds one.
    """

    key: object
    measure: str
    period: Period
    place_level: str
    place_code: str
    breakdown: str
    count: Number | None
    out_of: Number | None
    value: Number | None
    unit: str
    status: Status
    note: str

    def __post_init__(self) -> None:
        if self.key is not GATE_KEY:
            raise TypeError("A released cell is made by disclosure.gate.release alone.")
        if not self.status.has_number and (self.count, self.out_of, self.value) != (None, None, None):
            raise ValueError(f"A cell that is {self.status} carries no number ({self.measure}, {self.breakdown}).")

    @property
    def parts(self) -> dict[str, str]:
        """The breakdown as names and values, empty for "all"."""
        return {} if self.breakdown == "all" else dict(part.split("=", 1) for part in self.breakdown.split(";"))


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
    audience    the name of the policy applied
    notice      the sentence that must head every page, empty where the policy protects
    as_at       the last day the data speak for
    """

    cells: tuple[ReleasedCell, ...]
    changes: tuple[Change, ...]
    audience: str
    notice: str
    as_at: date


def make_cell(key: object, figure: Figure) -> ReleasedCell:
    """Return the figure unchanged as a released cell; `key` proves that the gate asks."""
    return ReleasedCell(
        key, figure.measure, figure.period, figure.place_level, figure.place_code, figure.breakdown,
        figure.count, figure.out_of, figure.value, figure.unit, figure.status, figure.note,
    )  # fmt: skip
