"""Puts the drafts of all layouts together: a mapping, the remarks on its lines, and the questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.extracts.files.sheet import Sheet
from earlyhelp.extracts.mapping.declare import ColumnRule, Mapping, Source, TableRule
from earlyhelp.extracts.mapping.write import Remarks
from earlyhelp.extracts.places.register import Register
from earlyhelp.extracts.proposals.asleep import send_to_sleep
from earlyhelp.extracts.proposals.claims import claims_of, columns_taken
from earlyhelp.extracts.proposals.drafts import Certainty, Draft, Line, TableDraft
from earlyhelp.extracts.proposals.id_rules import hashes_persons
from earlyhelp.extracts.proposals.make_source import make_source
from earlyhelp.extracts.proposals.proposal import Proposal
from earlyhelp.extracts.proposals.school_lines import register_in, school_lines
from earlyhelp.extracts.proposals.unneeded import UNLIKE_ANY, reason_not_needed
from earlyhelp.extracts.proposals.value_lists import ValueLists
from earlyhelp.extracts.proposals.value_rules import value_lines
from earlyhelp.extracts.values.tidy import same_name
from earlyhelp.vocabulary.districts import districts_of

PATH: Final = Path("mapping.toml")
TITLE: Final = "Proposed by earlyhelp map; every line wants a look"
KEY_FILE: Final = "ids.key"
_MOST_NAMED: Final = 6
_HOW_TO_READ: Final = (
    "certain, likely and unsure say how sure a line is. ? is a question: answer it in the line, or below it.",
    "What stands behind a # is not read; take the # away to have it read.",
)


@dataclass(slots=True)
class _Making:
    """What has come together so far.

    lacking     places of the tables that lack a required column
    """

    remarks: Remarks = field(default_factory=Remarks)
    questions: list[str] = field(default_factory=list[str])
    sources: dict[str, Source] = field(default_factory=dict[str, Source])
    tables: list[TableRule] = field(default_factory=list[TableRule])
    lacking: set[int] = field(default_factory=set[int])
    lists: ValueLists = field(default_factory=ValueLists)

    def ask(self, where: str, question: str) -> str:
        """Note a question, and return it as a remark; the same one about several columns counts once."""
        if not any(each.endswith(f": {question}") for each in self.questions):
            self.questions.append(f"{where}: {question}")
        return f"? {question}"


def make_mapping(
    drafts: Sequence[Draft],
    sheets: Sequence[Sheet],
    without: Sequence[Sheet],
    county_code: str,
    register: Register | None,
    known: Mapping | None,
) -> Proposal:
    """Return the proposal that the drafts amount to.

    without     sheets no table is made of
    register    schools that names may mean; those of a register among the drafts where it is empty
    known       a mapping whose list of schools is taken over
    """
    making = _Making()
    if not county_code:
        making.ask("[council]", "whose data are these? Say it with --county, or write county_code under [council].")
    for draft in drafts:
        _add_source(making, draft, drafts, sheets)
    for draft in drafts:
        for table in draft.tables:
            _add_table(making, draft, table)
    making.questions += making.lists.remark_on(making.remarks)
    open_tables = send_to_sleep(making.remarks, making.sources, making.tables, making.lacking)
    schools = _schools(making, drafts, register, known)
    unused = tuple(f"{sheet.title}: no table of the dataset was found in it" for sheet in without)
    making.remarks.top = [*_HOW_TO_READ, *(f"Not used: {each}." for each in unused)]
    mapping = Mapping(
        PATH,
        TITLE,
        making.sources,
        making.lists.fill_in(making.tables),
        county_code,
        districts_of(county_code)[0].county.name if county_code else "",
        schools=schools,
        key_file=KEY_FILE if hashes_persons(drafts) else "",
    )
    return Proposal(mapping, making.remarks, claims_of(drafts), tuple(making.questions), unused, open_tables)


def _schools(
    making: _Making, drafts: Sequence[Draft], register: Register | None, known: Mapping | None
) -> dict[str, str]:
    found = register if register and register.by_urn else register_in(drafts)
    confirmed = dict(known.schools) if known else {}
    schools = school_lines(drafts, found, confirmed)
    making.remarks.behind |= {("schools", name): why for name, why in schools.why.items()}
    if schools.to_confirm:
        making.remarks.below["schools",] = schools.to_confirm
        without = "" if found.by_urn else " Give the register of schools among the files to have them proposed."
        making.ask("[schools]", f"{schools.names_to_confirm:,} names of schools need a URN.{without}")
    return confirmed | schools.sure


def _add_source(making: _Making, draft: Draft, drafts: Sequence[Draft], sheets: Sequence[Sheet]) -> None:
    made = make_source(draft, sheets)
    place = ("source", draft.source)
    taken = {same_name(name) for name in columns_taken(draft)}
    left = [each for each in draft.layout.profiles if same_name(each.name) not in taken]
    elsewhere = {
        same_name(name): other.source
        for other in drafts
        if other is not draft and other.layout is draft.layout
        for name in columns_taken(other)
    }
    reasons = {
        profile.name: f"read by [source.{there}]"
        if (there := elsewhere.get(same_name(profile.name)))
        else reason_not_needed(profile)
        for profile in left
    }
    for name, reason in reasons.items():
        making.remarks.behind["ignore", draft.source, name] = f"? {reason}" if reason == UNLIKE_ANY else reason
    if unlike := [name for name, reason in reasons.items() if reason == UNLIKE_ANY]:
        making.ask(f"[source.{draft.source}]", f"is any of these needed? {_some(unlike)}")
    making.remarks.behind |= {(*place, key): reason for key, reason in made.reasons.items()}
    making.remarks.below[place] = [making.ask(f"[source.{draft.source}]", each) for each in made.questions]
    making.sources[draft.source] = replace(made.source, ignore=tuple(profile.name for profile in left))


def _some(names: Sequence[str]) -> str:
    shown = ", ".join(f"`{name}`" for name in names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    return f"{shown} and {more} more" if more > 0 else shown


def _add_table(making: _Making, draft: Draft, table: TableDraft) -> None:
    number = str(len(making.tables))
    where = f"{table.name} from {draft.source}"
    columns: dict[str, ColumnRule] = {}
    for name, line in table.lines.items():
        columns[name] = _with_values(making, draft, table.name, name, line.rule)
        making.remarks.behind["table", number, name] = _remark(making, f"{where}, {name}", line)
    lacking = {} if table.adds else table.lacking
    making.remarks.below["table", number] = [
        f'{name} = "…"  # {making.ask(where, f"what fills the required column {name}? {meaning}")}'
        for name, meaning in lacking.items()
    ]
    if lacking:
        making.lacking.add(len(making.tables))
    making.tables.append(
        TableRule(
            table.name,
            draft.source,
            columns,
            only_if_filled=table.telling,
            only_in_county=_only_in_county(draft, table),
            adds=table.adds,
        )
    )


def _only_in_county(draft: Draft, table: TableDraft) -> str:
    """The column by which schools of other counties are left out, as a national register has them."""
    return next(iter(draft.names("district")), "") if table.name == draft.main == "school" else ""


def _remark(making: _Making, where: str, line: Line) -> str:
    if line.why.startswith("? "):
        return f"{line.certainty}: {making.ask(where, line.why[2:])}"
    if line.certainty is Certainty.UNSURE:
        making.ask(where, f"unsure; {line.why}. Is it right?")
    return f"{line.certainty}: {line.why}"


def _with_values(making: _Making, draft: Draft, table: str, name: str, rule: ColumnRule) -> ColumnRule:
    """Name the list that says what the texts of a coded column stand for, where they need one."""
    column = TABLES[table].column(name)
    profile = next((each for each in draft.turned.profiles if rule.names and each.name == rule.names[0]), None)
    lines = value_lines(profile, column, rule.split) if profile else []
    if not profile or not lines:
        return rule
    return replace(rule, values_name=making.lists.add(column, table, profile.name, lines))
