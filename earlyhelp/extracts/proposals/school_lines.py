"""Names of schools in the files, with the schools of a register they may mean: lines for the list [schools]."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from earlyhelp.extracts.places.register import Register, School
from earlyhelp.extracts.places.school_names import propose
from earlyhelp.extracts.proposals.column_profile import Trait
from earlyhelp.extracts.proposals.drafts import Draft
from earlyhelp.extracts.values.doubt import Doubt
from earlyhelp.extracts.values.tidy import same_name, tidy
from earlyhelp.extracts.values.toml_lines import line

_SURE: Final = 0.95
_MOST_NAMES: Final = 500
_MOST_PROPOSED: Final = 2


@dataclass(slots=True)
class SchoolLines:
    """Names that mean one school alone, and lines to be confirmed."""

    sure: dict[str, str] = field(default_factory=dict[str, str])
    why: dict[str, str] = field(default_factory=dict[str, str])
    to_confirm: list[str] = field(default_factory=list[str])
    names_to_confirm: int = 0


def register_in(drafts: Iterable[Draft]) -> Register:
    """Return the register of schools among the layouts; an empty one where there is none."""
    every = (each for draft in drafts for each in (draft, *draft.joined))
    return Register(school for draft in every if draft.main == "school" for school in _schools(draft))


def school_lines(drafts: Sequence[Draft], register: Register, known: Iterable[str] = ()) -> SchoolLines:
    """Return the lines for the names that stand in columns of schools.

    known   names that a mapping confirms already
    """
    lines = SchoolLines()
    confirmed = {same_name(name) for name in known}
    names = dict.fromkeys(tidy(name) for draft in drafts for name in _names(draft))
    for name in [each for each in names if same_name(each) not in confirmed][:_MOST_NAMES]:
        found = propose(name, register, limit=_MOST_PROPOSED) if register.by_urn else []
        if found and found[0].how_sure >= _SURE and found[0].why.startswith("the only school of that name"):
            lines.sure[name] = found[0].urn
            lines.why[name] = f"certain: {found[0].why}"
        else:
            lines.names_to_confirm += 1
            lines.to_confirm += [line(name, each.urn, f"? {each.name}: {each.why}") for each in found] or [
                line(name, "?", "no school of a register is called like that" if register.by_urn else "")
            ]
    return lines


def _names(draft: Draft) -> Iterable[str]:
    if draft.main == "school":
        return
    for given in (given for each in (draft, *draft.joined) for given in each.held.given.values()):
        is_school = given.concept.column.refers_to == "school"
        if is_school and given.profile.share(Trait.SCHOOL_NUMBER) < 0.5:
            yield from (
                text for text in given.profile.counts if isinstance(Register().find_by_number(text, date.max), Doubt)
            )


def _schools(draft: Draft) -> Iterable[School]:
    columns = {column: draft.names(f"school.{column}") for column in ("urn", "name", "laestab", "postcode", "phase")}
    if not columns["urn"] or not columns["name"]:
        return
    for page in draft.layout.pages:
        places = {
            column: page.header.names.index(names[0])
            for column, names in columns.items()
            if names and names[0] in page.header.names
        }
        for row in page.rows:
            cells = {column: tidy(row[place]) if place < len(row) else "" for column, place in places.items()}
            if cells.get("urn") and cells.get("name"):
                yield School(
                    cells["urn"],
                    cells["name"],
                    laestab=cells.get("laestab", ""),
                    phase=cells.get("phase", ""),
                    postcode=cells.get("postcode", ""),
                )
