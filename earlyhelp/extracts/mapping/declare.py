"""What a mapping is made of. docs/rules/mappings.md says it for people; the names are the same."""

from __future__ import annotations

from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

PSEUDO_COLUMNS = ("[file]", "[sheet]", "[title]")
"""Columns every sheet has: where its rows come from."""


class DayOrder(StrEnum):
    """In what order a day is written in figures, or what a bare number of days counts from."""

    DAY_FIRST = "day/month/year"
    MONTH_FIRST = "month/day/year"
    YEAR_FIRST = "year/month/day"
    SERIAL_1900 = "serial 1900"
    SERIAL_1904 = "serial 1904"
    MONTH = "month"
    """A month by itself, such as Apr-16: its first day."""


class Take(StrEnum):
    """Which value stands where several rows become one."""

    FIRST = "first"
    LAST = "last"
    EARLIEST = "earliest"
    LATEST = "latest"
    LATEST_OR_OPEN = "latest_or_open"
    ANY = "any"
    MOST = "most"
    SUM = "sum"


@dataclass(frozen=True, slots=True)
class Via:
    """A detour by another source: its row whose column `by` holds the text, and what is taken from it.

    id_of   table whose key is taken; empty where `column` is taken
    column  column of that source whose text is taken
    """

    source: str
    by: str
    id_of: str = ""
    column: str = ""


@dataclass(frozen=True, slots=True)
class ColumnRule:
    """How one column of the dataset is filled. Fields as in docs/rules/mappings.md; empty where they do not apply.

    names   columns of the source, the first that the sheet has is read
    joined  columns whose texts are read as one, with `between` between them
    value   None where it is not a constant
    """

    names: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    between: str = ""
    value: str | None = None
    values: Dictionary[str, str] = field(default_factory=dict[str, str])
    values_name: str = ""
    otherwise: str | None = None
    split: str = ""
    part: str = ""
    pattern: str = ""
    dates: tuple[DayOrder, ...] = ()
    round_down: bool = False
    lookup: str = ""
    hash: tuple[str, ...] = ()
    id_of: str = ""
    via: Via | None = None
    spell: tuple[str, ...] = ()
    take: Take | None = None

    @property
    def columns_read(self) -> tuple[str, ...]:
        """Every column of the source that this rule may read."""
        return self.names + self.joined + self.hash + self.spell


@dataclass(frozen=True, slots=True)
class Unpivot:
    """Columns that become rows: each of `columns` (patterns) gives a row with its name and its cell.

    keeps_empty     whether an empty cell gives a row too
    """

    columns: tuple[str, ...]
    name: str
    value: str
    keeps_empty: bool = False


@dataclass(frozen=True, slots=True)
class Repeat:
    """A row that counts several becomes several, numbered from 1 within the rows that agree."""

    by: str
    number: str
    within: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A kind of sheet: where it is found and how it is laid out. Fields as in docs/rules/mappings.md."""

    name: str
    files: tuple[str, ...]
    sheets: tuple[str, ...] = ("*",)
    header_rows: int = 1
    header_has: tuple[str, ...] = ()
    skip_after_header: int = 0
    system: str = ""
    note: str = ""
    complete_from: str = ""
    as_at: str = ""
    dates: tuple[DayOrder, ...] = ()
    decimal: str = "."
    missing: tuple[str, ...] = ()
    fill_down: tuple[str, ...] = ()
    leave_out_rows: tuple[str, ...] = ()
    leaves_hidden_rows_out: bool = False
    ignore: tuple[str, ...] = ()
    unpivot: Unpivot | None = None
    repeat: Repeat | None = None


@dataclass(frozen=True, slots=True)
class TableRule:
    """Rows of one table of the dataset, made from one source. Fields as in docs/rules/mappings.md."""

    name: str
    source: str
    columns: Dictionary[str, ColumnRule]
    where: Dictionary[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    leave_out: Dictionary[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    only_if_filled: tuple[str, ...] = ()
    only_in_county: str = ""
    adds: bool = False


@dataclass(frozen=True, slots=True)
class DistrictNames:
    """A district as the council names it."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mapping:
    """A whole mapping.

    path    the file it was read from, for messages and for the key file beside it
    """

    path: Path
    title: str
    sources: Dictionary[str, Source]
    tables: tuple[TableRule, ...]
    county_code: str = ""
    county_name: str = ""
    districts: tuple[DistrictNames, ...] = ()
    schools: Dictionary[str, str] = field(default_factory=dict[str, str])
    key_file: str = ""

    def tables_of(self, source: str) -> tuple[TableRule, ...]:
        """The tables made from that source, in the order of the mapping."""
        return tuple(table for table in self.tables if table.source == source)
