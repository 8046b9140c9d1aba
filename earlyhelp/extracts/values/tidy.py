"""Takes from a text what nobody meant to write, and says whether anything is left."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

# Zero-width spaces and joiners, soft hyphens, marks of writing direction, of byte order and of the colour of a sign:
# they cannot be seen, and browsers, chat programs and old exports leave them in cells.
_UNSEEN: Final = re.compile("[\u00ad\ufe0e\ufe0f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_SPACES: Final = re.compile(r"\s+")

# Word processors turn what is typed into these while it is typed.
_TYPOGRAPHY: Final = str.maketrans({**dict.fromkeys("‐‑‒–—−", "-"), **dict.fromkeys("‘’‛`´", "'"), "“": '"', "”": '"'})

_ERRORS: Final = re.compile(r"#(n/a|ref!|value!|div/0!|name\?|num!|null!|spill!|calc!|getting_data|error)")
_USUAL_MARKS: Final = frozenset({"", "null", "(null)", "n/a", "-", "--", "*", ".", ".."})


def tidy(text: str) -> str:
    """Return a text in one line, with single plain spaces, none at its ends, and nothing that cannot be seen."""
    # Nearly every text of a large file is of this kind.
    if text.isascii() and text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text
    return _SPACES.sub(" ", _UNSEEN.sub("", unicodedata.normalize("NFC", text))).strip()


def same_name(text: str) -> str:
    """Return the form in which names of columns, codes and words are compared: two names are one if it is equal."""
    if text.isascii() and text.isalnum():
        return text.lower()
    return tidy(text).translate(_TYPOGRAPHY).casefold()


def is_missing(text: str, marks: Iterable[str] = ()) -> bool:
    """Say whether a text only marks that nothing was recorded.

    marks   what the source uses beside the usual marks
    Source  docs/rules/mappings.md, `missing`
    """
    plain = same_name(text)
    if plain in _USUAL_MARKS or (plain[0] == "#" and _ERRORS.fullmatch(plain)):
        return True
    return any(plain == same_name(mark) for mark in marks)
