"""What may hold a number that counts nobody: dates, stages and years of school, ages, laws, forms, limits of measures.

The list is ours and stands in docs/rules/words.md; a council adds its own names beside its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from earlyhelp.periods import MONTH_NAMES

_MONTH: Final = "|".join((*MONTH_NAMES, *(name[:3] for name in MONTH_NAMES), "Sept"))
_DAY: Final = r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?"
_YEAR: Final = r"(?:19|20)\d\d"
_SPAN: Final = r"(?:\s*(?:to|and|or|until|-|–)\s*)"
# The limits that measures have, and no others: how long something took is a figure.
_DAYS: Final = r"(?:5|five)"
_MONTHS: Final = r"(?:3|6|9|12|18|24|(?i:three|six|nine|twelve|eighteen|twenty-four))"
# In what is said of a year; "of" alone would let "of 2016 requests" pass.
_BEFORE_A_YEAR: Final = (
    r"(?:\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Uu]ntil|[Bb]efore|[Aa]fter|[Bb]y|[Ss]ummer|[Ss]pring|[Aa]utumn|[Ww]inter|"
    r"[Tt]erm|[Yy]ear|[Ee]aster|[Cc]hristmas)\s+|\b(?:term|spring|summer|autumn|winter|year|end|beginning|start|half)\s+of\s+)"
)
_NOT_COUNTING: Final = r"(?![\d,.]*\d)(?!\s+(?:of|out of)\b)"

DECLARED: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_DAY}(?:{_SPAN}{_DAY})?\s+(?:of\s+)?(?:{_MONTH})\b(?:\s+{_YEAR}\b)?",  # 31 July 2016, 1 to 5 May
        rf"\b(?:{_MONTH})\s+{_DAY}\b(?:,?\s+{_YEAR}\b)?(?!\s*%)",  # July 31, 2016
        rf"\b(?:{_MONTH})(?:{_SPAN}(?:{_MONTH}))?\s+{_YEAR}\b",  # January to July 2016
        rf"\b{_YEAR}[/-](?:{_YEAR}|\d\d)\b",  # 2015/16
        rf"(?:{_BEFORE_A_YEAR}){_YEAR}(?:/\d\d)?(?:{_SPAN}{_YEAR}(?:/\d\d)?)?\b{_NOT_COUNTING}",  # in 2016
        r"\b(?:1[0-2]|0?\d)(?:[.:][0-5]\d)?\s?(?:am|pm)\b|\b(?:[01]?\d|2[0-3]):[0-5]\d\b|\b24/7\b",  # times of day
        r"\bKey\s+Stages?\s+[1-5](?:(?:,\s*[1-5])*\s*(?:and|to|or|-|–)\s*[1-5])?\b|\bKS[1-5](?:-[1-5])?\b",
        r"\bYears?(?:\s+[Gg]roups?)?\s+1?\d(?:(?:,\s*1?\d)*\s*(?:and|to|or|-|–)\s*1?\d)?\b",  # Year 7, Years 1 to 6
        r"\b[Aa]ge[ds]?\s+(?:of\s+)?\d{1,2}(?:(?:\s*(?:and|to|or|-|–)\s*)\d{1,2})?\b|\b[Pp]ost-1[68]\b",
        r"\b(?:[Uu]nder|[Oo]ver)[- ]\d{1,2}s\b|\b\d{1,2}[- ](?:to|-|–)[- ]\d{1,2}[- ]year[- ]olds\b",
        r"\b(?:Tier|Level|Stage|Phase|Step|Grade|Band|Wave|Part|Section|section|Article|Schedule|Regulation|Form|Annex"
        r"|Appendix|Table|Figure|Chapter|Question)\s+(?:\d{1,3}[A-Z]?|[IVX]+)\b",
        rf"\b(?:[A-Z][a-z]+\s+(?:(?:and|of|the|for|in|etc\.?)\s+)*)+Acts?\s+{_YEAR}\b",  # Children Act 1989
        rf"\bWorking Together(?: to Safeguard Children)?\s+{_YEAR}\b",
        rf"\bwithin\s+{_DAYS}\s+(?:working\s+)?days\b",
        rf"\b(?:within|under|over|after|less than|more than|at least)\s+{_MONTHS}\s+months\b",
        rf"\b{_MONTHS}\s+months\s+(?:and|or)\s+more\b|\b{_MONTHS}{_SPAN}\d{{1,2}}\s+months\b|\b{_MONTHS}-month\b",
        rf"\b{_MONTHS}\s+months\s+(?:before|after|of|earlier|later)\b",
        rf"\bwithin\s+{_MONTHS}(?=\s*[.,;:)]|$)",  # after "within six months" was said
        r"\bhalf[- ]terms?\b|\bone[- ]to[- ]one\b|\bone\s+another\b",
        r"\b(?:[Ee]ach|[Tt]his|[Tt]hat|[Ww]hich|[Ww]here)\s+one\b",
        r"\bone\s+(?:day|by\s+one)\b|\b(?:this|last|next|each|every|first|second|third|fourth)\s+quarter\b",
        r"\btwo-way\b|\bsecond-?hand\b|\b[Oo]n the one hand\b",
    )
)  # fmt: skip


class Found(NamedTuple):
    """Where a name stands in a text."""

    start: int
    end: int


def names_in(text: str, own: Iterable[str]) -> list[Found]:
    """Return where declared names and the council's own stand in a text, none within another, in order.

    own     names that may hold a number, such as those of schools
    """
    found = sorted(_found(text, own), key=lambda each: (each.start, -each.end))
    apart: list[Found] = []
    for each in found:
        if not apart or each.start >= apart[-1].end:
            apart.append(each)
    return apart


def _found(text: str, own: Iterable[str]) -> Iterator[Found]:
    for pattern in DECLARED:
        yield from (Found(*match.span()) for match in pattern.finditer(text))
    on_one_line = " ".join(text.split())
    for name in (each for each in own if each in on_one_line):
        pattern = r"\s+".join(map(re.escape, name.split()))
        yield from (Found(*match.span()) for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text))


def check_own_name(name: str) -> str:
    """Return why a name may not be declared, nothing where it may: a count could pass for a name."""
    if not name[:1].isalpha():
        return "begins with no letter, so a count could pass for it"
    return ""
