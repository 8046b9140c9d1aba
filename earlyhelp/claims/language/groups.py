"""Groups whose size a text gives once and takes for granted later: "29 of 57 branches replied" … "45% of branches"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import Final

from earlyhelp.claims.language.nouns import noun_after
from earlyhelp.claims.language.numbers import Number
from earlyhelp.claims.language.shares import Share
from earlyhelp.claims.language.text import Read, Text

_ANSWERED: Final = (
    r"\b(?:repl(?:y|ies|ied)|respon(?:ded|se|ses|ding)|answer(?:s|ed)?|returned|took part|"
    r"taken part|completed|sent (?:back|in|a)|filled|"
    r"were (?:asked|surveyed|interviewed)|came back|surveyed|interviewed)\b"
)
_NOT: Final = r"\b(?:not|no|never|without|neither|nor|non)\b"
_DETERMINERS: Final = re.compile(
    r"^\s(?:of|among|amongst|for|from|in)\s(?:the |our |all |its |their |those |these )?", re.IGNORECASE
)
_OF_NOUN: Final = re.compile(r"\b(?:of|among) (?:the |our |all |its |their )?$", re.IGNORECASE)


@lru_cache(maxsize=8)
def group_sizes(text: Text) -> dict[str, frozenset[Fraction]]:
    """Return for each group's noun phrase, in small letters, the sizes a text gives it."""
    sizes: dict[str, set[Fraction]] = {}
    for read in text.prose:
        for noun, size in _sizes(read):
            sizes.setdefault(noun, set()).add(size)
    return {noun: frozenset(values) for noun, values in sizes.items()}


def _sizes(read: Read) -> Iterator[tuple[str, Fraction]]:
    is_answer = read.has(_ANSWERED)
    for pair in read.pairs:
        noun = pair.base.noun or _noun_after_of(read.text, pair.base.end)
        if noun:
            yield noun, (pair.count if is_answer and not read.has(_NOT) else pair.base).value
    if is_answer and not read.has(_NOT) and not read.pairs:
        parts = read.counts[1:]
        if len(parts) > 1 and sum(each.value for each in parts) == read.counts[0].value:
            things = read.counts[0].noun.split()[-1:]
            yield from ((re.sub(r"\bones$", " ".join(things), each.noun), each.value) for each in parts if each.noun)
        else:
            yield from ((each.noun, each.value) for each in read.counts if each.noun and _answers(read.text, each))


def _answers(text: str, number: Number) -> bool:
    """Whether a count is of those who answered: "replies came from 17 academies", "thirty tenants replied"."""
    if re.search(r"\b(?:from|and|all) (?:the |our |all )*$", text[: number.start], re.IGNORECASE):
        return True
    after = text[number.end :].lstrip()[len(number.noun) :]
    return bool(re.match(rf"(?: \w+){{0,3}} (?={_ANSWERED[2:]})", after, re.IGNORECASE))


def _noun_after_of(text: str, place: int) -> str:
    found = _DETERMINERS.match(text[place:])
    return noun_after(text, place + found.end()) if found else ""


def sizes_of(text: Text, noun: str) -> frozenset[Fraction]:
    """Return the sizes a text gives a group; "maintained ones" are the only maintained things it counts."""
    sizes = group_sizes(text)
    if noun in sizes or not noun:
        return sizes.get(noun, frozenset())
    if not noun.endswith(" ones"):
        longer = [each for each in sizes if each.endswith(f" {noun}")]
        return sizes[longer[0]] if len(longer) == 1 and len(sizes) == 1 else frozenset()
    like = [each for each in sizes if each.startswith(noun.removesuffix("ones"))]
    return sizes[like[0]] if len(like) == 1 else frozenset()


def group_of(read: Read, share: Share) -> str:
    """Return the noun phrase a share is said of, such as "maintained nurseries"; empty where it is not said plainly."""
    after = _noun_after_of(read.text, share.end)
    if after:
        return after
    found = re.search(
        r"\b(?:[Oo]f|[Aa]mong) (?:the |our |all )?([a-z' -]{3,40}?)(?:,| only| just)? $", read.text[: share.start]
    )
    return found[1].casefold() if found and noun_after(found[1], 0) == found[1].casefold() else ""


@lru_cache(maxsize=8)
def all_answers(text: Text) -> Fraction | None:
    """Return how many answers a text says it got in all, groups or not; None where it does not say."""
    for read in text.reads:
        if (
            read.has(r"\b(?:number|total)\b.*\b(?:received|returned|responses|replies|respondents|completed)\b")
            and read.counts
            and not read.pairs
        ):
            return read.counts[0].value
        for number in read.counts:
            if re.match(
                r"(?: \w+){1,3}? (?:that |who |which )?(?:replied|responded|answered|took part)\b",
                read.text[number.end :],
            ) and not read.has(_NOT):
                return number.value
    return None
