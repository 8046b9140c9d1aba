"""Gives the columns of a sheet to the facts they fit best: each column to one, and each fact to one column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.declare import Kind
from earlyhelp.extracts.proposals.bundles import Bundle, Concept, is_needed
from earlyhelp.extracts.proposals.column_profile import ColumnProfile, Trait
from earlyhelp.extracts.proposals.fit import Fit, fit
from earlyhelp.extracts.proposals.headings import title_likeness
from earlyhelp.extracts.proposals.words import words_of

LEAST: Final = 0.46
_LEAST_BESIDE: Final = 0.72
_LEAST_OTHER: Final = 0.75
_COUNTS_BESIDE: Final = 0.4
_COUNTS_COMPANION: Final = 0.45
_SURELY: Final = 0.8
_BY_WHAT_IS_LEFT: Final = 0.5
_LACKING: Final = 0.9
_LACKING_ID: Final = 0.45
_LACKING_MADE: Final = 0.15


@dataclass(frozen=True, slots=True)
class Given:
    """A fact with the column it is read from, how well it fits, and further columns that say the same."""

    concept: Concept
    profile: ColumnProfile
    fit: Fit
    others: tuple[ColumnProfile, ...] = ()


@dataclass(slots=True)
class Assignment:
    """What the columns of a sheet hold if it is about the main table of the bundle.

    given       by name of concept
    full_name   a column that holds forename and surname at once
    score       how much speaks for the whole
    """

    bundle: Bundle
    given: dict[str, Given] = field(default_factory=dict[str, Given])
    full_name: ColumnProfile | None = None
    score: float = 0.0

    def profile_of(self, concept: str) -> ColumnProfile | None:
        """Return the column a concept is read from, None where none is."""
        given = self.given.get(concept)
        return given.profile if given else None


def assign(
    bundle: Bundle,
    profiles: Sequence[ColumnProfile],
    titles: Sequence[str],
    county_code: str,
    shared_ids: Mapping[str, Mapping[str, float]],
    *,
    with_beside: bool = True,
) -> Assignment:
    """Return the best assignment of the columns to the facts of a bundle.

    titles      names of files and sheets, which may say what they are about
    shared_ids  for each column, what share of its texts are ids known from other sheets, by the table they identify
    with_beside whether tables are looked for that the sheet is not about
    """
    full_name = _full_name(bundle, profiles)
    concepts = [each for each in bundle.concepts if with_beside or not each.is_beside]
    fits = _all_fits(bundle, concepts, [each for each in profiles if each is not full_name], county_code, shared_ids)
    left_out = set[str]() if with_beside else set(bundle.beside)
    while True:
        assignment = Assignment(bundle, _take_best(fits, left_out))
        incomplete = {name for name in bundle.beside if name not in left_out and not _is_whole(assignment, name)}
        if not incomplete:
            break
        left_out |= incomplete
    _add_others(assignment, fits)
    _add_what_is_left(assignment, profiles, full_name)
    if full_name and "identity.forename" not in assignment.given:
        assignment.full_name = full_name
        # A surname by itself beside a whole name is that of the family, or of a parent.
        assignment.given.pop("identity.surname", None)
    assignment.score = _score(assignment, titles)
    return assignment


def _all_fits(
    bundle: Bundle,
    concepts: Sequence[Concept],
    profiles: Sequence[ColumnProfile],
    county_code: str,
    shared_ids: Mapping[str, Mapping[str, float]],
) -> list[tuple[Fit, ColumnProfile, Concept]]:
    found: list[tuple[Fit, ColumnProfile, Concept]] = []
    for concept in concepts:
        least = _LEAST_BESIDE if concept.is_beside else LEAST
        for profile in profiles:
            one = fit(profile, concept, bundle, county_code, shared_ids.get(profile.name, {}))
            if one and one.score >= least:
                found.append((one, profile, concept))
    # What a sheet is about comes before what it may hold beside.
    return sorted(found, key=lambda each: (each[0].score - 0.05 * each[2].is_beside, each[0].heading), reverse=True)


def _take_best(fits: Sequence[tuple[Fit, ColumnProfile, Concept]], left_out: set[str]) -> dict[str, Given]:
    given: dict[str, Given] = {}
    used: set[str] = set()
    for one, profile, concept in fits:
        if concept.name not in given and profile.name not in used and not _is_left_out(concept, left_out):
            given[concept.name] = Given(concept, profile, one)
            used.add(profile.name)
    return given


def _is_left_out(concept: Concept, left_out: set[str]) -> bool:
    """Say whether a concept fills nothing but tables that are not made."""
    return all(table in left_out for table, _ in concept.slots)


def _is_whole(assignment: Assignment, name: str) -> bool:
    """Say whether a table beside the main one has a column of its own and all it needs."""
    own = [given for given in assignment.given.values() if given.concept.is_beside and given.concept.table.name == name]
    filled = {slot for given in assignment.given.values() for slot in given.concept.slots}
    lacking = [
        column.name
        for column in TABLES[name].columns
        if is_needed(TABLES[name], column) and (name, column.name) not in filled and not _can_follow(column.name)
    ]
    # One column that the table could do without is too little to speak of it.
    return not lacking and (len(own) > 1 or any(each.concept.column.required for each in own))


def _can_follow(column: str) -> bool:
    """Say whether a column may be taken from the row of the main table: its id, its family, its first day."""
    return column in ("involvement_id", "family_id", "person_id", "request_id", "from_on", "opened_on", "district_code")


def _add_others(assignment: Assignment, fits: Sequence[tuple[Fit, ColumnProfile, Concept]]) -> None:
    """A school or district often stands there twice, by number and by name."""
    used = {given.profile.name for given in assignment.given.values()}
    for one, profile, concept in fits:
        given = assignment.given.get(concept.name)
        is_place = concept.column.refers_to in ("school", "district")
        if given and is_place and profile.name not in used and profile.filled and one.heading >= _LEAST_OTHER:
            assignment.given[concept.name] = Given(concept, given.profile, given.fit, (*given.others, profile))
            used.add(profile.name)


def _add_what_is_left(
    assignment: Assignment, profiles: Sequence[ColumnProfile], full_name: ColumnProfile | None
) -> None:
    """Give the sheet's own table what it cannot do without, where one column alone can be it, whatever it is called."""
    used = {profile.name for given in assignment.given.values() for profile in (given.profile, *given.others)}
    free = [each for each in profiles if each.name not in used and each is not full_name]
    main = TABLES[assignment.bundle.main]
    for concept in assignment.bundle.concepts:
        is_own = concept.table is main and concept.column.required and concept.name not in assignment.given
        if is_own and concept.owner == main.name:
            fitting = [each for each in free if each.is_unique and "id" in words_of(each.name)]
        elif is_own and concept.column.kind is Kind.DATE:
            fitting = [each for each in free if each.share(Trait.DAY) >= _SURELY]
        else:
            continue
        if len(fitting) == 1:
            assignment.given[concept.name] = Given(concept, fitting[0], Fit(0.0, 1.0, _BY_WHAT_IS_LEFT))
            free.remove(fitting[0])


def _full_name(bundle: Bundle, profiles: Sequence[ColumnProfile]) -> ColumnProfile | None:
    if not {"identity", "referral_identity"} & set(bundle.companions):
        return None
    return max((each for each in profiles if _names_a_child(each)), key=lambda each: each.distinct, default=None)


def _names_a_child(profile: ColumnProfile) -> bool:
    said = words_of(profile.name)
    is_name = max(profile.share(Trait.FULL_NAME), profile.share(Trait.SURNAME_FIRST)) > 0.6
    return is_name and "name" in said and said <= {"child", "name", "family", "surname", "forename"}


def _score(assignment: Assignment, titles: Sequence[str]) -> float:
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
    return total
