"""Shares as a sentence claims them: how much, of which count, over which base, as far as the sentence says so."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from earlyhelp.claims.arithmetic.rounding import bounds
from earlyhelp.claims.language.numbers import Number
from earlyhelp.claims.language.share_words import ShareWord, find_share_words

_OF: Final = re.compile(
    (
        r"^(?:\s[a-z'-]+){0,2}?\s(?:out of|of|among|amongst)\s(?:a total of |the |our |its |their "
        r"|all |those |these |every |my )*(?:other |remaining |total |[a-z]+ed )?$|^/$"
    ),
    re.IGNORECASE,
)
_OF_BEFORE: Final = re.compile(
    r"\b(?:of|among|amongst)\s(?:(?:the|our|all|these|those|its|their|whole|a total of|about|some|almost|nearly)\s)*$",
    re.IGNORECASE,
)
_EQUALS: Final = re.compile(
    r"[,–—:;-]?\s*(?:(?:or|which (?:is|was|makes|amounts to|represents|equals|gives|means|"
    r"comes to|is to say)|that is to say|in other words|that makes|meaning|that is|that's|"
    r"i\.e\.|equal to|equivalent to|making|giving|being|"
    r"representing|amounting to|this is|is|a|=|so)\s*,?\s*)?(?:us )?(?:an? (?:[a-z-]+ "
    r"){0,3}?(?:rate|share|proportion|take-up|turnout|uptake|average) of\s)?"
    r"(?:(?:just |well )?(?:about|around|approximately|roughly|nearly|almost|over|under|some|exactly|only) )?$",
    re.IGNORECASE,
)
_IS_CHANGE_BEFORE: Final = re.compile(
    (
        r"\b(?:by|(?:increase|rise|fall|drop|decrease|reduction|growth|cut|gain|decline|saving|"
        r"improvement|uplift|change|difference|gap|target|tolerance|margin|"
        r"threshold|interval|discount|confidence|goal|benchmark|average|norm|pay award|inflation|"
        r"expected) (?:of|is|was|at)|(?<!make )(?<!makes )(?<!made )up|down|grew|rose|fell|"
        r"dropped|increased|decreased|declined|"
        r"a further|target|discount)\s(?:about |around |nearly |almost |over |some |just over |"
        r"just under |more than |just |only |at )*$"
    ),
    re.IGNORECASE,
)
_IS_CHANGE_AFTER: Final = re.compile(
    (
        r"^\s?(?:increase|rise|fall|drop|decrease|reduction|growth|cut|gain|decline|more\b|fewer|"
        r"higher|lower|less\b|interval|confidence|margin|target|threshold|up\b|down\b|"
        r"discount|improvement|pay|uplift|off\b|above|below|over budget|under budget|interest|"
        r"rate of (?:pay|tax|interest)|VAT)"
    ),
    re.IGNORECASE,
)
_PAIRED: Final = ({"count"}, {"money"}, {"count", "duration"}, {"duration"})
_RATE_AFTER: Final = re.compile(r" (?:[a-z]+ )?(?:response|return|success|turnout|take-up|completion|rate|share)\b")
_TURNS: Final = re.compile(r"[.;:]|\b(?:and|but|while|whereas|compared|with|against)\b")
_PAREN: Final = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Share:
    """A claimed share.

    start, end      place of the words that claim it
    text            those words
    low, high       the true shares they may be said of, 0 to 1
    number          the printed number; None for a word such as "majority"
    count, base     numbers of the same sentence that it is said of; None where the sentence does not say
    percent         for words, the per cent given beside them
    is_of_rest      its base is said to be "the other" ones
    """

    start: int
    end: int
    text: str
    low: Fraction
    high: Fraction
    number: Number | None
    count: Number | None
    base: Number | None
    percent: Number | None

    @property
    def is_word(self) -> bool:
        """Whether it is claimed in words alone, as a fraction or as "most"."""
        return self.number is None or self.number.kind == "fraction"


@dataclass(frozen=True, slots=True)
class Pair:
    """ "n of m": a count and the base it is taken from."""

    count: Number
    base: Number


def find_pairs(text: str, numbers: Sequence[Number]) -> list[Pair]:
    """Return every "n of m" and "n out of m" in order."""
    pairs: list[Pair] = []
    for one, other in itertools.pairwise(numbers):
        if {one.kind, other.kind} in _PAIRED and _OF.match(text[one.end : other.start]) and one.value <= other.value:
            pairs.append(Pair(one, other))
    return pairs


def find_shares(text: str, numbers: Sequence[Number], pairs: Sequence[Pair]) -> list[Share]:
    """Return the shares of a sentence in order, without changes, targets and intervals."""
    finder = _Finder(text, numbers, pairs)
    return sorted([*finder.of_numbers(), *finder.of_words()], key=lambda each: each.start)


class _Finder:
    """Looks around each share for its count and base."""

    def __init__(self, text: str, numbers: Sequence[Number], pairs: Sequence[Pair]) -> None:
        self.text, self.numbers, self.pairs = text, numbers, pairs
        self.counts = [each for each in numbers if each.kind == "count"]
        self.parens = [(found.start(), found.end()) for found in _PAREN.finditer(text)]

    def of_numbers(self) -> Iterator[Share]:
        for number in self.numbers:
            if number.kind not in ("percent", "fraction") or self._is_change(number) or self._is_ordinal(number):
                continue
            count, base, percent = self._around(number.start, number.end, is_percent=number.kind == "percent")
            ulp = number.ulp / 100
            low, high = bounds(number.share, ulp, number.hedge, is_fraction_word=number.kind == "fraction")
            yield Share(number.start, number.end, number.text, low, high, number, count, base, percent)

    def of_words(self) -> Iterator[Share]:
        for word in find_share_words(self.text):
            count, base, percent = self._around(word.start, word.end, is_percent=False)
            if not _stands_beside(word, self.text, count or percent):
                count = percent = None
            yield Share(word.start, word.end, word.text, word.low, word.high, None, count, base, percent)

    def _is_change(self, number: Number) -> bool:
        if _IS_CHANGE_AFTER.match(self.text[number.end :]):
            return True
        before = _IS_CHANGE_BEFORE.search(self.text[: number.start])
        return bool(before) and not re.match(r" of (?:the|our|all|\d)", self.text[number.end :])

    def _is_ordinal(self, number: Number) -> bool:
        """Whether "a third" or "a quarter" is no fraction here, as in "a third visit"."""
        return (
            number.kind == "fraction"
            and bool(re.match(r"an? (?:third|fifth|sixth|seventh|eighth|ninth|tenth)", number.text, re.IGNORECASE))
            and not re.match(
                r"\s?(?:of\b|\(|,|\.|;|\)|$|were|was|had|have|said|are|is|did|more|less|fewer|felt|thought|do)",
                self.text[number.end :],
            )
        )

    def _around(self, start: int, end: int, *, is_percent: bool) -> tuple[Number | None, Number | None, Number | None]:
        """Count, base and per cent near a share; a count with a decimal point counts nothing."""
        count, base, percent = self._look_around(start, end, is_percent=is_percent)
        has_decimals = any(each and each.kind == "count" and each.decimals for each in (count, base))
        return (None, None, percent) if has_decimals else (count, base, percent)

    def _look_around(
        self, start: int, end: int, *, is_percent: bool
    ) -> tuple[Number | None, Number | None, Number | None]:
        inside = self._paren_at(start)
        if inside:
            return self._inside(inside, start, end)
        base = self._base_after(end)
        count, pair_base, percent = self._in_paren_after(end) or (None, None, None)
        after = base.end if base else end
        if base and not (count or percent or pair_base):
            count, pair_base, percent = self._in_paren_after(after) or (None, None, None)
        if not count and not percent and not is_percent:
            count, pair_base, percent = self._in_commas_after(after)
        if count or base or pair_base or percent:
            return count, base or pair_base, percent
        return self._before(start, end)

    def _inside(
        self, paren: tuple[int, int], start: int, end: int
    ) -> tuple[Number | None, Number | None, Number | None]:
        for pair in self.pairs:
            if paren[0] < pair.count.start and pair.base.end < paren[1]:
                return pair.count, pair.base, None
        base = self._base_after(end)
        if base and base.end > paren[1]:
            base = None
        beside = [each for each in self.numbers if paren[0] < each.start < start and each.kind == "count"]
        before = beside[-1] if beside else self._number_before(paren[0])
        base = base or self._base_after_bracket(paren[1])
        if before is None:
            return None, base, None
        if before.kind != "count":
            return None, base, None
        for pair in self.pairs:
            if pair.base == before and base is None:
                return pair.count, pair.base, None
        if not beside and _OF_BEFORE.search(self.text[: before.start]):
            return None, base or before, None
        return before, base, None

    def _base_after_bracket(self, end: int) -> Number | None:
        """The base of "eighty-one said yes (68%), out of 120"."""
        link = re.match(r",? out of (?:a total of |the |all )?", self.text[end:])
        return next((each for each in self.counts if link and each.start == end + link.end()), None)

    def _number_before(self, place: int) -> Number | None:
        before = [each for each in self.numbers if each.end <= place and each.kind not in ("duration", "range", "rate")]
        if not before:
            return None
        between = self.text[before[-1].end : place]
        return None if len(between) > 100 or re.search(r"[.;:()]|, (?:and|but|while) ", between) else before[-1]

    def _base_after(self, end: int) -> Number | None:
        following = [each for each in self.numbers if each.start >= end]
        if bracket := re.match(r"\s?\([^()]*\)", self.text[end:]):
            beyond = [each for each in following if each.start >= end + bracket.end()]
            if beyond and beyond[0].kind == "count" and _OF.match(self.text[end + bracket.end() : beyond[0].start]):
                return beyond[0]
        if not following or following[0].kind != "count" or not _OF.match(self.text[end : following[0].start]):
            return None
        base = following[0]
        if any(pair.count == base for pair in self.pairs):
            return None
        return base

    def _in_paren_after(self, end: int) -> tuple[Number | None, Number | None, Number | None] | None:
        paren = next((each for each in self.parens if each[0] >= end), None)
        if paren is None:
            return None
        between = self.text[end : paren[0]]
        if len(between) > 110 or _TURNS.search(between) or any(end <= each.start < paren[0] for each in self.numbers):
            return None
        return self._read_paren(paren)

    def _read_paren(self, paren: tuple[int, int]) -> tuple[Number | None, Number | None, Number | None] | None:
        for pair in self.pairs:
            if paren[0] < pair.count.start and pair.base.end < paren[1]:
                return pair.count, pair.base, None
        inside = [each for each in self.numbers if paren[0] < each.start < paren[1]]
        if (
            len(inside) == 1
            and inside[0].kind == "count"
            and re.fullmatch(r"\((?:out )?of (?:the |all )?", self.text[paren[0] : inside[0].start])
        ):
            return None, inside[0], None
        if len(inside) != 1 or not re.fullmatch(r"\((?:[nN]\s?=\s?)?", self.text[paren[0] : inside[0].start]):
            return None
        if inside[0].kind == "count":
            return (inside[0], None, None) if len(self.text[inside[0].end : paren[1]]) < 40 else None
        return (None, None, inside[0]) if inside[0].kind == "percent" else None

    def _in_commas_after(self, end: int) -> tuple[Number | None, Number | None, Number | None]:
        """The number of "the majority, 447, would" and "a minority of tenants, 56%, had"."""
        following = next((each for each in self.numbers if each.start >= end), None)
        if following is None or following.kind not in ("count", "percent"):
            return None, None, None
        between = self.text[end : following.start]
        if len(between) > 60 or not re.search(r"(?:,|–|—)\s(?:or |about |some )?$", between) or between.count(",") > 1:
            return None, None, None
        pair = next((each for each in self.pairs if each.count == following), None)
        if not re.match(r"\s?[,–—.;]|\s(?:of them|in all)\b|$", self.text[(pair.base if pair else following).end :]):
            return None, None, None
        if following.kind == "percent":
            return None, None, following
        return following, pair.base if pair else None, None

    def _before(self, start: int, end: int) -> tuple[Number | None, Number | None, Number | None]:
        """The pair or count that the share follows after "or", "which is" or a dash."""
        before = [each for each in self.numbers if each.end <= start]
        if not before or before[-1].kind != "count":
            return None, None, None
        between = self.text[before[-1].end : start]
        link = _EQUALS.search(between)
        words = between[: link.start()] if link else ""
        if (
            not link
            or not re.match(r"\s*[,–—(-]|\s*(?:or|which)\b", link[0])
            or len(words) > 90
            or re.search(r"[.;:(]", words)
        ):
            return None, None, None
        if not re.search(
            (
                r"or|which|that is|making|giving|represent|equal|equiv|amount|rate|share|proportion|this "
                r"is|i\.e|turnout|take-up|–|—| -|to say|other words|makes|mean"
            ),
            between[-12:] + link[0],
        ) and not _RATE_AFTER.match(self.text[end:]):
            return None, None, None
        pair = next((each for each in self.pairs if each.base == before[-1]), None)
        return (pair.count, pair.base, None) if pair else (before[-1], None, None)

    def _paren_at(self, place: int) -> tuple[int, int] | None:
        return next((each for each in self.parens if each[0] < place < each[1]), None)


def _stands_beside(word: ShareWord, text: str, number: Number | None) -> bool:
    return number is None or len(text[word.end : number.start]) < 140
