"""Rule 16: one thing has one value; where two instruments give two, a report says why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from earlyhelp.claims.finding import Finding
from earlyhelp.claims.flagging import flag
from earlyhelp.claims.language.numbers import Number
from earlyhelp.claims.language.periods import find_days
from earlyhelp.claims.language.text import Read, Text
from earlyhelp.claims.language.words import PLAIN, WORD, stem, words_of
from earlyhelp.claims.rules.values_in_tables import find_against_tables
from earlyhelp.claims.rules.values_told_again import EXPLAINED, INSTRUMENT, find_told_again, tell

_NEAR: Final = 12
_ALIKE: Final = 0.72


def find(texts: Sequence[Text]) -> Iterator[Finding]:
    """Flag "the county has 14 … each of the 15", one share in words and another in the table, two counters."""
    for text in texts:
        for read in text.prose:
            yield from find_against_tables(text, read)
            yield from _within(read)
            yield from _in_clauses(read)
            for before in text.before(read, _NEAR):
                if before.is_prose:
                    yield from _compare(before, read)


def _compare(before: Read, read: Read) -> Iterator[Finding]:
    yield from find_told_again(before, read)
    if read.has(EXPLAINED) or before.has(EXPLAINED):
        return
    yield from _measured_twice(before, read)


def _measured_twice(before: Read, read: Read) -> Iterator[Finding]:
    """Two instruments, one predicate, one month, two values, and no word of explanation."""
    if (
        not re.search(INSTRUMENT, before.bare_words)
        or not re.search(INSTRUMENT, read.bare_words)
        or before.sentence.section != read.sentence.section
    ):
        return
    for number in read.numbers:
        for other in before.numbers:
            if (
                number.kind != other.kind
                or number.kind not in ("count", "percent")
                or number.value == other.value
                or number.hedge
                or other.hedge
            ):
                continue
            if any(share.base in (number, other) for share in (*read.shares, *before.shares)):
                continue
            one, two = _predicate(before, other), _predicate(read, number)
            months = [{(each.month, each.year) for each in find_days(each_read.text)} for each_read in (before, read)]
            is_same_time = months[0] == months[1] or read.has(
                r"\bsame (?:\w+ )?(?:month|year|week|day|term|quarter|time|period|summer|autumn|winter|spring)\b"
            )
            if is_same_time and _is_one(one, two, number) and _apart(number, other):
                yield tell(read, number, other)
                return


def replace_sentence(finding: Finding, read: Read) -> Finding:
    """Return a finding made from a clause as one of the whole sentence."""
    return replace(finding, sentence=read.text)


def _in_clauses(read: Read) -> Iterator[Finding]:
    """Two clauses that say one thing with two numbers: "section 2 says that …; section 5 says that …"."""
    clauses = re.split(r"; | and (?=(?:section|table|page|chapter) \d)|, (?:while|whereas|but) ", read.text)
    if len(clauses) != 2 or read.has(EXPLAINED):
        return
    one, other = (Read(replace(read.sentence, text=clause)) for clause in clauses)
    if len(one.numbers) != 1 or len(other.numbers) != 1 or not re.search(INSTRUMENT, one.bare_words):
        return
    yield from (replace_sentence(each, read) for each in _measured_twice(one, other))
    first, second = one.numbers[0], other.numbers[0]
    words = [{word for word in words_of(each) if not re.fullmatch(INSTRUMENT, word)} for each in (one, other)]
    if (
        first.kind == second.kind
        and first.value != second.value
        and words[0] == words[1]
        and (len(words[0]) > 1 or bool(first.noun))
    ):
        yield flag(
            read,
            second.text,
            __name__,
            f"{second.text} here, {first.text} before, for the same thing.",
            "one of the two, or why they differ",
        )


def _predicate(read: Read, number: Number) -> set[str]:
    text = read.bare_words[number.end :]
    text = re.sub(r"\b(?:of|\(?n\s?=)\s?(?:the )?\d[\d,]*\b|\d[\d,.]*%?", " ", text)
    return {
        stem(word)
        for word in WORD.findall(text)
        if word not in PLAIN
        and not re.fullmatch(
            r"january|february|march|april|may|june|july|august|september|october|november|december", word
        )
    }


def _is_one(one: set[str], two: set[str], number: Number) -> bool:
    if not one or not two:
        return False
    least = 1 if number.kind == "count" else 2
    shared = one & two
    return len(shared) >= least and len(shared) >= _ALIKE * max(len(one), len(two))


def _apart(number: Number, other: Number) -> bool:
    if number.kind == "percent":
        return abs(number.value - other.value) >= 10
    return abs(number.value - other.value) > Fraction(1, 100) * max(number.value, other.value)


def _within(read: Read) -> Iterator[Finding]:
    """One sentence with two counts for one noun phrase and share, or "86 on page 2 and 68 on page 9"."""
    placed = [
        each
        for each in read.counts
        if re.match(
            (
                r" (?:on|in) (?:page|table|section|paragraph|chapter|annex|appendix|the (?:summary|"
                r"introduction|text|table|annex))\b"
            ),
            read.bare_words[each.end :],
        )
    ]
    if (
        len(placed) == 2
        and placed[0].value != placed[1].value
        and re.search(r"\b(?:as|at|is|of|and|but)\s$", read.bare_words[: placed[1].start])
    ):
        yield tell(read, placed[1], placed[0])
    by_noun: dict[str, list[Number]] = {}
    for number in read.counts:
        phrase = re.match(r" (?P<noun>(?!of\b)[a-z]+(?: [a-z]+){2,3})", read.bare_words[number.end :])
        if phrase:
            by_noun.setdefault(phrase["noun"], []).append(number)
    shares = [each.text for each in read.numbers if each.kind == "percent"]
    for numbers in by_noun.values():
        if len(numbers) == 2 and numbers[0].value != numbers[1].value and len(shares) == 2 and shares[0] == shares[1]:
            yield tell(read, numbers[1], numbers[0])
