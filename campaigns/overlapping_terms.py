"""Twelve overlapping releases of drawn counties, attacked together: `python -m campaigns.overlapping_terms [COUNTIES]`.

Each county is released term by term, each release beside all before it. Then everything is attacked at once. The same
releases made as if each were the first show what the register is good for: there the attacker must find something.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Final

from rich.progress import track

from campaigns.progress import resume
from earlyhelp.disclosure.not_safe import NotSafeError
from tests.disclosure.invented_events import County, draw_county
from tests.disclosure.released_in_turn import TERMS, attack_all, release_in_turn

NAME = "overlapping terms"
COUNTIES = 6

SIZES: Final = (100, 200, 400)
"""Schools of the first county, the second, the third; and so on again."""


def main(counties: int) -> int:
    """Release and attack so many counties, one a seed; return 1 when anything hidden was exposed."""
    progress = resume(NAME, first_seed=1)
    for seed in track(range(progress.done_to + 1, counties + 1), description=NAME):
        county = draw_county(seed, schools=SIZES[(seed - 1) % len(SIZES)])
        seen = Counter(progress.looked_at)
        progress.faults += [f"seed {seed}: {fault}" for fault in faults_of(county, seen)]
        progress.looked_at, progress.done_to = dict(seen), seed
        progress.save()
    progress.write_result()
    print(f"{NAME}: {progress.looked_at}, {len(progress.faults)} faults")  # noqa: T201
    return 1 if progress.faults else 0


def faults_of(county: County, seen: Counter[str]) -> list[str]:
    """Return what of a county is exposed by all its releases together, or that the same without memory hides all.

    seen    what was looked at, added to
    """
    exposed = _exposed(county, seen, is_forgetful=False)
    without_memory = _exposed(county, Counter(), is_forgetful=True)
    seen["counties"] += 1
    seen["exposed where each release is protected alone"] += len(without_memory)
    return exposed if without_memory else [*exposed, "nothing is exposed where each release is protected alone"]


def _exposed(county: County, seen: Counter[str], *, is_forgetful: bool) -> list[str]:
    with tempfile.TemporaryDirectory() as place:
        folders: list[Path] = []
        started = time.monotonic()
        try:
            for released in release_in_turn(county, TERMS, Path(place), is_forgetful=is_forgetful):
                folders.append(released.folder)
                seen["releases"] += 1
                seen["cells"] += released.cells
                seen["hidden cells"] += released.hidden
                _tell(county, released.number, time.monotonic() - started)
                started = time.monotonic()
        except NotSafeError as refusal:
            return [f"release {len(folders) + 1}: {refusal}"]
        found = attack_all(county, folders)
        _tell(county, 0, time.monotonic() - started)
    # A later zero of a longer period or a district says that there was nobody in an earlier "0 to 4".
    of_somebody = [exposure.sentence for exposure in found.exposures if exposure.upper != 0]
    seen["known to be nobody"] += len(found.exposures) - len(of_somebody)
    return of_somebody


def _tell(county: County, number: int, seconds: float) -> None:
    """Show the growth with schools and releases; it differs with the machine, so it is kept nowhere."""
    what = f"release {number}" if number else "the attack on all"
    print(f"{len(county.schools)} schools, {what}: {seconds:.1f} s")  # noqa: T201


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNTIES))
