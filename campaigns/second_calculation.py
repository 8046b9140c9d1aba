"""Every cell of random counties against the second calculation: `python -m campaigns.second_calculation [COUNTIES]`."""

from __future__ import annotations

import sys
from random import Random

import duckdb
from rich.progress import track

from campaigns.progress import resume
from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.table_types import create_table_sql
from tests.measures.random_counties import Builder
from tests.measures.test_against_naive import compared, naive_of

NAME = "second calculation"
COUNTIES = 5_000


def main(counties: int) -> int:
    """Compare so many counties, one a seed; return 1 when a cell of any disagreed."""
    progress = resume(NAME, first_seed=1)
    connection = duckdb.connect(config={"threads": 1})
    for table in TABLES.values():
        connection.execute(create_table_sql(table))
    for seed in track(range(progress.done_to + 1, counties + 1), description=NAME):
        county = Builder(Random(seed)).county()
        naive = naive_of(county)
        for line in compared(connection, county, naive):
            progress.faults.append(f"seed {seed}: {line}")
        progress.done_to = seed
        progress.looked_at["counties"] = progress.looked_at.get("counties", 0) + 1
        progress.looked_at["cells"] = progress.looked_at.get("cells", 0) + len(naive)
        progress.save()
    progress.write_result()
    print(f"{NAME}: {progress.looked_at}, {len(progress.faults)} faults")  # noqa: T201
    return 1 if progress.faults else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNTIES))
