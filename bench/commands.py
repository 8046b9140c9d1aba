"""Whole commands in fresh processes, as a person waits for them."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

import duckdb

from bench import data
from bench.data import PERIOD

EARLYHELP: Final = str(Path(sys.executable).parent / "earlyhelp")
PERIOD_OPTIONS: Final = ("--from", PERIOD.first.isoformat(), "--to", PERIOD.last.isoformat())


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its name in the table, the most seconds it may take, and what is typed, given a new folder."""

    what: str
    goal_seconds: float
    typed: Callable[[Path], list[str]]
    rounds: int = 5
    accepted_exits: tuple[int, ...] = (0,)


def seconds_of(command: Command) -> float | None:
    """Return the median seconds; None where the command failed."""
    taken: list[float] = []
    for _ in range(command.rounds):
        with TemporaryDirectory() as folder:
            start = time.perf_counter()
            done = subprocess.run(
                [EARLYHELP, *command.typed(Path(folder))], cwd=folder, capture_output=True, check=False
            )
            taken.append(time.perf_counter() - start)
        if done.returncode not in command.accepted_exits:
            return None
    return median(taken)


def large_dataset(requests: int) -> Path:
    """Return a folder of CSV files with at least so many requests for support: copies of the county, written out."""
    copies = -(-requests // data.COUNTY_REQUESTS)
    made = data.region(copies * data.INVOLVEMENTS_A_COUNTY)
    folder = data.KEPT / f"{made.folder.name}_csv"
    if not (folder / "dataset.json").exists():
        folder.mkdir(parents=True, exist_ok=True)
        with duckdb.connect() as connection:
            for path in sorted(made.folder.glob("*.parquet")):
                connection.execute(f"COPY (FROM read_parquet('{path}')) TO '{folder / path.stem}.csv' (HEADER)")
        (folder / "dataset.json").write_bytes((made.folder / "dataset.json").read_bytes())
    return folder


def commands(checked_requests: int) -> list[Command]:
    """Return the commands that are timed, each with its goal."""
    as_csv, as_parquet = str(data.county("csv").folder), str(data.county("parquet").folder)
    large = str(large_dataset(checked_requests))
    sent = data.council_files().folder
    of_a_case_system = [str(sent / name) for name in ("liquidlogic", "school_register")]
    return [
        Command("earlyhelp --help", 0.5, lambda _: ["--help"]),
        Command("figures of a county, CSV", 1.5, lambda out: ["figures", as_csv, *PERIOD_OPTIONS, "--out", str(out)]),
        Command(
            "figures of a county, Parquet", 1.5, lambda out: ["figures", as_parquet, *PERIOD_OPTIONS, "--out", str(out)]
        ),
        Command(
            "extract of a county, a case system's workbook",
            30,
            lambda out: [
                "extract",
                *of_a_case_system,
                *("--mapping", "liquidlogic", "--mapping", "school_register", "--county", "Staffordshire"),
                *("--out", str(out / "dataset")),
            ],
            3,
        ),
        Command(f"check of {checked_requests:,} requests, CSV", 30, lambda _: ["check", large], 1, (0, 1)),
        Command(
            f"synthesise {data.COUNTY_REQUESTS:,} requests",
            10,
            lambda out: [
                "synthesise",
                "--out",
                str(out / "county"),
                "--requests",
                str(data.COUNTY_REQUESTS),
                "--seed",
                "1",
            ],
            1,
        ),
        Command("demo", 60, lambda _: ["demo"], 1),
    ]
