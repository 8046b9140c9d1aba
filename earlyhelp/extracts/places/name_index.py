"""The names of a register by their words, so that the likeliest few of many thousand are found at once."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from itertools import pairwise
from typing import Final

from earlyhelp.extracts.places.plain_names import light_words, plain_words, split_town
from earlyhelp.extracts.places.register import Register
from earlyhelp.places import plain_letters

_MOST_COMPARED: Final = 60
_COMMON: Final = 0.05  # a word in more than this share of the names finds nothing by itself
_SHORTEST_MISTYPED: Final = 5
_CLOSENESS_OF_TYPO: Final = 0.8
_TOWN: Final = 0.5  # how much a word behind a comma weighs

# Words of one group exclude each other: an infant school is not the junior school beside it.
_GROUPS: Final = (
    frozenset({"junior", "infant", "secondary", "high", "college"}),
    frozenset({"first", "middle", "high", "secondary"}),
    frozenset({"lower", "upper", "middle"}),
    frozenset({"primary", "secondary", "high", "middle"}),
    frozenset({"ce", "rc", "meth"}),
    frozenset({"boy", "girl"}),
    frozenset({"north", "south", "east", "west"}),
)
_EXCLUDING: Final = frozenset[str]().union(*_GROUPS)
_EXCLUDES: Final = 0.75

Words = Mapping[str, float]
"""Words of a name as they are compared, with what each weighs."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like the name of a school is to a text.

    share           from 0, nothing in common, to 1, the same words
    written_alike   2 where both are written alike, 1 where only marks and short forms differ, else 0
    """

    urn: str
    share: float
    written_alike: int


class NameIndex:
    """The names of a register by their words."""

    def __init__(self, register: Register) -> None:
        names = {school.urn: school.name for school in register.schools}
        self._size = len(names)
        self._bearing: dict[str, list[str]] = {}
        self._joined: dict[str, tuple[str, str]] = {}
        for urn, name in names.items():
            words = list(plain_words(name))
            for word in words:
                self._bearing.setdefault(word, []).append(urn)
            self._joined.update({first + second: (first, second) for first, second in _pairs(words)})
        self._mistyped = _one_letter_off(self._bearing)
        self._words = {urn: self.weigh(name) for urn, name in names.items()}
        self._totals = {urn: sum(words.values()) for urn, words in self._words.items()}
        self._written = {urn: _as_written(name) for urn, name in names.items()}

    def weigh(self, name: str) -> Words:
        """Return the words of a name, each with its weight: the rarer in the register, the heavier."""
        head, town = split_town(name)
        behind = dict.fromkeys(self._mend_spaces(list(plain_words(town))), _TOWN)
        factors = behind | dict.fromkeys(self._mend_spaces(list(plain_words(head))), 1.0)
        return {word: factor * self._weight(word) for word, factor in factors.items()}

    def alike(self, text: str, urns: frozenset[str] | None) -> list[Likeness]:
        """Return the schools whose names are most like a text, the likest first.

        urns    the only schools that are meant; None for all of the register
        """
        wanted = self.weigh(text)
        meant = {word: self._meant_by(word) for word in wanted}
        written = _as_written(text)
        found = [
            Likeness(urn, self._likeness(wanted, meant, urn), _written_alike(written, self._written[urn]))
            for urn in self._candidates(wanted, meant, urns)
        ]
        return sorted(found, key=lambda each: (-round(each.share, 6), -each.written_alike, each.urn))

    def differences(self, text: str, urn: str) -> tuple[list[str], list[str]]:
        """Return the words that only a text has, and those that only the name of a school has, mistyped ones apart."""
        meant = [(word, self._meant_by(word)) for word in self.weigh(text)]
        offered = self._words[urn]
        strange = [word for word, ways in meant if not ways.keys() & offered.keys()]
        return strange, [word for word in offered if not any(word in ways for _, ways in meant)]

    def _weight(self, word: str) -> float:
        # A word the register does not hold weighs like one that only one school bears.
        rarity = math.log(1 + self._size / max(len(self._bearing.get(word, ())), 1))
        return rarity * light_words().get(word, 1.0)

    def _mend_spaces(self, words: list[str]) -> Iterator[str]:
        """Long Lane for Longlane, and Gorsemoor for Gorse Moor, where only that occurs in the register."""
        place = 0
        while place < len(words):
            word, following = words[place], words[place + 1 : place + 2]
            both = word + "".join(following)
            if following and both in self._bearing and both not in self._joined and not _is_light(word, *following):
                yield both
                place += 2
                continue
            yield from self._joined.get(word, (word,)) if word not in self._bearing else (word,)
            place += 1

    def _meant_by(self, word: str) -> dict[str, float]:
        """The words of the register a word may mean, with how close they are to it."""
        if len(word) < _SHORTEST_MISTYPED or not word.isalpha():
            return {word: 1.0}
        close = {other for short in _shortened(word) for other in self._mistyped.get(short, ())}
        return {**dict.fromkeys(sorted(close), _CLOSENESS_OF_TYPO), word: 1.0}

    def _candidates(
        self, wanted: Words, meant: Mapping[str, Mapping[str, float]], urns: frozenset[str] | None
    ) -> Iterable[str]:
        if urns is not None:
            return sorted(urns)
        found: dict[str, float] = {}
        for word in sorted(wanted, key=lambda word: (-wanted[word], word)):
            for other, closeness in meant[word].items():
                bearing = self._bearing.get(other, [])
                # A common word finds nothing by itself; it only counts for what another word has found.
                is_common = len(bearing) > max(_COMMON * self._size, _MOST_COMPARED)
                worth = closeness * (wanted[word] + self._weight(other))
                for urn in [urn for urn in found if other in self._words[urn]] if is_common and found else bearing:
                    found[urn] = found.get(urn, 0.0) + worth
        asked = sum(wanted.values())
        return nsmallest(_MOST_COMPARED, found, key=lambda urn: (-found[urn] / (asked + self._totals[urn]), urn))

    def _likeness(self, wanted: Words, meant: Mapping[str, Mapping[str, float]], urn: str) -> float:
        """Dice's coefficient of the two names by weight, less where they contradict each other."""
        offered = self._words[urn]
        shared = 0.0
        for word, weight in wanted.items():
            if word in offered:
                shared += weight + offered[word]
            elif len(meant[word]) > 1:
                ways = [
                    closeness * (weight + offered[other])
                    for other, closeness in meant[word].items()
                    if other in offered
                ]
                shared += max(ways, default=0.0)
        if not shared:
            return 0.0
        every = sum(wanted.values()) + self._totals[urn]
        return min(shared / every, 1.0) * _EXCLUDES ** _clashes(wanted, offered)


def _clashes(wanted: Words, offered: Words) -> int:
    ours, theirs = _EXCLUDING & wanted.keys(), _EXCLUDING & offered.keys()
    if not ours or not theirs:
        return 0
    return sum(bool(group & ours and group & theirs and not group & ours & theirs) for group in _GROUPS)


def _as_written(name: str) -> tuple[str, str]:
    return plain_letters(name), " ".join(plain_words(name).values())


def _written_alike(ours: tuple[str, str], theirs: tuple[str, str]) -> int:
    return 2 if ours[0] == theirs[0] else int(ours[1] == theirs[1])


def _is_light(*words: str) -> bool:
    return any(word in light_words() for word in words)


def _pairs(words: list[str]) -> Iterator[tuple[str, str]]:
    return (pair for pair in pairwise(words) if not _is_light(*pair))


def _one_letter_off(words: Iterable[str]) -> dict[str, set[str]]:
    """The words by each form they have with one letter left out. Two words that share one are a slip apart."""
    found: dict[str, set[str]] = {}
    for word in words:
        if len(word) >= _SHORTEST_MISTYPED - 1 and word.isalpha():
            for short in _shortened(word):
                found.setdefault(short, set()).add(word)
    return found


def _shortened(word: str) -> set[str]:
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}
