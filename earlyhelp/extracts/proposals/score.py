"""How much speaks for what a sheet may be about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.extracts.proposals.assignment import Assignment
from earlyhelp.extracts.proposals.bundles import is_needed
from earlyhelp.extracts.proposals.column_profile import ColumnProfile
from earlyhelp.extracts.proposals.headings import title_likeness

_COUNTS_BESIDE: Final = 0.4
_COUNTS_COMPANION: Final = 0.45
_LACKING: Final = 0.9
_LACKING_ID: Final = 0.45
_LACKING_MADE: Final = 0.15
_REPEATING: Final = 1.5
_FIRST: Final = 0.6
_SAYS_IT: Final = 0.9


def score(assignment: Assignment, profiles: Sequence[ColumnProfile], titles: Sequence[str]) -> float:
    """Return how much speaks for what a sheet may be about: by its columns, its titles, and what it lacks."""
    bundle = assignment.bundle
    total = title_likeness(titles, bundle.main)
    for given in assignment.given.values():
        is_of_main = any(table == bundle.main for table, _ in given.concept.slots)
        counts = 1.0 if is_of_main else _COUNTS_BESIDE if given.concept.is_beside else _COUNTS_COMPANION
        total += counts * given.fit.score
    filled = {slot for given in assignment.given.values() for slot in given.concept.slots}
    main = TABLES[bundle.main]
    for column in main.columns:
        if (main.name, column.name) in filled:
            continue
        if is_needed(main, column):
            total -= _LACKING_ID if column.refers_to else _LACKING
        elif main.key == (column.name,):
            total -= _LACKING_MADE
    total += _FIRST * _begins_with_its_key(assignment, profiles)
    return total - _REPEATING * _share_repeated(assignment)


def _begins_with_its_key(assignment: Assignment, profiles: Sequence[ColumnProfile]) -> bool:
    """Say whether the first column identifies what the main table has rows of, as people write lists."""
    key = assignment.given.get(f"id:{assignment.bundle.main}")
    return key is not None and key.profile is profiles[0] and key.fit.heading >= _SAYS_IT


def _share_repeated(assignment: Assignment) -> float:
    """What share of the rows only says again what another says of the main table; children have rows of their own."""
    main = TABLES[assignment.bundle.main]
    key = next((each for each in assignment.given.values() if (main.name, *main.key) == each.concept.slots[0]), None)
    # Answers are turned, so that a form has a row for each; a child has a row of its own.
    may_repeat = main.theme == "Voice" or any(name.endswith("_child") for name in assignment.bundle.companions)
    if key is None or not key.profile.filled or may_repeat:
        return 0.0
    return 1 - key.profile.distinct / key.profile.filled
