"""The numbers of a sentence, each with its kind, its noun and the word that softens it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal

from earlyhelp.claims.language.names import hide_names
from earlyhelp.claims.language.nouns import DURATIONS, head, noun_after
from earlyhelp.claims.language.number_words import FRACTION_WORDS, NUMBER_WORDS, fraction_of, number_of

NumberKind = Literal["count", "percent", "points", "money", "fraction", "times", "duration", "rate", "range"]

_DIGITS: Final = re.compile(
    r"(?P<money>£\s?)?(?<![\w.])(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|"
    r"\d+(?:\.\d+)?)(?P<scale>\s?(?:million|billion|bn|m|k|thousand)\b)?"
)
_PER_CENT: Final = re.compile(r"\s?(?:%|per ?cent\b|percent\b|pc\b)")
_POINTS: Final = re.compile(r"\s?(?:%|per ?cent|percentage)?[\s-]*(?:points?|pp|ppts?)\b")
_TIMES: Final = re.compile(r"\s?(?:times|-fold|fold|x)\b")
_RANGE: Final = re.compile(r"\s?(?:%|per cent)?\s?(?:-|–|\bto\b)\s?$")
_RATE_BEFORE: Final = re.compile(r"\b(?:per|for every|in every)\s$", re.IGNORECASE)
_HEDGE: Final = re.compile(
    (
        r"\b(?P<hedge>well over|just over|slightly over|little over|a little more than|slightly "
        r"more than|little more than|over|more than|above|exceeding|"
        r"at least|no (?:fewer|less) than|just under|slightly under|just below|nearly|almost|"
        r"close to|not quite|well under|under|fewer than|less than|below|"
        r"barely|up to|at most|no more than|about|around|approximately|approx\.?|roughly|some|"
        r"circa|exactly)(?: (?:a|an|the|all))?\s*$"
    ),
    re.IGNORECASE,
)
_SCALES: Final = {"million": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9, "thousand": 1000, "k": 1000}
_SOFT: Final = {
    "over": "over", "more than": "over", "above": "over", "exceeding": "over", "well over": "well over",
    "just over": "just over", "slightly over": "just over", "little over": "just over",
    "a little more than": "just over",
    "slightly more than": "just over", "little more than": "just over", "at least": "at least",
    "no fewer than": "at least",
    "no less than": "at least", "just under": "just under", "slightly under": "just under",
    "just below": "just under", "barely": "about",
    "nearly": "nearly", "almost": "nearly", "close to": "about", "not quite": "nearly", "well under": "under",
    "under": "under",
    "fewer than": "under", "less than": "under", "below": "under", "up to": "at most", "at most": "at most",
    "no more than": "at most",
    "about": "about", "around": "about", "approximately": "about", "approx": "about", "approx.": "about",
    "roughly": "about", "some": "about",
    "circa": "about",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """One number.

    start, end      its place in the sentence, with its per cent sign
    value           as printed: 40 for 40%, 1/5 for "one in five", 1440000 for £1.44m
    decimals        printed after the point, before a scale is applied
    ulp             the size of one in the last printed place
    kind            what kind of number; "rate" and "range" are not judged as counts
    noun            the words up to the plural it counts, "" where none follows
    hedge           "about", "nearly", "just over", "over" … or ""
    is_word         spelt out
    """

    start: int
    end: int
    text: str
    value: Fraction
    decimals: int
    ulp: Fraction
    kind: NumberKind
    noun: str
    hedge: str
    is_word: bool

    @property
    def share(self) -> Fraction:
        """The value as a share of one."""
        return self.value / 100 if self.kind == "percent" else self.value

    @property
    def head(self) -> str:
        """The noun it counts, in the singular."""
        return head(self.noun)


def find_numbers(text: str) -> list[Number]:
    """Return the numbers of a sentence in order; names and dates are left out."""
    hidden = hide_names(text)
    found: list[Number] = []
    taken = [False] * (len(text) + 1)
    for number in _candidates(text, hidden):
        if any(taken[number.start : number.end]):
            continue
        taken[number.start : number.end] = [True] * (number.end - number.start)
        found.append(number)
    return _mark_ranges(text, sorted(found, key=lambda each: each.start))


def _candidates(text: str, hidden: str) -> Iterator[Number]:
    for match in _DIGITS.finditer(hidden):
        if number := _from_digits(text, hidden, match):
            yield number
    for match in FRACTION_WORDS.finditer(hidden):
        if not re.match(r"\s*(?:%|per cent|percentage)", hidden[match.end() :]):
            yield _make(
                text, match.start(), match.end(), fraction_of(match), Fraction(0), "fraction", hidden, is_word=True
            )
    for match in NUMBER_WORDS.finditer(hidden):
        words = match[0]
        if words.casefold() in ("one", "zero") and not re.match(
            r" (?:per cent|percentage|of (?:the|them|these|those)\b)", hidden[match.end() :]
        ):
            continue
        end, kind = _kind_after(hidden, match.end(), is_money=False, start=match.start())
        yield _make(text, match.start(), end, Fraction(number_of(words)), Fraction(1), kind, hidden, is_word=True)


def _from_digits(text: str, hidden: str, match: re.Match[str]) -> Number | None:
    digits = match["digits"].replace(",", "")
    value, decimals = Fraction(digits), len(digits.partition(".")[2])
    scale = _SCALES.get((match["scale"] or "").strip().casefold(), 1)
    end, kind = _kind_after(hidden, match.end(), is_money=bool(match["money"]), start=match.start())
    number = _make(
        text, match.start(), end, value * scale, Fraction(scale, 10**decimals), kind, hidden, decimals=decimals
    )
    before = hidden[max(0, match.start() - 2) : match.start()]
    if before.endswith(("-", "−", "–")) and (len(before) < 2 or before[0] in " (") and kind != "percent":
        return None
    return number


def _kind_after(hidden: str, end: int, *, is_money: bool, start: int) -> tuple[int, NumberKind]:
    after = hidden[end:]
    if is_money:
        return end, "money"
    if _RATE_BEFORE.search(hidden[:start]):
        return end, "rate"
    if points := _POINTS.match(after):
        return end + points.end(), "points"
    if percent := _PER_CENT.match(after):
        return end + percent.end(), "percent"
    if times := _TIMES.match(after):
        return end + times.end(), "times"
    if re.match(
        (
            r"\s(?:(?:working|calendar|school|full|whole|more|further) )?(?:days|weeks|months|years|"
            r"hours|minutes|terms|nights)\b|\s?(?:-|–)(?:day|week|month|year|hour|minute|term)s?\b"
        ),
        after,
    ):
        return end, "duration"
    return end, "count"


def _make(
    text: str, start: int, end: int, value: Fraction, ulp: Fraction, kind: NumberKind, hidden: str, *,
    is_word: bool = False, decimals: int = 0,
) -> Number:  # fmt: skip
    noun = noun_after(hidden, end) if kind in ("count", "percent", "fraction", "duration") else ""
    if kind == "count" and head(noun) in DURATIONS:
        kind = "duration"
    hedge = _HEDGE.search(hidden[max(0, start - 40) : start])
    soft = _SOFT.get(re.sub(r"\s+", " ", hedge["hedge"].casefold()), "") if hedge else ""
    return Number(start, end, text[start:end], value, decimals, ulp, kind, noun, soft, is_word)


def _mark_ranges(text: str, numbers: list[Number]) -> list[Number]:
    """Make "15-20%", "15 to 20%" and "6 to 8" one kind of their own: what is printed is a stretch, not a value."""
    marked = list(numbers)
    for place, (one, other) in enumerate(itertools.pairwise(numbers)):
        between = text[one.end : other.start]
        near = re.fullmatch(r"\s?(?:-|–)\s?|\sto\s", between)
        if not near or one.kind == "fraction" or other.kind == "fraction":
            continue
        if (
            re.search(
                (
                    r"\b(?:from|rose|fell|grew|dropped|up|down|increased|decreased|went|reduced|climbed|"
                    r"improved|moved)\b[^.;]*$"
                ),
                text[: one.start],
            )
            and "to" in between
        ):
            continue
        if (one.kind == "count" and other.value > one.value) or one.kind == other.kind:
            marked[place] = _as_range(one)
            marked[place + 1] = _as_range(other)
    return marked


def _as_range(number: Number) -> Number:
    return Number(
        number.start, number.end, number.text, number.value, number.decimals, number.ulp, "range", number.noun,
        number.hedge, number.is_word,
    )  # fmt: skip
