"""What a share is taken of, where its own words do not say: earlier counts of the sentence, then of those before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal

from earlyhelp.claims.language.numbers import Number
from earlyhelp.claims.language.shares import Share
from earlyhelp.claims.language.text import Read, Text

Strength = Literal["said", "sentence", "context", "nested"]
_FAR: Final = 14
_BACK: Final = re.compile(
    r"\bof (?:these|those|them|whom|which|the(?:se)? (?:latter|two|three|former))\b", re.IGNORECASE
)
_OF_SOME: Final = re.compile(r"^(?:Of|Among|For) (?:the|all) [a-z]")
_LEAD: Final = re.compile(
    r"(?:^|[:;,.(–—] |\band |\bbut )(?:out )?of (?:the |our |all |these |those |its |their |a total of |about )*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Base:
    """A count that a share may be taken of, where it stands, and how surely it is meant."""

    value: Fraction
    words: str
    strength: Strength


def bases_of(text: Text, read: Read, share: Share) -> list[Base]:
    """Return the bases a share may have, the likeliest first; one base alone where the sentence says which."""
    if share.base:
        return [_base(read, share.base, "said")]
    least = share.count.value if share.count else Fraction(0)
    own = [each for each in _in_sentence(read, share) if each.value >= least]
    if own:
        return [*own, *(each for each in _nested(read, share) if each.value >= least)]
    found = [each for each in _in_context(text, read, share) if each.value >= least]
    return [*found, *_of_the_same_share(text, read, share)]


def _of_the_same_share(text: Text, read: Read, share: Share) -> Iterator[Base]:
    """The base that the same share, printed to a decimal, is given in another sentence nearby."""
    if not share.number or not share.number.decimals:
        return
    for other in (*text.before(read, _FAR), *text.after(read, _FAR)):
        for each in other.shares:
            if each.number and each.number.text == share.number.text:
                yield from (
                    base
                    for base in ([_base(other, each.base, "said")] if each.base else _in_sentence(other, each))
                    if base.strength == "said"
                )


def _in_sentence(read: Read, share: Share) -> list[Base]:
    lead = [each for each in read.counts if each.end <= share.start and _LEAD.search(read.text[: each.start])]
    if lead:
        return [_base(read, lead[-1], "said")]
    if share.start < 25 and _BACK.search(read.text[: share.start + 30]):
        return []
    pairs = [each.base for each in read.pairs if each.base.end <= share.start]
    free = [each for each in free_counts(read) if each.end <= share.start]
    return [_base(read, each, "sentence") for each in reversed([*free, *pairs])]


def _nested(read: Read, share: Share) -> list[Base]:
    """Counts of the sentence that have a share of their own: "72 finished (80%) and 54 of those (75%) found work"."""
    end = share.count.start if share.count else share.start
    return [_base(read, each, "nested") for each in read.counts if each.start in read.numerators and each.end <= end]


def _in_context(text: Text, read: Read, share: Share) -> list[Base]:
    if _BACK.search(read.text):
        return list(_counts_just_before(text, read))
    found: list[Base] = []
    for before in text.before(read, _FAR):
        if before.sentence.section < read.sentence.section:
            break
        if before.sentence.kind == "table":
            continue
        found += [_base(before, each.base, "context") for each in reversed(before.pairs)]
        found += [_base(before, each, "context") for each in reversed(free_counts(before))]
        found += [_base(before, each.base, "context") for each in before.shares if each.base]
        if _OF_SOME.match(read.text):
            found += [_base(before, each.count, "context") for each in before.shares if each.count]
    return found


def _counts_just_before(text: Text, read: Read) -> Iterator[Base]:
    """What "of these" may point to: any count of the sentence before."""
    for before in text.before(read, 2):
        if before.counts:
            yield from (_base(before, each, "context") for each in reversed(before.counts))
            return


def free_counts(read: Read) -> list[Number]:
    """Return the counts of a sentence that no share is said of."""
    bases = {each.base.start for each in read.pairs}
    return [
        each for each in read.counts if each.start not in read.numerators and each.start not in bases and each.value > 1
    ]


def _base(read: Read, number: Number, strength: Strength) -> Base:
    return Base(number.value, f"{number.text} {number.noun}".strip(), strength)
