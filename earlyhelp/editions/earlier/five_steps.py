"""Splits every figure that changed between two editions into the five steps in which it moved.

Source: docs/rules/restatements.md
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, NamedTuple

import duckdb

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.dataset.source import Dataset
from earlyhelp.disclosure.restated_steps import MovedIn, Steps
from earlyhelp.editions.earlier.changed_definitions import by_other_lists
from earlyhelp.editions.earlier.hybrids import Rows, Snapshots, snapshots
from earlyhelp.editions.earlier.kept_definitions import KeptDefinitions
from earlyhelp.editions.earlier.numbers_counted import CellKey, Counted, NumbersByCell, calculated, numbers_of
from earlyhelp.editions.figures_read import read_figures
from earlyhelp.editions.files import FIGURES_FILE
from earlyhelp.editions.private.half import KeptHalf
from earlyhelp.editions.private.pseudonyms import Key
from earlyhelp.measures.figures import Figure, Number
from earlyhelp.measures.scope import Scope

NO_HALF: Final = "no private half of the earlier edition was kept"
OTHER_KEY: Final = "the ids of the earlier edition were hashed under another key"
NOT_AGAIN: Final = "the earlier figure cannot be made again from what was kept of it"
NO_OLD_SQL: Final = "the earlier definition cannot be run again"


class Split(NamedTuple):
    """The steps of the figures that could be split, and why each of the others could not."""

    moved: Mapping[CellKey, MovedIn]
    why_not: Mapping[CellKey, str]


@dataclass(frozen=True)
class Between:
    """What lies between two editions.

    then        scope of the earlier edition: its period and its last day of records, for today's places
    now         scope of this one
    changed     measures whose SQL has changed
    """

    kept: KeptHalf
    then: Scope
    now: Scope
    changed: frozenset[str]


def split_figures(between: Between, figures: list[Figure], dataset: Dataset, key: Key) -> Split:
    """Return how the figures of this edition moved since the earlier one.

    figures     as calculated for this edition, before release
    key         with which this edition hashes its ids
    Raises      CannotRead: a file of the earlier private half is broken
    """
    before = numbers_of(read_figures(between.kept.folder / FIGURES_FILE))
    today = numbers_of(figures)
    moving = [cell for cell, number in today.items() if cell in before and before[cell] != number]
    if between.kept.key_fingerprint != key.fingerprint:
        return Split({}, dict.fromkeys(moving, OTHER_KEY))
    if not moving:
        return Split({}, {})
    try:
        with snapshots(dataset, between.kept, key) as both:
            reached = _reached(between, both, dataset, moving)
    except duckdb.Error:  # its text may quote a value
        raise CannotRead(f"A table in {between.kept.folder} could not be read, so nothing can be split.") from None
    return _split(moving, (before, *reached, today))


def _reached(
    between: Between, both: Snapshots, dataset: Dataset, moving: list[CellKey]
) -> tuple[NumbersByCell, NumbersByCell, NumbersByCell, NumbersByCell, NumbersByCell]:
    """The numbers on each dataset between the two: as they were, corrected, with late rows, by today's catalogue, for
    today's places."""
    definitions = KeptDefinitions(between.kept)
    changed = between.changed
    measures = tuple(sorted({cell.measure for cell in moving}))
    by_old: list[NumbersByCell] = []
    by_new: list[NumbersByCell] = []
    for rows in Rows:
        with both.hybrid(rows) as connection:
            by_new.append(calculated(connection, replace(between.then, measures=measures), both.present(rows)))
            if rows is Rows.EARLIER:
                changed |= by_other_lists(connection, between.kept, between.then)
            old = [cell for cell in moving if cell.measure in changed]
            by_old.append(definitions.count(connection, old) if old else {})
    earlier, corrected, late = (
        {cell: number for cell, number in new.items() if cell.measure not in changed} | kept
        for new, kept in zip(by_new, by_old, strict=True)
    )
    of_today = replace(between.now, period=between.then.period, measures=measures)
    with dataset.connection.cursor() as connection:
        scoped = calculated(connection, of_today, dataset.present)
    return earlier, corrected, late, by_new[-1], scoped


def _split(moving: list[CellKey], reached: tuple[NumbersByCell, ...]) -> Split:
    """reached: before, made again, corrected, late, by today's catalogue, of today's places, today."""
    moved: dict[CellKey, MovedIn] = {}
    why_not: dict[CellKey, str] = {}
    before, again, *between = reached
    for cell in moving:
        if cell not in again or any(cell not in numbers for numbers in between):
            why_not[cell] = NO_OLD_SQL
        elif again[cell] != before[cell]:
            why_not[cell] = NOT_AGAIN
        else:
            moved[cell] = _moved([again[cell], *(numbers[cell] for numbers in between)])
    return Split(moved, why_not)


def _moved(numbers: list[Counted]) -> MovedIn:
    wholes = [each.out_of for each in numbers]
    whole = None if None in wholes else _steps([each for each in wholes if each is not None])
    return MovedIn(_steps([each.number for each in numbers]), whole)


def _steps(reached: Sequence[Number]) -> Steps:
    return Steps(reached[0], *(after - before for before, after in pairwise(reached)))
