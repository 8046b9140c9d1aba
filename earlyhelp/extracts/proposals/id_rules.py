"""Where the ids of a layout's rows come from: a column, another source, or a digest of what tells the rows apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.withheld import names_people
from earlyhelp.extracts.mapping.declare import ColumnRule, Via
from earlyhelp.extracts.proposals.bundles import is_needed
from earlyhelp.extracts.proposals.drafts import Certainty, Draft, Line, certainty_of, names_of, why
from earlyhelp.extracts.proposals.layouts import Layout
from earlyhelp.extracts.proposals.turned import FORM
from earlyhelp.extracts.proposals.words import words_of

_SHARED: Final = 0.5
_CHANGING: Final = frozenset({"outcome", "state", "stage", "status", "decision"})
_REPEATS: Final = 0.97
_PERSON_FACTS: Final = ("identity.upn", "identity.forename", "identity.surname", "person.date_of_birth")


def id_line(draft: Draft, owner: str, drafts: Sequence[Draft]) -> Line | None:
    """Return the line that fills an id in the tables of a layout: the key of `owner`, or a reference to it.

    drafts  all layouts, since the id may have to be fetched from where its owner's rows are
    Returns None where nothing on the sheet tells it
    """
    if owner == draft.main and owner == "involvement" and is_a_row_for_each_child(draft):
        return _spell(draft)
    twin = next((each for each in drafts if each.layout is draft.layout and each.main == owner != draft.main), None)
    if twin:
        return id_line(twin, owner, drafts)
    if given := draft.given(f"id:{owner}"):
        fetched = _via(draft, owner, given.profile.name, drafts)
        if fetched:
            return Line(fetched, certainty_of(given), why(given, "its id is made where its rows are"))
        if owner == draft.main and _starts_anew_on_each_sheet(draft, given.profile.name):
            where, named = _where(draft)
            reason = f"? the numbers begin anew {named}, so its name is part of the id; is it the same next month?"
            return Line(ColumnRule(hash=(where, given.profile.name)), Certainty.LIKELY, reason)
        return Line(ColumnRule(names_of((given.profile,))), certainty_of(given), why(given, _said_of(draft, owner)))
    if owner == "person":
        return _person(draft)
    if owner == "family":
        return _family(draft)
    if owner == draft.main or (owner in draft.held.bundle.beside and owner in _with_own_columns(draft)):
        return _made(draft, owner)
    return None


def is_a_row_for_each_child(draft: Draft) -> bool:
    """Say whether brothers and sisters have rows of their own, so that an involvement is told from family and days."""
    family, started, ended = (
        draft.given(each) for each in ("id:family", "involvement.started_on", "involvement.ended_on")
    )
    if not family or not started or not ended:
        return False
    own, child = draft.given("id:involvement"), draft.given("id:person")
    family_repeats = family.profile.distinct < _REPEATS * family.profile.filled
    if own is None:
        return True
    return own.profile.is_unique and child is not None and family_repeats


def _starts_anew_on_each_sheet(draft: Draft, name: str) -> bool:
    """Say whether each sheet has every id once, and sheets have ids in common: each of them counts from 1."""
    held = [[text for text in page.texts(name) if text] for page in draft.layout.pages]
    is_once = all(len(set(texts)) == len(texts) for texts in held)
    return is_once and len({text for texts in held for text in texts}) < _REPEATS * sum(map(len, held))


def _where(draft: Draft) -> tuple[str, str]:
    is_by_sheet = len({page.sheet.name for page in draft.layout.pages}) > 1
    return ("[sheet]", "on each sheet") if is_by_sheet else ("[file]", "in each file")


def _said_of(draft: Draft, owner: str) -> str:
    given = draft.given(f"id:{owner}")
    return "each row has its own" if given and given.profile.is_unique else ""


def _via(draft: Draft, owner: str, name: str, drafts: Sequence[Draft]) -> ColumnRule | None:
    if owner == draft.main:
        return None
    texts = set(next(each.counts for each in draft.turned.profiles if each.name == name))
    for there in drafts:
        record = next((each for each in there.turned.profiles if each.name == there.record), None)
        if there.main == owner and record and len(texts & set(record.counts)) >= _SHARED * len(texts):
            return ColumnRule((name,), via=Via(there.source, there.record, owner))
    return None


def _spell(draft: Draft) -> Line:
    family = draft.names("id:family")
    reason = "one involvement for each family and continuous spell: brothers and sisters have rows of their own"
    return Line(ColumnRule(spell=family), Certainty.LIKELY, reason)


def _person(draft: Draft) -> Line | None:
    full = names_of((draft.held.full_name,)) if draft.held.full_name else ()
    facts = full + draft.names(*_PERSON_FACTS)
    if not full and "identity.upn" not in draft.held.given and len(facts) < len(_PERSON_FACTS) - 1:
        return None
    upn = draft.names("identity.upn")
    return Line(
        ColumnRule(hash=upn or facts),
        Certainty.UNSURE,
        "no column holds an id of the child; made from what tells children apart",
    )


def _family(draft: Draft) -> Line | None:
    if not any(column.refers_to == "family" and column.required for column in TABLES[draft.main].columns):
        return None
    person = draft.given("id:person")
    own = draft.given(f"id:{draft.main}")
    names = names_of((person.profile,)) if person else names_of((own.profile,)) if own else ()
    if not names:
        made = _person(draft)
        names = made.rule.hash if made else ()
    if not names:
        return None
    reason = "? each child is a family of its own here: which column is alike for brothers and sisters?"
    return Line(ColumnRule(hash=names), Certainty.UNSURE, reason)


def _with_own_columns(draft: Draft) -> set[str]:
    return {given.concept.table.name for given in draft.held.given.values()}


def _made(draft: Draft, owner: str) -> Line | None:
    """An id from what tells the rows apart: first from what the row must have, then from what else identifies it."""
    table = TABLES[owner]
    # What came of it may change next month, and the id must not.
    facts = [
        f"{owner}.{column.name}"
        for column in table.columns
        if is_needed(table, column) and column.name not in _CHANGING
    ]
    told = list(draft.names("id:involvement", "id:family", "id:person", *facts))
    if draft.turned.counted:
        item = draft.names("closing_answer.item") if owner != "closing_form" else ()
        return Line(
            ColumnRule(hash=("[sheet]", *draft.names("district"), *told, *item, FORM)),
            Certainty.LIKELY,
            "forms were counted, and are numbered",
        )
    # Of a subject that joins, rows that say nothing of it would all be alike.
    for name in () if draft.host else _further_names(draft, told):
        if told and _share_told_apart(draft.layout, told) >= _REPEATS:
            break
        told.append(name)
    if not told:
        return None
    return Line(
        ColumnRule(hash=tuple(told)), Certainty.LIKELY, "no column holds it; made from what tells the rows apart"
    )


def _further_names(draft: Draft, told: Sequence[str]) -> list[str]:
    """Columns that may tell rows apart where the facts do not: ids without another use, then what identifies people."""
    taken = {given.profile.name for given in draft.held.given.values()}
    spare = [each.name for each in draft.layout.profiles if "id" in words_of(each.name) and each.name not in taken]
    full = [draft.held.full_name.name] if draft.held.full_name else []
    persons = draft.names("identity.upn", "identity.surname", "identity.forename", "person.date_of_birth")
    named = draft.names("referral_identity.surname", "referral_identity.forename", "referral_identity.date_of_birth")
    return [name for name in (*spare, *full, *persons, *named) if name not in told]


def _share_told_apart(layout: Layout, names: Sequence[str]) -> float:
    """What share of the rows of a layout differ in the columns named."""
    columns = [layout.texts(name) for name in names]
    rows = list(zip(*columns, strict=True))
    return len(set(rows)) / len(rows) if rows else 1.0


def hashes_persons(drafts: Sequence[Draft]) -> bool:
    """Say whether any id is made from a column that names a person, so that the ids need a key of their own."""
    return any(
        {name for line in _lines(draft) for name in line.rule.hash + line.rule.spell} & _personal(draft)
        for draft in drafts
    )


def _lines(draft: Draft) -> list[Line]:
    return [line for table in draft.tables for line in table.lines.values()]


def _personal(draft: Draft) -> set[str]:
    return {
        name
        for table in draft.tables
        for column, line in table.lines.items()
        if names_people(table.name, column)
        for name in line.rule.names
    }
