"""What people agreed to do about the pages of a card, read from a TOML file that they write.

Source: docs/guides/your_card.md
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from earlyhelp.editions.written_files import check_page, entries, read_toml, words
from earlyhelp.extracts.mapping.toml_keys import Keys
from earlyhelp.report.actions import Action


def read_actions(path: Path, all_faults: list[str]) -> Mapping[str, tuple[Action, ...]]:
    """Return the actions by key of their page, in the order of the file; sentences on faults are added to the list.

    Raises  ValueError: the file cannot be read
    """
    faults: list[str] = []
    keys = Keys(read_toml(path), "The file", faults)
    found: dict[str, list[Action]] = {}
    for number, entry in enumerate(entries(keys, "action"), 1):
        each = Keys(entry, f"[[action]] number {number}", faults)
        page, what, owner = (words(each, key, required=True) for key in ("page", "what", "owner"))
        due = each.any("due")
        each.finish()
        if page:
            check_page(each, page)
        if due is not None and (not isinstance(due, date) or isinstance(due, datetime)):
            each.fault("has `due` that is no day: write due = 2016-10-31, without quotation marks")
        found.setdefault(page, []).append(Action(what, owner, due if type(due) is date else None))
    keys.finish()
    all_faults.extend(f"{path}: {fault}" for fault in faults)
    return {page: tuple(actions) for page, actions in found.items()}
