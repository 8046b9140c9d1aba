"""`make bench`: every comparison, printed as a table and written to docs/benchmarks.md. Takes minutes."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # run as a file by make: its own package lies beside the project's

from rich.console import Console  # noqa: E402
from rich.table import Table  # noqa: E402

from bench import (  # noqa: E402
    against_county_alone,
    against_hand_written,
    against_other_processes,
    against_publication,
    against_suppression,
    cards,
    commands,
    data,
)
from bench.clock import Taken  # noqa: E402
from bench.england import MEMORY  # noqa: E402
from bench.machine import load, machine_class, versions  # noqa: E402
from bench.results import ENGLAND, HEADINGS, Result, england_section, kept_of, page  # noqa: E402
from earlyhelp.dataset.source import open_dataset  # noqa: E402

PAGE = ROOT / "docs" / "benchmarks.md"
ENGLAND_INVOLVEMENTS = 20_000_000

NOTES = """
## What is compared

- **Hand-written SQL**: `bench/hand_written.py`, twelve measures for county, districts and schools on the same
  connection. Before the clock starts every cell of both sides is compared; one that differs stops the run. Both have
  the code lists as tables; making those is given apart. Only queries and the fetching of their rows are timed.
- **County alone**: the whole catalogue calculated for every place, against the county's cells alone. Given apart: its
  SQL part, and one set of queries for each place (a sample of places, extrapolated).
- **One scan**: every column that the twelve measures need, decoded once and whole: the lengths of texts added up, the
  greatest of days plus one. A plain `max` or `count` would be answered from the statistics of the files without
  reading them. The tables are views over Parquet, each side runs in fresh processes, and the second pass counts.
- **pandas**: `bench/in_pandas.py` in an environment of its own, reading only the columns it needs, import not
  counted, against our first pass. Its cells are compared with ours.
- **Cards**: `earlyhelp publish school-report-card` in a fresh process, with the year earlier and the half to keep. The
  memory is the process's own, the greatest of the runs.
- **Drawing**: every chart of the county's card as SVG text, one width, within a run of many cards; the first card's
  pass is given apart. Beside it Altair with vl-convert, `bench/in_altair.py` in the environment of pandas: a
  sample with every kind of chart, from the same rows, after a pass that loads it. It must print every number of ours.
- **Protection**: tables drawn from a seed in `bench/disclosure_tables.py`, with numbers from 1 to 4 hidden (in one band
  with 0 where it says so). A plain reader, `bench/disclosure_peers.py`, works out up to 400 small cells of each
  pattern by linear programming; *exposed* are those that it proves to be below 5. *Two per line* is today's practice:
  wherever a line hides one cell, its smallest other one as well. Rounding each cell for itself breaks sums and tells.
  *As in a publication* is with the search that the gate allows, *the least* with up to 200 nodes.
- **Publication**: every figure of the county and of the year earlier through the gate for the public, then our own
  attacker over the tables that came out. Schools that are not shown are what is left of their district. More schools
  than `make bench` takes: `python -m bench.against_publication 0 100 200 400`, minutes.
- The ratio in brackets is of **processor time**, the work of all cores: it suffers less than the clock when the
  machine is shared. A goal counts as met when both ratios meet it.
"""


def seconds(taken: Taken) -> str:
    return f"{taken.seconds:.3f} s"


def compared(what: str, ours: Taken, peer: Taken, goal: float | None = None, remark: str = "") -> Result:
    """Return the line of a ratio that both the clock and the processor must keep."""
    processor = ours.processor / peer.processor
    return Result(what, seconds(ours), seconds(peer), ours.seconds / peer.seconds, goal, processor, remark=remark)


def of_one_county(rounds: int) -> list[Result]:
    """Compare with hand-written SQL and with the county alone, on a county as the product opens it."""
    with open_dataset(data.county().folder) as dataset:
        dataset.connection.execute("SET enable_progress_bar = false")
        hand = against_hand_written.compare(dataset.connection, rounds)
        alone = against_county_alone.compare(dataset.connection, rounds)
    alike = f"{hand.cells:,} cells alike; making the code lists takes {hand.code_tables.seconds:.3f} s more"
    cells = alone.all_places.processor - alone.sql_of_all.processor
    cells_of_county = alone.county_alone.processor - alone.sql_of_county.processor
    return [
        compared("compiled SQL : hand-written SQL", hand.compiled, hand.by_hand, 1.15, alike),
        compared(f"all {alone.places} places : county alone", alone.all_places, alone.county_alone, 1.2,
                 f"whole catalogue, {alone.cells:,} cells"),
        compared("of it, the SQL", alone.sql_of_all, alone.sql_of_county),
        Result("of it, making cells", f"{cells:.3f} s", f"{cells_of_county:.3f} s", cells / cells_of_county,
               remark="processor seconds"),
        compared("a query a place : all places at once", alone.a_query_a_place, alone.sql_of_all,
                 remark="SQL; extrapolated from a sample of places"),
    ]  # fmt: skip


def of_many_counties(involvements: int, rounds: int, pandas_rounds: int) -> list[Result]:
    """Compare with one scan of the columns and with pandas, on copies of the county in Parquet."""
    made = data.region(involvements)
    run = against_other_processes.compare(made.folder, rounds, pandas_rounds=pandas_rounds)
    size = f"{made.rows['involvement'] / 1e6:.1f} million involvements"
    peak, first = run.measures.peak_mib / 1024, run.measures.first
    results = [
        compared(f"twelve measures : one scan, {size}", run.measures.last, run.scan.last, 2.0, "aim 1.5"),
        Result(f"peak memory, {size}", f"{peak:.2f} GiB", f"{run.scan.peak_mib / 1024:.2f} GiB", peak, 1.5, unit="GiB",
               remark=f"DuckDB held to {MEMORY}; aim 1 GiB"),
    ]  # fmt: skip
    what = f"pandas : ours, {size}"
    if run.pandas is None:
        return [*results, Result(what, seconds(first), "", None, 5.0, at_least=True)]
    pandas, held = run.pandas.first, run.pandas.peak_mib / 1024
    remark = (
        f"pandas holds {held:.1f} GiB, {held / peak:.1f} times ours; processor ratio "
        f"{pandas.processor / first.processor:.1f}, no goal: pandas uses one core"
    )
    ratio = pandas.seconds / first.seconds
    return [*results, Result(what, seconds(first), seconds(pandas), ratio, 5.0, at_least=True, remark=remark)]


def of_commands(checked_requests: int) -> list[Result]:
    results: list[Result] = []
    for command in commands.commands(checked_requests):
        taken = commands.seconds_of(command)
        ours = "failed" if taken is None else f"{taken:.2f} s"
        results.append(Result(command.what, ours, "", taken, command.goal_seconds, unit="s"))
    return results


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    size = int(os.environ.get("EARLYHELP_BENCH_INVOLVEMENTS", "1000000"))
    parser.add_argument(
        "--involvements", type=int, default=size, help="size of the Parquet comparison; England: 20000000"
    )
    parser.add_argument("--rounds", type=int, default=5, help="rounds of the county's comparisons")
    parser.add_argument("--processes", type=int, default=3, help="fresh processes of each side")
    parser.add_argument("--pandas", type=int, default=2, help="fresh processes of pandas; 0 where memory is short")
    parser.add_argument("--requests", type=int, default=300_000, help="requests in the dataset that is checked")
    parser.add_argument(
        "--only",
        choices=("county", "parquet", "commands", "cards", "disclosure"),
        help="one part; the page is not written",
    )
    parser.add_argument("--england", action="store_true", help="twenty million involvements alone, into its section")
    return parser.parse_args()


def show(results: list[Result]) -> None:
    table = Table(*HEADINGS, title="Benchmarks")
    for result in results:
        style = "red" if result.verdict.startswith("NOT") else None
        table.add_row(*result.columns, style=style)
    Console().print(table)


def conditions_of(before: float) -> list[str]:
    return [
        f"{machine_class()}; {versions()}",
        f"load before and after: {before:.1f} and {load():.1f}; above the number of cores, times are disturbed",
        f"county of {data.COUNTY_REQUESTS:,} requests, seed {data.SEED}, {data.PERIOD.first} to {data.PERIOD.last}",
    ]


def run_england(asked: argparse.Namespace) -> None:
    """Run the Parquet comparison at England's size and replace its section of the page."""
    before = load()
    results = of_many_counties(max(asked.involvements, ENGLAND_INVOLVEMENTS), asked.processes, asked.pandas)
    show(results)
    section = england_section(results, conditions_of(before))
    earlier = PAGE.read_text(encoding="utf-8").partition(ENGLAND)[0].strip() if PAGE.exists() else "# Benchmarks"
    PAGE.write_text(f"{earlier}\n\n{section}\n", encoding="utf-8")


def run_all(asked: argparse.Namespace) -> None:
    """Run every part, or the one asked for; only a whole run writes the page."""
    parts: dict[str, Callable[[], list[Result]]] = {
        "county": lambda: of_one_county(asked.rounds),
        "parquet": lambda: of_many_counties(asked.involvements, asked.processes, asked.pandas),
        "commands": lambda: of_commands(asked.requests),
        "cards": lambda: cards.of_cards(asked.rounds),
        "disclosure": lambda: [*against_suppression.of_suppression(), *against_publication.of_publication()],
    }
    before = load()
    results = [result for name, part in parts.items() if asked.only in (None, name) for result in part()]
    show(results)
    if asked.only is None:
        kept = kept_of(PAGE.read_text(encoding="utf-8")) if PAGE.exists() else ""
        PAGE.write_text(page(results, conditions_of(before), NOTES, kept), encoding="utf-8")


def main() -> None:
    asked = arguments()
    (run_england if asked.england else run_all)(asked)


if __name__ == "__main__":
    main()
