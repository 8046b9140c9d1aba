"""How often a name finds its school, as the register writes it and as people write it.

Run with a file of names in the columns SchoolName, URN and LAEstab: `python -m bench.school_names FILE [HOW_MANY]`.
The results and what they mean are in docs/rules/names_of_schools.md. A proposal counts as right where it is the school
itself or one that bears exactly the same name in the same scope: nobody could tell them apart by it.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import perf_counter

from bench.damaged_names import DAMAGES, damage
from earlyhelp.extracts.places.plain_names import plain_words
from earlyhelp.extracts.places.register import Register, School
from earlyhelp.extracts.places.school_names import Proposal, propose
from earlyhelp.places import plain_letters

SEED = 2016
TOP = 3
WRITTEN = "as the register writes it"
MIXED = "one to three damages"


@dataclass
class Tally:
    """How many names were asked, found first, and found among the first three; and how right each sureness was."""

    asked: int = 0
    first: int = 0
    among: int = 0
    sure: Counter[tuple[int, bool]] = field(default_factory=Counter)

    def add(self, school: School, proposals: list[Proposal]) -> None:
        right = [plain_letters(each.name) == plain_letters(school.name) for each in proposals]
        self.asked += 1
        self.first += bool(right) and right[0]
        self.among += any(right)
        if proposals:
            same = proposals[0].urn == school.urn
            self.sure[min(int(proposals[0].how_sure * 10), 9), same] += 1


def read_register(path: Path) -> Register:
    with path.open(encoding="cp1252", newline="") as file:
        rows = list(csv.DictReader(file))
    # The authority, the first three figures of the LAESTAB, stands in for the district.
    return Register(School(row["URN"], row["SchoolName"], row["LAEstab"], row["LAEstab"][:3]) for row in rows)


def main(path: Path, how_many: int) -> None:
    register = read_register(path)
    schools = Random(SEED).sample(register.schools, min(how_many, len(register.schools)))
    _print_shared(register)
    start = perf_counter()
    propose("", register)
    _print(f"made ready in {perf_counter() - start:.1f} s; {len(schools)} names asked of each kind")
    acts: dict[str, Callable[[str, Random], str]] = {WRITTEN: lambda name, _: name}
    acts |= {act.__name__: act for act in DAMAGES} | {MIXED: damage}
    for scope in ("one authority", "all of England"):
        for title, act in acts.items():
            _measure(register, schools, scope, title, act)


def _measure(
    register: Register, schools: Iterable[School], scope: str, title: str, act: Callable[[str, Random], str]
) -> None:
    tally, chance, start = Tally(), Random(SEED), perf_counter()
    for school in schools:
        written = act(school.name, chance)
        if title == WRITTEN or written != school.name:
            within = school.district_code if scope == "one authority" else None
            tally.add(school, propose(written, register, within, TOP))
    each = (perf_counter() - start) / tally.asked * 1000
    _print(
        f"{scope:15} {title:26} asked {tally.asked:6} first {tally.first / tally.asked:6.1%} "
        f"of {TOP} {tally.among / tally.asked:6.1%} {each:.2f} ms each"
    )
    if title == MIXED:
        _print_sureness(tally)


def _print_sureness(tally: Tally) -> None:
    for tenth in range(10):
        right, wrong = tally.sure[tenth, True], tally.sure[tenth, False]
        if right + wrong:
            share = right / (right + wrong)
            _print(f"    how_sure from {tenth / 10:.1f}: {right + wrong:6} names, {share:6.1%} the very URN")


def _print_shared(register: Register) -> None:
    forms: dict[str, Callable[[School], tuple[str, ...]]] = {
        "name in England": lambda school: (plain_letters(school.name),),
        "compared words in England": lambda school: tuple(sorted(plain_words(school.name))),
        "name in one authority": lambda school: (school.district_code, plain_letters(school.name)),
        "compared words in one authority": lambda school: (school.district_code, *sorted(plain_words(school.name))),
    }
    for title, form in forms.items():
        times = Counter(map(form, register.schools))
        shared = sum(times[form(school)] > 1 for school in register.schools)
        _print(
            f"{shared} of {len(register.schools)} schools ({shared / len(register.schools):.1%}) share their {title}"
        )


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 3000)
