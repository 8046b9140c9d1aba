"""TOML files that people write: opened, with a sentence for what keeps them from being read."""

from __future__ import annotations

import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import cast

from earlyhelp.extracts.mapping.toml_faults import toml_fault
from earlyhelp.extracts.mapping.toml_keys import Keys
from earlyhelp.publications.school_report_card.card import page_keys


def read_toml(path: Path) -> dict[str, object]:
    """Return what a TOML file holds. Raises ValueError: it cannot be opened, is not UTF-8 or not TOML."""
    text = ""
    try:
        text = path.read_text(encoding="utf-8-sig")
        return tomllib.loads(text)
    except OSError as error:
        raise ValueError(f"{path} could not be opened: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise ValueError(f"{path} is not text in UTF-8. Save it again as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path} {toml_fault(text, error)}") from None


def entries(keys: Keys, name: str) -> list[object]:
    """Take a list of tables; a fault is added where the table stands alone."""
    written = keys.any(name)
    if written is not None and not isinstance(written, list):
        keys.fault(f"has `{name}` once: write two brackets, [[{name}]], as each is one more of a list")
        return []
    return cast("list[object]", written or [])


def check_page(keys: Keys, page: str) -> None:
    """Add a fault where no page of the card has this key, with the one that was most likely meant."""
    known = page_keys()
    if page in known:
        return
    likely = get_close_matches(page, known, 1)
    meant = f'did you mean "{likely[0]}"' if likely else f"the pages are {', '.join(known)}"
    keys.fault(f'names the page "{page}", which there is not; {meant}')
