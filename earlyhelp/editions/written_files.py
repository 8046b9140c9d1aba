"""TOML files that people write: opened, with a sentence for what keeps them from being read."""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Final, cast
from unicodedata import category

from earlyhelp.extracts.mapping.toml_faults import toml_fault
from earlyhelp.extracts.mapping.toml_keys import Keys
from earlyhelp.publications.school_report_card.card import page_keys

_LINE: Final = re.compile(r"\(at line (\d+)")
_LIKELY: Final = (
    (re.compile(r"^\s*\[(contacts|action|card\.parts)\]"), "write two brackets, [[…]]: each is one more of a list"),
    (re.compile(r"=\s*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"), "write the day as 2016-10-31"),
    (re.compile(r"=\s*\".*\\"), "write / instead of \\ between folders"),
    (re.compile(r"=\s*[^\s\"'“”‘’\[{]"), "put what stands behind the = between quotation marks"),
)


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
        raise ValueError(f"{path} {_no_toml(text, error)}") from None
    except (RecursionError, ValueError):
        raise ValueError(f"{path} holds what no settings hold: brackets without end, or a number too long.") from None


def _no_toml(text: str, error: tomllib.TOMLDecodeError) -> str:
    """Say what is no TOML, with the slips that are likely in these files before those of any."""
    fault, place = toml_fault(text, error), _LINE.search(str(error))
    line = text.splitlines()[int(place[1]) - 1] if place else ""
    likely = next((advice for pattern, advice in _LIKELY if pattern.search(line)), "")
    return f"{fault.partition('. Most likely')[0]}. Most likely {likely}." if likely else fault


def entries(keys: Keys, name: str) -> list[object]:
    """Take a list of tables; a fault is added where the table stands alone."""
    written = keys.any(name)
    if written is not None and not isinstance(written, list):
        keys.fault(f"has `{name}` once: write two brackets, [[{_below(keys, name)}]], as each is one more of a list")
        return []
    return cast("list[object]", written or [])


def _below(keys: Keys, name: str) -> str:
    """Return how a list of tables within a table is written: "card.parts" within [card]."""
    return f"{keys.where.strip('[]')}.{name}" if keys.where.startswith("[") else name


def words(keys: Keys, key: str, *, required: bool = False) -> str:
    """Take a text that stands on a page, without blanks around it; a fault is added where it is blank."""
    text = keys.optional_text(key)
    if (required and text is None) or (text is not None and not text.strip() and isinstance(keys.any(key), str)):
        keys.fault(f'lacks `{key}`: write {key} = "…"')
    if any(category(letter) in ("Cc", "Cf") for letter in (text or "").strip()):
        keys.fault(f"has a sign in `{key}` that cannot be seen: type the text again")
    return (text or "").strip()


def check_page(keys: Keys, page: str) -> None:
    """Add a fault where no page of the card has this key, with the one that was most likely meant."""
    known = page_keys()
    if page in known:
        return
    likely = get_close_matches(page, known, 1)
    meant = f'did you mean "{likely[0]}"' if likely else f"the pages are {', '.join(known)}"
    keys.fault(f'names the page "{page}", which there is not; {meant}')
