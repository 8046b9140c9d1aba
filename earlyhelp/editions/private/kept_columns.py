"""Which columns are kept: those that a measure, a place or a key needs, and no free text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from datetime import date
from functools import cache
from typing import Final

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.declare import Column, Kind, Table
from earlyhelp.measures.catalogue import CATALOGUE, ROWS, tables_needed
from earlyhelp.measures.explain import statements
from earlyhelp.measures.scope import Scope
from earlyhelp.periods import Period

# Without these nobody could tell which place a figure is about. They name places, so they are no free text.
OF_PLACES: Final = {
    "district": frozenset({"name"}),
    "school": frozenset({"name", "phase", "opened_on", "closed_on", "successor_urn"}),
}
# The SQL is read for its words alone, so any period will do.
ANY_SCOPE: Final = Scope(Period(date(2016, 1, 1), date(2016, 7, 31)), date(2016, 7, 31), "", frozenset(TABLES))


def kept_tables(present: Collection[str]) -> tuple[Table, ...]:
    """Return the tables supplied that a measure reads, and the districts; never one of identities."""
    wanted = {*_words_by_table(), "district"} & set(present)
    return tuple(table for name, table in TABLES.items() if name in wanted and not table.restricted)


def kept_columns(table: Table) -> tuple[Column, ...]:
    """Return the columns of a table that are kept, in its order.

    A column counts as read where its name stands in the SQL of a measure that reads the table: one too many may be
    kept that way, such as the district of a table whose district no measure asks for, but never one too few.
    """
    of_places = OF_PLACES.get(table.name, frozenset())
    words = _words_by_table().get(table.name, frozenset())
    return tuple(
        column
        for column in table.columns
        if column.name in table.key
        or column.name in of_places
        or (column.name in words and column.kind is not Kind.TEXT)
    )


@cache
def _words_by_table() -> dict[str, frozenset[str]]:
    """The words in the SQL of the measures that read each table."""
    words: defaultdict[str, set[str]] = defaultdict(set)
    for measure in CATALOGUE.values():
        said = " ".join([
            *(statement.sql for statement in statements(measure, ANY_SCOPE)),
            *(ROWS[name].sql for name in (measure.rows, *measure.rows_by.values())),
            *(name for breakdown in measure.by for name in breakdown),
        ])  # fmt: skip
        found = set(re.findall(r"[a-z_]+", said))
        for level in measure.levels:
            for breakdown in ((), *measure.by):
                for table in tables_needed(measure, breakdown, level):
                    words[table] |= found
    return {table: frozenset(found) for table, found in words.items()}
