"""Datasets between two editions: the rows of one with the content, the late rows or the places of the other."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import duckdb

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.declare import Table
from earlyhelp.dataset.source import Dataset
from earlyhelp.dataset.sql_text import literal
from earlyhelp.dataset.table_types import create_table_sql, quoted
from earlyhelp.editions.private.half import KeptHalf
from earlyhelp.editions.private.kept_columns import kept_columns
from earlyhelp.editions.private.pseudonyms import Key
from earlyhelp.editions.private.tables import write_tables

# What names places: its content is a matter of scope, whatever else is corrected.
OF_PLACES: Final = frozenset({"district", "school"})


class Rows(Enum):
    """Which rows a dataset between two editions has; its places are those of the earlier one."""

    EARLIER = "earlier"  # as the earlier edition read them
    CORRECTED = "corrected"  # those ids with today's content, without those that are gone
    LATE = "late"  # and the ids that the earlier edition did not have


@dataclass(frozen=True)
class Snapshots:
    """Both snapshots under the same pseudonyms.

    now         folder of today's rows, laid out as the tables of a private half
    """

    then: KeptHalf
    now: Path
    present_now: frozenset[str]

    def present(self, rows: Rows) -> frozenset[str]:
        """Return the names of the tables that count as supplied."""
        if rows is Rows.EARLIER:
            return frozenset(name for name in TABLES if self.then.table(name).is_file())
        return self.present_now

    @contextmanager
    def hybrid(self, rows: Rows) -> Generator[duckdb.DuckDBPyConnection]:
        """Open the dataset that has these rows, every table under its own name. Raises duckdb.Error: a broken file."""
        with duckdb.connect(":memory:", config={"autoinstall_known_extensions": "false"}) as connection:
            connection.execute("SET threads = 1; SET enable_progress_bar = false")
            for table in TABLES.values():
                if not table.restricted:
                    self._make(connection, table, rows)
            yield connection

    def _make(self, connection: duckdb.DuckDBPyConnection, table: Table, rows: Rows) -> None:
        then, now = self.then.table(table.name), self.now / f"{table.name}.parquet"
        read_then, read_now = (f"read_parquet({literal(str(path))})" for path in (then, now))
        name = quoted(table.name)
        if rows is Rows.EARLIER or table.name in OF_PLACES:
            source = f"SELECT * FROM {read_then}" if then.is_file() else ""
        elif rows is Rows.CORRECTED:
            source = _of_known_ids(table, read_then, read_now) if then.is_file() and now.is_file() else ""
        else:
            source = f"SELECT * FROM {read_now}" if now.is_file() else ""
        connection.execute(f"CREATE TABLE {name} AS {source}" if source else create_table_sql(table))
        self._add_columns(connection, table)

    def _add_columns(self, connection: duckdb.DuckDBPyConnection, table: Table) -> None:
        """Add what a measure of today reads and the earlier edition did not keep, empty."""
        known = {row[0] for row in connection.execute(f"DESCRIBE {quoted(table.name)}").fetchall()}
        for column in kept_columns(table):
            if column.name not in known:
                connection.execute(
                    f"ALTER TABLE {quoted(table.name)} ADD COLUMN {quoted(column.name)} {column.duckdb_type}"
                )


def _of_known_ids(table: Table, then: str, now: str) -> str:
    is_same = " AND ".join(f"was.{quoted(name)} IS NOT DISTINCT FROM now.{quoted(name)}" for name in table.key)
    return f"SELECT now.* FROM {now} AS now SEMI JOIN {then} AS was ON {is_same}"


@contextmanager
def snapshots(dataset: Dataset, then: KeptHalf, key: Key) -> Generator[Snapshots]:
    """Lay today's rows beside those of an earlier edition, in a folder that goes when the `with` statement ends."""
    with TemporaryDirectory(prefix="earlyhelp-restated-") as name, dataset.connection.cursor() as connection:
        write_tables(connection, dataset.present, Path(name), key)
        yield Snapshots(then, Path(name), dataset.present)
