"""Overlapping releases of drawn counties, attacked together: `python -m campaigns.overlapping_terms --help`.

Each county is released term by term, each release beside all before it. Then everything is attacked at once. The same
releases made as if each were the first show what the register is good for: there the attacker must find something.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rich.progress import track

from campaigns.progress import resume
from earlyhelp.disclosure.not_safe import NotSafeError
from earlyhelp.periods import Period
from tests.disclosure.invented_events import County, draw_county
from tests.disclosure.released_in_turn import TERMS, attack_all, release_in_turn

NAME: Final = "overlapping terms"
COUNTIES: Final = 6
DISTRICTS: Final = 8

SIZES: Final = (100, 200, 400)
"""Schools of the first county, the second, the third; and so on again."""


ALL_TERMS: Final = tuple(range(1, len(TERMS) + 1))


@dataclass(frozen=True, slots=True)
class Asked:
    """How much is to be run.

    counties    one a seed
    schools     of each county, the sizes taken in turn
    districts   of each county
    terms       which of TERMS each county is released for, counted from 1
    """

    counties: int = COUNTIES
    schools: tuple[int, ...] = SIZES
    districts: int = DISTRICTS
    terms: tuple[int, ...] = ALL_TERMS

    @property
    def name(self) -> str:
        """The name under which the run is kept; a part of the campaign says how small it is."""
        if (self.schools, self.districts, self.terms) == (SIZES, DISTRICTS, ALL_TERMS):
            return NAME
        schools = " and ".join(map(str, self.schools))
        releases = ", ".join(map(str, self.terms))
        return f"{NAME}, a part: releases {releases}; {schools} schools, {self.districts} districts"


def main(asked: Asked) -> int:
    """Release and attack the counties; return 1 when anything hidden was exposed."""
    progress = resume(asked.name, first_seed=1)
    terms = [TERMS[number - 1] for number in asked.terms]
    for seed in track(range(progress.done_to + 1, asked.counties + 1), description=asked.name):
        schools = asked.schools[(seed - 1) % len(asked.schools)]
        county = draw_county(seed, schools=schools, districts=asked.districts)
        seen = Counter(progress.looked_at)
        progress.faults += [f"seed {seed}: {fault}" for fault in faults_of(county, terms, seen)]
        progress.looked_at, progress.done_to = dict(seen), seed
        progress.save()
    progress.write_result()
    print(f"{asked.name}: {progress.looked_at}, {len(progress.faults)} faults")  # noqa: T201
    return 1 if progress.faults else 0


def faults_of(county: County, terms: Sequence[Period], seen: Counter[str]) -> list[str]:
    """Return what of a county is exposed by all its releases together, or that the same without memory hides all.

    seen    what was looked at, added to
    """
    seen["counties"] += 1
    exposed = _exposed(county, terms, seen, is_forgetful=False)
    without_memory = _exposed(county, terms, Counter(), is_forgetful=True)
    if isinstance(without_memory, NotSafeError):
        faults = [f"each release protected alone: {without_memory}"]
    else:
        seen["exposed where each release is protected alone"] += len(without_memory)
        faults = [] if without_memory else ["nothing is exposed where each release is protected alone"]
    return [str(exposed), *faults] if isinstance(exposed, NotSafeError) else [*exposed, *faults]


def _exposed(
    county: County, terms: Sequence[Period], seen: Counter[str], *, is_forgetful: bool
) -> list[str] | NotSafeError:
    """Return a sentence for each number that all releases together expose, or the refusal of one of them.

    A refusal exposes nothing, yet a county that cannot be published shows nothing of the register either.
    """
    with tempfile.TemporaryDirectory() as place:
        folders: list[Path] = []
        started = time.monotonic()
        try:
            for released in release_in_turn(county, terms, Path(place), is_forgetful=is_forgetful):
                folders.append(released.folder)
                seen["releases"] += 1
                seen["cells"] += released.cells
                seen["hidden cells"] += released.hidden
                _tell(county, released.number, time.monotonic() - started)
                started = time.monotonic()
        except NotSafeError as refusal:
            return NotSafeError(f"release {len(folders) + 1} is refused: {refusal}")
        found = attack_all(county, folders)
        _tell(county, 0, time.monotonic() - started)
    return [exposure.sentence for exposure in found.exposures]


def _tell(county: County, number: int, seconds: float) -> None:
    """Show the growth with schools and releases; it differs with the machine, so it is kept nowhere."""
    what = f"release {number}" if number else "the attack on all"
    print(f"{len(county.schools)} schools, {what}: {seconds:.1f} s")  # noqa: T201


def asked_for(words: Sequence[str]) -> Asked:
    """Read what was typed; less than everything is for a machine that has minutes, not hours."""
    parser = argparse.ArgumentParser(prog="python -m campaigns.overlapping_terms", description=__doc__)
    parser.add_argument("counties", type=int, nargs="?", default=COUNTIES, help="counties, one a seed")
    parser.add_argument("--schools", type=int, nargs="+", default=SIZES, help="sizes of the counties, in turn")
    parser.add_argument("--districts", type=int, default=DISTRICTS, help="districts of each county")
    parser.add_argument(
        "--terms", type=int, nargs="+", choices=ALL_TERMS, default=ALL_TERMS, help="releases of each county"
    )
    read = parser.parse_args(words)
    return Asked(read.counties, tuple(read.schools), read.districts, tuple(read.terms))


if __name__ == "__main__":
    sys.exit(main(asked_for(sys.argv[1:])))
