"""What became of the figures of a place since an earlier edition that shares days with this one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.disclosure.restated_steps import ReleasedSteps
from earlyhelp.periods import Period


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
    """What became of one measure for one place since an earlier edition.

    earlier_period, earlier_as_at   of the earlier edition: its period and the last day that its records spoke for
    figures         cells that stand in one edition or in both; of another period, in both alone
    differing       of these, cells that stand in one alone, or whose status or numbers differ
    then, now       the cell of all as it was released then and now, or that of a look-back of a year; None where the
                    measure writes neither
    rows            the tables behind the measure, those alone in which rows differ; None where the rows cannot be laid
                    side by side: no private half there, or another key
    has_other_definition    whether the SQL of the measure differs; None where the earlier one was not kept
    steps           in which the cell of all moved, None where they are not told
    why_not_split   why there are no steps, in words; empty where there are some, or nothing moved
    """

    measure: str
    earlier_period: Period
    earlier_as_at: date
    figures: int
    differing: int
    then: ReleasedCell | None
    now: ReleasedCell | None
    rows: tuple[RowsRestated, ...] | None
    has_other_definition: bool | None
    steps: ReleasedSteps | None = None
    why_not_split: str = ""
