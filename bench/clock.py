"""Times taken in turn: ours, the peer, ours, the peer …, so that whatever else the machine does falls on both."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Taken:
    """Medians over the rounds: seconds on the clock, and seconds of processor time over all cores."""

    seconds: float
    processor: float


def measure(act: Callable[[], object]) -> Taken:
    """Return the time of one act."""
    clock, processor = time.perf_counter(), time.process_time()
    act()
    return Taken(time.perf_counter() - clock, time.process_time() - processor)


def median(taken: list[Taken]) -> Taken:
    return Taken(statistics.median(t.seconds for t in taken), statistics.median(t.processor for t in taken))


def in_turn(acts: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, Taken]:
    """Return the median time of each act, after one round that does not count."""
    taken: dict[str, list[Taken]] = {name: [] for name in acts}
    for each in range(rounds + 1):
        for name, act in acts.items():
            once = measure(act)
            if each:
                taken[name].append(once)
    return {name: median(times) for name, times in taken.items()}
