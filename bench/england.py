"""One fresh process of the England comparison: `python -m bench.england FOLDER scan|measures [CELLS.json]`.

Prints the seconds of each pass and the peak memory as JSON. The tables are views over the Parquet files: nothing is
loaded before the clock starts, and the second pass finds them in the cache of the operating system for both sides.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import duckdb

from bench.clock import measure
from bench.twelve import COLUMNS, scope_of
from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.table_types import create_table_sql
from earlyhelp.measures.calculate import calculate
from earlyhelp.measures.figures import Figure

MEMORY: Final = os.environ.get("EARLYHELP_BENCH_MEMORY", "1200MB")
"""What DuckDB may hold before it writes to disk; the process takes some 200 MB on top."""

PASSES: Final = 2


def open_views(folder: Path, work: str) -> duckdb.DuckDBPyConnection:
    """Return a connection in which every table of the dataset is a view of its file, or empty where there is none."""
    connection = duckdb.connect(config={"memory_limit": MEMORY, "temp_directory": work})
    connection.execute("SET preserve_insertion_order = false; SET enable_progress_bar = false")
    for table in TABLES.values():
        path = folder / f"{table.name}.parquet"
        if path.exists():
            connection.execute(f"CREATE VIEW \"{table.name}\" AS SELECT * FROM read_parquet('{path}')")
        else:
            connection.execute(create_table_sql(table))
    return connection


def full_read(table: str, column: str) -> str:
    """Return the cheapest SQL that decodes every value of a column: statistics alone answer a bare max()."""
    kind = TABLES[table].column(column).duckdb_type
    if kind == "VARCHAR":
        return f"sum(strlen({column}))"
    return f"count_if({column})" if kind == "BOOLEAN" else f"max({column} + 1)"


def scan(connection: duckdb.DuckDBPyConnection) -> None:
    """Read every column that the measures need, once and whole."""
    for table, columns in COLUMNS.items():
        reads = ", ".join(full_read(table, column) for column in columns)
        connection.execute(f"SELECT {reads} FROM {table}").fetchall()


def as_cells(figures: list[Figure]) -> dict[str, list[int | None]]:
    """Return count and out-of by measure and breakdown, for the cells that have anything to count."""
    return {
        f"{figure.measure} {figure.breakdown}": [
            int(figure.count),
            None if figure.out_of is None else int(figure.out_of),
        ]
        for figure in figures
        if figure.count is not None and (figure.count or figure.out_of)
    }


def main() -> None:
    folder, side = Path(sys.argv[1]), sys.argv[2]
    figures: list[Figure] = []
    with TemporaryDirectory() as work, open_views(folder, work) as connection:
        scope = scope_of(("county",))

        def measures() -> None:
            figures[:] = calculate(connection, scope)

        act: Callable[[], None] = measures if side == "measures" else lambda: scan(connection)
        passes = [measure(act) for _ in range(PASSES)]
    if len(sys.argv) > 3:
        Path(sys.argv[3]).write_text(json.dumps(as_cells(figures)))
    report = {
        "seconds": [taken.seconds for taken in passes],
        "processor": [taken.processor for taken in passes],
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    sys.stdout.write(json.dumps(report) + "\n")


if __name__ == "__main__":
    main()
