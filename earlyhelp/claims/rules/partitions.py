"""Rule 3: parts that make up a whole add up to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from earlyhelp.claims.arithmetic.rounding import in_digits
from earlyhelp.claims.finding import Finding
from earlyhelp.claims.flagging import flag
from earlyhelp.claims.language.nouns import are_alike
from earlyhelp.claims.language.numbers import Number
from earlyhelp.claims.language.opposites import are_opposites
from earlyhelp.claims.language.text import Read, Text
from earlyhelp.claims.rules.partitions_of_shares import find_wrong_shares
from earlyhelp.claims.rules.partitions_of_tables import find_wrong_totals

_ALL_OF_IT: Final = (
    r"\b(?:made up of|consist(?:s|ed|ing)? of|compris\w+|split (?:into|between|as|among)|"
    r"divided|broken down|accounted for|namely|each (?:was|is|of|one|had|has|got)|"
    r"one (?:\w+ )?only|everything else|all else|breakdown|composed of|which breaks|in three|"
    r"in four|all of (?:them|whom)|every one)\b"
)
_REST: Final = re.compile(
    (
        r"\b(?:the (?:other|remaining|rest|last)|remaining|the remainder|(?:and|with) (?:the "
        r")?rest)(?: of (?:them|these))?,? ?(?:some )?$"
    ),
    re.IGNORECASE,
)
_SUBSET: Final = re.compile(
    (
        r"\b(?:including|among(?:st)? (?:them|these|whom)|such as|for example|of which|some of|of "
        r"(?:these|those|them)|at least)\b"
    ),
    re.IGNORECASE,
)
_ONCE: Final = (
    r"\b(?:(?:nobody|no one|none|no [a-z]+) (?:is|was|were|are|has been) (?:in two|in more "
    r"than one|counted (?:twice|more than once))|counted (?:only )?once|each (?:counted|"
    r"count) once)\b"
)
_ALSO: Final = r"\b(?:also|both|either|rose|fell|from|compared|including|last year|up|down|at least|overlap\w*)\b"
_FURTHER: Final = 2


def find(texts: Sequence[Text]) -> Iterator[Finding]:
    """Flag "17 swimmers: nine …, four … and three …", "the other 156" of 214, tables whose total is no total."""
    for text in texts:
        for place, read in enumerate(text.prose):
            found = list(_rest(text, read)) or list(_parts(text, read)) or list(_two(read)) or list(_two_of(text, read))
            yield from found or _too_many(read)
            if not found:
                yield from _items(text, place)
        yield from find_wrong_shares(text)
        yield from find_wrong_totals(text)


def _amounts(read: Read, kind: str) -> list[Number]:
    """The numbers of one kind that may be whole or part; a number "of them" is a part of a part."""
    bases = {pair.base.start for pair in read.pairs}
    return [
        each
        for each in read.numbers
        if each.kind == kind
        and each.start not in bases
        and not _is_aside(read, each)
        and not re.match(r" of (?:them|these|those|whom)\b", read.text[each.end :])
    ]


def _is_aside(read: Read, number: Number) -> bool:
    """Whether a number is a part of the part before it: "455 were paid, including 120 at once"."""
    return read.text[: number.start].endswith("including ")


def _rest(text: Text, read: Read) -> Iterator[Finding]:
    """ "The other 156 were": with the parts before it, it makes up the whole."""
    for number in read.numbers:
        if number.kind not in ("count", "money") or number.hedge or not _REST.search(read.text[: number.start]):
            continue
        before = [
            each
            for each in read.numbers
            if each.end <= number.start and each.kind == number.kind and not _is_aside(read, each)
        ]
        base = next((pair.base for pair in read.pairs if pair.count in before), None)
        if not before or (len(before) == 1 and not base):
            before = [
                each for other in reversed(text.before(read, 1)) for each in other.numbers if each.kind == number.kind
            ] + before
        if len(before) < 2 or any(pair.base == number for pair in read.pairs):
            continue
        whole = max(before, key=lambda each: each.value)
        parts = [each for each in before if each is not whole]
        true = whole.value - sum((each.value for each in parts), Fraction(0))
        if true != number.value and not _explains(number, whole, parts):
            yield _tell(read, number, whole, [*parts, number])


def _explains(number: Number, whole: Number, parts: Sequence[Number]) -> bool:
    """Whether the rest is right for the nearest part alone, or the greatest number is one of the parts."""
    return any(whole.value - each.value == number.value for each in parts) or number.value + whole.value in [
        each.value for each in parts
    ]


def _tell(read: Read, number: Number, whole: Number, parts: Sequence[Number]) -> Finding:
    total = sum((each.value for each in parts), Fraction(0))
    told = " + ".join(each.text for each in parts)
    return flag(
        read,
        number.text,
        __name__,
        f"{told} is {in_digits(total)}, not {whole.text}.",
        f"parts that come to {whole.text}, or a row for the rest",
    )


def _parts(text: Text, read: Read) -> Iterator[Finding]:
    """Three parts or more that nearly make up the whole before them, in this sentence or the next two."""
    for kind in ("count", "money"):
        amounts = _without_announcement(read, _amounts(read, kind))
        if not amounts:
            continue
        whole, parts = amounts[0], amounts[1:]
        colon = read.text.find(":")
        led = [each for each in amounts if each.end <= colon]
        if len(led) > 1 and len(amounts) - len(led) > 2:
            whole, parts = led[-1], amounts[len(led) :]
        spread = [read]
        if (kind == "count" and not whole.noun) or whole.hedge or any(pair.count.value != 1 for pair in read.pairs):
            continue
        for after in [None, *text.after(read, _FURTHER)]:
            if after is not None:
                if (
                    after.sentence.group != read.sentence.group
                    or after.sentence.kind == "table"
                    or after.sentence.kind != read.sentence.kind
                    or after.pairs
                    or _SUBSET.search(after.text)
                ):
                    break
                spread.append(after)
                parts = [*parts, *_amounts(after, kind)]
            verdict = _judge(whole, parts, spread)
            if verdict == "exact":
                break
            if verdict == "near":
                yield _tell(spread[-1] if after else read, parts[-1], whole, parts)
                if after:
                    yield _tell(read, whole, whole, parts)
                return


def _without_announcement(read: Read, amounts: list[Number]) -> list[Number]:
    """Leave out how many parts there are, told before them: "ended in one of three ways: …"."""
    colon = read.text.find(":")
    after = [each for each in amounts if each.start > colon]
    return [
        each
        for each in amounts
        if colon < 0 or each.start > colon or each is amounts[0] or each.value not in (1, len(after))
    ]


def _two(read: Read) -> Iterator[Finding]:
    """Two parts that are opposites, or all there is after a colon or "of which": 58 boys and 39 girls of 95."""
    for kind in ("count", "money"):
        amounts = _amounts(read, kind)
        if len(amounts) != 3 or read.pairs or read.has(_ALSO):
            continue
        whole, one, other = amounts
        total = one.value + other.value
        if total == whole.value or any(each.hedge for each in amounts) or max(one.value, other.value) >= whole.value:
            continue
        after = read.bare_words[one.end : other.start], read.bare_words[other.end : other.end + 50]
        lead = read.bare_words[whole.end : one.start]
        gap = abs(total - whole.value) / whole.value
        is_lead = (
            bool(re.search(r"\b[Oo]f (?:the |our |these |all )?$", read.text[: whole.start]))
            and lead.rstrip().endswith(",")
            and _share_a_verb(*after)
        )
        is_split = is_lead or (
            re.search(r":|\bof (?:which|whom|these|those|them)\b|–|—", lead) and re.search(r",|\band\b", after[0])
        )
        if (are_opposites(*after) and gap <= Fraction(1, 5)) or (is_split and gap <= Fraction(5, 100)):
            yield _tell(read, other, whole, [one, other])


def _two_of(text: Text, read: Read) -> Iterator[Finding]:
    """Two opposites that nearly make up the number of the sentence before: "36 came: 20 boys and 14 girls"."""
    wholes = [number for each in text.before(read, 1) if not each.pairs for number in _amounts(each, "count")]
    amounts = _amounts(read, "count")
    if len(wholes) != 1 or len(amounts) != 2 or read.pairs or read.has(_ALSO) or _SUBSET.search(read.text):
        return
    (whole,), (one, other) = wholes, amounts
    after = read.bare_words[one.end : other.start], read.bare_words[other.end : other.end + 50]
    gap = abs(one.value + other.value - whole.value)
    if are_opposites(*after) and 0 < gap <= whole.value / 5 and not any(each.hedge for each in (whole, *amounts)):
        yield _tell(read, other, whole, [one, other])


def _too_many(read: Read) -> Iterator[Finding]:
    """ "Of the 90 forms we handed out 95 came back": a part greater than its whole."""
    if len(read.counts) != 2 or read.pairs:
        return
    whole, part = read.counts
    is_of = re.search(r"(?:^|[:;] )of (?:the |our |these |all )?$", read.bare_words[: whole.start])
    is_part = re.match(
        r"(?: of (?:them|these|those))? (?:were|was|are|had|have|came|went|said|[a-z]{3,}ed)\b",
        read.bare_words[part.end :],
    )
    if is_of and is_part and part.value > whole.value and re.search(r"[a-z,]\s$", read.text[: part.start]):
        yield flag(read, part.text, __name__, f"{part.text} of {whole.text} is more than all.", f"at most {whole.text}")


def _share_a_verb(one: str, other: str) -> bool:
    """Whether two parts are told by one verb, "31 were new and 20 old", or by the same verb twice."""
    verbs = [
        re.search(r"\b(?:were|was|are|is|had|have|has|went|came|did|said|took|got|live|lived|[a-z]{3,}ed)\b", each)
        for each in (one, other)
    ]
    return verbs[0] is not None and (verbs[1] is None or verbs[0][0] == verbs[1][0])


def _judge(whole: Number, parts: Sequence[Number], spread: Sequence[Read]) -> str:
    is_tail = len(spread) == 1 and bool(parts) and re.search(r":\s*$", spread[0].text[: parts[0].start]) is not None
    is_tail = is_tail or any(each.has(_ONCE) for each in spread)
    same = [each for each in parts if is_tail or not each.noun or not whole.noun or are_alike(each.head, whole.head)]
    if len(same) < 3 or len(same) != len(parts) or any(each.value >= whole.value for each in same):
        return ""
    if any(_SUBSET.search(each.text) for each in spread) or any(each.shares for each in spread[1:]):
        return ""
    total = sum((each.value for each in same), Fraction(0))
    if total == whole.value:
        return "exact"
    is_said = any(each.has(_ALL_OF_IT) or each.has(_ONCE) for each in spread)
    gap = abs(total - whole.value) / whole.value
    near = Fraction(1, 4) if is_said else Fraction(12, 100) if is_tail else Fraction(7, 100)
    return "near" if gap <= near else ""


def _items(text: Text, place: int) -> Iterator[Finding]:
    """Items of a list that are said to account for all, or a last item that is said to be their sum."""
    prose = text.prose
    read = prose[place]
    if not read.text.rstrip().endswith(":"):
        return
    items: list[Read] = []
    for each in prose[place + 1 :]:
        if each.sentence.kind != "item":
            break
        items.append(each)
    numbers = [(each, number) for each in items for number in each.numbers[-1:] if number.kind in ("count", "money")]
    if len(items) < 2 or len(numbers) != len(items):
        return
    yield from _last_is_sum(items, [number for _, number in numbers])
    yield from _whole_of_items(text, read, items, [number for _, number in numbers])


def _last_is_sum(items: Sequence[Read], numbers: Sequence[Number]) -> Iterator[Finding]:
    if not items[-1].has(r"\b(?:together|total|altogether|in all|sum)\b") or len(numbers) < 3:
        return
    true = sum((each.value for each in numbers[:-1]), Fraction(0))
    if true != numbers[-1].value:
        yield _tell(items[-1], numbers[-1], numbers[-1], numbers[:-1])


def _whole_of_items(text: Text, read: Read, items: Sequence[Read], numbers: Sequence[Number]) -> Iterator[Finding]:
    wholes = read.counts or [each for other in text.before(read, 1) for each in other.counts]
    if len(wholes) != 1 or any(each.shares for each in items) or items[-1].has(r"\b(?:total|in all|altogether)\b"):
        return
    whole = wholes[0]
    total = sum((each.value for each in numbers), Fraction(0))
    gap = abs(total - whole.value) / whole.value if whole.value else Fraction(1)
    is_said = read.has(_ALL_OF_IT) or read.has(r"\b(?:all|breakdown|as follows)\b")
    if (
        total != whole.value
        and all(each.value < whole.value for each in numbers)
        and gap <= (Fraction(1, 4) if is_said else Fraction(7, 100))
        and len(numbers) > 2
    ):
        yield _tell(items[-1], numbers[-1], whole, numbers)
