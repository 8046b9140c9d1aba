"""Rule 4, third part: a change is the difference of its two levels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from earlyhelp.claims.arithmetic.rounding import in_digits, in_per_cent
from earlyhelp.claims.finding import Finding
from earlyhelp.claims.flagging import flag
from earlyhelp.claims.language.changes import Change, factors, find_changes
from earlyhelp.claims.language.numbers import Number
from earlyhelp.claims.language.text import Read, Text

_BY_TO: Final = re.compile(
    r"\b(?P<way>rose|fell|grew|dropped|increased|decreased|up|down|went up|went down|reduced|cut|declined|climbed)\b",
    re.IGNORECASE,
)
_FALLS: Final = ("fell", "dropped", "decreased", "down", "went down", "reduced", "cut", "declined")
_ABOUT: Final = Fraction(3, 100)
_SAID_CHANGE: Final = re.compile(
    (
        r"\b(?:increase|rise|fall|drop|decrease|reduction|growth|decline|improvement|gain|jump|"
        r"saving) of (?:a |an |about |nearly |some |just over |over |almost )*$|[,;(–] ?(?:which "
        r"is )?(?:up|down|rising|falling|growing)(?: by)? (?:about |nearly |some |almost )*$"
    ),
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(
    r"\b(?:in|last year|this year|by|compared|against|before|earlier|ago|to|now)\b", re.IGNORECASE
)
RULE: Final = "identities"


def find_wrong_changes(text: Text) -> Iterator[Finding]:
    """Flag "rose from 310 to 372, an increase of 25%", "doubled, from 84 to 131", "fell by 25% to 45,000"."""
    for read in text.prose:
        changes = list(find_changes(read)) or list(_two_levels(read)) or list(_of_the_sentence_before(text, read))
        yield from _more_than_before(read)
        for change in changes:
            for delta in change.deltas:
                if not _agrees(change, delta):
                    yield _tell(read, change, delta)
        yield from _gap(read)
        yield from _factors(text, read, changes)
        if not changes:
            yield from _by_and_to(text, read)


def _two_levels(read: Read) -> Iterator[Change]:
    """ "68% in 2018 and 74% in 2019, an increase of 6 points": two levels of one kind and the amount of change."""
    deltas = [
        each
        for each in read.numbers
        if each.kind in ("points", "percent", "fraction")
        and (
            _SAID_CHANGE.search(read.text[: each.start])
            or re.match(r" (?:more|fewer|less|higher|lower)\b(?! than (?:a|one|two|half|\d))", read.text[each.end :])
        )
    ]
    levels = [each for each in read.numbers if each not in deltas and each.kind in ("count", "percent", "money")]
    if (
        len(deltas) != 1
        or len(levels) != 2
        or levels[0].kind != levels[1].kind
        or read.pairs
        or 0 in (levels[0].value, levels[1].value)
    ):
        return
    heads = {each.head for each in levels if each.head}
    if (
        len(heads) > 1
        or any(each.hedge for each in levels)
        or not _BETWEEN.search(read.text[levels[0].end : levels[1].start])
        or max(each.end for each in levels) > deltas[0].start
    ):
        return
    one, other = levels
    if not any(_agrees(Change(*order, ()), deltas[0]) for order in ((one, other), (other, one))):
        yield Change(one, other, (deltas[0],))


def _of_the_sentence_before(text: Text, read: Read) -> Iterator[Change]:
    """ "From 4,200 to 3,570. This is a fall of 15%": the amount alone, in a sentence of its own."""
    before = text.before(read, 1)
    if (
        not before
        or len(read.numbers) != 1
        or not _SAID_CHANGE.search(read.text[: read.numbers[0].start])
        or not re.match(r"(?:This|That|It|A|An|The)\b", read.text)
    ):
        return
    changes = list(find_changes(before[0]))
    if len(changes) == 1 and not changes[0].deltas:
        yield Change(changes[0].before, changes[0].after, (read.numbers[0],))


def _more_than_before(read: Read) -> Iterator[Finding]:
    """ "22 more than last year (184 against 162)"."""
    numbers = [each for each in read.numbers if each.kind in ("count", "money")]
    if len(numbers) != 3 or read.pairs:
        return
    for delta in numbers:
        one, other = (each for each in numbers if each is not delta)
        is_delta = re.match(
            r"(?: [a-z]+)? (?:more|fewer|less|higher|lower|below|above|under|over|short)\b", read.text[delta.end :]
        )
        is_off = re.match(
            r" (?:below|above|under|over|short of|less than|more than) (?:the|our|its|a) [a-z ]{3,25}$",
            read.text[delta.end : other.start],
        )
        is_off = is_off or re.match(
            (
                r" (?:below|above|under|over|short of|less than|more than) (?:the|our|its|a) [a-z ]{3,25} "
                r"of $"
            ),
            read.text[delta.end : other.start],
        )
        if is_off and one.end <= delta.start and delta.kind == one.kind == other.kind and not delta.hedge:
            true = abs(one.value - other.value)
            if abs(true - delta.value) > (delta.ulp / 2 if delta.decimals else 0) and one.ulp == other.ulp:
                yield flag(
                    read,
                    delta.text,
                    RULE,
                    f"{one.text} and {other.text} differ by {in_digits(true)}, not {delta.text}.",
                    in_digits(true),
                )
            return
        if is_delta and re.fullmatch(
            r"\W*(?:[a-z]+ ){0,2}(?:against|compared (?:with|to)|up from|down from|instead of|vs|and not)\s",
            read.text[one.end : other.start],
        ):
            true = abs(one.value - other.value)
            if true != delta.value and not delta.hedge and delta.kind == one.kind == other.kind:
                yield flag(
                    read,
                    delta.text,
                    RULE,
                    f"{one.text} and {other.text} differ by {in_digits(true)}, not {delta.text}.",
                    in_digits(true),
                )


def _gap(read: Read) -> Iterator[Finding]:
    """ "The gap is 9 points: 68% against 59%"."""
    points = [each for each in read.numbers if each.kind == "points"]
    percents = [each for each in read.numbers if each.kind == "percent"]
    if len(points) != 1 or len(percents) != 2 or any(each.hedge for each in (*points, *percents)):
        return
    if not read.has(r"\b(?:gap|difference|apart|ahead|behind|lead)\b"):
        return
    true = abs(percents[0].value - percents[1].value)
    if (
        abs(true - points[0].value)
        > (percents[0].ulp + percents[1].ulp) / 2 - (1 if percents[0].decimals == 0 else 0) + points[0].ulp / 2
    ):
        why = f"{percents[0].text} and {percents[1].text} are {in_digits(true)} points apart, not {points[0].text}."
        yield flag(read, points[0].text, RULE, why, f"{in_digits(true)} points")


def _agrees(change: Change, delta: Number) -> bool:
    before, after = change.before, change.after
    gap = abs(after.value - before.value)
    room = (before.ulp + after.ulp) / 2
    if delta.kind == "points":
        return before.kind != "percent" or abs(gap - delta.value) <= room + delta.ulp / 2 + _soft(delta)
    if delta.kind in ("percent", "fraction"):
        if before.value == 0:
            return True
        # The levels are rounded too, so any growth that lies between their corners will do.
        least = (max(gap - (room if before.kind == "percent" else 0), Fraction(0))) / (before.value + before.ulp / 2)
        most = (gap + (room if before.kind == "percent" else 0)) / max(before.value - before.ulp / 2, before.value / 2)
        half = delta.ulp / 200 if delta.kind == "percent" else Fraction(4, 100)
        half += _soft(delta) / 100 * 2
        is_relative = least - half <= delta.share <= most + half or _is_soft(delta, gap / before.value)
        return is_relative or (before.kind == "percent" and delta.kind == "percent" and abs(gap - delta.value) <= room)
    if delta.kind != before.kind and {delta.kind, before.kind} != {"count", "duration"}:
        return True
    heads = [each.head for each in (delta, before, after) if each.head]
    if delta.head and any(each != delta.head for each in heads):
        return True
    if delta.kind == "count" and delta.head and not (before.head or after.head) and gap > 3 * delta.value:
        return True
    return abs(gap - delta.value) <= (
        0 if delta.decimals == before.decimals == 0 and not delta.hedge else room + gap / 10
    )


def _soft(delta: Number) -> Fraction:
    return Fraction(1) if delta.hedge else Fraction(0)


def _is_soft(delta: Number, true: Fraction) -> bool:
    if delta.hedge in ("over", "at least", "well over", "just over"):
        return delta.share <= true <= delta.share + Fraction(1, 5)
    if delta.hedge in ("nearly", "just under", "under"):
        return delta.share - Fraction(1, 10) <= true <= delta.share
    return delta.hedge == "about" and abs(true - delta.share) <= _ABOUT


def _tell(read: Read, change: Change, delta: Number) -> Finding:
    before, after = change.before, change.after
    gap = abs(after.value - before.value)
    if delta.kind == "points":
        right = f"{in_digits(gap)} percentage points"
    elif delta.kind in ("percent", "fraction"):
        right = in_per_cent(gap / before.value)
    else:
        right = in_digits(gap)
    return flag(read, delta.text, RULE, f"From {before.text} to {after.text} is {right}, not {delta.text}.", right)


def _factors(text: Text, read: Read, changes: list[Change]) -> Iterator[Finding]:
    for words, low, high in factors(read):
        pair = (changes[0].before, changes[0].after) if changes else _two_numbers(read)
        if pair is None or pair[0].value == 0:
            continue
        ratio = pair[1].value / pair[0].value
        if not low <= ratio <= high:
            why = f"{pair[1].text} is {float(ratio):.2f} times {pair[0].text}; that is not {words}."
            yield flag(read, words, RULE, why, f"{float(ratio):.1f} times")


def _two_numbers(read: Read) -> tuple[Number, Number] | None:
    """The levels of "doubled to 131 (2018: 84)" or "doubled: 84 in 2018, 131 in 2020", if there are no others."""
    numbers = [each for each in read.numbers if each.kind in ("count", "money", "percent")]
    if len(numbers) != 2 or numbers[0].kind != numbers[1].kind:
        return None
    if numbers[0].head and numbers[1].head and numbers[0].head != numbers[1].head:
        return None
    if read.has(r"\b(?:whole|first|months?|quarter|half[- ]year)\b"):
        return None
    first, second = numbers
    is_later_first = re.search(r"\bto $", read.text[: first.start]) or re.search(
        r"\b(?:from|compared (?:with|to)|against)\b", read.text[first.end : second.start]
    )
    return (second, first) if is_later_first else (first, second)


def _by_and_to(text: Text, read: Read) -> Iterator[Finding]:
    """ "They fell by 25% to 39,000", where the sentence before or the same one gives the level they fell from."""
    way = _BY_TO.search(read.text)
    if not way:
        return
    for delta in (each for each in read.numbers if each.kind == "percent"):
        if not re.search(r"\b(?:by|up|down) (?:about |nearly |some |over |just over )*$", read.text[: delta.start]):
            continue
        levels = [
            each
            for each in read.numbers
            if each.kind in ("count", "money")
            and re.match(r"^,? to (?:about |some |just )*$", read.text[delta.end : each.start])
        ]
        if not levels:
            continue
        after = levels[0]
        near = [each for each in read.numbers if each.kind == after.kind and each is not after]
        near = near or [each for other in text.before(read, 1) for each in other.numbers if each.kind == after.kind]
        if len(near) != 1 or near[0].value == 0:
            continue
        is_fall = way["way"].casefold() in _FALLS
        gap = (near[0].value - after.value) if is_fall else (after.value - near[0].value)
        true = gap / near[0].value
        if abs(true - delta.share) > delta.ulp / 200 + Fraction(1, 1000) + _soft(delta) / 100 and abs(
            true - delta.share
        ) < Fraction(1, 5):
            yield flag(
                read,
                delta.text,
                RULE,
                f"From {near[0].text} to {after.text} is {in_per_cent(abs(true))}, not {delta.text}.",
                in_per_cent(abs(true)),
            )
