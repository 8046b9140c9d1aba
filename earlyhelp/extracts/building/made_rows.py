"""The rows one table rule makes of a source, before rows with the same key become one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from earlyhelp.extracts.building.source_rows import SourceRows
from earlyhelp.extracts.mapping.declare import TableRule


@dataclass(frozen=True, slots=True)
class Blanked:
    """A value that could not be read and is read as not recorded.

    place   of the row among those made
    """

    place: int
    column: str
    why: str


@dataclass(frozen=True, slots=True)
class GivenRow:
    """A row of the dataset: its key, and its number in the table's file as a spreadsheet shows it."""

    key: tuple[str, ...]
    row: int


@dataclass(slots=True)
class MadeRows:
    """Rows of a table from one source, and what became of each.

    places      their places among the rows of the source
    left_out    rows of the source that the rule does not use, by place, with the reason
    columns     values by column of the dataset, one for each of `places`; None for what is not recorded or in doubt
    refused     why a row is not used, by place among those made
    merged      the same for a row that became one with an earlier one
    given       what each row that is used or merged gave, by place among the rows of the source
    """

    rule: TableRule
    rows: SourceRows
    places: list[int]
    left_out: dict[int, str]
    columns: dict[str, list[str | None]] = field(default_factory=dict[str, "list[str | None]"])
    refused: dict[int, str] = field(default_factory=dict[int, str])
    merged: dict[int, str] = field(default_factory=dict[int, str])
    blanked: list[Blanked] = field(default_factory=list[Blanked])
    given: dict[int, GivenRow] = field(default_factory=dict[int, "GivenRow"])

    def values_of_rows(self, names: Sequence[str]) -> list[tuple[str | None, ...]]:
        """Return the values of these columns of each made row; None in a column that the rule does not fill."""
        nothing: list[str | None] = [None] * len(self.places)
        return list(zip(*(self.columns.get(name, nothing) for name in names), strict=True))

    def where(self, place: int) -> str:
        """Return the sheet and row of a made row, as a message names them."""
        at = self.places[place]
        part = next(part for part in self.rows.parts if part.start <= at < part.end)
        return f"{part.laid_out.sheet.title}, row {self.rows.numbers[at]}"
