"""What a measure is, and what the rows are that it counts. Both are data; the SQL in them is meant to be read.

In any SQL here `:first` and `:last` are the first and last day of the period, `:as_at` the last day the data speak for,
and `:window` the months of a measure that is asked for several look-backs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from earlyhelp.measures.figures import Status

NOTHING: Mapping[str, str] = MappingProxyType({})
NO_TABLES: Mapping[str, tuple[str, ...]] = MappingProxyType({})

NO_PAIRS: Mapping[str, tuple[str, str]] = MappingProxyType({})

# These breakdowns say what became of a row, so they narrow the count and leave the out-of whole.
COUNT_ONLY = frozenset({"band", "outcome", "care_status", "sen_provision"})


class Calculation(StrEnum):
    """How the rows of a measure become its cells."""

    ROWS = "rows"
    STAFFING = "staffing"
    SURVIVAL = "survival"
    STILL_OPEN = "still_open"
    PAIR = "pair"


class OverTime(StrEnum):
    """How the counts of two periods belong together."""

    EVENTS = "events"  # what happened on a day: the counts of two periods side by side add up
    LAST_DAY = "last_day"  # what is at the end of the period: the first day does not matter
    DURING = "during"  # whatever was there on some day of it: a longer period holds a shorter


NO_TIMES: Mapping[str, OverTime] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that several measures count: one SELECT over the dataset's tables.

    one_row     what one row stands for, in words
    sql         columns the measures name, among them district_code and, where schools are written, school_urn
    reads       tables without which nothing can be counted
    breakdown_reads   further tables that one breakdown alone needs
    level_reads place level -> further tables that say which place a row belongs to
    weight      column that says how many one row stands for; empty: each stands for one
    kept        true where several queries start from these rows, so they are worked out once
    over_time   how counts of these rows in two periods belong together
    conditions_over_time   condition -> the same, where it says more
    same_as     rows of which these are the same ones, with more columns; empty: none
    same_where  the condition that those rows must fulfil; empty: all of them are here
    within      rows of which each of these is one, or part of one, at most once for each cell
    either_or   conditions of which every row fulfils one and no row two
    applies_to  breakdown name -> breakdown name and value that a row must have, to have that breakdown at all
    of_schools  breakdown name -> the one value that rows of a school have
    Source      the last eight say what adds up to what: docs/rules/protection.md
    """

    name: str
    one_row: str
    sql: str
    reads: tuple[str, ...]
    breakdown_reads: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NO_TABLES)
    level_reads: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NO_TABLES)
    weight: str = ""
    kept: bool = False
    over_time: OverTime = OverTime.EVENTS
    conditions_over_time: Mapping[str, OverTime] = field(default_factory=lambda: NO_TIMES)
    same_as: str = ""
    same_where: str = ""
    within: str = ""
    either_or: tuple[str, ...] = ()
    applies_to: Mapping[str, tuple[str, str]] = field(default_factory=lambda: NO_PAIRS)
    of_schools: Mapping[str, str] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure.

    asks        the question it answers
    in_words    how it is counted, for a reader who knows no SQL
    unit        what is counted, or "share of …"
    rows        name of the Rows it counts
    needs       tables without which it says nothing, besides those its rows read
    counts      SQL: which rows are counted
    out_of      SQL: which rows are the base; None for a plain count
    by          breakdowns besides the total, each a tuple of names
    rows_by     breakdown names whose cells are counted in other Rows, because one row may have several values
    narrows_count_alone   breakdown names that leave the out-of whole in this measure
    total       whether the cell "all" is written
    levels      places it is written for
    windows     months of look-back, one cell each
    look_back_months   how far before the period it reads
    compares_from_months    how far before a period records must reach for it to stand beside another period: work that
                began before the records is missing, and long work with it
    follow_up_months    how long after a period it still watches; until then it grows and is compared with no other
    direction   "higher" or "lower" where one is better, else empty
    missing_answers    what happens to rows that lack the answer
    when_empty  what a share with nothing to count is
    counts_as   breakdown values in which the count is also found: those of the same rows and out-of
    out_of_as   breakdown name -> the values that together are the out-of
    is_about_people    whether its counts are of children, families or what concerns them, and so need protection
    checked_on  the day the definition was last reviewed
    """

    name: str
    theme: str
    asks: str
    in_words: str
    unit: str
    rows: str
    source: str
    needs: tuple[str, ...] = ()
    counts: str = "TRUE"
    out_of: str | None = None
    by: tuple[tuple[str, ...], ...] = ()
    rows_by: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    narrows_count_alone: frozenset[str] = COUNT_ONLY
    leaves_out: frozenset[str] = frozenset()
    total: bool = True
    levels: tuple[str, ...] = ("county", "district")
    windows: tuple[int, ...] = ()
    look_back_months: int = 0
    compares_from_months: int = 0
    follow_up_months: int = 0
    direction: str = ""
    missing_answers: str = "No answer is needed."
    when_empty: Status = Status.NOT_APPLICABLE
    calculation: Calculation = Calculation.ROWS
    counts_as: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    out_of_as: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NO_TABLES)
    is_about_people: bool = True
    owner: str = "Performance analyst"
    checker: str = "Second calculation, tests/measures/naive"
    checked_on: date = date(2026, 11, 22)

    @property
    def is_share(self) -> bool:
        return self.out_of is not None

    def rows_of(self, breakdown: tuple[str, ...]) -> str:
        """Return the name of the Rows in which the cells of a breakdown are counted."""
        for name in breakdown:
            if name in self.rows_by:
                return self.rows_by[name]
        return self.rows

    def base_of(self, breakdown: tuple[str, ...]) -> tuple[str, ...]:
        """Return the part of a breakdown that narrows the out-of."""
        return tuple(name for name in breakdown if name not in self.narrows_count_alone)
