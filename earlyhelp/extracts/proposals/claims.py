"""What each column of each sheet was taken for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from earlyhelp.extracts.proposals.bundles import Slot
from earlyhelp.extracts.proposals.drafts import Certainty, Draft, certainty_of, why
from earlyhelp.extracts.proposals.proposal import Claim
from earlyhelp.extracts.proposals.unneeded import reason_not_needed
from earlyhelp.extracts.values.tidy import same_name

Taken = tuple[tuple[Slot, ...], Certainty, str]


def claims_of(drafts: Sequence[Draft]) -> tuple[Claim, ...]:
    """Return a claim for each column of each sheet; where a sheet is read twice, that of the reading which uses it."""
    found: dict[tuple[str, str, str], Claim] = {}
    for draft in drafts:
        for claim in _claims(draft):
            place = (claim.file, claim.sheet, claim.column)
            if place not in found or not found[place].targets:
                found[place] = claim
    return tuple(found.values())


def _claims(draft: Draft) -> Iterator[Claim]:
    taken = {same_name(name): each for name, each in columns_taken(draft).items()}
    profiles = {same_name(profile.name): profile for profile in draft.layout.profiles}
    for page in draft.layout.pages:
        for name in filter(None, page.header.names):
            nothing: Taken = ((), Certainty.LIKELY, reason_not_needed(profiles[same_name(name)]))
            yield Claim(page.sheet.file, page.sheet.name, name, *taken.get(same_name(name), nothing))


def columns_taken(draft: Draft) -> dict[str, Taken]:
    """Return what the columns of a layout were taken for, by their names."""
    made = {(table.name, column) for table in draft.tables for column in table.lines}
    taken: dict[str, Taken] = {}
    for given in (given for each in (draft, *draft.joined) for given in each.held.given.values()):
        slots = tuple(slot for slot in given.concept.slots if slot in made)
        # A fact about a child is of no use on a sheet that names no child.
        for profile in (given.profile, *given.others) if slots else ():
            before, sure, reason = taken.get(profile.name, ((), certainty_of(given), why(given)))
            taken[profile.name] = (tuple(dict.fromkeys((*before, *slots))), sure, reason)
    if draft.held.full_name:
        table = "referral_identity" if draft.main == "referral" else "identity"
        slots = ((table, "forename"), (table, "surname"))
        taken[draft.held.full_name.name] = (slots, Certainty.LIKELY, "it holds whole names")
    for table in draft.tables:
        for column, line in table.lines.items():
            # A column that only helps to make an id is needed all the same.
            for name in line.rule.joined + line.rule.hash + line.rule.spell:
                taken.setdefault(name, (((table.name, column),), line.certainty, "it is part of what is read or made"))
    turned = draft.turned
    if turned.columns:
        both = [taken.pop(name) for name in (turned.value, turned.name) if name in taken]
        slots = tuple(slot for each in both for slot in each[0])
        sure = max((each[1] for each in both), key=list(Certainty).index, default=Certainty.UNSURE)
        for name in turned.columns:
            taken[name] = (slots, sure, f"a row in truth: its heading is the {turned.name.lower()}")
    return taken
