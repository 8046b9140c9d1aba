"""Proposes the school a name means. Only a number decides; a name proposes a line, and a person keeps it or not."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from earlyhelp.extracts.places.name_index import Likeness, NameIndex
from earlyhelp.extracts.places.plain_names import is_empty, plain_words
from earlyhelp.extracts.places.register import Register, School
from earlyhelp.extracts.values.doubt import Doubt, DoubtKind, Value
from earlyhelp.extracts.values.tidy import same_name, tidy
from earlyhelp.extracts.values.toml_lines import line

_LONGEST_NAME: Final = 300
_LEAST_ALIKE: Final = 0.35
_SHARPNESS: Final = 14.0
_WRITTEN_ALIKE: Final = 0.02


@dataclass(frozen=True, slots=True)
class Proposal:
    """A school that may be meant.

    how_sure    from 0 to 1: how like the names are, shared with the other schools that are as like
    why         what speaks for it and against it, to stand as a comment
    """

    urn: str
    name: str
    how_sure: float
    why: str


def propose(name: str, register: Register, district_code: str | None = None, limit: int = 3) -> list[Proposal]:
    """Return the schools a name may mean, the likeliest first; none where no name is like it.

    district_code   only schools of that district; None for all
    Source          docs/rules/names_of_schools.md
    """
    index = _index_of(register)
    meant = None if district_code is None else register.urns_in(district_code)
    found = index.alike(name, meant) if len(name) <= _LONGEST_NAME else []
    alike = [each for each in found if each.share >= _LEAST_ALIKE]
    ranked = sorted(alike, key=lambda each: (-_score(each), register.by_urn[each.urn].closed_on is not None))
    sure = _how_sure(ranked)
    return [
        Proposal(
            each.urn,
            register.by_urn[each.urn].name,
            sure[place],
            _why(name, each, ranked, index, register.by_urn[each.urn]),
        )
        for place, each in enumerate(ranked[:limit])
    ]


def confirmed(name: str, schools: Mapping[str, str], register: Register) -> Value:
    """Return the URN a person confirmed for a name, or a doubt with the lines that would confirm it.

    schools     names and URNs, as they stand under [schools] of the mapping
    """
    known = _by_same_name(tuple(schools.items())).get(same_name(name))
    if known and register.by_urn and known not in register.by_urn:
        return Doubt(DoubtKind.UNKNOWN, f"stands under [schools] with {known}, which is not in the register of schools")
    if known:
        return known
    proposals = propose(name, register)
    return Doubt(
        DoubtKind.UNKNOWN, "is not under [schools], and a name alone decides nothing", _answer(name, proposals)
    )


def _answer(name: str, proposals: Sequence[Proposal]) -> str:
    """The line to paste, and the next best behind a # each, so that the whole is a mapping."""
    plain = tidy(name)
    if not proposals:
        return line(plain, "…", "no school of the register is called like that: look up its URN")
    lines = [line(plain, each.urn, f"{each.name}: {each.why}") for each in proposals]
    return "\n".join([lines[0], *(f"# {other}" for other in lines[1:])])


def _score(found: Likeness) -> float:
    return round(found.share + _WRITTEN_ALIKE * found.written_alike, 4)


def _how_sure(ranked: Sequence[Likeness]) -> list[float]:
    weights = [math.exp(_SHARPNESS * _score(each)) for each in ranked]
    return [round(each.share * weight / sum(weights), 2) for each, weight in zip(ranked, weights, strict=False)]


def _why(name: str, found: Likeness, ranked: Sequence[Likeness], index: NameIndex, school: School) -> str:
    closed = f", closed on {school.closed_on.isoformat()}" if school.closed_on else ""
    if differences := _differences(name, school, index):
        return f"nearly that name {differences}{closed}"
    alike = sum(each.share >= found.share for each in ranked)
    such = "that name" if _telling(plain_words(name)) == _telling(plain_words(school.name)) else "nearly that name"
    return (f"the only school of {such}" if alike == 1 else f"one of {alike} schools of {such}") + closed


def _differences(name: str, school: School, index: NameIndex) -> str:
    """What only one of the two names says. Words that tell nothing, such as School, are passed over."""
    strange, unsaid = index.differences(name, school.urn)
    said = (("without", strange, plain_words(name)), ("but with", unsaid, plain_words(school.name)))
    shown = [(what, [written.get(word, word) for word in _telling(words)]) for what, words, written in said]
    return " ".join(f"{what} {' '.join(words)}" for what, words in shown if words)


def _telling(words: Iterable[str]) -> list[str]:
    return sorted(word for word in words if not is_empty(word))


@lru_cache(maxsize=4)
def _index_of(register: Register) -> NameIndex:
    return NameIndex(register)


@lru_cache(maxsize=16)
def _by_same_name(schools: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return {same_name(name): urn for name, urn in schools}
