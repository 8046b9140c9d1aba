"""Further subjects of a sheet: a tracker of audits whose rows tell of reviews too, from the columns left over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.extracts.proposals.assign import all_fits
from earlyhelp.extracts.proposals.assignment import Assignment, Given
from earlyhelp.extracts.proposals.bundles import Bundle, Concept, bundles
from earlyhelp.extracts.proposals.claims import columns_taken
from earlyhelp.extracts.proposals.column_profile import ColumnProfile
from earlyhelp.extracts.proposals.drafts import Draft
from earlyhelp.extracts.proposals.headings import words_of_table
from earlyhelp.extracts.proposals.make_tables import make_table, make_tables
from earlyhelp.extracts.proposals.words import words_of

_MOST_JOINED: Final = 3
_LEAST_FIT: Final = 0.6
_LEAST_COLUMNS: Final = 2
_MANY_COLUMNS: Final = 3
_SAYS_IT: Final = 0.9
_BETTER: Final = 0.1
# Who a family is comes along with each sheet about it; answers and figures of a month are sheets of their own.
_NEVER_JOINED: Final = frozenset({"district", "term", "staffing", "target", "benchmark"})
_THEMES_NOT_JOINED: Final = frozenset({"Families", "Voice"})
_CHILD: Final = frozenset({"child"})
_PLACES: Final = ("school", "district")
_OF_A_SCHOOL: Final = ("school.urn", "school.laestab", "school.name")


def join(draft: Draft, drafts: Sequence[Draft], county_code: str) -> None:
    """Add to a draft the tables that its left over columns speak of, as long as one of them can be made whole."""
    while not draft.turned.columns and len(draft.joined) < _MOST_JOINED:
        found = list(_that_can_join(draft, drafts, county_code))
        if not found:
            break
        best = max(found, key=lambda each: each.held.score)
        draft.joined.append(best)
        _give_up(draft, best)
        draft.tables = make_tables(draft, drafts, county_code) + [
            table for each in draft.joined for table in each.tables
        ]
    for table in draft.tables:
        if table.name in draft.held.bundle.beside or (draft.joined and table.name == draft.main):
            table.telling = _telling(table.name, [each for each in draft.held.given.values() if each.profile.has_gaps])


def _that_can_join(draft: Draft, drafts: Sequence[Draft], county_code: str) -> Iterator[Draft]:
    taken = columns_taken(draft)
    left = [each for each in draft.turned.profiles if each.name not in taken]
    made = {table.name for table in draft.tables}
    for bundle in bundles() if len(left) >= _LEAST_COLUMNS else ():
        table = TABLES[bundle.main]
        if bundle.main in made | _NEVER_JOINED or table.theme in _THEMES_NOT_JOINED:
            continue
        held = _hold(bundle, draft, left, county_code)
        there = {each.profile.name for each in draft.held.given.values() if not _is_loose(each)}
        own = [each for each in held.given.values() if each.profile in left or each.profile.name not in there]
        if not _speak_of(bundle, own):
            continue
        further = Draft(draft.source, draft.layout, draft.turned, held, host=draft)
        whole = make_table(further, table, drafts, county_code)
        if not whole.lacking:
            whole.telling = _telling(table.name, own)
            further.tables = [whole]
            yield further


def _hold(bundle: Bundle, draft: Draft, left: Sequence[ColumnProfile], county_code: str) -> Assignment:
    """Give what is left over to the facts of one table; ids and places may be those the sheet has already."""
    concepts = [each for each in bundle.concepts if any(table == bundle.main for table, _ in each.slots)]
    places = [profile for given in _places(draft) for profile in (given.profile, *given.others)]
    loose = {each.profile.name: each for each in draft.held.given.values() if _is_loose(each)}
    fits = all_fits(bundle, concepts, [*left, *places, *(each.profile for each in loose.values())], county_code, {})
    given: dict[str, Given] = {}
    used: set[str] = set()
    for fit, profile, concept in fits:
        held = loose.get(profile.name)
        may_be = profile in left or (fit.score >= held.fit.score + _BETTER if held else bool(_place(concept)))
        is_there = concept.name in given or (concept.owner and concept.name in draft.held.given)
        if fit.score >= _LEAST_FIT and may_be and profile.name not in used and not is_there:
            given[concept.name] = Given(concept, profile, fit)
            used.add(profile.name)
    score = sum(each.fit.score for each in given.values() if each.profile not in places)
    return Assignment(bundle, given | _shared(concepts, draft, given), score=score)


def _is_loose(given: Given) -> bool:
    """Say whether the sheet's own tables can do without a column, so that another may have it which it fits better."""
    is_required = any(TABLES[table].column(column).required for table, column in given.concept.slots)
    return not (is_required or given.concept.owner or _place(given.concept))


def _give_up(draft: Draft, further: Draft) -> None:
    """Take from the sheet's own tables what a further one has been given."""
    taken = {each.profile.name for each in further.held.given.values() if not each.concept.owner}
    for name, each in list(draft.held.given.items()):
        if each.profile.name in taken and _is_loose(each):
            del draft.held.given[name]


def _shared(concepts: Sequence[Concept], draft: Draft, given: dict[str, Given]) -> dict[str, Given]:
    """The ids and places that the rows have already."""
    there = {name: each for name, each in draft.held.given.items() if each.concept.owner and name not in given}
    asked = {each.name for each in concepts}
    key = f"id:{draft.main}"
    ids = {name: each for name, each in there.items() if name in asked or (name == key and not asked & set(there))}
    for concept in concepts:
        alike = [each for each in _places(draft) if _place(each.concept) == _place(concept)]
        if concept.column.required and concept.name not in given and alike:
            ids[concept.name] = Given(concept, alike[0].profile, alike[0].fit, alike[0].others)
    return ids


def _places(draft: Draft) -> list[Given]:
    return [each for each in draft.held.given.values() if _place(each.concept)]


def _place(concept: Concept) -> str:
    """The kind of place a fact names; empty where it names none."""
    if concept.name in _OF_A_SCHOOL:
        return "school"
    return concept.column.refers_to if concept.column.refers_to in _PLACES else ""


def _speak_of(bundle: Bundle, own: Sequence[Given]) -> bool:
    """Say whether columns name a table, or several are called just as its columns are: one alone is chance."""
    primary, titles = words_of_table(bundle.main)
    # What a table of the children of something holds is said of the child: `Child's school`.
    of_child = [_CHILD] if bundle.main.endswith("_child") else []
    named = any(called <= words_of(each.profile.name) for each in own for called in (primary, *titles, *of_child))
    clear = sum(each.fit.heading >= _SAYS_IT for each in own)
    return len(own) >= _LEAST_COLUMNS and (named or clear >= _MANY_COLUMNS)


def _telling(name: str, own: Sequence[Given]) -> tuple[str, ...]:
    """The column by which a row tells of a table: of those it needs, that which is filled most often."""
    table = TABLES[name]
    needed = [
        (each.profile.filled, column in table.key, each.profile.name)
        for each in own
        for there, column in each.concept.slots
        if there == name and (column in table.key or table.column(column).required) and each.profile.filled
    ]
    return (max(needed)[2],) if needed else ()
