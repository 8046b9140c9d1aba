"""Shares that do not fit their count and base, before anyone says which rule they break."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from earlyhelp.claims.arithmetic.rounding import fits, whole_numbers_between
from earlyhelp.claims.language.bases import Base, bases_of
from earlyhelp.claims.language.shares import Share
from earlyhelp.claims.language.text import Read, Text

NEAR_IN_SENTENCE: Final = Fraction(3, 2)
NEAR_IN_CONTEXT: Final = Fraction(27, 20)
_SMALLER: Final = Fraction(9, 10)


@dataclass(frozen=True, slots=True)
class Misfit:
    """A share that its count and base do not give.

    percent     for words with a per cent beside them: no count is needed then
    fitting     a base a little smaller that it would fit, 0 where there is none or the claim itself names its base
    """

    read: Read
    share: Share
    count: Fraction | None
    base: Base | None
    fitting: int

    @property
    def true(self) -> Fraction:
        """The true share."""
        if self.count is not None and self.base:
            return self.count / self.base.value
        return self.share.percent.share if self.share.percent else Fraction(0)


@lru_cache(maxsize=8)
def find_misfits(text: Text) -> tuple[Misfit, ...]:
    """Return the shares of a text that cannot be, each once. Where the base is not surely known, nothing is said."""
    return tuple(_find(text))


def _find(text: Text) -> Iterator[Misfit]:
    for read in text.prose:
        for share in read.shares:
            if share.number and share.number.hedge in ("under", "at most") and not share.is_word:
                continue
            if share.percent and not _overlaps(share, share.percent.share, share.percent.ulp / 200):
                yield Misfit(read, share, None, None, 0)
            elif share.count:
                yield from _judge_count(text, read, share, share.count.value)


def _overlaps(share: Share, value: Fraction, half: Fraction) -> bool:
    return share.low <= value + half and value - half <= share.high


def _judge_count(text: Text, read: Read, share: Share, count: Fraction) -> Iterator[Misfit]:
    bases = bases_of(text, read, share)
    if any(_fits(share, count, base.value) for base in bases):
        return
    for base in bases:
        if base.strength == "said" or (base.strength != "nested" and _is_near(share, count, base)):
            yield Misfit(read, share, count, base, _fitting(share, count, base.value))
            return


def _fits(share: Share, count: Fraction, base: Fraction) -> bool:
    if fits(count, base, share.low, share.high):
        return True
    # In words, the whole number nearest to the fraction is right however few there are.
    return (
        bool(share.number and share.number.kind == "fraction" and not share.number.hedge)
        and abs(count - base * share.number.value if share.number else base) < 1
    )


def _is_near(share: Share, count: Fraction, base: Base) -> bool:
    near = NEAR_IN_SENTENCE if base.strength == "sentence" else NEAR_IN_CONTEXT
    true = count / base.value
    return share.low / near <= true <= share.high * near


def _fitting(share: Share, count: Fraction, base: Fraction) -> int:
    """The greatest base below the one given, not less than nine tenths of it, that the share would fit."""
    if share.is_word or share.base:
        return 0
    for smaller in range(int(base) - 1, int(base * _SMALLER) - 1, -1):
        if smaller and fits(count, Fraction(smaller), share.low, share.high):
            return smaller
    return 0


def possible_counts(share: Share, base: Fraction) -> range:
    """Return the whole numbers of base that may be printed as this share."""
    return whole_numbers_between(base, share.low, share.high)
