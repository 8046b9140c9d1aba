"""Which values no message may print, because they say something about a person."""

from __future__ import annotations

from typing import Final

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.declare import Kind

# Text of the reference tables names places, the rest may name people.
_ABOUT_PLACES: Final = frozenset({"district", "school", "questionnaire_item", "benchmark"})
_PERSONAL: Final = frozenset({"date_of_birth", "upn", "nhs_number"})


def is_withheld(table: str, column: str) -> bool:
    """Say whether findings leave out the value: identities, dates of birth and free text about people.

    Keys are always shown: without one, nobody at the source could find the row.
    """
    declared = TABLES.get(table)
    names = {each.name: each for each in declared.columns} if declared else {}
    if declared is None or column not in names or column in declared.key:
        return False
    about_people = names[column].kind is Kind.TEXT and table not in _ABOUT_PLACES
    return names_people(table, column) or about_people


def names_people(table: str, column: str) -> bool:
    """Say whether a column names a person or tells a day of birth. A key never does: it has to be shown."""
    declared = TABLES.get(table)
    if declared is None or column in declared.key:
        return False
    return declared.restricted or column in _PERSONAL
