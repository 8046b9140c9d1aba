"""Words that claim a share without a number: majority, most, minority, nearly all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

_MORE: Final = Fraction(1, 10**9)
_HALF: Final = Fraction(1, 2)
_ONE: Final = Fraction(1)


@dataclass(frozen=True, slots=True)
class ShareWord:
    """One such word: its place, and the least and greatest share it may be said of."""

    start: int
    end: int
    text: str
    low: Fraction
    high: Fraction


_WORDS: Final = (
    (r"\b(?:vast|overwhelming|great|large) majority\b", Fraction(6, 10), _ONE),
    (r"\b(?:slim|narrow|small|bare|slight) majority\b", _HALF + _MORE, Fraction(65, 100)),
    ((
        r"\b(?:clear )?majority\b|\bbulk of\b|\bmost(?= of (?:the|our|these|those|them|all|its|"
        r"their)\b)|\b[Mm]ost(?= (?:[a-z'-]+ ){0,3}?\(\d)"
        ), _HALF + _MORE, _ONE),
    (r"\b(?:small|tiny) minority\b", Fraction(0), Fraction(35, 100)),
    (r"\bminority\b", Fraction(0), _HALF - _MORE),
    (r"\b(?:nearly|almost|virtually) (?:all|every|everyone|everybody)\b", Fraction(86, 100), _ONE),
    (r"\b(?:hardly any|almost none|almost no)\b", Fraction(0), Fraction(12, 100)),
)  # fmt: skip
_COMPILED: Final = tuple((re.compile(pattern, re.IGNORECASE), low, high) for pattern, low, high in _WORDS)
_OTHER: Final = re.compile(
    r"(?:largest|biggest|ethnic|black|minority) $|(?:vote|rule|verdict|ethnic|groups?)", re.IGNORECASE
)


def find_share_words(text: str) -> list[ShareWord]:
    """Return the share words of a sentence; of "vast majority" the longer one alone."""
    found: list[ShareWord] = []
    for pattern, low, high in _COMPILED:
        for match in pattern.finditer(text):
            if any(each.start <= match.start() < each.end for each in found):
                continue
            if re.match(r" (?:ethnic|vote|rule|verdict|groups?|languages?)", text[match.end() :]):
                continue
            found.append(ShareWord(match.start(), match.end(), match[0], low, high))
    return sorted(found, key=lambda each: each.start)
