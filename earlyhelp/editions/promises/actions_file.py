"""The file in which people write what they agreed to do about the pages of a card, and what became of it since.

Source: docs/guides/your_card.md
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Final

from earlyhelp.editions.promises.evidence_written import evidence
from earlyhelp.editions.written_files import check_page, entries, read_toml, words
from earlyhelp.extracts.mapping.toml_keys import Keys
from earlyhelp.report.actions import Action, Said, SaidOn

_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,19}")
_TITLE: Final = re.compile(r"\b(Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame)\b\.?\s")


def read_actions(path: Path, all_faults: list[str]) -> Mapping[str, tuple[Action, ...]]:
    """Return the actions by key of their page, in the order of the file; sentences on faults are added to the list.

    Raises  ValueError: the file cannot be read
    """
    faults: list[str] = []
    keys = Keys(read_toml(path), "The file", faults)
    found: dict[str, list[Action]] = {}
    seen: set[str] = set()
    for number, entry in enumerate(entries(keys, "action"), 1):
        page, action = _action(Keys(entry, f"[[action]] number {number}", faults), seen, faults)
        found.setdefault(page, []).append(action)
    keys.finish()
    all_faults.extend(f"{path}: {fault}" for fault in faults)
    return {page: tuple(actions) for page, actions in found.items()}


def _action(each: Keys, seen: set[str], faults: list[str]) -> tuple[str, Action]:
    page, what, owner = (words(each, key, required=True) for key in ("page", "what", "owner"))
    if page:
        check_page(each, page)
    if _TITLE.search(f"{owner} "):
        each.fault("has `owner` with a person's name: name a role or a team, such as District leads")
    promised_on = _day(each, "promised", required=True)
    action = Action(
        _id(each, seen), what, owner, promised_on or date.min, _day(each, "due"), evidence(each), _said(each, faults)
    )
    each.finish()
    _check_days(each, action)
    return page, action


def _id(each: Keys, seen: set[str]) -> str:
    written = words(each, "id", required=True)
    if written and not _ID.fullmatch(written):
        each.fault(f'has `id` with "{written}": write letters, digits and hyphens, at most 20')
    if written in seen:
        each.fault(f'has the id "{written}", which an action above it has: give each its own')
    seen.add(written)
    return written


def _day(each: Keys, key: str, *, required: bool = False) -> date | None:
    day = each.any(key)
    if day is None:
        if required:
            each.fault(f"lacks `{key}`: write {key} = 2016-10-31, without quotation marks")
        return None
    if not isinstance(day, date) or isinstance(day, datetime):
        each.fault(f"has `{key}` that is no day: write {key} = 2016-10-31, without quotation marks")
        return None
    return day


def _said(each: Keys, faults: list[str]) -> tuple[SaidOn, ...]:
    found: list[SaidOn] = []
    for number, entry in enumerate(entries(each, "status"), 1):
        of_one = Keys(entry, f"{each.where}, [[action.status]] number {number},", faults)
        said = of_one.choice("is", tuple(Said))
        on, note = _day(of_one, "on", required=True), words(of_one, "note")
        if not said and not of_one.any("is"):
            of_one.fault('lacks `is`: write is = "under way"')
        if said == Said.DROPPED and not note:
            of_one.fault('is dropped without a reason: write note = "…"')
        of_one.finish()
        if said and on:
            found.append(SaidOn(on, Said(said), note))
    return tuple(found)


def _check_days(each: Keys, action: Action) -> None:
    days = [said.on for said in action.said]
    if days != sorted(days):
        each.fault("has statuses out of order: the oldest stands first")
    if any(day < action.promised_on for day in days):
        each.fault("has a status from before it was promised")
    if action.due_on and action.due_on < action.promised_on:
        each.fault("is due before it was promised")
    settled = [number for number, said in enumerate(action.said, 1) if said.said.settles]
    if settled and settled[0] < len(action.said):
        each.fault("goes on after it was done or dropped: make a new action of what is still to do")
