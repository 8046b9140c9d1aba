"""A council's own settings and the actions it agreed, read from two TOML files.

Source: docs/guides/your_card.md
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from earlyhelp.editions.council_colours import read_colours
from earlyhelp.editions.logo import read_logo
from earlyhelp.editions.promises.actions_file import read_actions
from earlyhelp.editions.written_files import check_page, entries, read_toml, words
from earlyhelp.extracts.mapping.toml_keys import Keys
from earlyhelp.places import COUNTY, DISTRICT, SCHOOL
from earlyhelp.publications.school_report_card.card import page_keys, parts_for
from earlyhelp.publications.settings import DEFAULT, CardSettings, PartSetting
from earlyhelp.report.brand import Brand, Contact, Logo

LEVELS: Final = (COUNTY, DISTRICT, SCHOOL)
MOST_CONTACTS: Final = 6
SHORTEST_KEY: Final = 16
LONGEST_KEPT: Final = 120
_EMAIL: Final = re.compile(r"[\w.+'-]+@[\w-]+(\.[\w-]+)*\.[A-Za-z]{2,}", re.ASCII)
_TELEPHONE: Final = re.compile(r"(?=(\D*\d){6})\+?[\d ()-]{6,24}(,? ?(ext\.?|extension) ?\d+)?")


@dataclass(frozen=True)
class CouncilSettings(CardSettings):
    """The council's own, with what a card does not need.

    register    folder of the register of releases, None where it is the usual one
    """

    register: Path | None = None


def read_settings(settings: Path | None, actions: Path | None) -> CouncilSettings:
    """Return the council's settings with its actions; ours where a file is not given.

    Raises  ValueError: a file cannot be read or something in it is wrong; one sentence for each fault, with its file
    """
    faults: list[str] = []
    found = _settings(settings, faults) if settings else CouncilSettings()
    agreed = read_actions(actions, faults) if actions else DEFAULT.actions
    shown = {page.key for level in LEVELS for _, _, pages in parts_for(level, found) for page in pages}
    faults += [
        f'{actions}: an action stands under the page "{page}", which the parts of the card leave out. Name the page in '
        "one of them, or move the action."
        for page in agreed
        if page in page_keys() and page not in shown
    ]
    if faults:
        raise ValueError("\n".join(faults))
    return replace(found, actions=agreed)


def _settings(path: Path, all_faults: list[str]) -> CouncilSettings:
    faults: list[str] = []
    keys = Keys(read_toml(path), "The file", faults)
    council = _table(keys, "council", faults)
    card, private = _table(keys, "card", faults), _table(keys, "private", faults)
    colour, palette = read_colours(_table(keys, "colours", faults))
    found = CouncilSettings(
        Brand(
            words(council, "name"), _logo(_table(keys, "logo", faults), path), colour, palette, _contacts(keys, faults)
        ),
        _introduction(card, "introduction"),
        _introduction(card, "school_introduction"),
        _parts(card, faults),
        keep_months=_months(private),
        key=_key(private, path),
        register=_register(keys, path),
    )
    for each in (keys, council, card, private):
        each.finish()
    all_faults.extend(f"{path}: {fault}" for fault in faults)
    return found


def _table(keys: Keys, name: str, faults: list[str]) -> Keys:
    return Keys(keys.any(name), f"[{name}]", faults)


def _introduction(card: Keys, key: str) -> tuple[str, ...]:
    paragraphs = tuple(paragraph.strip() for paragraph in card.texts(key))
    if not all(paragraphs):
        card.fault(f"has an empty paragraph in `{key}`: write something or take it out")
    return paragraphs


def _months(private: Keys) -> int:
    months = private.number("keep_months", DEFAULT.keep_months)
    if not 1 <= months <= LONGEST_KEPT:
        private.fault(f"has `keep_months` = {months}; it may be 1 to {LONGEST_KEPT}")
    return months


def _register(keys: Keys, settings: Path) -> Path | None:
    name = keys.optional_text("register")
    if name is not None and not name.strip():
        keys.fault("has an empty `register`: name a folder, or take the line out")
    return settings.parent / name.strip() if name and name.strip() else None


def _logo(keys: Keys, settings: Path) -> Logo | None:
    file, said = keys.text("file"), keys.text("words")
    keys.finish()
    if not file:
        if said:
            keys.fault('lacks `file`: write file = "…" with the name of the picture')
        return None
    if not said.strip():
        keys.fault('lacks `words`, which is what the logo says to those who do not see it: write words = "…"')
        return None
    try:
        return read_logo(settings.parent / file, said.strip())
    except ValueError as problem:
        keys.fault(f"cannot be used: {str(problem).removesuffix('.')}")
        return None


def _contacts(keys: Keys, faults: list[str]) -> tuple[Contact, ...]:
    found: list[Contact] = []
    for number, entry in enumerate(entries(keys, "contacts"), 1):
        each = Keys(entry, f"[[contacts]] number {number}", faults)
        contact = Contact(words(each, "role", required=True), each.text("email"), each.text("telephone"))
        each.finish()
        if not contact.email and not contact.telephone:
            each.fault("has neither `email` nor `telephone`: write one of them")
        if contact.email and not _EMAIL.fullmatch(contact.email):
            each.fault(f'has `email` with "{contact.email}", which is no address')
        if contact.telephone and not _TELEPHONE.fullmatch(contact.telephone):
            each.fault(f'has `telephone` with "{contact.telephone}", which is no number')
        found.append(contact)
    if len(found) > MOST_CONTACTS:
        keys.fault(f"has {len(found)} contacts; a reader needs to know whom to ask, so name at most {MOST_CONTACTS}")
    return tuple(found)


def _parts(card: Keys, faults: list[str]) -> tuple[PartSetting, ...]:
    found: list[PartSetting] = []
    seen: set[str] = set()
    for number, entry in enumerate(entries(card, "parts"), 1):
        each = Keys(entry, f"[[card.parts]] number {number}", faults)
        part = PartSetting(words(each, "title", required=True), each.texts("pages"))
        each.finish()
        if not part.pages:
            each.fault('lacks `pages`: write pages = ["staffing", "…"]')
        for page in part.pages:
            check_page(each, page)
            if page in seen:
                each.fault(f'names the page "{page}", which stands in the card already')
            seen.add(page)
        found.append(part)
    return tuple(found)


def _key(private: Keys, settings: Path) -> bytes | None:
    name = private.optional_text("key_file")
    if not name:
        if name == "":
            private.fault("has an empty `key_file`: name a file, or take the line out")
        return None
    try:
        key = (settings.parent / name).read_bytes().strip()
    except OSError as error:
        private.fault(f"names `key_file` {name}, which could not be opened: {error.strerror}")
        return None
    except ValueError:
        private.fault("has `key_file` that is no name of a file")
        return None
    if len(set(key)) == 1:
        private.fault(f"names `key_file` {name}, which holds one letter again and again and keeps no secret")
    if len(key) < SHORTEST_KEY:
        private.fault(f"names `key_file` {name}, too short to keep a secret: at least {SHORTEST_KEY} bytes are needed")
    return key
