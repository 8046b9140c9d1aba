"""The tables made of a layout, column by column: read from the sheet, made, set, or asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.declare import Column, Table
from earlyhelp.extracts.mapping.declare import ColumnRule, Take
from earlyhelp.extracts.proposals.bundles import CONSTANTS, id_owner
from earlyhelp.extracts.proposals.drafts import Certainty, Draft, Line, TableDraft
from earlyhelp.extracts.proposals.id_rules import id_line, is_a_row_for_each_child
from earlyhelp.extracts.proposals.told_by_titles import told_by_titles
from earlyhelp.extracts.proposals.value_rules import line_for, name_lines
from earlyhelp.extracts.proposals.words import words_of

_REPEATED: Final = ("person", "identity", "family")
# What is true of the first day of the work where the sheet gives no day of its own.
_FIRST_DAYS: Final = ("from_on", "opened_on")
_FIRST_OF: Final = {"involvement": "involvement.started_on", "request": "request.received_on"}


def make_tables(draft: Draft, drafts: Sequence[Draft], county_code: str) -> list[TableDraft]:
    """Return the tables of a layout, the one it is about first, each with what it lacks."""
    names = [
        name for name in (draft.main, *draft.held.bundle.companions, *draft.held.bundle.beside) if _is_made(draft, name)
    ]
    made = [make_table(draft, TABLES[name], drafts, county_code) for name in names]
    found = {each.name for each in made}
    for each in made:
        each.adds = bool(each.lacking) and _can_add(each, draft, drafts)
    return [each for each in made if not (each.name in _NEEDING_BOTH and not _NEEDING_BOTH[each.name] <= found)]


def _can_add(made: TableDraft, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Say whether another sheet gives the rows of a table that this one, with their keys, can add columns to."""
    table = TABLES[made.name]
    lacks_key = any(column in made.lacking for column in table.key)
    elsewhere = (each for each in drafts if each is not draft and each.main == table.name)
    return not lacks_key and any(
        all(each.given(f"{table.name}.{column}") for column in made.lacking) for each in elsewhere
    )


_AUTHORITY: Final = (frozenset({"la", "code"}), frozenset({"la", "id"}))
_SCHOOL_IN_IT: Final = frozenset({"establishment", "id"})
_NEEDING_BOTH: Final = {"family_member": {"person", "family"}}


def _is_made(draft: Draft, name: str) -> bool:
    held = draft.held
    concepts = [given.concept for given in held.given.values()]
    # An id tells that there is such a row somewhere, and not that it is here.
    own = {concept.table.name for concept in concepts if concept.owner != concept.table.name}
    match name:
        case _ if name == draft.main:
            return True
        case "person":
            return id_line(draft, "person", ()) is not None
        case "identity" | "referral_identity":
            is_told = any(
                slot[0] == name
                for given in held.given.values()
                for slot in given.concept.slots
                if given.concept.name.startswith(name)
            )
            return (is_told or held.full_name is not None) and (name != "identity" or _is_made(draft, "person"))
        case "family":
            return id_line(draft, "family", ()) is not None
        case "family_member":
            return _is_made(draft, "family") and _is_made(draft, "person")
        case "request_child" | "involvement_child":
            return _is_made(draft, "person") and (name in held.bundle.companions or name in own)
        case _:
            return name in own


def make_table(draft: Draft, table: Table, drafts: Sequence[Draft], county_code: str) -> TableDraft:
    """Return one table of a layout, with what it lacks."""
    made = TableDraft(table.name)
    for column in table.columns:
        if table.name == "family_member" and column.name in ("from_on", "to_on") and draft.main != "family_member":
            continue
        line = _line(draft, table, column, drafts, county_code)
        if line:
            made.lines[column.name] = _with_take(draft, table, column, line)
        elif column.required:
            made.lacking[column.name] = column.meaning
    return made


def _line(draft: Draft, table: Table, column: Column, drafts: Sequence[Draft], county_code: str) -> Line | None:
    slot = (table.name, column.name)
    if owner := id_owner(table, column):
        return _reference(draft, table, column, owner, drafts)
    for given in draft.held.given.values():
        if slot in given.concept.slots:
            return line_for(given, column)
    if (
        table.name in ("identity", "referral_identity")
        and draft.held.full_name
        and column.name in ("forename", "surname")
    ):
        rule = name_lines(draft.held.full_name)[column.name]
        return Line(rule, Certainty.LIKELY, "the heading says it holds the whole name")
    if slot in CONSTANTS:
        return Line(ColumnRule(value=CONSTANTS[slot]), Certainty.LIKELY, "nothing on the sheet says otherwise")
    if told := told_by_titles(draft, table, column, county_code):
        return told
    if slot == ("school", "laestab"):
        return _laestab(draft)
    return _borrowed(draft, table, column)


def _laestab(draft: Draft) -> Line | None:
    """The number of the authority and that of the school in it, where a register has a column for each."""
    authority = [each.name for each in draft.layout.profiles if words_of(each.name) in _AUTHORITY]
    school = [each.name for each in draft.layout.profiles if words_of(each.name) == _SCHOOL_IN_IT]
    if len(authority) != 1 or len(school) != 1:
        return None
    rule = ColumnRule(joined=(*authority, *school), between="/")
    return Line(rule, Certainty.CERTAIN, "the numbers of the authority and of the school in it")


def _reference(draft: Draft, table: Table, column: Column, owner: str, drafts: Sequence[Draft]) -> Line | None:
    is_key = table.name == owner
    if draft.host and not is_key and draft.given(f"id:{owner}") is draft.host.given(f"id:{owner}"):
        return _reference(draft.host, table, column, owner, drafts)
    if not is_key and owner == draft.main:
        key = id_line(draft, owner, drafts)
        # What is made, and not read, is made once and then taken from the row that it was made for.
        return (
            key
            if key and key.rule.names
            else Line(ColumnRule(id_of=owner), Certainty.CERTAIN, "of this very row")
            if key
            else None
        )
    if (
        not is_key
        and owner in draft.held.bundle.beside
        and _is_made(draft, owner)
        and f"id:{owner}" not in draft.held.given
    ):
        return Line(ColumnRule(id_of=owner), Certainty.LIKELY, "of this very row")
    if not is_key and not column.required and f"id:{owner}" not in draft.held.given:
        return None
    return id_line(draft, owner, drafts)


def _borrowed(draft: Draft, table: Table, column: Column) -> Line | None:
    """What a required column may take from another, for want of one of its own."""
    if not column.required:
        return None
    if table.name == "assessment" and column.name in ("started_by", "led_by"):
        other = draft.given("assessment.led_by" if column.name == "started_by" else "assessment.started_by")
        if other:
            line = line_for(other, column)
            return replace(
                line,
                certainty=Certainty.UNSURE,
                why="? the sheet names one organisation: did it start the assessment, or lead it?",
            )
    if table.name != draft.main and column.name in _FIRST_DAYS:
        first = draft.given(_FIRST_OF.get(draft.main, ""))
        if first:
            return replace(line_for(first, column), certainty=Certainty.UNSURE, why="it has no day of its own here")
    if column.refers_to == "district":
        there = next((g for g in draft.held.given.values() if g.concept.column.refers_to == "district"), None)
        return replace(line_for(there, column), certainty=Certainty.UNSURE) if there else None
    return None


def _with_take(draft: Draft, table: Table, column: Column, line: Line) -> Line:
    """Say which value stands where several rows give one, so that a slip in one of them refuses no row."""
    if column.name in table.key:
        return line
    is_spell = table.name == "involvement" == draft.main and is_a_row_for_each_child(draft)
    if is_spell and column.name not in ("started_on", "ended_on", "family_id"):
        return replace(line, rule=replace(line.rule, take=Take.LAST))
    is_of_several = table.name == draft.main and (draft.host or draft.joined) and not _has_rows_of_its_own(draft)
    if is_of_several or (table.name in _REPEATED and table.name != draft.main):
        is_constant = line.rule.value is not None
        return line if is_constant else replace(line, rule=replace(line.rule, take=Take.LAST))
    return line


def _has_rows_of_its_own(draft: Draft) -> bool:
    """Say whether an id shows that no two rows of the sheet give the same row of its table."""
    own = draft.given(f"id:{draft.main}")
    return own is not None and own.profile.distinct == own.profile.filled
