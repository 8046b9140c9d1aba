"""The attack: everything published is read, and every hidden number pushed as far as what is printed lets it go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from earlyhelp.attacker.cells import Attack, Cell, Exposure, OwnFigure
from earlyhelp.attacker.intervals import Found, find_small
from earlyhelp.attacker.page_checks import read_pages
from earlyhelp.attacker.quantities import Place, Sheet
from earlyhelp.attacker.reading.edition import read_edition, says_internal
from earlyhelp.attacker.system import System, build_system

SAID: Final = {
    "count": "the number can be worked out to be small from what is printed.",
    "out-of": "the number it is out of can be worked out to be small from what is printed.",
    "rest": "the number of all others in it can be worked out to be small from what is printed.",
}


def attack(
    published: Sequence[Path],
    *,
    schools: Mapping[str, tuple[str, str]],
    below: int = 5,
    hides_zeros_at: frozenset[str] = frozenset(),
    own: Iterable[OwnFigure] = (),
    is_public: bool = True,
    enough: int | None = 100,
) -> Attack:
    """Attack what was published, the last folder with the help of all before it.

    published       folders, oldest first; of the earlier ones tables alone are read. `private` in them is not looked at
    schools         URN -> (district code, phase as in the breakdown), which anyone knows
    below           a number that is known to be less is exposed
    hides_zeros_at  levels at which a hidden cell may be nothing
    own             what a head knows of the own school
    is_public       whether the word internal is a fault
    enough          once so many are found no more are looked for by programmes, as one is too many; None looks for all
    """
    *earlier, last = [read_edition(folder) for folder in published]
    exposures = read_pages(last, below=below, is_public=is_public)
    exposures += last.given_away
    if is_public:
        exposures += says_internal(last)
    editions = [*(edition.cells for edition in earlier), last.cells]
    system = build_system(editions, schools, hides_zeros_at, own)
    # To know that there is nobody tells of nobody; that nobody is left tells what all are.
    no_secret = {index for index, (_, quantity) in system.hidden.items() if quantity != "rest"}
    found = find_small(system.quantities, set(system.hidden), set(system.pieces), below, enough, no_secret)
    exposures += _printed_small(system, below)
    exposures += _worked_out(system, found)
    hidden = sum(printed.is_hidden for printed in last.cells.values())
    ordered = sorted(dict.fromkeys(exposures), key=lambda exposure: (exposure.table, exposure.quantity, exposure.files))
    return Attack(tuple(ordered), hidden, found.unknowns, found.programmes)


def _printed_small(system: System, below: int) -> list[Exposure]:
    """Return small numbers that stand in a table as they are."""
    exposures: list[Exposure] = []
    for index, (cell, quantity) in system.printed.items():
        number = system.quantities.lower[index]
        if 0 < number < below:
            why = f"a small number ({quantity}) is printed."
            exposures.append(Exposure(cell, quantity, number, number, cell.table, why))
    return exposures


def _worked_out(system: System, found: Found) -> list[Exposure]:
    exposures: list[Exposure] = []
    for index, (low, high) in found.small.items():
        if index in system.hidden:
            cell, quantity = system.hidden[index]
            exposures.append(Exposure(cell, quantity, low, high, cell.table, SAID[quantity]))
        else:
            exposures.append(_of_time(*system.pieces[index], low, high))
    return exposures


def _of_time(sheet: Sheet, place: Place, low: int, high: int) -> Exposure:
    """Return the exposure of a piece of time between two publications."""
    first, last = (date.fromordinal(day).isoformat() for day in (sheet.first, sheet.last))
    parts = ";".join(f"{name}={value}" for name, value in sheet.group.parts) or "all"
    cell = Cell(sheet.group.what, *place, parts, first, last)
    why = "two publications that share days tell what was counted between them."
    return Exposure(cell, "count", low, high, cell.table, why)
