"""What `figures` and `publish` say of the check of a dataset: rows in all, then each table that lost any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from earlyhelp.dataset.source import TableCount


def lines_on_rows(tables: tuple[TableCount, ...]) -> Iterator[str]:
    """Yield a line on the rows of all tables and one on each table with rows refused or values blanked."""
    yield f"{len(tables)} tables: {_rows(tables)}"
    for table in tables:
        if table.used < table.read or table.blanked:
            yield f"  {table.table}: {_rows((table,))}"


def _rows(tables: Iterable[TableCount]) -> str:
    listed = tuple(tables)
    read, used, blanked = (sum(getattr(table, name) for table in listed) for name in ("read", "used", "blanked"))
    refused = sum(table.refused + table.refused_with_parent for table in listed)
    return f"{read:,} rows read, {used:,} used, {refused:,} refused; {blanked:,} values blanked."
