"""How often a card tells of a change where there is none, and of one that there is.

`python -m campaigns.false_alarms [CARDS]`: counties of three sizes, each with two years drawn from one and the same
process, and the sentences that the county's card makes of them.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from math import sqrt

from rich.progress import track

from campaigns.progress import Progress, resume
from tests.publications.null_county import NullCounty, is_called_changed

CARDS = 1_000
SIZES = {"a large county": 4.0, "a county of 400 schools": 1.0, "a small county": 0.2}
# So many are allowed, and more only as far as chance would seldom take so many draws.
ALLOWED = 0.05
# Of about 500 in each year, ten points more.
RAISED, OF_FIVE_HUNDRED = {"re_requests": 0.1}, 500 / 2800


def main(cards: int) -> int:
    """Draw so many cards of each size, one a seed; return 1 where more of them mislead than is said."""
    faults = 0
    for name, size in SIZES.items():
        faults += len(_false_alarms(f"false alarms, {name}", size, cards).faults)
    return 1 if faults + len(_true_changes("true changes of ten points", cards).faults) else 0


def _false_alarms(name: str, size: float, cards: int) -> Progress:
    progress = resume(name, first_seed=1)
    for seed in track(range(progress.done_to + 1, cards + 1), description=name):
        told = is_called_changed(NullCounty(seed, size).figures())
        _count(progress, seed, {"cards": 1, "sentences": len(told), "cards that tell of a change": any(told.values())})
    return _judged(progress, "cards that tell of a change", ALLOWED)


def _true_changes(name: str, cards: int) -> Progress:
    progress = resume(name, first_seed=1)
    for seed in track(range(progress.done_to + 1, cards + 1), description=name):
        told = is_called_changed(NullCounty(seed, OF_FIVE_HUNDRED, RAISED).figures())
        found = any(is_told for sentence, is_told in told.items() if sentence.split()[0] in RAISED)
        others = any(is_told for sentence, is_told in told.items() if sentence.split()[0] not in RAISED)
        _count(progress, seed, {"cards": 1, "found": found, "cards that tell of another": others})
    return _judged(progress, "cards that tell of another", ALLOWED)


def _count(progress: Progress, seed: int, seen: Mapping[str, int]) -> None:
    for what, number in seen.items():
        progress.looked_at[what] = progress.looked_at.get(what, 0) + number
    progress.done_to = seed
    progress.save()


def _judged(progress: Progress, what: str, allowed: float) -> Progress:
    cards, misled = progress.looked_at["cards"], progress.looked_at[what]
    most = allowed * cards + 3 * sqrt(allowed * (1 - allowed) * cards)
    progress.faults = [f"more than {allowed:.0%} of the cards mislead"] if misled > most else []
    progress.save()
    progress.write_result()
    print(f"{progress.name}: {progress.looked_at}, {len(progress.faults)} faults")  # noqa: T201
    return progress


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else CARDS))
