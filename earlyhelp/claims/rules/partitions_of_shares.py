"""Rule 3, for shares: answers that exclude each other add up to 100%, give or take what rounding does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from earlyhelp.claims.arithmetic.rounding import in_digits
from earlyhelp.claims.finding import Finding
from earlyhelp.claims.flagging import flag
from earlyhelp.claims.language.numbers import Number
from earlyhelp.claims.language.text import Read, Text

RULE: Final = "partitions"
_MANY_ANSWERS: Final = (
    r"\b(?:tick all|all that apply|more than one|several|multiple|multi|as many as|or both|"
    r"both reasons|not exclusive|overlap|could (?:name|choose|give|pick|tick)|any number)\b"
)
_ONE_ANSWER: Final = (
    r"\b(?:one (?:\w+ )?(?:reason|answer|choice|option|category|service|outcome|each)|one "
    r"(?:and one )?only|only one|single (?:\w+ )?(?:reason|answer|choice)|main reason|"
    r"exclusive|exactly one)\b"
)
_SEXES: Final = r"(?:boys|male|men|girls|female|women)"
_OPPOSITES: Final = (
    (r"(?<!dis)(?<!dis-)\bagree(?:d|s)?\b", r"\bdisagree(?:d|s)?\b"),
    (r"\bsatisfied\b", r"\bdissatisfied\b"),
    (rf"\b(?:were|are|was) {_SEXES}\b", rf"\b(?:were |are |was )?{_SEXES}\b"),
    (r"\b(?:yes|for)\b", r"\b(?:no|against)\b"),
    (r"\bsupport(?:ed|s)?\b", r"\boppos(?:ed|e|es)\b"),
    (r"\bhappy\b", r"\bunhappy\b"),
    (r"\b(?:improved|better)\b", r"\b(?:worsened|worse)\b"),
)  # fmt: skip
_REST: Final = re.compile(r"\b(?:the )?(?:remaining|rest|other|remainder)(?: \((?:of )?)?,? ?(?:of )?$", re.IGNORECASE)
_TOGETHER: Final = re.compile(r"\b(?:together|combined|between them|in total|jointly|altogether)\b", re.IGNORECASE)
_LEAST_SUM: Final = 100
_JUST_OVER: Final = 112
_OTHER_BASES: Final = (
    r"\b(?:overall|rates?|average|whole|(?:for|of|among) all|each|respectively|increase\w*|"
    r"target\w*|compared|among|occupancy|of (?:those|these|them|whom))\b"
)


def find_wrong_shares(text: Text) -> Iterator[Finding]:
    """Flag 52% + 31% + 21% of answers to one question, "the remaining 65%" of 55, "together 55%" of 31 and 27."""
    for read in text.prose:
        percents = _percents(read)
        yield from _rest(text, read, percents)
        yield from _together(text, read, percents)
        yield from _too_much(text, read, percents)
    yield from _items(text)


def _percents(read: Read) -> list[Number]:
    """The per cents of a sentence that are shares; a change or a target is none."""
    bases = {share.base.start for share in read.shares if share.base}
    return [
        share.number
        for share in read.shares
        if share.number
        and share.number.kind == "percent"
        # The share of those asked who answered is none of their answers.
        and not (share.count and share.base and share.count.start in bases - {share.base.start})
    ]


def _all_shares(read: Read) -> list[Number]:
    return [share.number for share in read.shares if share.number]


def _room(numbers: Sequence[Number]) -> Fraction:
    return sum((each.ulp for each in numbers), Fraction(0)) / 2


def _too_much(text: Text, read: Read, percents: Sequence[Number]) -> Iterator[Finding]:
    percents = [each for each in percents if each.value < _LEAST_SUM]
    if len(percents) < 2 or any(each.hedge for each in percents) or read.has(r"\brounding\b"):
        return
    near = [read, *text.before(read, 1)]
    if any(each.has(_MANY_ANSWERS) for each in near) or not _exclude(read, percents):
        return
    total = sum((each.value for each in percents), Fraction(0))
    is_split = read.has(r"\b(?:split|divided|breakdown|made up|the rest|compris\w+)\b") and len(percents) > 2
    if total > _LEAST_SUM + _room(percents) or (is_split and total < _LEAST_SUM - _room(percents) and total > 85):
        told = " + ".join(each.text for each in percents)
        yield flag(
            read,
            percents[-1].text,
            RULE,
            f"{told} is {in_digits(total)}%, and these exclude each other.",
            "shares that come to 100%",
        )


def _items(text: Text) -> Iterator[Finding]:
    """Items of a list, "label: 58%", that come to a little more than 100%."""
    held: list[tuple[Read, Number]] = []
    for read in [*text.prose, None]:
        percents = _percents(read) if read else []
        if (
            read
            and read.sentence.kind == "item"
            and len(read.numbers) == len(percents) == 1
            and re.search(r"[:–—-]\s*$", read.text[: percents[0].start])
        ):
            held.append((read, percents[0]))
            continue
        total = sum((each.value for _, each in held), Fraction(0))
        if len(held) > 2 and _LEAST_SUM + _room([each for _, each in held]) < total < _JUST_OVER:
            before = [held[0][0], *text.before(held[0][0], 2)]
            if not any(each.has(_MANY_ANSWERS) or each.has(_OTHER_BASES) for each in before):
                told = " + ".join(each.text for _, each in held)
                yield flag(
                    held[-1][0], held[-1][1].text, RULE, f"{told} is {in_digits(total)}%.", "shares that come to 100%"
                )
        held = []


def _exclude(read: Read, percents: Sequence[Number]) -> bool:
    """Whether the shares of a sentence are answers to one question by the same people."""
    if read.has(
        r"\b(?:compared|last year|a year (?:ago|earlier|before)|previous|against \d|rose|fell|"
        r"from \d|than in|up from|in 20\d\d|of (?:boys|girls|men|women))\b"
    ):
        return False
    if read.has(_ONE_ANSWER) or (len(percents) > 2 and read.has(r"\bsplit (?:into|between|as)?\b")):
        return True
    total = sum((each.value for each in percents), Fraction(0))
    if total > 130:
        return False
    if (
        len(percents) > 2
        and total < _JUST_OVER
        and not read.pairs
        and not read.has(_OTHER_BASES)
        and not read.has(r"\\bof (?:the )?[a-z-]+ (?:areas|teams|people|users|staff|[a-z]+s)\\b.*%")
    ):
        return True
    stretches = [
        read.bare_words[each.end : (percents[place + 1].start if place + 1 < len(percents) else None)][:80]
        for place, each in enumerate(percents)
    ]
    return any(
        any(
            re.search(one, mine) and re.search(other, theirs)
            for place, mine in enumerate(stretches)
            for theirs in [*stretches[:place], *stretches[place + 1 :]]
        )
        for one, other in _OPPOSITES
    )


def _rest(text: Text, read: Read, percents: Sequence[Number]) -> Iterator[Finding]:
    for number in _all_shares(read):
        if number.hedge or not _REST.search(read.text[: number.start]):
            continue
        before = [each for each in _all_shares(read) if each.end <= number.start]
        for other in [None, *text.before(read, 2)]:
            if other is not None and other.sentence.group == read.sentence.group:
                before = [*_all_shares(other), *before]
            total = sum((each.share * 100 for each in [*before, number]), Fraction(0))
            if before and abs(total - _LEAST_SUM) <= _room([*before, number]):
                return
        total = sum((each.share * 100 for each in [*before, number]), Fraction(0))
        if before and total > 80:
            rest = _LEAST_SUM - total + number.value
            told = " and ".join(each.text for each in before)
            yield flag(
                read,
                number.text,
                RULE,
                f"After {told} there remain {in_digits(rest)}%, not {number.text}.",
                f"{in_digits(rest)}%",
            )


def _together(text: Text, read: Read, percents: Sequence[Number]) -> Iterator[Finding]:
    found = _TOGETHER.search(read.text)
    if not found or len(percents) < 3:
        return
    sums = [each for each in percents if each.start > found.start()]
    parts = [each for each in percents if each.end < found.start()]
    if len(sums) != 1 or len(parts) < 2 or sums[0].hedge or not _add_up(read):
        return
    if any(each.has(_MANY_ANSWERS) or each.has(r"\bboth\b.*\bboth\b") for each in [read, *text.before(read, 1)]):
        return
    total = sum((each.value for each in parts), Fraction(0))
    room = _room([*parts, sums[0]])
    if abs(total - sums[0].value) > room:
        told = " + ".join(each.text for each in parts)
        yield flag(
            read, sums[0].text, RULE, f"{told} is {in_digits(total)}%, not {sums[0].text}.", f"{in_digits(total)}%"
        )


def _add_up(read: Read) -> bool:
    return read.has(
        r"\b(?:make up|makes? up|account(?:s|ed)? for|represent(?:s|ed)?|come to|comes to|add up|make|form|cover)\b"
    )
