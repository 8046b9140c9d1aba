"""How well a column of a sheet fits a fact of the dataset: what its heading says, and what its values can be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.declare import Column
from earlyhelp.extracts.proposals.bundles import Bundle, Concept, Slot
from earlyhelp.extracts.proposals.column_profile import ColumnProfile, Trait
from earlyhelp.extracts.proposals.headings import alike, known_headings, likeness_to_column, words_of_table
from earlyhelp.extracts.proposals.value_fit import (
    LEAST_DISTRICTS,
    LEAST_FITTING,
    LIKELY_BY_VALUES,
    UNSAID,
    names_districts,
    value_fit,
)
from earlyhelp.extracts.proposals.words import words_of

_HEADING: Final = 0.68
_VALUES: Final = 0.32
_LEAST_UNTOLD: Final = 0.75
_BY_VALUES_ALONE: Final = 0.5
_SURE_BY_VALUES: Final = 0.97
_FEW: Final = 15
_LEAST_HEADING: Final = 0.34
_OF_OTHERS: Final = frozenset({"parent", "sibling", "partner", "emergency"})
_NOT_THE_CHILD: Final = 0.4
_BY_NEIGHBOUR: Final = 0.93
_BEGINNING: Final = 4
_ONLY_ID: Final = frozenset({"id"})
_SHARED: Final = 0.35
_UNNAMED: Final = 0.3
_SAYS_IT: Final = 0.9
_ALL: Final = 0.99


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a column fits, from 0 to 1: by its heading, by its values, and both together."""

    heading: float
    values: float
    score: float


def fit(
    profile: ColumnProfile, concept: Concept, bundle: Bundle, county_code: str, shared_ids: Mapping[str, float]
) -> Fit | None:
    """Return how well a column fits a concept of a bundle; None where its values cannot be that.

    shared_ids  what share of its texts are ids known from other sheets, by the table they identify
    """
    said = words_of(profile.name) | words_of(profile.called)
    may_speak = _tells_by_itself(profile, concept.column) or (
        profile.distinct <= _FEW and _is_asked_for(concept, bundle)
    )
    if not may_speak and not _may_be_called(said, concept):
        return None
    values = value_fit(profile, concept.column, concept.owner, concept.owner == bundle.main, county_code)
    if values is None:
        return None
    heading = max(_heading_fit(profile.name, concept, slot, bundle) for slot in concept.slots)
    if profile.called:
        called = max(_heading_fit(profile.called, concept, slot, bundle) for slot in concept.slots)
        heading = max(heading, _BY_NEIGHBOUR * called)
    if not profile.filled and heading < _LEAST_UNTOLD:
        return None
    if concept.column.codes and profile.share(Trait.NUMBER) > 0.8 and values <= UNSAID and heading < _SAYS_IT:
        return None
    if profile.filled and names_districts(concept.column):
        # A patch of the council's own has to be called one, and what holds districts only need not be called well.
        if values < LEAST_DISTRICTS and heading < _SAYS_IT:
            return None
        if values >= _ALL and "district" in said:
            heading = max(heading, _SAYS_IT)
    score = _HEADING * heading + _VALUES * values
    if heading < _LEAST_HEADING:
        score = min(score, 0.3)
        if may_speak and values >= (_SURE_BY_VALUES if _tells_by_itself(profile, concept.column) else LIKELY_BY_VALUES):
            score = _BY_VALUES_ALONE
    if concept.owner:
        score += _SHARED * shared_ids.get(concept.owner, 0.0)
    if concept.column.codes == "nc_year" and "age" in words_of(profile.name):
        return None
    if _OF_OTHERS & words_of(profile.name) and concept.table.name in ("person", "identity"):
        score -= _NOT_THE_CHILD
    return Fit(heading, values, min(1.0, score))


def _may_be_called(said: frozenset[str], concept: Concept) -> bool:
    """Say whether a heading has any beginning of a word in common with what a concept is called: a quick look."""
    return any(word[:_BEGINNING] in _beginnings(concept.slots, concept.owner) for word in said)


@cache
def _beginnings(slots: tuple[Slot, ...], owner: str) -> frozenset[str]:
    called = [each for slot in slots for each in known_headings().get(slot, ())] + list(_called(owner) if owner else ())
    tables = [words_of_table(table)[0] for table, _ in slots]
    return frozenset(word[:_BEGINNING] for words in (*called, *tables) for word in words)


def _heading_fit(heading: str, concept: Concept, slot: Slot, bundle: Bundle) -> float:
    table, column = slot
    said = words_of(heading)
    # "ID" by itself is the id of what the sheet is about, and of nothing else; a number of children is none.
    if concept.owner and ("count" in said or (concept.owner != bundle.main and said <= {"id"})):
        return 0.0
    among = (bundle.main, *bundle.companions, *bundle.beside)
    found = likeness_to_column(heading, table, column, not concept.is_beside, among)
    if concept.owner and not _names_owner(said, concept, slot):
        return min(found, _UNNAMED)
    if concept.owner and table != concept.owner:
        # `Case ref of the audit` on a sheet of audits is the id of a case.
        bare = said - words_of_table(bundle.main)[0]
        called = [known for known in _called(concept.owner) if known != _ONLY_ID]
        return max(found, 0.95 * (bare in called), *(0.95 * alike(said, known) for known in called))
    return found


def _names_owner(said: frozenset[str], concept: Concept, slot: Slot) -> bool:
    """Say whether a heading shares more with what an id is called than that it is an id."""
    if said <= {"id"}:
        return True
    called = (*known_headings().get(slot, ()), *_called(concept.owner))
    return any((said - {"id"}) & known for known in called)


def _called(owner: str) -> tuple[frozenset[str], ...]:
    """What an id of a table is called: as its key is, and by the table's own name."""
    primary, _ = words_of_table(owner)
    return (*known_headings().get((owner, TABLES[owner].key[0]), ()), primary | {"id"})


def _is_asked_for(concept: Concept, bundle: Bundle) -> bool:
    """Say whether the sheet's own table cannot do without a code, so that its values may speak without a heading."""
    return concept.table.name == bundle.main and concept.column.required and concept.column.codes is not None


def _tells_by_itself(profile: ColumnProfile, column: Column) -> bool:
    if column.codes == "nc_year":
        # Year 7 can be nothing else; a bare 7 can be anything.
        return profile.share(Trait.NUMBER) < LEAST_FITTING
    return column.name in ("upn", "nhs_number", "ethnicity")
