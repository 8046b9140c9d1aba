"""Rule 4, fourth part: so many of so much each make so much, and the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from earlyhelp.claims.finding import Finding
from earlyhelp.claims.language.numbers import Number
from earlyhelp.claims.language.text import Read
from earlyhelp.claims.rules.sums_told import differs, tell_sum


def find_wrong_products(read: Read) -> Iterator[Finding]:
    """Flag "96 volunteers gave 1,440 hours, an average of 18 each" and "18 courses with 12 places each gave us 226"."""
    yield from _average(read)
    yield from _product(read)


def _average(read: Read) -> Iterator[Finding]:
    """ "96 volunteers gave 1,440 hours, an average of 15 each"."""
    numbers = [each for each in read.numbers if each.kind in ("count", "money", "duration", "times")]
    for number in numbers:
        has_average = re.search(
            (
                r"\baverage (?:of|was|is) (?:about |just over |just under |nearly |over |some )*$|"
                r"(?:\b(?:or|i\.e\.|which is|that is|about)|,|\(|–|:) (?:about |nearly |just over )*$"
            ),
            read.text[: number.start],
            re.IGNORECASE,
        )
        is_each = re.match(
            (
                r"(?: [\w'-]+){0,3}? (?:each|per|a head|apiece|for each|for every|a (?:place|time|session|"
                r"person|day|visit|home|head|household|member|tonne|mile|unit|piece))\b"
            ),
            read.text[number.end :],
        )
        before = [each for each in numbers if each.end <= number.start]
        if (
            not has_average
            or not is_each
            or len(before) != 2
            or re.match(r"(?: [\w'-]+){0,3}? (?:per|a) (?:month|week|day|year|quarter)", read.text[number.end :])
        ):
            continue
        few, many = sorted(before, key=lambda each: each.value)
        true = many.value / few.value if few.value else Fraction(0)
        other = few.value / many.value if many.value else Fraction(0)
        if not _is_near(number, true) and not _is_near(number, other) and true > 1:
            yield tell_sum(read, number, Fraction(round(true, 1)), f"{many.text} over {few.text}")


def _is_near(number: Number, true: Fraction) -> bool:
    room = abs(true) / 10 if number.hedge else max(number.ulp / 2, Fraction(1, 100))
    return abs(number.value - true) <= room


def _product(read: Read) -> Iterator[Finding]:
    """ "Eighteen courses with 12 places each gave us 216 places"."""
    numbers = [each for each in read.numbers if each.kind in ("count", "money", "duration")]
    if len(numbers) != 3 or not read.has(r"\b(?:each|apiece|per \w+|a head|every|average|unit)\b"):
        return
    if _average_product(read, numbers):
        yield tell_sum(
            read, numbers[2], numbers[0].value * numbers[1].value, f"{numbers[0].text} times {numbers[1].text}"
        )
        return
    each = next(
        (
            place
            for place in (0, 1)
            if re.match(r"(?: [\w'-]+){0,3}? (?:each|apiece|per|a head|for each)\b", read.text[numbers[place].end :])
        ),
        None,
    )
    if re.search(r"\b(?:each|every one) of (?:the|our|these) $", read.bare_words[: numbers[0].start]):
        each = 0
    if each is None or re.search(r"\baverage\b", read.bare_words):
        return
    is_alike = bool(numbers[1].head) and numbers[1].head == numbers[2].head
    if not is_alike and not re.search(
        (
            r"\b(?:gave|gives?|giving|makes?|made|making|in all|in total|total|altogether|or|came to|"
            r"comes to|cost|costs|come to|provided?|provides|offers?|so)\b"
        ),
        read.text[numbers[1].end :],
    ):
        return
    one, other, product = numbers
    true = one.value * other.value
    if differs(product, true) and true / 2 < product.value < true * 2:
        yield tell_sum(read, product, true, f"{one.text} times {other.text}")


def _average_product(read: Read, numbers: Sequence[Number]) -> bool:
    """Whether so many at an average of so much are said to be a total that they are not."""
    count, mean, total = numbers
    is_so = re.search(
        r"\baverage (?:\w+ ){0,2}?of $|\b(?:unit|average) (?:cost|price|rate) of $", read.bare_words[: mean.start]
    )
    is_total = re.search(
        r"\b(?:total(?: cost| of|ling)?|in all|altogether|making|or|costing|came to)(?: of)? $",
        read.bare_words[mean.end : total.start],
    )
    true = count.value * mean.value
    room = true / 20 if mean.decimals == 0 and mean.kind != "money" else true * Fraction(2, 100)
    return (
        bool(is_so and is_total)
        and total.kind == mean.kind
        and not total.hedge
        and abs(total.value - true) > room
        and true / 2 < total.value < true * 2
    )
