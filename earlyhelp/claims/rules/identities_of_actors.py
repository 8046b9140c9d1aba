"""Rule 4, second half: a whole printed under the name of one of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from earlyhelp.claims.arithmetic.rounding import in_digits
from earlyhelp.claims.finding import Finding
from earlyhelp.claims.flagging import flag
from earlyhelp.claims.language.numbers import Number
from earlyhelp.claims.language.text import Read, Text

_VERBS: Final = (
    re.compile(r"\b(?:lead(?:s|ing)?|led)\b"),
    re.compile(r"\b(?:manag(?:e|es|ed|ing))\b"),
    re.compile(r"\b(?:run|runs|ran|running)\b"),
    re.compile(r"\b(?:hold|holds|held|holding)\b"),
    re.compile(r"\b(?:own(?:s|ed)?|owning)\b"),
    re.compile(r"\b(?:handl(?:e|es|ed|ing))\b"),
    re.compile(r"\b(?:deliver(?:s|ed|ing)?)\b"),
    re.compile(r"\b(?:fund(?:s|ed|ing)?)\b"),
)
_NEAR: Final = 4
_LEAST: Final = 20


def find_mislabelled(texts: Sequence[Text]) -> Iterator[Finding]:
    """Flag the count that one actor is said to lead, where less the other's part it is a third count of the texts."""
    counts = {each.value for text in texts for read in text.prose for each in read.counts if each.value >= _LEAST}
    for text in texts:
        for read in text.prose:
            for other in text.after(read, _NEAR):
                yield from _compare(read, other, counts)


def _compare(read: Read, other: Read, counts: set[Fraction]) -> Iterator[Finding]:
    verb = next((each for each in _VERBS if each.search(read.bare_words) and each.search(other.bare_words)), None)
    if verb is None:
        return
    for whole in read.counts:
        for part in other.counts:
            rest = whole.value - part.value
            if (
                (
                    rest >= _LEAST
                    and rest in counts
                    and part.value < whole.value / 4
                    and _is_led(read, whole, verb)
                    and _is_led(other, part, verb)
                )
                and rest != part.value
                and whole.value >= 100
            ):
                yield _tell(read, whole, part, rest, verb)


def _is_led(read: Read, number: Number, verb: re.Pattern[str]) -> bool:
    """Whether the verb stands in the number's own clause."""
    near = read.bare_words[max(0, number.start - 40) : number.end + 70]
    return bool(verb.search(near))


def _tell(read: Read, whole: Number, part: Number, rest: Fraction, verb: re.Pattern[str]) -> Finding:
    found = verb.search(read.bare_words)
    why = (
        f"{whole.text} - {part.text} = {in_digits(rest)}, a count the text gives elsewhere: "
        f"{whole.text} is then all of them, "
        f'and what is "{found[0] if found else ""}" here is {in_digits(rest)}.'
    )
    return flag(read, whole.text, "identities", why, in_digits(rest))
