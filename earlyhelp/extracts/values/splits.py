"""Takes the wanted part out of a text that holds more: `e) 2A: Schools` is 2A."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from earlyhelp.extracts.values.doubt import Doubt, DoubtKind
from earlyhelp.extracts.values.tidy import tidy

# A point marks a letter only behind a single one: the St. of a saint is no letter of a list.
_LETTER: Final = r"(?:(?:[a-z]{1,3} ?\)|[a-z]\.) ?)"
_DASH: Final = r"[-–—]"

# Each form finds its part, and also a code that stands alone, as it does where the source was mended by hand.
_FORMS: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        form: re.compile(pattern, re.IGNORECASE)
        for form, pattern in {
            "letter) code": rf"{_LETTER}?([^\s)]+)",
            "letter) code: words": rf"{_LETTER}?([^\s):]+)(?: ?:.*)?",
            "letter) words": rf"{_LETTER}?(.+)",
            "code: words": r"([^\s:]+)(?: ?:.*)?",
            "code - words": rf"(\S+) {_DASH} .*|([^\s–—-]+)(?: ?{_DASH}.*)?",
            "words (code)": r".*\( ?([^()]+?) ?\)|([^\s()]+)",
            "words - code": rf".* {_DASH} (\S+)|.*{_DASH} ?([^\s–—-]+)|([^\s–—-]+)",
        }.items()
    }
)

_TITLES: Final = re.compile(r"(mr|mrs|miss|ms|mx|dr|master)\.? ", re.IGNORECASE)
# Words that begin a surname of several words: van der Berg, de Souza, Al Masri.
_BEGINNINGS: Final = frozenset(
    {"van", "von", "der", "den", "de", "da", "di", "do", "dos", "du", "del", "della", "la", "le"}
    | {"el", "al", "bin", "ibn", "st", "mac", "ter", "ten"}
)


def split(text: str, form: str, part: str = "") -> str | Doubt:
    """Return the wanted part of a text.

    form    one of the forms of docs/rules/mappings.md
    part    forename or surname, where the form is one of a name
    Raises  KeyError: there is no such form
    """
    plain = tidy(text)
    if part:
        return _split_name(_TITLES.sub("", plain, count=1), form, part)
    match = _FORMS[form].fullmatch(plain)
    found = next((group for group in match.groups() if group), "") if match else ""
    return found or Doubt(DoubtKind.UNREADABLE, f'is not written as "{form}"')


def _split_name(plain: str, form: str, part: str) -> str | Doubt:
    surname, forename = _by_comma(plain) if form.startswith("surname") else _by_last_word(plain)
    if not surname or not forename:
        return Doubt(DoubtKind.UNREADABLE, f'is not written as "{form}"')
    return surname if part == "surname" else forename


def _by_comma(plain: str) -> tuple[str, str]:
    surname, _, forename = plain.partition(",")
    return surname.strip(), _TITLES.sub("", forename.strip(), count=1)


def _by_last_word(plain: str) -> tuple[str, str]:
    words = plain.split() if "," not in plain else []
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in _BEGINNINGS:
        start -= 1
    return " ".join(words[max(start, 0) :]), " ".join(words[: max(start, 0)])
