"""A school's own figures as they are, among all others as the public sees them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from earlyhelp.disclosure.cells import GATE_KEY, Release, ReleasedCell
from earlyhelp.disclosure.policies import TO_SCHOOL
from earlyhelp.measures.figures import Figure


def release_to_school(released: Release, calculated: Iterable[Figure], urn: str) -> Release:
    """Return a release for the head teacher of one school: no other school's cells, its own unprotected.

    released    what was released to the audience "school" for all schools alike
    calculated  the figures before release; those of the school's own measures are shown as they are
    """
    own = {
        (figure.measure, figure.breakdown): ReleasedCell(GATE_KEY, figure)
        for figure in calculated
        if figure.place_level == "school" and figure.place_code == urn and figure.measure in TO_SCHOOL.own_measures
    }
    cells = tuple(
        own.get((cell.measure, cell.breakdown), cell) if cell.place_level == "school" else cell
        for cell in released.cells
        if cell.place_level != "school" or cell.place_code == urn
    )
    changes = tuple(
        change
        for change in released.changes
        if change.place_level != "school"
        or (change.place_code == urn and (change.measure, change.breakdown) not in own)
    )
    return replace(released, cells=cells, changes=changes)
