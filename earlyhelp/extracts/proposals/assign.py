"""Gives the columns of a sheet to the facts they fit best: each column to one, and each fact to one column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.declare import Kind
from earlyhelp.extracts.proposals.assignment import Assignment, Given
from earlyhelp.extracts.proposals.bundles import Bundle, Concept, is_needed
from earlyhelp.extracts.proposals.column_profile import ColumnProfile, Trait
from earlyhelp.extracts.proposals.fit import Fit, fit
from earlyhelp.extracts.proposals.score import score
from earlyhelp.extracts.proposals.words import words_of

LEAST: Final = 0.46
_LEAST_BESIDE: Final = 0.72
_LEAST_OTHER: Final = 0.75
_CHILD: Final = frozenset({"child"})
_SURELY: Final = 0.8
_BY_WHAT_IS_LEFT: Final = 0.5
# When a row was written, or printed, is no day of what it tells.
_STAMPS: Final = frozenset({"created", "modified", "updated", "update", "upd", "print", "printed", "extract", "stamp"})
_NEARLY_ALL: Final = 0.98
_MOST_CHILDREN: Final = 4


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
    fits = all_fits(bundle, concepts, [each for each in profiles if each is not full_name], county_code, shared_ids)
    left_out = set[str]() if with_beside else set(bundle.beside)
    while True:
        assignment = Assignment(bundle, _take_best(fits, left_out))
        incomplete = {name for name in bundle.beside if name not in left_out and not _is_whole(assignment, name)}
        if not incomplete:
            break
        left_out |= incomplete
    _add_others(assignment, fits)
    _take_case_for_involvement(assignment)
    _add_what_is_left(assignment, profiles, full_name)
    if full_name and "identity.forename" not in assignment.given:
        assignment.full_name = full_name
        # A surname by itself beside a whole name is that of the family, or of a parent.
        assignment.given.pop("identity.surname", None)
    assignment.score = score(assignment, profiles, titles)
    return assignment


def all_fits(
    bundle: Bundle,
    concepts: Sequence[Concept],
    profiles: Sequence[ColumnProfile],
    county_code: str,
    shared_ids: Mapping[str, Mapping[str, float]],
) -> list[tuple[Fit, ColumnProfile, Concept]]:
    """Return all ways in which columns may hold concepts, the likeliest first."""
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
            fitting = [each for each in free if "id" in words_of(each.name) and _may_be_key(each, assignment)]
        elif is_own and concept.column.kind is Kind.DATE:
            days = [each for each in free if each.share(Trait.DAY) >= _SURELY]
            fitting = [each for each in days if not _STAMPS & words_of(each.name)]
        else:
            continue
        if len(fitting) == 1:
            assignment.given[concept.name] = Given(concept, fitting[0], Fit(0.0, 1.0, _BY_WHAT_IS_LEFT))
            free.remove(fitting[0])


def _take_case_for_involvement(assignment: Assignment) -> None:
    """A case is a family, or the work with it: where the sheet needs the work and no other column says it, the work."""
    main, case = TABLES[assignment.bundle.main], assignment.given.get("id:family")
    needs = any(column.required and column.refers_to == "involvement" for column in main.columns)
    if case and needs and "id:involvement" not in assignment.given and "case" in case.profile.name.casefold():
        concept = next(each for each in assignment.bundle.concepts if each.name == "id:involvement")
        assignment.given[concept.name] = Given(concept, case.profile, Fit(case.fit.heading, case.fit.values, LEAST))
        del assignment.given["id:family"]


def _may_be_key(profile: ColumnProfile, assignment: Assignment) -> bool:
    """Say whether each row has its own text; where each child has a row, a few rows may share theirs."""
    if profile.is_unique or "id:person" not in assignment.given:
        return profile.is_unique
    is_full = profile.filled >= _NEARLY_ALL * profile.rows and profile.share(Trait.LETTERS) < 1 - _NEARLY_ALL
    return is_full and profile.filled > 1 and profile.distinct * _MOST_CHILDREN >= profile.filled


def _full_name(bundle: Bundle, profiles: Sequence[ColumnProfile]) -> ColumnProfile | None:
    if not {"identity", "referral_identity"} & set(bundle.companions):
        return None
    return max((each for each in profiles if _names_a_child(each)), key=lambda each: each.distinct, default=None)


def _names_a_child(profile: ColumnProfile) -> bool:
    said = words_of(profile.name)
    is_name = max(profile.share(Trait.FULL_NAME), profile.share(Trait.SURNAME_FIRST)) > 0.6
    is_called = "name" in said or said == _CHILD or said >= {"forename", "surname"}
    return is_name and is_called and said <= {"child", "name", "family", "surname", "forename"}
