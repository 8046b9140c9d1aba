"""England and the region: our measures, one scan of their columns, and pandas, each in fresh processes by turns."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.clock import Taken
from bench.data import KEPT, ROOT

PEERS: Final = ROOT / ".venv-bench" / "bin" / "python"


@dataclass(frozen=True, slots=True)
class Ran:
    """Medians over the processes of one side: the first pass, the last pass, and the greatest memory in MiB."""

    first: Taken
    last: Taken
    peak_mib: float


@dataclass(frozen=True, slots=True)
class Compared:
    measures: Ran
    scan: Ran
    pandas: Ran | None


def run_process(*command: str) -> dict[str, list[float] | float]:
    """Return what a process prints as its last line. Raises CalledProcessError: it failed."""
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def _ran(runs: list[dict[str, list[float] | float]]) -> Ran:
    def taken(place: int) -> Taken:
        seconds, processor = (
            statistics.median(values[place] for run in runs if isinstance(values := run[name], list))
            for name in ("seconds", "processor")
        )
        return Taken(seconds, processor)

    return Ran(taken(0), taken(-1), max(peak for run in runs if isinstance(peak := run["peak_mib"], float)))


def compare(folder: Path, rounds: int, *, pandas_rounds: int) -> Compared:
    """Return the times and memory of all sides. Raises AssertionError: pandas counts something else.

    pandas_rounds   0 leaves pandas out, where it has not the memory
    """
    ours, theirs = KEPT / "cells_ours.json", KEPT / "cells_pandas.json"
    measures, scans, pandas = [], [], []
    for each in range(rounds):
        scans.append(run_process(sys.executable, "-m", "bench.england", str(folder), "scan"))
        measures.append(run_process(sys.executable, "-m", "bench.england", str(folder), "measures", str(ours)))
        if each < pandas_rounds:
            pandas.append(run_process(str(PEERS), str(ROOT / "bench" / "in_pandas.py"), str(folder), str(theirs)))
    if pandas:
        lines = differing_cells(json.loads(ours.read_text()), json.loads(theirs.read_text()))
        assert not lines, f"{len(lines)} cells differ from pandas: {'; '.join(lines[:5])}"
    return Compared(_ran(measures), _ran(scans), _ran(pandas) if pandas else None)


def differing_cells(ours: dict[str, list[int | None]], theirs: dict[str, list[int | None]]) -> list[str]:
    """Return the cells in which two sides differ; pandas leaves out what it counted nothing of."""
    lines: list[str] = []
    for key in sorted(ours.keys() | theirs.keys()):
        mine, other = ours.get(key), theirs.get(key)
        nothing = mine is not None and other is None and mine[0] == 0
        if mine != other and not nothing:
            lines.append(f"{key}: ours {mine}, pandas {other}")
    return lines
