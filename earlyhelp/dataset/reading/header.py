"""Matches the first line of a file with the columns of a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from earlyhelp.dataset.declare import Table
from earlyhelp.dataset.reading.supplied import Noticed

BLANKS: Final = " \t\r\n\v\f\u00a0\u2007\u202f\u200b\ufeff"
"""What is taken off both ends of a header or a value: white space, fixed spaces and byte order marks."""


@dataclass(frozen=True, slots=True)
class Header:
    """Where the columns of a table stand in a file.

    positions   declared column to its place, from 0
    unknown     places of the columns that are dropped
    """

    positions: Mapping[str, int]
    unknown: tuple[int, ...]
    unusable: tuple[Noticed, ...]
    noticed: tuple[Noticed, ...]


def match_header(table: Table, names: Sequence[str]) -> Header:
    """Return where the declared columns stand. Names match whatever their case and the white space around them.

    A declared name that comes twice, or a required one that does not come, makes the table unusable. A nameless
    column is dropped like an unknown one.
    """
    cleaned = [plain(name) for name in names]
    declared = {column.name for column in table.columns}
    times = Counter(cleaned)
    missing = [column.name for column in table.columns if column.required and not times[column.name]]
    twice = [name for name in dict.fromkeys(cleaned) if name in declared and times[name] > 1]
    unknown = tuple(place for place, name in enumerate(cleaned) if name not in declared)
    return Header(
        {name: cleaned.index(name) for name in (column.name for column in table.columns) if times[name]},
        unknown,
        (
            *(Noticed("EH0002", table.name, name) for name in missing),
            *(Noticed("EH0003", table.name, name) for name in twice),
        ),
        tuple(Noticed("EH0001", table.name, names[place].strip(BLANKS)) for place in unknown if cleaned[place]),
    )


def plain(name: str) -> str:
    """Return a name without the white space around it and in small letters, to compare it."""
    return name.strip(BLANKS).casefold()


def count_known(table: Table, names: Sequence[str]) -> int:
    """Return how many different declared columns are among the names."""
    return len({plain(name) for name in names} & {column.name for column in table.columns})
