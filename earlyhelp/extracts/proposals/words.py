"""The words of a heading, each said in one way: `D.O.B.`, `Date born` and `BirthDate` are all birth day."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from earlyhelp.extracts.values.tidy import tidy
from earlyhelp.vocabulary.shipped_rows import shipped_rows

_IN_BRACKETS: Final = re.compile(
    r"\((dd|mm|yy|please|if |e\.?g|optional)[^)]*\)|\([^()]*/[^()]*\)|\[[0-9]+\]", re.IGNORECASE
)
_HUMPS: Final = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WORDS: Final = re.compile(r"[a-z0-9%]+")
_SAYING_NOTHING: Final = frozenset(
    {"the", "of", "a", "an", "is", "was", "were", "for", "in", "and", "or", "by", "s", "this", "that", "please"}
    | {"unique", "desc", "full", "y", "early", "help", "which", "what", "your", "our"}
    | {"we", "it", "you", "they", "did", "do", "does", "has", "have", "will", "been", "be", "are", "there", "us"}
)


def shipped(file: str) -> list[dict[str, str]]:
    """Return the rows of one of the lists that stand beside this module."""
    return shipped_rows(file, room="earlyhelp.extracts.proposals")


@lru_cache(maxsize=20_000)
def words_of(text: str) -> frozenset[str]:
    """Return the standard words of a heading; what says nothing is left out, unless nothing else is there."""
    plain = _IN_BRACKETS.sub(" ", _HUMPS.sub(" ", tidy(text))).replace("'", "").replace("_", " ").casefold()
    said = _said_in_one_way(_WORDS.findall(plain))
    telling = frozenset(said) - _SAYING_NOTHING
    return telling or frozenset(said)


def _said_in_one_way(words: list[str]) -> list[str]:
    """Replace what stands in the list, the longest first, so that `date of birth` is met before `date`."""
    phrases, longest = _phrases()
    said: list[str] = []
    place = 0
    while place < len(words):
        for length in range(min(longest, len(words) - place), 0, -1):
            phrase = tuple(words[place : place + length])
            found = phrases.get(phrase) or (phrases.get((*phrase[:-1], phrase[-1].rstrip("s"))) if length > 1 else None)
            if found:
                said += found
                place += length
                break
        else:
            said.append(_singular(words[place]))
            place += 1
    return said


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@cache
def _phrases() -> tuple[dict[tuple[str, ...], tuple[str, ...]], int]:
    phrases = {tuple(_WORDS.findall(row["written"])): tuple(row["means"].split()) for row in shipped("words.csv")}
    return phrases, max(map(len, phrases))
