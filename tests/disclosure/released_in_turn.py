"""Releases of a drawn county one after the other, each beside all before it, and the attack on them together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from earlyhelp.attacker.attack import attack
from earlyhelp.attacker.cells import Attack
from earlyhelp.disclosure.cells import Release
from earlyhelp.disclosure.gate import release_together
from earlyhelp.disclosure.publication import EarlierRelease, ToRelease
from earlyhelp.disclosure.time_pieces import cut
from earlyhelp.measures.figures import Figure, Status
from earlyhelp.periods import Period
from earlyhelp.report.writers.figures_csv import write_figures_csv
from tests.disclosure.invented_events import LAST_DAY, County
from tests.disclosure.invented_figures import TABLES, Table, figures_of

TERMS: Final = tuple(
    Period(date(*first), date(*last))
    for first, last in (
        ((2014, 9, 1), (2014, 12, 31)),  # a term
        ((2015, 1, 1), (2015, 3, 31)),
        ((2015, 1, 1), (2015, 6, 30)),  # half a year over one term and a half
        ((2015, 4, 1), (2015, 8, 31)),
        ((2014, 9, 1), (2015, 8, 31)),  # the academic year of them
        ((2015, 9, 1), (2015, 12, 31)),
        ((2016, 1, 1), (2016, 5, 31)),
        ((2016, 1, 1), (2016, 7, 31)),
        ((2016, 1, 1), (2016, 7, 31)),  # the same, corrected
        ((2015, 8, 1), (2016, 7, 31)),  # a rolling year
        ((2016, 4, 1), (2016, 6, 30)),
        ((2016, 4, 1), (2016, 8, 31)),
    )
)
"""Twelve releases whose periods overlap in every way."""


@dataclass(frozen=True)
class Released:
    """One release.

    cells, hidden   how many it has, and how many of them are hidden
    folder          where its figures.csv lies
    """

    number: int
    cells: int
    hidden: int
    folder: Path


def release_in_turn(
    county: County,
    terms: Sequence[Period],
    folder: Path,
    *,
    is_forgetful: bool = False,
    tables: Sequence[Table] = TABLES,
) -> Iterator[Released]:
    """Release a county's figures for each term and yield each once it is written.

    is_forgetful    whether each is protected as if nothing had been released before
    Raises          NotSafeError: a release cannot be protected beside those before it
    """
    before: list[tuple[Period, list[Figure]]] = []
    for number, period in enumerate(terms, 1):
        release = _release(county, period, number, [] if is_forgetful else before, tables)
        printed = [cell.figure for cell in release.cells]
        before.append((period, printed))
        hidden = sum(figure.status is Status.SUPPRESSED for figure in printed)
        yield Released(number, len(printed), hidden, _write(folder / f"{number:02}", release))


def _release(
    county: County,
    period: Period,
    number: int,
    before: Sequence[tuple[Period, list[Figure]]],
    tables: Sequence[Table],
) -> Release:
    earlier = tuple(
        EarlierRelease(str(which), printed, figures_of(county, days, number, tables))
        for which, (days, printed) in enumerate(before, 1)
    )
    pieces = cut([period, *(days for days, _ in before)]) if before else ()
    between = tuple(figures_of(county, piece, number, tables) for piece in pieces)
    asked = ToRelease((figures_of(county, period, number, tables),), LAST_DAY, county.schools, earlier, between)
    return release_together(asked, audience="public")[0]


def attack_all(county: County, folders: Sequence[Path]) -> Attack:
    """Attack releases together, the oldest first."""
    schools = {urn: (school.district, school.phase) for urn, school in county.schools.items()}
    return attack(folders, schools=schools, hides_zeros_at=frozenset({"school"}), enough=None)


def _write(folder: Path, release: Release) -> Path:
    folder.mkdir(parents=True)
    (folder / "figures.csv").write_text(write_figures_csv(release.cells), encoding="utf-8", newline="\n")
    return folder
