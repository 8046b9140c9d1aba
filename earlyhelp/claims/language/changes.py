"""Changes as a sentence tells them: from one level to another, and by how much."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from earlyhelp.claims.language.numbers import Number
from earlyhelp.claims.language.text import Read

UP: Final = (
    r"\b(?:rose|rise[ns]?|rising|grew|grow[ns]?|growing|growth|increas\w+|went up|gone up|go "
    r"up|going up|climb\w*|jump\w*|up (?:by|from|\d)|higher|gain\w*|more than last|doubled|"
    r"trebled|"
    r"tripled|soar\w*|an? \S+ (?:more|higher)|raised)\b"
)
DOWN: Final = (
    r"\b(?:fell|fall(?:s|en|ing)?|dropp?\w*|decreas\w+|declin\w+|went down|gone down|reduc\w+|"
    r"down (?:by|from|\d)|lower\w*|fewer|cut|shrank|shrunk|halved|"
    r"lost|dipped)\b"
)
_DELTA: Final = re.compile(
    (
        r"(?:\b(?:by|(?:increase|rise|fall|drop|decrease|reduction|growth|decline|improvement|"
        r"gain|cut|difference|change|saving|jump|dip) of|up|down|or|that is|which is|i\.e\.|"
        r"equal to|making|an?|is|was|:|some|nearly|about|just|of)\s(?:some |about |around |nearly "
        r"|almost |just over |over |more than |exactly |only |just )*)$"
    ),
    re.IGNORECASE,
)
_DELTA_AFTER: Final = re.compile(
    (
        r"^(?:\s[a-z-]+){0,3}?\s(?:increase|rise|fall|drop|decrease|reduction|growth|decline|"
        r"fewer|more|less|higher|lower|up|down|improvement|gain|jump)\b"
    ),
    re.IGNORECASE,
)
_DELTA_BEFORE: Final = re.compile(
    r"\b(?:by|(?:increase|rise|fall|drop|decrease|reduction|growth|decline|improvement|gain|"
    r"cut|difference|change|saving|jump|dip) of|up|down)\s"
    r"(?:some |about |around |nearly |almost |just over |over |more than |exactly |only |just |a |an )*$",
    re.IGNORECASE,
)
_TIMES: Final = re.compile(
    r"\b(?P<soft>more than |nearly |almost |roughly |about |just over |just under |over |not "
    r"quite |well over |less than )?"
    r"(?P<word>doubled|halved|trebled|tripled|quadrupled)\b",
    re.IGNORECASE,
)
_FACTORS: Final = {
    "doubled": Fraction(2),
    "halved": Fraction(1, 2),
    "trebled": Fraction(3),
    "tripled": Fraction(3),
    "quadrupled": Fraction(4),
}


@dataclass(frozen=True, slots=True)
class Change:
    """From one number to another of the same kind; `deltas` are the amounts it is said to be."""

    before: Number
    after: Number
    deltas: tuple[Number, ...]


def find_changes(read: Read) -> Iterator[Change]:
    """Return each "from a to b" of a sentence, and each "b, up from a"."""
    for one, other in _levels(read):
        yield Change(one, other, tuple(_deltas(read, one, other)))
    yield from _now_and_before(read)


def _levels(read: Read) -> Iterator[tuple[Number, Number]]:
    numbers = [each for each in read.numbers if each.kind not in ("points", "times", "rate", "range", "fraction")]
    for place, number in enumerate(numbers):
        if not re.search(
            r"\bfrom (?:about |around |nearly |just |over |some |only |an? (?:low|high|average|total) of )*$",
            read.text[: number.start],
            re.IGNORECASE,
        ):
            continue
        following = [
            each for each in numbers[place + 1 :] if _same_kind(each, number) and _comes_to(read.text, number, each)
        ]
        if following:
            yield number, following[0]
        elif (
            place
            and _same_kind(numbers[place - 1], number)
            and re.search(
                r"\b(?:up|down|rising|falling|rose|fell|compared)\b[^.;]{0,12}$",
                read.text[numbers[place - 1].end : number.start - 1],
            )
        ):
            yield number, numbers[place - 1]


def _now_and_before(read: Read) -> Iterator[Change]:
    """ "310 now against 275 a year ago": the later level first."""
    for one, other in zip(read.numbers, read.numbers[1:], strict=False):
        if (
            not _same_kind(one, other)
            or one.kind not in ("count", "percent", "money", "duration")
            or len(read.numbers) > 3
        ):
            continue
        between = read.text[one.end : other.start]
        if re.search(r"\b(?:against|compared (?:with|to)|was|were|it was|after|instead of)\s$", between) and re.match(
            (
                r"(?: [a-z]+){0,2}? (?:a year (?:ago|earlier|before)|last (?:year|term|month|quarter|"
                r"time)|(?:in )?the (?:year before|previous (?:year|term|month|quarter)|same \w+ last "
                r"year))\b"
            ),
            read.text[other.end :],
        ):
            yield Change(other, one, ())


def _same_kind(one: Number, other: Number) -> bool:
    if one.kind == other.kind:
        return True
    return {one.kind, other.kind} == {"duration", "count"}


def _comes_to(text: str, one: Number, other: Number) -> bool:
    between = text[one.end : other.start]
    return (
        len(between) < 120
        and bool(
            re.search(
                r"\bto (?:about |around |nearly |just |over |some |only |an? (?:average|total|record) of )*$", between
            )
        )
        and "from" not in between
    )


def _deltas(read: Read, one: Number, other: Number) -> Iterator[Number]:
    for number in read.numbers:
        if number in (one, other) or number.kind in ("rate", "range", "times"):
            continue
        if read.text[min(one.end, number.end) : max(one.start, number.start)].count(";") > 0:
            continue
        before, after = read.text[: number.start], read.text[number.end :]
        if (
            number.kind == "points"
            or _DELTA_BEFORE.search(before)
            or (_DELTA_AFTER.match(after) and number.kind != "duration")
        ) or (number.kind == "fraction" and _DELTA.search(before) and not re.match(r" of (?:the|our|all)", after)):
            yield number


def factors(read: Read) -> Iterator[tuple[str, Fraction, Fraction]]:
    """Return each "doubled", "halved" of a sentence with the least and greatest ratio that it may be said of."""
    for found in _TIMES.finditer(read.text):
        factor = _FACTORS[found["word"].casefold()]
        soft = (found["soft"] or "").strip().casefold()
        tenth = factor / 10
        if soft in ("more than", "over", "well over", "just over"):
            low, high = (factor, factor * 2) if factor > 1 else (factor / 3, factor)
        elif soft in ("nearly", "almost", "not quite", "just under", "less than"):
            low, high = (factor - 2 * tenth, factor) if factor > 1 else (factor, factor + 2 * tenth)
        else:
            low, high = factor - tenth, factor + tenth
        yield found[0], low, high
