"""Rule 5, second half: groups whose sizes are known have one weighted mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from earlyhelp.claims.arithmetic.rounding import in_per_cent
from earlyhelp.claims.finding import Finding
from earlyhelp.claims.flagging import flag
from earlyhelp.claims.language.groups import all_answers, group_of, sizes_of
from earlyhelp.claims.language.numbers import Number
from earlyhelp.claims.language.shares import Share
from earlyhelp.claims.language.text import Read, Text

_WHOLE: Final = (
    r"\b(?:overall|altogether|in total|as a whole|both (?:together|combined)|together|"
    r"combined|on average|in all\b|across (?:both|all|the [a-z]+)|over "
    r"(?:both|all|the (?:two|three))|"
    r"(?:for|of|among|across|over|in) (?:all|both|everyone|the whole)\b|all \w+ (?:together|combined))"
)


CHANGED: Final = (
    r"\b(?:last year|a year (?:ago|earlier|before)|previous|(?:com)?pared (?:with|to) \d|"
    r"target|national|england|from \d\S* to|in 20\d\d|year before)\b"
)


_AFTER: Final = 2


def wholes_among(read: Read, levels: Sequence[Number]) -> list[Number]:
    """Return the numbers that stand for all; "on average" counts only where nothing says so more plainly."""
    found = [each for each in levels if is_whole(read, each)]
    plain = [
        each for each in found if re.search(r"\b(?:overall|together|altogether|as a whole)\b", _clause_of(read, each))
    ]
    return plain if len(found) > 1 and plain else found


def _clause_of(read: Read, number: Number) -> str:
    before = re.split(r"[;:]|\band\b|\bbut\b", read.bare_words[: number.start])[-1]
    return before + re.split(r"[,;:]|\band\b|\bbut\b", read.bare_words[number.end :])[0]


def is_whole(read: Read, number: Number) -> bool:
    before = re.split(r"[,;:]|\band\b|\bbut\b", read.bare_words[: number.start])[-1]
    after = re.split(r"[,;:]|\band\b|\bbut\b", read.bare_words[number.end :])[0]
    if re.search(_WHOLE, before + " " + after):
        return True
    clause = ";".join(read.bare_words[: number.start].split(";")[-1:])
    return bool(re.search(r"\b(?:overall|taken together|altogether|together),? [^;:0-9]*$", clause))


def find_off_the_mean(text: Text, read: Read) -> Iterator[Finding]:
    """The whole beside two parts or more, each with the number it is a share of: there is one mean only."""
    for beside in (read, *text.before(read, 1), *text.after(read, 1)):
        parts = [
            each
            for each in beside.shares
            if each.number
            and each.number.kind == "percent"
            and each.base
            and not each.count
            and not is_whole(beside, each.number)
        ]
        wholes = [
            each
            for each in read.shares
            if each.number
            and each.number.kind == "percent"
            and not each.number.hedge
            and is_whole(read, each.number)
            and each not in parts
        ]
        if len(parts) < 2 or len(wholes) != 1 or beside.has(CHANGED) or read.has(CHANGED) or wholes[0].base:
            continue
        weights = sum(each.base.value for each in parts if each.base)
        low, high = (
            sum((bound(each) * each.base.value for each in parts if each.base), Fraction(0)) / weights
            for bound in (_low, _high)
        )
        if wholes[0].high < low or wholes[0].low > high:
            told = " and ".join(f"{each.text} of {each.base.text}" for each in parts if each.base)
            yield flag(
                read,
                wholes[0].text,
                "mixtures",
                f"{told} make {in_per_cent((low + high) / 2)} together, not {wholes[0].text}.",
                in_per_cent((low + high) / 2),
            )
        return


def _low(share: Share) -> Fraction:
    return share.low


def _high(share: Share) -> Fraction:
    return share.high


def speak_alike(one: Read, other: Read) -> bool:
    """Whether two sentences may speak of one measure: not one of the contented, one of the discontented."""
    words, others = (set(re.findall(r"[a-z]{5,}", each.bare_words)) for each in (one, other))
    for mine, theirs in ((words, others), (others, words)):
        for word in mine:
            if any(f"{prefix}{word}" in mine for prefix in ("dis", "un", "in", "non")):
                return False
            if any(f"{prefix}{word}" in theirs for prefix in ("dis", "un", "in", "non")) and word not in theirs:
                return False
    return True


def find_impossible_mixes(text: Text, read: Read) -> Iterator[Finding]:
    """A share of all, then the shares of its groups, whose sizes the text gave elsewhere."""
    percents = [each for each in read.shares if each.number and each.number.kind == "percent"]
    if not percents or percents[0].number is None or percents[0].number.hedge or len(percents) not in (1, 3):
        return
    whole, inside = percents[0], percents[1:]
    if re.search(r"\b(?:another|a further|further)\s*$", read.text[: whole.start]):
        return
    places = [(read, inside)] if len(inside) == 2 else [
        (after, [each for each in after.shares if each.number and each.number.kind == "percent"])
        for after in text.after(read, _AFTER)
    ]  # fmt: skip
    for beside, parts in places:
        if (
            len(parts) == 2
            and speak_alike(read, beside)
            and _speak_of_one(read, beside)
            and not sizes_of(text, group_of(read, whole))
        ):
            yield from _impossible(text, read, whole, [(beside, each) for each in parts])


def _speak_of_one(one: Read, other: Read) -> bool:
    words, others = (set(re.findall(r"[a-z]{6,}", each.bare_words)) for each in (one, other))
    return one is other or len(words & others) >= 2


def _impossible(text: Text, read: Read, whole: Share, parts: Sequence[tuple[Read, Share]]) -> Iterator[Finding]:
    sizes = [sizes_of(text, group_of(beside, share)) for beside, share in parts]
    if not all(len(each) == 1 for each in sizes):
        return
    known = [next(iter(each)) for each in sizes]
    base = max(all_answers(text) or sum(known), sum(known))
    low = sum((share.low * size for (_, share), size in zip(parts, known, strict=True)), Fraction(0)) / base
    high = (
        sum((share.high * size for (_, share), size in zip(parts, known, strict=True)), Fraction(0)) + base - sum(known)
    ) / base
    if whole.high < low or whole.low > high:
        told = " and ".join(share.text for _, share in parts)
        yield flag(
            read,
            whole.text,
            "mixtures",
            f"With {told} in the groups, all together lie from {in_per_cent(low)} to {in_per_cent(high)}.",
            "a share between these",
        )
