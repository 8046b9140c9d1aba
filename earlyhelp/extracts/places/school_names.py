"""Proposes the school a name means. Only a number decides; a name proposes a line, and a person keeps it or not."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from earlyhelp.extracts.places.name_index import Likeness, NameIndex
from earlyhelp.extracts.places.plain_names import plain_words
from earlyhelp.extracts.places.register import Register, School
from earlyhelp.extracts.values.doubt import Doubt, DoubtKind, Value
from earlyhelp.extracts.values.tidy import same_name, tidy
from earlyhelp.extracts.values.toml_lines import line

_LEAST_ALIKE: Final = 0.35
_SAME: Final = 0.999
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
    alike = [each for each in index.alike(name, _urns_of(register, district_code)) if each.share >= _LEAST_ALIKE]
    ranked = sorted(alike, key=lambda each: (-_score(each), register.by_urn[each.urn].closed_on is not None))
    sure = _how_sure(ranked)
    return [
        Proposal(each.urn, register.by_urn[each.urn].name, sure[place], _why(name, each, ranked, index, register))
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


def _why(name: str, found: Likeness, ranked: Sequence[Likeness], index: NameIndex, register: Register) -> str:
    school = register.by_urn[found.urn]
    alike = sum(each.share >= _SAME for each in ranked)
    if found.share < _SAME:
        reason = _differences(name, school, index)
    else:
        reason = "the only school of that name" if alike == 1 else f"one of {alike} schools of that name"
    closed = f", closed on {school.closed_on.isoformat()}" if school.closed_on else ""
    return reason + closed


def _differences(name: str, school: School, index: NameIndex) -> str:
    written, borne = plain_words(name), plain_words(school.name)
    strange = [written.get(word, word) for word in index.weigh(name) if not index.meets(word, school.urn)]
    unsaid = [borne.get(word, word) for word in index.words_of(school.urn) if not index.is_met(word, name)]
    said = [f"{what} {' '.join(words)}" for what, words in (("without", strange), ("but with", unsaid)) if words]
    return " ".join(["nearly that name", *said])


@lru_cache(maxsize=4)
def _index_of(register: Register) -> NameIndex:
    return NameIndex(register)


@lru_cache(maxsize=512)
def _urns_of(register: Register, district_code: str | None) -> frozenset[str] | None:
    if district_code is None:
        return None
    return frozenset(school.urn for school in register.schools if school.district_code == district_code)


@lru_cache(maxsize=16)
def _by_same_name(schools: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return {same_name(name): urn for name, urn in schools}
