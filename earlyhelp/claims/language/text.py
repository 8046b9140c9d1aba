"""A file as the rules see it: its sentences with all that was found in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from earlyhelp.claims.language.numbers import Number, find_numbers
from earlyhelp.claims.language.sentences import Sentence, split_sentences
from earlyhelp.claims.language.shares import Pair, Share, find_pairs, find_shares
from earlyhelp.claims.language.tables import Table, find_tables
from earlyhelp.claims.reading.opening import Line


@dataclass(frozen=True, eq=False)
class Read:
    """One sentence and its numbers; what is found twice is found once."""

    sentence: Sentence

    @property
    def text(self) -> str:
        """The sentence as it stands."""
        return self.sentence.text

    @property
    def is_prose(self) -> bool:
        """Whether it is no row of a table."""
        return self.sentence.kind != "table"

    @cached_property
    def numbers(self) -> list[Number]:
        """Its numbers in order."""
        return find_numbers(self.text)

    @cached_property
    def counts(self) -> list[Number]:
        """Its numbers that count something."""
        return [each for each in self.numbers if each.kind == "count"]

    @cached_property
    def pairs(self) -> list[Pair]:
        """Every "n of m" in it."""
        return find_pairs(self.text, self.numbers)

    @cached_property
    def shares(self) -> list[Share]:
        """The shares it claims."""
        return find_shares(self.text, self.numbers, self.pairs)

    @cached_property
    def numerators(self) -> set[int]:
        """Where the counts begin that a share is said of: they are no base of anything else."""
        return {each.count.start for each in self.shares if each.count} | {each.count.start for each in self.pairs}

    @cached_property
    def bare_words(self) -> str:
        """The sentence in small letters."""
        return self.text.casefold()

    def has(self, pattern: str) -> bool:
        """Whether a pattern of small letters is found in it."""
        return re.search(pattern, self.bare_words) is not None


@dataclass(frozen=True, eq=False)
class Text:
    """One file: its sentences in order and its tables."""

    file: str
    reads: tuple[Read, ...]
    tables: tuple[Table, ...]

    @property
    def prose(self) -> list[Read]:
        """All but the rows of tables."""
        return [each for each in self.reads if each.is_prose]

    def before(self, read: Read, how_many: int) -> list[Read]:
        """The sentences before it, the nearest first."""
        place = read.sentence.index
        return list(reversed(self.reads[max(0, place - how_many) : place]))

    def after(self, read: Read, how_many: int) -> list[Read]:
        """The sentences after it, the nearest first."""
        place = read.sentence.index + 1
        return list(self.reads[place : place + how_many])


def read_text(file: str, lines: Sequence[Line]) -> Text:
    """Return a file's sentences and tables."""
    sentences = split_sentences(file, lines)
    return Text(file, tuple(Read(each) for each in sentences), tuple(find_tables(sentences)))
