"""The report card: how long one takes, and all of a county's, in a fresh process each; and its charts."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from bench import against_altair
from bench.clock import Taken, median
from bench.commands import EARLYHELP, PERIOD_OPTIONS
from bench.data import ROOT, county
from bench.results import Result

COUNTY_SECONDS: Final = 2.0
ALL_SECONDS: Final = 20.0
ALL_MEGABYTES: Final = 300.0
CHART_MILLISECONDS: Final = 0.2
ROUNDS_OF_ALL: Final = 3


@dataclass(frozen=True, slots=True)
class Published:
    """Runs of `earlyhelp publish`: how many cards, the median time, and the greatest memory in millions of bytes."""

    cards: int
    taken: Taken
    peak_megabytes: float


def published(place: str, rounds: int) -> Published | None:
    """Return what it takes to publish the cards of a place; None where the command failed."""
    runs = [run for _ in range(rounds) if (run := _publish(place)) is not None]
    if len(runs) < rounds:
        return None
    return Published(runs[0].cards, median([run.taken for run in runs]), max(run.peak_megabytes for run in runs))


def _publish(place: str) -> Published | None:
    with TemporaryDirectory() as folder:
        # For staff: what protection takes is measured by itself (against_publication.py).
        asked = ["--place", place, "--audience", "internal"]
        typed = ["publish", "school-report-card", str(county().folder), *PERIOD_OPTIONS, *asked]
        command = [sys.executable, "-m", "bench.launched", EARLYHELP, *typed, "--out", folder]
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
        report = json.loads(done.stdout)
        if report["exit"] != 0:
            return None
        # The contents page of many cards is no card.
        cards = sum(page.name != "index.html" for page in Path(folder).glob("*.html"))
        taken = Taken(report["seconds"], report["processor"])
        return Published(cards, taken, report["peak_mib"] * 2**20 / 1e6)


def of_cards(rounds: int) -> list[Result]:
    """Return the lines of the card: the county's, all of the county's places, and drawing beside Altair."""
    return [*_of_county(published("county", rounds)), *_of_all(published("all", ROUNDS_OF_ALL)), *_of_drawing(rounds)]


def _of_county(run: Published | None) -> list[Result]:
    what = "card of the county"
    if run is None:
        return [Result(what, "failed", "", None, COUNTY_SECONDS, unit="s")]
    remark = f"{run.cards} card; processor {run.taken.processor:.2f} s; {run.peak_megabytes:.0f} MB"
    return [Result(what, f"{run.taken.seconds:.2f} s", "", run.taken.seconds, COUNTY_SECONDS, unit="s", remark=remark)]


def _of_all(run: Published | None) -> list[Result]:
    what, memory = "cards of all places", "peak memory, cards of all places"
    if run is None:
        return [Result(what, "failed", "", None, ALL_SECONDS, unit="s"),
                Result(memory, "failed", "", None, ALL_MEGABYTES, unit="MB")]  # fmt: skip
    seconds, peak = run.taken.seconds, run.peak_megabytes
    return [
        Result(what, f"{seconds:.2f} s", "", seconds, ALL_SECONDS, unit="s",
               remark=f"{run.cards} cards, {seconds / run.cards * 1000:.0f} ms each; "
                      f"processor {run.taken.processor:.2f} s"),
        Result(memory, f"{peak:.0f} MB", "", peak, ALL_MEGABYTES, unit="MB"),
    ]  # fmt: skip


def _of_drawing(rounds: int) -> list[Result]:
    run = against_altair.compare(rounds)
    ours, altair = run.ours, run.altair
    each = run.all_charts.seconds * 1000
    pages = f"{run.charts} charts of the county's card on average"
    return [
        Result("drawing a chart, one width", _milliseconds(run.all_charts), "", each, CHART_MILLISECONDS, unit="ms",
               remark=f"{pages}; processor {run.all_charts.processor * 1000:.2f} ms; "
                      f"first pass {_milliseconds(run.first)}"),
        Result(f"Altair : ours, drawing {run.sample} charts", _milliseconds(ours), _milliseconds(altair),
               altair.seconds / ours.seconds, processor=altair.processor / ours.processor,
               remark="SVG, every kind of chart; a chart on average, programs loaded before"),
    ]  # fmt: skip


def _milliseconds(taken: Taken) -> str:
    return f"{taken.seconds * 1000:.2f} ms"
