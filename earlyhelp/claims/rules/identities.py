"""Rule 4: what a text says is the sum, the difference, the product or the rest of other numbers in it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from earlyhelp.claims.arithmetic.rounding import in_digits
from earlyhelp.claims.finding import Finding
from earlyhelp.claims.flagging import flag
from earlyhelp.claims.language.numbers import Number
from earlyhelp.claims.language.opposites import are_opposites
from earlyhelp.claims.language.text import Read, Text
from earlyhelp.claims.rules.identities_of_actors import find_mislabelled
from earlyhelp.claims.rules.identities_of_changes import find_wrong_changes
from earlyhelp.claims.rules.identities_of_products import find_wrong_products
from earlyhelp.claims.rules.sums_told import differs, tell_sum

_UNDER_OVER: Final = re.compile(
    r"\b(?:underspend|overspend|under-?spent|over-?spent|surplus|deficit|shortfall|underspent|saving)\b", re.IGNORECASE
)
_BUDGET: Final = re.compile(r"\b(?:budget|grant|allocation|target|income|forecast|estimate|plan)\w*\b", re.IGNORECASE)
_IN: Final = (
    r"\b(?:joined|came|started|opened|(?:new|added|arrived|received|entered|taken on|admitted|"
    r"begun|began|registered|recruited|moved in|were allocated|"
    r"recruit\w*|starters|bought|newly|took on|takes on|gained|raised|paid in))\b"
)
_OUT: Final = (
    r"\b(?:left|closed|ended|leavers|withdrew|finished|removed|resigned|died|completed|moved "
    r"(?:out|on|away)|discharged|sold|exited|retired|deregistered|taken off|came off|housed|"
    r"lapsed|came off|went|dropped out|drew|spent|paid out|used|took out|lost)\b"
)
_STOOD: Final = re.compile(
    r"\b(?:stood at|started|began|opened|starts?|opening|at the (?:start|beginning)|on 1|had|with)\b", re.IGNORECASE
)
_CLOSING: Final = re.compile(
    (
        r"\b(?:so|leaving|closed at|end(?:ed|ing)|end of|closing|finished|now|by the end|"
        r"therefore|making|which (?:leaves|left)|that left|at the end)\b"
    ),
    re.IGNORECASE,
)


def find(texts: Sequence[Text]) -> Iterator[Finding]:
    """Flag "stood at 212; 145 joined and 130 left, so it closed at 237" and other sums that are not."""
    for text in texts:
        for read in text.prose:
            for way in (_budget, _leaving, _difference, find_wrong_products, _sum_said, _complement):
                yield from way(read)
            yield from _stock(text, read)
        yield from find_wrong_changes(text)
    yield from find_mislabelled(texts)


def _sum_text(parts: Sequence[Number], sign: str) -> str:
    return f" {sign} ".join(each.text for each in parts)


def _budget(read: Read) -> Iterator[Finding]:
    found = _UNDER_OVER.search(read.text)
    money = [each for each in read.numbers if each.kind == "money"]
    if not found or len(money) != 3 or not _BUDGET.search(read.text):
        return
    near = min(money, key=lambda each: abs(each.start - found.end()))
    one, other = (each for each in money if each is not near)
    true = abs(one.value - other.value)
    if abs(near.value - true) > (near.ulp + one.ulp + other.ulp) / 2 or (near.ulp == 1 and near.value != true):
        yield tell_sum(read, near, true, f"{one.text} and {other.text} differ: that")


def _leaving(read: Read) -> Iterator[Finding]:
    numbers = [each for each in read.numbers if each.kind in ("count", "money")]
    for number in numbers:
        if not re.search(
            (
                r"\b(?:leaving|leaves|which leaves|which left|so|therefore|that left) (?:just |only |a "
                r"balance of |us |us with |a total of |some |about )*$"
            ),
            read.text[: number.start],
            re.IGNORECASE,
        ):
            continue
        before = [each for each in numbers if each.end <= number.start and each.kind == number.kind]
        link = re.search(r"\b(?:so|therefore) (?:\w+ )*$", read.text[: number.start])
        if link and not re.match(
            (
                r"(?: [a-z]+)? (?:are|were|is|remain|still|was)\b[^,;.]*\b(?:outstanding|left|remain\w*|"
                r"missing|still|to do|to come|empty|vacant|over|undecided|open|unpaid|late)\b"
            ),
            read.text[number.end :],
        ):
            continue
        if (
            re.search(_IN, read.bare_words)
            and re.search(_OUT, read.bare_words)
            and len(before) > 1
            and link is None
            and len(before) != 2
        ):
            continue
        if len(before) >= 2 and before[0].value > number.value:
            true = before[0].value - sum((each.value for each in before[1:]), Fraction(0))
            if true >= 0 and differs(number, true) and abs(true - number.value) <= before[0].value / 4:
                yield tell_sum(read, number, true, _sum_text(before, "-"))


def _difference(read: Read) -> Iterator[Finding]:
    """ "Net spend was £4.7m: gross spend of £6.1m less income of £1.4m"."""
    numbers = [each for each in read.numbers if each.kind in ("count", "money")]
    if len(numbers) != 3 or len({each.kind for each in numbers}) != 1:
        return
    result, one, other = numbers
    less, plus = (
        re.search(rf"\b(?:{word})\b", read.bare_words[one.end : other.start]) for word in ("less|minus", "plus")
    )
    if not (less or plus) or not re.search(r":|\bis\b|=|\(|,|–|—|that is", read.text[result.end : one.start]):
        return
    true = one.value - other.value if less else one.value + other.value
    if abs(result.value - true) > (result.ulp / 2 if result.decimals else 0):
        yield tell_sum(read, result, true, f"{one.text} {'less' if less else 'plus'} {other.text}")


def _stock(text: Text, read: Read) -> Iterator[Finding]:
    """An opening number, who came, who went and a closing number; the first may stand in the sentence before."""
    counts = read.counts or [each for each in read.numbers if each.kind == "money"]
    before = text.before(read, 1)
    if len(counts) == 3 and before and len(before[0].counts) == 1:
        counts = [*before[0].counts, *counts]
    if len(counts) != 4 or not re.search(_IN, read.bare_words) or not re.search(_OUT, read.bare_words):
        return
    if not _CLOSING.search(read.text[counts[2].end : counts[3].start]):
        return
    first, one, other, last = counts
    signs = [1 if _direction(read, each) == "in" else -1 for each in (one, other)]
    true = first.value + signs[0] * one.value + signs[1] * other.value
    if signs[0] != signs[1] and differs(last, true):
        yield tell_sum(
            read,
            last,
            true,
            f"{first.text} {'+' if signs[0] > 0 else '-'} {one.text} {'+' if signs[1] > 0 else '-'} {other.text}",
        )


def _direction(read: Read, number: Number) -> str:
    """Whether a number came or went: by the verb right before it, "took on 20", else by the first one after it."""
    before, stretch = read.bare_words[: number.start], read.bare_words[number.end : number.end + 60]
    if re.search(rf"{_IN}(?: another| a further)? £?$", before):
        return "in"
    if re.search(rf"{_OUT}(?: another| a further)? £?$", before):
        return "out"
    joins, leaves = re.search(_IN, stretch), re.search(_OUT, stretch)
    off = re.search(r"\b(?:came|went|dropped|fell|taken) (?:off|out|away)\b", stretch)
    if joins and (not leaves or joins.start() < leaves.start()) and (not off or joins.start() < off.start()):
        return "in"
    return "out"


def _complement(read: Read) -> Iterator[Finding]:
    """ "93.4% were on time, so 6.6% were late": two opposites that make up 100%."""
    percents = [each for each in read.numbers if each.kind in ("percent", "fraction")]
    if len(percents) != 2 or any(each.hedge for each in percents) or percents[1].kind == "fraction":
        return
    one, other = percents
    between = read.bare_words[one.end : other.start]
    words = read.bare_words[: one.start] + between, between + read.bare_words[other.end :]
    if not re.search(r"\b(?:so|leaving|leaves|therefore|which means|hence|the other|the rest|meaning)\b", between):
        return
    true = 100 - one.share * 100
    room = Fraction(5, 2) if one.kind == "fraction" and one.value.denominator not in (2, 4, 5, 10) else Fraction(0)
    if (
        abs(other.value - true) > room
        and other.value != true
        and (are_opposites(*words) or re.search(r"\b(?:leaving|the other|the rest)\b", between))
        and abs(other.value - true) < 15
    ):
        yield flag(
            read,
            other.text,
            __name__,
            f"100% less {one.text} is {in_digits(true)}%, not {other.text}.",
            f"{in_digits(true)}%",
        )


def _sum_said(read: Read) -> Iterator[Finding]:
    """ "14 boys and 11 girls, 26 in all": a sum printed beside its parts."""
    numbers = [each for each in read.numbers if each.kind in ("count", "money")]
    for place, number in enumerate(numbers):
        parts = [each for each in numbers[:place] if each.kind == number.kind]
        after, before = read.text[number.end :], read.text[: number.start]
        is_total = re.match(
            r"(?: [\w'-]+){0,3}?,? (?:in all|in total|altogether|all told|combined|together|between (?:them|us))\b",
            after,
        ) or re.search(
            (
                r"\b(?:making|(?:a )?total(?: [a-z]+)? of|totalling|together|in total|in all|altogether|"
                r"which comes to|come to|comes to|sum of|making a total of)(?: they)?(?: come to| comes "
                r"to| make| makes| made| of| total)? (?:a total of |some |about )*$"
            ),
            before,
            re.IGNORECASE,
        )
        if not is_total or len(parts) < 2 or number.hedge or not _joined(read.text, parts):
            continue
        true = sum((each.value for each in parts), Fraction(0))
        if (
            differs(number, true)
            and true * 3 / 4 <= number.value <= true * 5 / 4
            and not any(each.value >= number.value for each in parts)
        ):
            yield tell_sum(read, number, true, _sum_text(parts, "+"))


def _joined(text: str, parts: Sequence[Number]) -> bool:
    between = [text[one.end : other.start] for one, other in itertools.pairwise(parts)]
    return all(
        re.search(r",|\band\b|\bplus\b", each)
        and not re.search(r"[.;%]|\bof (?:the|them|which|whom)\b|\bincluding\b|\bfrom\b.*\bto\b", each)
        for each in between
    )
