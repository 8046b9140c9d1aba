"""The words of a school's name, in the form in which two ways to write it are compared."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from earlyhelp.extracts.values.tidy import tidy
from earlyhelp.places import plain_letters
from earlyhelp.vocabulary.shipped_rows import shipped_rows

# St.Mary's, StMary's, C.E.Primary and PrimarySchool want a space; C.E. and CofE are each one word.
_MISSING_SPACE: Final = re.compile(
    r"\.(?=\w{2})|(?<=\bSt)(?=[A-Z])|(?<=[a-z])(?=(?:Church|Catholic|Community|Primary|Infant|Junior|School)\b)"
)

# The weight of the words in light_words.csv that tell nothing at all.
_EMPTY: Final = 0.1


def plain_words(name: str) -> dict[str, str]:
    """Return the words of a name, each by the form that is compared, as they are to be shown.

    St, St. and Saint are one word, and so are CE, C of E and Church of England; Prim is primary, Anne's is Anne.
    Source  docs/rules/names_of_schools.md
    """
    words = _in_full(plain_letters(_MISSING_SPACE.sub(" ", tidy(name))))
    return {_without_s(word): word for word in words}


def split_town(name: str) -> tuple[str, str]:
    """Return a name and what stands behind its first comma, which often is the town."""
    head, _, town = tidy(name).partition(",")
    return (head, town) if plain_letters(head) else (town, "")


@cache
def light_words() -> dict[str, float]:
    """Return the words that tell schools apart less than their rarity says, with the share of it that they keep."""
    return {_without_s(row["word"]): float(row["weight"]) for row in _rows("light_words.csv")}


def is_empty(word: str) -> bool:
    """Say whether a word tells nothing about which school is meant: School, The, of."""
    return light_words().get(word, 1.0) <= _EMPTY


def _in_full(plain: str) -> list[str]:
    phrases, pattern = _phrases()
    written = pattern.sub(lambda match: phrases[match[0]], plain).split()
    return [word for short in written for word in _full_words().get(short, short).split()]


def _without_s(word: str) -> str:
    # Anne, Annes and Anne's are written for one another.
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@cache
def _phrases() -> tuple[dict[str, str], re.Pattern[str]]:
    means = {row["written"]: row["means"] for row in _rows("name_phrases.csv")}
    longest_first = sorted(means, key=len, reverse=True)
    return means, re.compile(rf"\b(?:{'|'.join(longest_first)})\b")


@cache
def _full_words() -> dict[str, str]:
    return {row["written"]: row["means"] for row in _rows("name_words.csv")}


def _rows(file: str) -> list[dict[str, str]]:
    return shipped_rows(file, room="earlyhelp.extracts.places")
