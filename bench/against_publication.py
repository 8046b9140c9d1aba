"""The county's publication through the gate, and the attack on it, as it grows with the schools it shows.

`make bench` takes the districts alone; more takes minutes: `python -m bench.against_publication SCHOOLS …`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from bench.clock import Taken, measure
from bench.data import PERIOD, county
from bench.results import Result, table_of
from earlyhelp.attacker.attack import attack
from earlyhelp.attacker.cells import Attack
from earlyhelp.dataset.source import open_dataset
from earlyhelp.disclosure.cells import Release
from earlyhelp.disclosure.gate import release_together
from earlyhelp.disclosure.publication import KnownSchool, ToRelease
from earlyhelp.editions.places_asked import read_places
from earlyhelp.editions.released import figures_a_year_earlier, scope_of
from earlyhelp.editions.releasing import known_schools, whole_schools
from earlyhelp.measures.calculate import calculate
from earlyhelp.measures.figures import Figure
from earlyhelp.places import SCHOOL
from earlyhelp.report.writers.figures_csv import write_figures_csv

IN_MAKE_BENCH: Final = (0,)
GOAL_SECONDS: Final = 120.0
FILES: Final = ("figures.csv", "figures_a_year_earlier.csv")


@dataclass(frozen=True)
class Published:
    """One publication: what went in and out of the gate, and how long that and the attack on it took."""

    schools: int
    releases: tuple[Release, ...]
    gate: Taken
    attacked: Attack
    attack: Taken


def of_publication(sizes: Sequence[int] = IN_MAKE_BENCH) -> list[Result]:
    """Return the lines of publications that show so many schools, 0 for county and districts alone."""
    whole = _whole_county()
    lines = [line for schools in sizes for line in _lines(_published(whole, schools), len(whole.schools))]
    if len(whole.schools) in sizes:
        return lines
    by_hand = f"takes minutes: python -m bench.against_publication {len(whole.schools)}"
    return [*lines, Result(f"publication, {len(whole.schools)} schools", "", "", None, GOAL_SECONDS, unit="s",
                           remark=by_hand)]  # fmt: skip


def _whole_county() -> ToRelease:
    """Return every figure of the county, the period and the year earlier, zeros of all open schools too."""
    with open_dataset(county().folder) as dataset:
        places = read_places(dataset)
        scope = scope_of(dataset, PERIOD)
        scope = replace(scope, whole_schools=whole_schools(places, PERIOD, "public"))
        figures = calculate(dataset.connection, scope)
        earlier = figures_a_year_earlier(dataset.connection, scope)
    open_then = {urn: school for urn, school in known_schools(places).items() if urn in scope.whole_schools}
    return ToRelease((figures, earlier), scope.as_at, open_then)


def _part_of(whole: ToRelease, schools: int) -> ToRelease:
    """Return the publication with so many schools, spread over all; the others are what is left of their district."""
    every = max(1, len(whole.schools) // schools) if schools else 1
    taken: dict[str, KnownSchool] = {urn: whole.schools[urn] for urn in sorted(whole.schools)[::every][:schools]}

    def is_shown(figure: Figure) -> bool:
        return figure.place_level != SCHOOL or figure.place_code in taken

    periods = tuple([figure for figure in figures if is_shown(figure)] for figures in whole.periods)
    return replace(whole, periods=periods, schools=taken)


def _published(whole: ToRelease, schools: int) -> Published:
    asked = _part_of(whole, schools)
    released: list[tuple[Release, ...]] = []
    gate = measure(lambda: released.append(release_together(asked, audience="public")))
    found: list[Attack] = []
    with TemporaryDirectory() as folder:
        for release, name in zip(released[0], FILES, strict=True):
            (Path(folder) / name).write_text(write_figures_csv(release.cells), encoding="utf-8", newline="\n")
        attacked = measure(lambda: found.append(_attack(Path(folder), asked)))
    return Published(len(asked.schools), released[0], gate, found[0], attacked)


def _attack(folder: Path, asked: ToRelease) -> Attack:
    schools = {urn: (school.district, school.phase) for urn, school in asked.schools.items()}
    return attack([folder], schools=schools, hides_zeros_at=frozenset({SCHOOL}), enough=None)


def _lines(published: Published, all_schools: int) -> list[Result]:
    name = f"{published.schools} schools" if published.schools else "county and districts"
    cells = sum(len(release.cells) for release in published.releases)
    changed = sum(len(release.changes) for release in published.releases)
    refused = sum(len(release.refused) for release in published.releases)
    # The goal is the whole county's; less than it would meet it too easily.
    goal = GOAL_SECONDS if published.schools == all_schools else None
    gate, attacked = published.gate, published.attack
    return [
        Result(f"publication, {name}: the gate", f"{gate.seconds:.1f} s", "", gate.seconds, goal, unit="s",
               remark=f"processor {gate.processor:.1f} s; {cells:,} cells of two periods, {changed:,} of them not "
                      f"shown or coarser; {refused} tables refused"),
        Result(f"publication, {name}: attacked", f"{attacked.seconds:.1f} s", "", len(published.attacked.exposures), 0,
               unit="exposed", remark=f"processor {attacked.processor:.1f} s; "
                                      f"{published.attacked.programmes:,} linear programmes"),
    ]  # fmt: skip


def main(sizes: Sequence[int]) -> None:
    """Print the lines of each size as soon as they are known."""
    whole = _whole_county()
    for schools in sizes:
        print("\n".join(table_of(_lines(_published(whole, schools), len(whole.schools)))[2:]), flush=True)  # noqa: T201


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or IN_MAKE_BENCH)
