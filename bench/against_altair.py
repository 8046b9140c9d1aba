"""Drawing: the charts of the county's card by us, and a sample of them by Altair in a process of its own."""

from __future__ import annotations

import gc
import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from typing import Final

from bench.against_other_processes import PEERS, run_process
from bench.charts_as_rows import Row, as_rows
from bench.clock import Taken, measure, median
from bench.county_card import charts_of, county_card
from bench.data import KEPT, ROOT, county
from earlyhelp.report.charts.draw import draw
from earlyhelp.report.charts.kinds import Chart
from earlyhelp.report.charts.layout import WIDE

SAMPLE: Final = 20
# Cards drawn before the clock starts, as in a run over many places.
CARDS_BEFORE: Final = 20


@dataclass(frozen=True, slots=True)
class Compared:
    """Times of one chart on average.

    charts, sample      how many there are, and how many of them both sides drew
    first               the first pass over all, when no width of a word is known yet
    all_charts, ours, altair    passes within a run of many cards: ours over all, both over the sample
    """

    charts: int
    sample: int
    first: Taken
    all_charts: Taken
    ours: Taken
    altair: Taken


def compare(rounds: int) -> Compared:
    """Return the times of both. Raises AssertionError: Altair left out a number that we print."""
    gc.set_threshold(200_000)  # as the command line does
    charts = charts_of(county_card(county().folder))
    sample = every_kind(charts, SAMPLE)
    first = measure(lambda: _draw_all(charts))
    for _ in range(CARDS_BEFORE):
        _draw_all(charts)
    all_charts = median([measure(lambda: _draw_all(charts)) for _ in range(rounds)])
    ours = median([measure(lambda: _draw_all(sample)) for _ in range(rounds)])
    altair = _altair([as_rows(chart) for chart in sample], rounds)
    return Compared(
        len(charts), len(sample), _each(first, charts), _each(all_charts, charts), _each(ours, sample),
        _each(altair, sample),
    )  # fmt: skip


def every_kind(charts: Sequence[Chart], most: int) -> list[Chart]:
    """Return so many charts: the kinds by turns, each in the order of the card, so that every kind is among them."""
    turns: dict[str, int] = {}
    ranked: list[tuple[int, int]] = []
    for place, chart in enumerate(charts):
        kind = type(chart).__name__
        turns[kind] = turns.get(kind, 0) + 1
        ranked.append((turns[kind], place))
    return [charts[place] for _, place in sorted(ranked)[:most]]


def missing_words(charts: Sequence[Row], drawings: Sequence[str]) -> list[str]:
    """Return the words printed at marks that a drawing by another tool has not, or not as often: it draws less."""
    lines: list[str] = []
    for chart, drawing in zip(charts, drawings, strict=True):
        drawn = Counter(unescape(text) for text in re.findall(r"<text[^>]*>([^<]*)", drawing))
        told = Counter(row["told"] for row in chart["rows"] if row["told"])
        lines += [f"{chart['title']}: {words}" for words in told - drawn]
    return lines


def _draw_all(charts: Sequence[Chart]) -> None:
    for place, chart in enumerate(charts):
        draw(chart, f"chart-{place}", WIDE)


def _altair(charts: list[Row], rounds: int) -> Taken:
    KEPT.mkdir(parents=True, exist_ok=True)
    given, drawn = KEPT / "charts.json", KEPT / "drawn_by_altair.json"
    given.write_text(json.dumps(charts), encoding="utf-8")
    run = run_process(str(PEERS), str(ROOT / "bench" / "in_altair.py"), str(given), str(rounds), str(drawn))
    lines = missing_words(charts, json.loads(drawn.read_text(encoding="utf-8")))
    assert not lines, f"Altair left out {len(lines)} numbers: {'; '.join(lines[:5])}"
    seconds, processor = run["seconds"], run["processor"]
    assert isinstance(seconds, list) and isinstance(processor, list)
    return median([Taken(*each) for each in zip(seconds, processor, strict=True)])


def _each(taken: Taken, charts: Sequence[Chart]) -> Taken:
    return Taken(taken.seconds / len(charts), taken.processor / len(charts))
