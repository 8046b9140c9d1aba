"""Rule 6: so many of so few: a printed share must be possible for some whole number of its base."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import Final

from earlyhelp.claims.arithmetic.rounding import in_digits, in_per_cent, whole_numbers_between
from earlyhelp.claims.finding import Finding
from earlyhelp.claims.flagging import flag
from earlyhelp.claims.language.bases import bases_of, free_counts
from earlyhelp.claims.language.groups import group_of, sizes_of
from earlyhelp.claims.language.shares import Share
from earlyhelp.claims.language.text import Read, Text

_OTHER_BASE: Final = (
    r"\b(?:exclud\w+|discount\w+|omit\w+|leaving out|without those|of those (?:that|who)|did not answer|non-answers)\b"
)
_WHOLE_MARKS: Final = re.compile(r"\bwhole\b.*\b(?:mean|average)\b|\b(?:mean|average)\b.*\bwhole\b", re.IGNORECASE)
_FEW: Final = 20
_SMALL: Final = 60
_BACK: Final = re.compile(r"\b(?:of|among) (?:these|those|them)\b|\bof whom\b", re.IGNORECASE)


def find(texts: Sequence[Text]) -> Iterator[Finding]:
    """Flag "16% of the 38 councils" (6 would be 16%, 7 would be 18%: 17% is nobody) and means of whole marks."""
    for text in texts:
        for read in text.prose:
            for share in read.shares:
                bases = _bases(text, read, share)
                if bases and not any(_is_possible(share, base) for base in bases):
                    yield _tell(read, share, bases[0])
            yield from _impossible_means(read)


def _bases(text: Text, read: Read, share: Share) -> list[Fraction]:
    number = share.number
    if number is None or share.count or share.percent or number.hedge or number.share > 1:
        return []
    if number.kind == "fraction":
        return [share.base.value] if share.base and share.base.value <= _FEW else []
    if share.base:
        return [share.base.value]
    own = [base.value for base in bases_of(text, read, share) if base.strength == "said"]
    if own:
        return own[:1]
    if read.has(_OTHER_BASE) and "of those" not in read.bare_words[:9]:
        return []
    sizes = sizes_of(text, group_of(read, share))
    return sorted(sizes) or _pointed_to(text, read, share)


def _pointed_to(text: Text, read: Read, share: Share) -> list[Fraction]:
    """The count that "63% of them" or a bare "Thirty per cent were" of the next sentence speaks of."""
    own = [each for each in free_counts(read) if each.end <= share.start]
    if own and re.search(r"\b(?:of|among) (?:them|these|those|whom|which)\b", read.text[share.end : share.end + 20]):
        return [own[-1].value]
    if len(own) == 1 and len(read.shares) == 1 and own[0].noun and own[0].value <= _SMALL:
        between = read.text[own[0].end : share.start]
        if re.fullmatch(r"[^,;:.(]{4,60},? (?:and|but) (?:only |just )?", between) and re.match(
            r" (?:have|had|were|was|are|finished|[a-z]+ed)\b", read.text[share.end :]
        ):
            return [own[0].value]
    before = text.before(read, 1)
    if not before or before[0].sentence.section != read.sentence.section:
        return []
    near = read.text[max(0, share.start - 30) : share.end + 12]
    is_bare = share.start < 6 and re.match(r" (?:were|was|had|have|are|said|felt|came)\b", read.text[share.end :])
    is_bare = is_bare or (len(read.numbers) == 1 and bool(re.fullmatch(r"[^:]{5,60}: ", read.text[: share.start])))
    if not _BACK.search(near) and not is_bare:
        return []
    return _last_count(before[0])


def _last_count(before: Read) -> list[Fraction]:
    """What the sentence before ends on: a share of a base that it said, or its only count."""
    for share in reversed(before.shares):
        lead = [each for each in before.counts if each.end <= share.start]
        if share.number and share.number.kind == "percent" and not share.count and (share.base or lead):
            part = share.number.share * (share.base or lead[-1]).value
            return [Fraction(value) for value in {floor(part), ceil(part)} if value]
    if len(before.counts) == 1:
        return [before.counts[0].value]
    return []


def _is_possible(share: Share, base: Fraction) -> bool:
    return base.denominator != 1 or bool(whole_numbers_between(base, share.low, share.high))


def _tell(read: Read, share: Share, base: Fraction) -> Finding:
    below = floor(share.low * base)
    near = [
        f"{count} would be {in_per_cent(Fraction(count) / base)}" for count in (below, below + 1) if 0 <= count <= base
    ]
    why = f"No whole number of {in_digits(base)} is {share.text}: {', '.join(near)}."
    return flag(read, share.text, __name__, why, "one of these, or the base said")


def _impossible_means(read: Read) -> Iterator[Finding]:
    if not _WHOLE_MARKS.search(read.text) or not read.counts:
        return
    base = read.counts[0].value
    for number in read.numbers:
        if number.decimals and number.kind == "count" and base < 10**number.decimals:
            total = number.value * base
            if not any(
                abs(Fraction(whole) / base - number.value) <= number.ulp / 2 for whole in (floor(total), ceil(total))
            ):
                why = f"Whole marks from {in_digits(base)} have no mean of {number.text}."
                near = " or ".join(in_digits(Fraction(whole) / base) for whole in (floor(total), ceil(total)))
                yield flag(read, number.text, __name__, why, near)
