"""Rule 16, first half: a total, sum or rate that a later sentence gives another value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from earlyhelp.claims.finding import Finding
from earlyhelp.claims.flagging import flag
from earlyhelp.claims.language.numbers import Number
from earlyhelp.claims.language.text import Read
from earlyhelp.claims.language.words import words_of, years_of

INSTRUMENT: Final = (
    r"\b(?:counter|receipts?|survey|poll|census|systems?|registers?|records?|forms?|logs?|"
    r"returns?|database|ledger|spreadsheet|questionnaires?|panel|interviews?|audit|sensors?|"
    r"cameras?|tracker|"
    r"accounts?|inspection|app|tickets|tills?|card|feedback|according|dataset|inventory|"
    r"rolls?|dashboard|tally|meter|workbook|pulse|tables?|introduction|summary|annex|appendix|"
    r"chapter|section|foreword|text|chart|figure|paragraph|narrative|headline|pages?)\b"
)


EXPLAINED: Final = (
    r"\b(?:because|explain\w*|leaves? out|left out|includ\w+|exclud\w+|as it|since it|due to|"
    r"differ\w*|also reached|not everyone|only those|other (?:question|people)|more than|at "
    r"most|"
    r"whereas|while the|late|since then|revised|corrected|instead of|not (?:all|every)|"
    r"another|of these|of them|of whom)\b"
)


_LEVEL: Final = (
    r"\b(?:the|our|its|an?) (?P<noun>[a-z]+(?: rate)?) (?:is|was|at|of|stands at|stood at|"
    r"comes to|came to|will be) (?:about )?$"
)


_RATES_OF_A_TEXT: Final = ("response rate", "return rate", "turnout")


def find_told_again(before: Read, read: Read) -> Iterator[Finding]:
    """Flag "the county has 14 … each of the 15" and "the grant is £250,000 … the grant of £205,000"."""
    yield from _total_again(before, read)
    yield from _phrase_again(before, read)
    if read.has(EXPLAINED) or before.has(EXPLAINED):
        return
    yield from _said_again(before, read)
    if before.sentence.section == read.sentence.section:
        yield from _level_again(before, read)


def _total_again(before: Read, read: Read) -> Iterator[Finding]:
    """ "The county has 14 libraries … each of the 15 libraries of the county"."""
    for number in read.counts:
        if not number.noun or not re.search(
            r"\b(?:each of the|all|all of the|all the|every one of the|of the|the|our)\s$",
            read.bare_words[: number.start],
        ):
            continue
        place = re.match(
            r" (?:of|in|across) (?:the |our )?(?P<place>[a-z]+)",
            read.bare_words[number.end :].lstrip()[len(number.noun) :],
        )
        strong = bool(place) or bool(
            re.search(
                r"\b(?:each of the|all|all of the|all the|every one of the|^our)\s$", read.bare_words[: number.start]
            )
        )
        for other in before.counts:
            is_total = re.search(
                (
                    r"\b(?:has|have|there are|there were|runs?|operates?|owns?|with|employs?|maintains?|"
                    r"manages?|comprises?|covers?)\s(?:a total of )?$"
                ),
                before.bare_words[: other.start],
            )
            ends = re.match(
                r"\s*(?:[.,;]|$|in |across |and )", before.bare_words[other.end :].lstrip()[len(other.noun) :]
            )
            if (
                is_total
                and ends
                and strong
                and other.noun == number.noun
                and other.value != number.value
                and before.sentence.section == read.sentence.section
                and not before.pairs
            ) and (
                (
                    not (number.start in read.numerators or any(each.base == number for each in read.shares))
                    and not read.has(r"\b(?:now|by then|new|remaining|other|added|closed|opened)\b|more")
                )
                or place
            ):
                yield tell(read, number, other)


def tell(read: Read, number: Number, other: Number) -> Finding:
    """Return the finding that one thing has two values."""
    return flag(
        read,
        number.text,
        "two_instruments",
        f"{number.text} here, {other.text} before, for the same thing.",
        "one of the two, or why they differ",
    )


def _phrase_again(before: Read, read: Read) -> Iterator[Finding]:
    """ "It maintains 4,100 km of road … of the 4,310 km of road it maintains"."""
    for number in read.counts:
        phrase = re.match(r" (?P<words>[a-z]+ of [a-z]+)", read.bare_words[number.end :])
        if not phrase or not re.search(r"\b(?:of the|all the|these|the)\s$", read.bare_words[: number.start]):
            continue
        for other in before.counts:
            is_same = before.bare_words[other.end :].startswith(f" {phrase['words']}")
            if (
                is_same
                and other.value != number.value
                and abs(other.value - number.value) < number.value / 2
                and len(words_of(before) & words_of(read)) > 2
            ):
                yield tell(read, number, other)


def _level_again(before: Read, read: Read) -> Iterator[Finding]:
    """ "Puts the cost at £2.4 million … the cost is £2.9 million", "a response rate of 42% … of 34%"."""
    if len(before.numbers) > 2 or len(read.numbers) > 2 or years_of(before) != years_of(read):
        return
    has_instrument = bool(re.search(INSTRUMENT, before.bare_words) or re.search(INSTRUMENT, read.bare_words))
    for number in (each for each in read.numbers if each.kind in ("money", "percent") and not each.hedge):
        for other in (each for each in before.numbers if each.kind == number.kind and not each.hedge):
            noun = _level_noun(read, number)
            if not noun or noun != _level_noun(before, other) or number.value == other.value:
                continue
            if noun in _RATES_OF_A_TEXT or (number.kind == "money" and has_instrument):
                yield tell(read, number, other)


def _level_noun(read: Read, number: Number) -> str:
    found = re.search(_LEVEL, read.bare_words[: number.start])
    return found["noun"] if found else ""


def _said_again(before: Read, read: Read) -> Iterator[Finding]:
    """A sum of money told twice in nearly the same words and year."""
    yield from _noun_again(before, read)
    for number in (each for each in read.numbers if each.kind == "money"):
        for other in (each for each in before.numbers if each.kind == "money" and each.ulp == number.ulp):
            if number.value == other.value or len([1 for each in read.numbers if each.kind == "money"]) > 1:
                continue
            one, two = words_of(before), words_of(read)
            years = [years_of(each) for each in (before, read)]
            if (
                years[0]
                and years[0] == years[1]
                and len(one & two) >= 0.6 * len(one)
                and re.search(r"\bof the\s$|\bthe\s$|\bthis\s$", read.bare_words[: number.start])
            ):
                yield tell(read, number, other)


def _noun_again(before: Read, read: Read) -> Iterator[Finding]:
    """ "The grant is £250,000 … the grant of £205,000"."""
    for number in (each for each in read.numbers if each.kind == "money"):
        again = re.search(r"\b(?:the|this|our) (?P<noun>[a-z]+) of $", read.bare_words[: number.start])
        if not again:
            continue
        for other in (each for each in before.numbers if each.kind == "money"):
            first = re.search(
                rf"\b{again['noun']} (?:is|was|of|stands at|stood at|comes to|came to|for \S+ (?:is|was)) $",
                before.bare_words[: other.start],
            )
            one, two = (years_of(each) for each in (before, read))
            if first and number.value != other.value and (one == two or not one or not two):
                yield tell(read, number, other)
