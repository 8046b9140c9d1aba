"""Rule 7: a number keeps the noun it counts: visits do not become visitors from one sentence to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from earlyhelp.claims.finding import Finding
from earlyhelp.claims.flagging import flag
from earlyhelp.claims.language.nouns import are_alike
from earlyhelp.claims.language.numbers import Number
from earlyhelp.claims.language.text import Read, Text

_BACK: Final = re.compile(
    r"\b(?:of the|of these|of those|of all|these|those|all|all of the|each of the|the|all the|"
    r"in other words,?|that is,?|i\.e\.,?|which means(?: that)?|meaning(?: that)?|so|"
    r"these same|the same|for the|for all|among the|amongst the|from the|from these)\s(?:same |said )?$",
    re.IGNORECASE,
)
_LEAST: Final = 10
_BACK_TO: Final = 8


def find(texts: Sequence[Text]) -> Iterator[Finding]:
    """Flag "96,400 visits … these 96,400 residents"."""
    for text in texts:
        for read in text.prose:
            for number in read.numbers:
                yield from _judge(text, read, number)


def _comes_from(text: Text, read: Read, number: Number) -> bool:
    """Whether the first mention names the other noun too, as in "120 replies from teachers"."""
    things = number.noun.split()[-1]
    return any(
        each.value == number.value
        and re.match(
            rf" [^.;,\d]{{0,60}}\b(?:from|by|of) (?:[a-z]+ )?{re.escape(things)}\b", other.bare_words[each.end :]
        )
        for other in [read, *text.before(read, _BACK_TO)]
        for each in other.numbers
    )


def _judge(text: Text, read: Read, number: Number) -> Iterator[Finding]:
    if (
        number.kind != "count"
        or number.value < _LEAST
        or not number.head
        or not _BACK.search(read.text[: number.start])
    ):
        return
    same = [
        each
        for other in [read, *text.before(read, _BACK_TO)]
        if other.is_prose and other.sentence.section == read.sentence.section
        for each in other.numbers
        if each.kind in ("count", "duration")
        and each.value == number.value
        and each.head
        and (other is not read or each.end <= number.start)
    ]
    if not same or any(are_alike(each.head, number.head) for each in same) or _comes_from(text, read, number):
        return
    first = same[0]
    why = f'{number.text} counted "{first.noun}" before and counts "{number.noun}" here.'
    yield flag(
        read,
        f"{number.text} {number.noun}",
        __name__,
        why,
        f"{first.text} {first.noun}, or how many {number.noun} there were",
    )
