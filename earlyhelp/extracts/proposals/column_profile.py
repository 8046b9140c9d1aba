"""What one column of a layout holds: how much of it, how often the same, and what its texts can be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Final

from earlyhelp.extracts.proposals.code_texts import code_of, lists_that_know, meant_by
from earlyhelp.extracts.proposals.words import words_of
from earlyhelp.extracts.values.days import read_day, read_month
from earlyhelp.extracts.values.doubt import Doubt, DoubtKind
from earlyhelp.extracts.values.figure_days import split_figures
from earlyhelp.extracts.values.flags import read_flag
from earlyhelp.extracts.values.numbers import read_number, read_whole
from earlyhelp.extracts.values.tidy import is_missing, tidy

_MOST_LOOKED_AT: Final = 200
_MOST_CODES: Final = 80
_MOST_LISTED: Final = 80
_WORTH_SPLITTING: Final = 0.5
# From 1954 to 2064, as a spreadsheet counts days.
_SERIALS: Final = range(20_000, 60_000)
_HAS_FIGURE: Final = re.compile(r"[0-9]")
_SHORTEST_DAY: Final = 5
_LONGEST_DAY: Final = 40
_ONLY_DAY: Final = frozenset({"day"})
_TAKEN_FROM_VALUES: Final = 0.6


class Trait(StrEnum):
    """What a text can be. It may be several: 124001 is a number and may be the number of a school."""

    DAY = "days"
    SERIAL = "bare numbers that may be days"
    MONTH = "months"
    NUMBER = "numbers"
    WHOLE = "whole numbers"
    FLAG = "yes or no"
    POSTCODE = "postcodes"
    UPN = "unique pupil numbers"
    NHS = "NHS numbers"
    SCHOOL_NUMBER = "numbers of schools"
    SCHOOL_NAME = "names of schools"
    AREA_CODE = "codes of districts"
    EMAIL = "addresses of mail"
    NAME = "names of a person"
    FULL_NAME = "forename and surname"
    SURNAME_FIRST = "surname, forename"
    LETTERS = "letters without figures"
    ID = "references"
    LONG = "long texts"


def _reads(read: Callable[[str], object]) -> Callable[[str], bool]:
    return lambda text: not isinstance(read(text), Doubt)


def _is_day(text: str) -> bool:
    if not _HAS_FIGURE.search(text) or text.isdigit() or not _SHORTEST_DAY <= len(text) <= _LONGEST_DAY:
        return False
    found = read_day(text, (), 0, None)
    return not isinstance(found, Doubt) or (found.kind is DoubtKind.AMBIGUOUS and not _is_month(text))


def _is_month(text: str) -> bool:
    """Say whether a text is a month by itself; the first day of one is a day."""
    if not _HAS_FIGURE.search(text) or split_figures(text.split(" ")[0]):
        return False
    return isinstance(read_day(text, (), 0, None), Doubt) and not isinstance(read_month(text, (), 0, None), Doubt)


def _matches(pattern: str, flags: int = 0) -> Callable[[str], bool]:
    compiled = re.compile(pattern, flags)
    return lambda text: bool(compiled.fullmatch(text))


_PERSONAL_NAME: Final = r"[A-Z][a-zà-ÿ]*(?:['’-][A-Z]?[a-zà-ÿ]+)*|[A-Z][A-Z'’-]+"
_SCHOOL_WORD: Final = re.compile(
    r"\b(schools?|primary|academy|college|high|infants?|juniors?|nursery|ce|rc|middle|grammar|pru|first|secondary)\b",
    re.IGNORECASE,
)
_TESTS: Final[dict[Trait, Callable[[str], bool]]] = {
    Trait.DAY: _is_day,
    Trait.SERIAL: lambda text: text.isdigit() and int(text) in _SERIALS,
    Trait.MONTH: _is_month,
    Trait.NUMBER: _reads(read_number),
    Trait.WHOLE: _reads(read_whole),
    Trait.FLAG: _reads(read_flag),
    Trait.POSTCODE: _matches(r"[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}", re.IGNORECASE),
    Trait.UPN: _matches(r"[A-Z][0-9]{11}[0-9A-Z]", re.IGNORECASE),
    Trait.NHS: _matches(r"[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}"),
    Trait.SCHOOL_NUMBER: _matches(r"[1-9][0-9]{5}(\.0)?|[0-9]{3} ?[/-] ?[0-9]{4}|[2-9][0-9]{2}[1-9][0-9]{3}"),
    Trait.SCHOOL_NAME: lambda text: len(text) > 6 and bool(_SCHOOL_WORD.search(text)),
    Trait.AREA_CODE: _matches(r"E0[6-9][0-9]{6}", re.IGNORECASE),
    Trait.EMAIL: _matches(r"\S+@\S+\.\S+"),
    Trait.NAME: _matches(rf"({_PERSONAL_NAME})( ({_PERSONAL_NAME}))*"),
    Trait.FULL_NAME: _matches(rf"(?:Mr |Mrs |Ms |Miss |Dr )?({_PERSONAL_NAME}|[A-Z]\.?)( ({_PERSONAL_NAME})){{1,3}}"),
    Trait.SURNAME_FIRST: _matches(
        rf"({_PERSONAL_NAME})( ({_PERSONAL_NAME}))*, ?({_PERSONAL_NAME})( ({_PERSONAL_NAME}))*"
    ),
    Trait.LETTERS: lambda text: not re.search(r"[0-9]", text),
    Trait.ID: _matches(r"[A-Za-z]{0,6}[-_/# ]?[A-Z0-9]{0,4}[-_/]?[0-9]{2,}[-/0-9A-Za-z]*"),
    Trait.LONG: lambda text: len(text) > 40 or text.count(" ") > 6,
}


@dataclass(frozen=True, eq=False)
class ColumnProfile:
    """A column of a layout, over all its sheets.

    name        as the header has it
    rows        how many rows of data there are
    counts      its texts, tidied, with how often each stands; marks of what is missing are left out
    called      what else the heading may be read as: `Date` behind `Outcome` is the day of the outcome
    """

    name: str
    rows: int
    counts: Counter[str] = field(default_factory=Counter[str])
    called: str = ""

    @cached_property
    def filled(self) -> int:
        return self.counts.total()

    @cached_property
    def distinct(self) -> int:
        return len(self.counts)

    @property
    def is_unique(self) -> bool:
        """Whether no text stands twice, and hardly a row is without one."""
        return self.filled > 1 and self.distinct == self.filled and self.filled >= 0.98 * self.rows

    @property
    def has_gaps(self) -> bool:
        """Whether some rows are without a text."""
        return self.filled < self.rows

    @cached_property
    def sample(self) -> list[tuple[str, int]]:
        """The commonest texts, with how often each stands."""
        return self.counts.most_common(_MOST_LOOKED_AT)

    @cached_property
    def _shares(self) -> dict[Trait, float]:
        return {}

    def share(self, trait: Trait) -> float:
        """Return what share of the filled cells can be that, judged from the commonest texts; 0 for an empty column."""
        if trait not in self._shares:
            test = _TESTS[trait]
            total = sum(count for _, count in self.sample)
            fitting = sum(count for text, count in self.sample if test(text))
            self._shares[trait] = fitting / total if total else 0.0
        return self._shares[trait]

    @cached_property
    def mean_length(self) -> float:
        total = sum(count for _, count in self.sample)
        return sum(len(text) * count for text, count in self.sample) / total if total else 0.0

    @cached_property
    def _code_shares(self) -> dict[tuple[str, str], float]:
        shares: Counter[tuple[str, str]] = Counter()
        texts = self.counts.most_common(_MOST_CODES)
        for text, count in texts:
            for form, lists in lists_that_know(text).items():
                for code_list in lists:
                    shares[code_list, form] += count
        total = sum(count for _, count in texts)
        return {key: count / total for key, count in shares.items()}

    def code_share(self, code_list: str) -> tuple[float, str]:
        """Return what share of the filled cells is in a code list, and the form of splitting that finds most."""
        found = [(share, form) for (name, form), share in self._code_shares.items() if name == code_list]
        best = max(found, key=lambda each: (round(each[0], 2), not each[1]), default=(0.0, ""))
        if best[1] and best[0] < _WORTH_SPLITTING:
            # A few texts that happen to have that form do not make it the form of the column.
            return max((each for each in found if not each[1]), default=(0.0, ""))
        if best[1]:
            # Texts that need no splitting are read too where the others are split.
            texts = self.counts.most_common(_MOST_CODES)
            held = sum(n for text, n in texts if code_of(text, code_list, best[1]) or code_of(text, code_list))
            return held / sum(n for _, n in texts), best[1]
        return best

    def meant_share(self, code_list: str) -> float:
        """Return what share of the cells is in a code list or holds the words of one of its codes; or of the different
        texts, where that is more: neither a common text nor many seldom ones should decide alone.
        """
        texts = self.counts.most_common(_MOST_CODES)
        known = [count for text, count in texts if code_of(text, code_list) or meant_by(text, code_list)]
        return max(len(known) / len(texts), sum(known) / sum(count for _, count in texts)) if texts else 0.0

    @property
    def is_a_list(self) -> bool:
        """Whether few texts come again and again, as where people choose from a list. Only then may they be shown."""
        return (
            0 < self.distinct <= _MOST_LISTED
            and (self.distinct <= self.filled * _TAKEN_FROM_VALUES or self.distinct <= 3)
            and self.mean_length <= 60
        )


def profile_columns(
    names: Iterable[str], rows: Iterable[list[str]], called: Mapping[str, str] | None = None
) -> list[ColumnProfile]:
    """Return the profile of each named column; columns without a name are passed over.

    called  what else some of the names may be read as
    """
    held = list(rows)
    found: list[ColumnProfile] = []
    for place, name in enumerate(names):
        if name:
            raw = Counter(row[place] for row in held if place < len(row))
            found.append(ColumnProfile(name, len(held), _tidied(raw), (called or {}).get(name) or _called(name, found)))
    return found


def _called(name: str, before: list[ColumnProfile]) -> str:
    if words_of(name) != _ONLY_DAY or not before or words_of(before[-1].name) & {"day", "id"}:
        return ""
    return f"{before[-1].name} date"


def _tidied(raw: Counter[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for text, count in raw.items():
        plain = tidy(text)
        if not is_missing(plain):
            counts[plain] += count
    return counts
