"""Rule 9: nothing is seen for longer than it was watched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from earlyhelp.claims.finding import Finding
from earlyhelp.claims.flagging import flag
from earlyhelp.claims.language.number_words import UNITS
from earlyhelp.claims.language.periods import find_days, find_seasons, length_in_months
from earlyhelp.claims.language.text import Read, Text

_NUMBER: Final = rf"(?P<number>\d{{1,3}}|{'|'.join(UNITS)}|eighteen|twenty-four|a)"
_FOLLOWED: Final = re.compile(
    (
        r"\b(?:within|for(?: at least)?|(?:lasted|stayed|kept|remained|survived|sustained|held|"
        r"lived there|been open)(?: \w+){0,3}? (?:at least|more than|over)?|in the|over the|"
        r"during the|"
        rf"(?:previous|past|last|preceding)|at least|after)\s(?:the )?(?:first |next |following |"
        rf"previous |past |last )?{_NUMBER}[ -](?P<unit>month|year|week|day)s?\b"
        r"|\b(?P<one>one|a|two|three|six|nine|twelve|eighteen|\d{1,2}) (?P<one_unit>year|"
        r"month)s? (?:after|later|on|afterwards)\b"
    ),
    re.IGNORECASE,
)
_WATCHED: Final = (
    r"\b(?:records?|registers?|data|file|files|database|system|extract|figures) (?:\w+ "
    r"){0,4}?(?:read|start\w*|began|begin|taken|drawn|from|up to|to the end|run|hold\w*|go|"
    r"goes|reach\w*|end\w*|cover\w*|available)\b|"
    r"\bholds? nothing\b|\bup to\b|\btelephoned\b|\bfollowed\b|\b(?:this|the) (?:report|paper|"
    r"review)\b|\btracked\b|\bdata to\b|\breport of\b|\bcheck(?:ed)? (?:in|on)\b|\bsurvey "
    r"of\b|\bavailable from\b|\bevaluat\w+\b|\bstudy\b|\bextract\b|\bwe (?:rang|phoned|called|"
    r"wrote|asked|looked|checked|visited|spoke)\b|\brang them\b|\bstill (?:\w+ing|in|open)\b|"
    r"\bfirst kept\b|\bby (?:\d|the end|january|february|march|april|may|june|july|august|"
    r"september|october|november|december)|"
    r"\b(?:contacted|phoned|rang|checked|looked again|interviewed|surveyed|asked again|"
    r"visited) (?:\w+ ){0,3}?(?:in|on)\b|\bas at\b|\bnothing (?:from )?before\b|\busing\b|"
    r"\bmeasured\b"
)
_KNOWN_LIMIT: Final = (
    r"\b(?:could not|cannot|can not|too early|not yet|will be|would be|we aim|target|should|"
    r"remains to be seen|only part|incomplete|do(?:es)? not yet|no longer gap|unable)\b"
)
_CLOCKS: Final = (
    ("closed", "opened"),
    ("ended", "began"),
    ("ended", "started"),
    ("closure", "opening"),
    ("closure", "request"),
    ("received", "decided"),
    ("end", "start"),
)
_SAME: Final = 0.7
_MONTH_DAYS: Final = 30.4


def find(texts: Sequence[Text]) -> Iterator[Finding]:
    """Flag "not again within twelve months" of spells that ended two months before the records were read."""
    for text in texts:
        for read in text.prose:
            yield from _too_short(text, read)
            yield from _two_clocks(text, read)


def _too_short(text: Text, read: Read) -> Iterator[Finding]:
    found = list(_FOLLOWED.finditer(read.text))
    if not found:
        return
    near = [
        read,
        *(each for each in text.before(read, 1) if each.is_prose and each.sentence.section == read.sentence.section),
    ]
    if not any(each.has(_WATCHED) for each in near) or any(each.has(_KNOWN_LIMIT) for each in near):
        return
    days = [each for other in near for each in (*find_days(other.text), *find_seasons(other.text)) if each.year]
    firsts = [each.first for each in days if each.first]
    lasts = [each.last for each in days if each.last]
    if len(days) < 2:
        return
    watched = _months(min(firsts), max(lasts))
    for each in found:
        claimed = length_in_months(_amount(each["number"] or each["one"]), each["unit"] or each["one_unit"])
        if claimed > watched + 1 and claimed >= 2:
            why = f"From the first date to the last are {watched:.0f} months; {each[0].strip()} cannot have been seen."
            yield flag(read, each[0], __name__, why, f"at most {watched:.0f} months, or later records")
            return


def _amount(word: str) -> str:
    return "1" if word.casefold() == "a" else word


def _months(first: date, last: date) -> float:
    return (last - first).days / _MONTH_DAYS


def _two_clocks(text: Text, read: Read) -> Iterator[Finding]:
    """One share told twice in nearly the same words, once from an end and once from a start."""
    words = re.findall(r"[a-z]+", read.bare_words)
    for before in text.before(read, 6):
        shared = {each.number.text for each in before.shares if each.number} & {
            each.number.text for each in read.shares if each.number
        }
        others = re.findall(r"[a-z]+", before.bare_words)
        if not shared or len(set(words) & set(others)) < _SAME * len(set(others)):
            continue
        for one, other in _CLOCKS:
            if (one in words and other in others and other not in words and one not in others) or (
                other in words and one in others and one not in words and other not in others
            ):
                yield flag(
                    read,
                    next(iter(shared)),
                    __name__,
                    f'One share is counted from "{one}" and from "{other}".',
                    "one starting point, or two shares",
                )
                return
