"""Which codes a text may stand for: as it stands, behind a letter or before its words, or by the words within it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from earlyhelp.dataset.catalogue import code_lists_used
from earlyhelp.extracts.proposals.words import shipped
from earlyhelp.extracts.values.codes import read_code, words_of
from earlyhelp.extracts.values.doubt import Doubt
from earlyhelp.extracts.values.spellings import usual_spellings
from earlyhelp.extracts.values.splits import split
from earlyhelp.extracts.values.tidy import is_missing
from earlyhelp.vocabulary.code_lists import read_code_list

AS_IT_STANDS: Final = ""

# A form is tried only where its mark is met, which is seldom.
_FORMS: Final = (
    ("letter) code", re.compile(r"^[a-z]{1,3} ?[).] ?\S+$", re.IGNORECASE)),
    ("letter) code: words", re.compile(r"^[a-z]{1,3} ?[).].*:", re.IGNORECASE)),
    ("letter) words", re.compile(r"^[a-z]{1,3} ?[).] ?\S+ ", re.IGNORECASE)),
    ("code: words", re.compile(r"^[^\s:]{1,6} ?:")),
    ("code - words", re.compile(r"^[^\s–—-]{1,6} ?[-–—]")),
    ("words (code)", re.compile(r"\([^()]{1,6}\)$")),
    ("words - code", re.compile(r"[-–—] ?[^\s–—-]{1,6}$")),
)
_WHOLE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Meant:
    """A code that a text may mean by the words within it.

    is_likely   whether those words make up enough of the text to say so
    """

    code: str
    words: str
    is_likely: bool


@lru_cache(maxsize=50_000)
def lists_that_know(text: str) -> dict[str, frozenset[str]]:
    """Return, for each form a text may be written in, the code lists in which it then is a code or says one."""
    found = {AS_IT_STANDS: _lists_with(text)}
    for form, mark in _FORMS:
        if mark.search(text):
            part = split(text, form)
            if not isinstance(part, Doubt):
                found[form] = _lists_with(part)
    return {form: lists for form, lists in found.items() if lists}


@lru_cache(maxsize=50_000)
def code_of(text: str, code_list: str, form: str = AS_IT_STANDS) -> str | None:
    """Return the code a text stands for without anybody's help; None where it stands for none."""
    part = split(text, form) if form else text
    if isinstance(part, Doubt) or is_missing(part):
        return None
    found = read_code(part, read_code_list(code_list), {}, None)
    return None if isinstance(found, Doubt) else found


@lru_cache(maxsize=50_000)
def meant_by(text: str, code_list: str) -> Meant | None:
    """Return the code whose words the text holds, most words first; None where it holds none."""
    words = words_of(text).split()
    held = [(wanted, code) for wanted, code in _telling_words().get(code_list, ()) if _holds(words, wanted)]
    if not held:
        return None
    wanted, code = max(held, key=lambda each: (len(each[0]), sum(map(len, each[0]))))
    is_alone = len({code for _, code in held}) == 1
    return Meant(code, " ".join(wanted), is_alone or len(wanted) > 1 or len(wanted) >= len(words) * _WHOLE)


def _holds(words: list[str], wanted: tuple[str, ...]) -> bool:
    return all(any(word == each or (len(each) > 4 and word.startswith(each)) for word in words) for each in wanted)


@cache
def _by_words() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name in code_lists_used():
        known = read_code_list(name)
        ways = [(entry.code, entry.meaning) for entry in known.entries]
        for way in (*(each for pair in ways for each in pair), *(text for text, _ in usual_spellings(name))):
            found.setdefault(words_of(way), set()).add(name)
    return {words: frozenset(names) for words, names in found.items() if words}


def _lists_with(text: str) -> frozenset[str]:
    return _by_words().get(words_of(text), frozenset())


@cache
def _telling_words() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in shipped("likely_values.csv"):
        found.setdefault(row["list"], []).append((tuple(row["words"].split()), row["code"]))
    for name in code_lists_used():
        for entry in read_code_list(name).entries:
            words = tuple(words_of(entry.meaning).split())
            if words and all(len(word) > 1 for word in words):
                found.setdefault(name, []).append((words, entry.code))
    return {name: tuple(pairs) for name, pairs in found.items()}
