"""What is read off a publication, and what is found out from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

UNLIMITED: Final = 10**9


# Few breakdowns are shared by many cells.
@cache
def _parts(breakdown: str) -> tuple[tuple[str, str], ...]:
    if breakdown == "all":
        return ()
    return tuple((name, value) for name, _, value in (part.partition("=") for part in breakdown.split(";")))


@cache
def _names(breakdown: str) -> tuple[str, ...]:
    return tuple(name for name, _ in _parts(breakdown))


class Cell(NamedTuple):
    """One cell of a publication: what it is about. first and last are days such as 2016-01-31."""

    measure: str
    level: str
    place: str
    breakdown: str
    first: str
    last: str

    @property
    def parts(self) -> dict[str, str]:
        """The breakdown as names and values, empty for "all"."""
        return dict(_parts(self.breakdown))

    @property
    def names(self) -> tuple[str, ...]:
        return _names(self.breakdown)

    @property
    def table(self) -> str:
        """The table it stands in, in words."""
        by = " by " + " and ".join(self.names).replace("_", " ") if self.parts else ""
        return f"{self.measure}{by}, {self.level} {self.place}, {self.first} to {self.last}"


class Printed(NamedTuple):
    """What a publication says of a cell.

    count, out_of   None where it prints none
    value           the share as printed, or None
    status          as in figures.csv: value, zero, suppressed, not_collected, not_yet_available, not_applicable
    """

    count: int | None  # pyright: ignore[reportIncompatibleMethodOverride]  # the field, not the method of the tuple
    out_of: int | None
    value: float | None
    status: str

    @property
    def is_hidden(self) -> bool:
        return self.status == "suppressed"

    @property
    def has_number(self) -> bool:
        return self.status in ("value", "zero")


class OwnFigure(NamedTuple):
    """What the head of a school knows of the own school, printed or not."""

    cell: Cell
    count: int  # pyright: ignore[reportIncompatibleMethodOverride]  # the field, not the method of the tuple
    out_of: int | None = None


@dataclass(frozen=True, slots=True)
class Exposure:
    """A number that the publication means to hide and gives away. Nothing in `table` or `why` holds that number.

    cell        where it stands, as far as one cell can be named
    quantity    "count", "out-of" or "rest" (out-of less count); "words" where a page says what it must not
    lower, upper    the interval found, None where nothing was calculated. For the private half alone
    table       the table in words
    why         what gives it away, a sentence
    files       published files that tell it, by name
    """

    cell: Cell | None
    quantity: str
    lower: int | None
    upper: int | None
    table: str
    why: str
    files: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        told = f" ({', '.join(self.files)})" if self.files else ""
        return f"{self.table}: {self.why}{told}"


@dataclass(frozen=True, slots=True)
class Attack:
    """What came of it.

    exposures       what was found, in the order of the tables
    hidden_cells    cells that the last publication hides
    unknowns        quantities that the attacker had to work out
    programmes      linear programmes solved
    """

    exposures: tuple[Exposure, ...]
    hidden_cells: int
    unknowns: int
    programmes: int

    @property
    def is_safe(self) -> bool:
        return not self.exposures
