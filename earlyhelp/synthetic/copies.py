"""Many varied copies of one invented county: England from a county, written by DuckDB straight to Parquet.

Each block of the copy is the county again with other ids, its families moved back by nought to four weeks and some of
their attributes drawn anew, all by a hash of the seed, the block and the family, so that nothing depends on the order
of work. A family moves as a whole: no order of dates, no age and no weekday changes. Places are shared by blocks:
sixty times 398 schools make England's number.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import duckdb

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.sql_text import literal
from earlyhelp.dataset.table_types import quoted
from earlyhelp.synthetic.copied_columns import Source, copied_column, stored_column
from earlyhelp.synthetic.writing import Book, write_parquet

PLACE_BLOCKS: Final = 60
ROWS_A_SLICE: Final = 128
"""Base rows, in the order of their dates, that all blocks write before the next: what keeps a file in order of date."""

MEMORY: Final = "2GB"

ONCE: Final = ("term", "target", "benchmark", "questionnaire_item")
BY_PLACE: Final = ("district", "school", "staffing", "link_meeting")
BY_BLOCK: Final = (
    "family", "person", "family_member", "request", "request_child", "involvement", "involvement_child", "focus",
    "assessment", "review", "care_status", "exclusion", "referral", "link", "case_audit", "closing_form",
    "closing_answer",
)  # fmt: skip
IDENTITIES: Final = ("identity", "referral_identity")

# The family a row belongs to, by the first of these columns it has.
FAMILY_BY_COLUMN: Final = {
    "family_id": "SELECT DISTINCT family_id, family_id AS family FROM base_family",
    "involvement_id": "SELECT involvement_id, family_id AS family FROM base_involvement",
    "request_id": "SELECT request_id, family_id AS family FROM base_request",
    "form_id": "SELECT f.form_id, i.family_id AS family FROM base_closing_form f JOIN base_involvement i "
               "USING (involvement_id)",
    "referral_id": "SELECT referral_id, min(family_id) AS family FROM base_link JOIN base_family_member "
                   "USING (person_id) GROUP BY referral_id",
    "person_id": "SELECT person_id, min(family_id) AS family FROM base_family_member GROUP BY person_id",
}  # fmt: skip


def write_copies(
    book: Book, out: Path, *, copies: int, seed: int, identities: bool, tell: Callable[[str], None]
) -> dict[str, int]:
    """Write the tables that the measures read, that many blocks of each, as Parquet in the order of their dates.

    identities  write the two restricted tables too; names then recur from block to block, and numbers are left empty
    Returns     rows by table
    """
    wanted = BY_BLOCK + (IDENTITIES if identities else ())
    places = min(copies, PLACE_BLOCKS)
    rows: dict[str, int] = {}
    with TemporaryDirectory(dir=out) as work, duckdb.connect() as connection:
        connection.execute(
            f"SET enable_progress_bar = false; SET memory_limit = '{MEMORY}'; SET temp_directory = {literal(work)}"
        )
        # The counter is to be the side that streams, however few rows it has: its order is the order of the file.
        connection.execute("SET disabled_optimizers = 'join_order,build_side_probe_side'")
        tell("loading the county to copy")
        for table in (*BY_PLACE, *wanted):
            _load(connection, book, table, Path(work))
        for table in TABLES:
            blocks = copies if table in wanted else places if table in BY_PLACE else 1
            if table in ONCE:
                write_parquet(connection, book.rows[table], table, out / f"{table}.parquet")
                rows[table] = len(book.rows[table])
            elif table in wanted or table in BY_PLACE:
                tell(f"writing {table}: {blocks * len(book.rows[table]):,} rows")
                rows[table] = _copy(connection, table, blocks, places, seed, out / f"{table}.parquet")
    return rows


def _load(connection: duckdb.DuckDBPyConnection, book: Book, table: str, work: Path) -> None:
    """Put a table of the county into DuckDB as base_table: ids as numbers, so that a block can be added to them."""
    path = work / "base.parquet"
    write_parquet(connection, book.rows[table], table, path)
    columns = ", ".join(stored_column(TABLES[table], column) for column in TABLES[table].columns)
    connection.execute(f"CREATE TABLE base_{table} AS SELECT {columns} FROM read_parquet({literal(str(path))})")


def _copy(connection: duckdb.DuckDBPyConnection, table: str, blocks: int, places: int, seed: int, path: Path) -> int:
    """Write every block of one table: all blocks of the earliest rows first, so that dates rise through the file."""
    _put_in_order(connection, table)
    (number,) = connection.execute(f"SELECT count(*) FROM ordered_{table}").fetchone() or (0,)
    round_of = ROWS_A_SLICE * blocks
    last = -(-number // ROWS_A_SLICE) * round_of
    declared = TABLES[table]
    source = Source("block", f"block % {places}")
    columns = ", ".join(copied_column(source, declared, column) for column in declared.columns)
    numbered = (
        f"SELECT (i // {round_of}) * {ROWS_A_SLICE} + i % {ROWS_A_SLICE} AS row, "
        f"(i % {round_of}) // {ROWS_A_SLICE} AS block FROM range({last}) AS counter (i)"
    )
    back = "0" if table in BY_PLACE else f"CAST(hash({seed}, block, family) % 5 AS INTEGER) * 7"
    # Probing the small table with the counter keeps the counter's order.
    shifted = (
        f"SELECT *, {back} AS days_back, hash({seed} + 1, block, row) AS turn "
        f"FROM ({numbered}) JOIN ordered_{table} USING (row)"
    )
    connection.execute(f"COPY (SELECT {columns} FROM ({shifted})) TO {literal(str(path))} (FORMAT parquet)")
    connection.execute(f"DROP TABLE ordered_{table}")
    return number * blocks


def _put_in_order(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    """Number the rows of a base table by date and add the family each belongs to."""
    names = [column.name for column in TABLES[table].columns]
    by = next((name for name in FAMILY_BY_COLUMN if name in names), None)
    family, join = "base.rowid", ""
    if by and table not in BY_PLACE:
        family = "coalesce(of_family.family, base.rowid)"
        join = f"LEFT JOIN ({FAMILY_BY_COLUMN[by]}) of_family ON of_family.{by} = base.{by}"
    days = [column.name for column in TABLES[table].columns if column.required and column.duckdb_type == "DATE"]
    order = f"base.{quoted(days[0])}, base.rowid" if days else "base.rowid"
    connection.execute(
        f"CREATE TABLE ordered_{table} AS SELECT row_number() OVER (ORDER BY {order}) - 1 AS row, "
        f"{family} AS family, base.* FROM base_{table} base {join}"
    )
