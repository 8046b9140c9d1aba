"""What became of the figures of a place since an earlier edition of the same period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from earlyhelp.disclosure.cells import ReleasedCell


@dataclass(frozen=True, slots=True)
class RowsRestated:
    """Rows of one table that an earlier edition read and this one reads, found by their keys.

    then, now   rows of the table in the earlier edition and in this one, the whole county's
    added, gone, changed    rows only here, only there, and in both with another value in a column that is kept
    """

    table: str
    then: int
    now: int
    added: int
    gone: int
    changed: int

    @property
    def is_same(self) -> bool:
        return not (self.added or self.gone or self.changed)


@dataclass(frozen=True, slots=True)
class Restated:
    """What became of one measure for one place since an earlier edition of the same period.

    earlier_as_at   the last day that the records of the earlier edition spoke for
    figures         cells that stand in one edition or in both
    differing       cells that stand in one alone, or whose status or numbers differ
    then, now       the cell of all as it was released then and now, None where the measure writes none
    rows            the tables behind the measure, those alone in which rows differ; None where the rows cannot be laid
                    side by side: no private half there, or another key
    has_other_definition    whether the SQL of the measure differs; None where the earlier one was not kept
    """

    measure: str
    earlier_as_at: date
    figures: int
    differing: int
    then: ReleasedCell | None
    now: ReleasedCell | None
    rows: tuple[RowsRestated, ...] | None
    has_other_definition: bool | None
