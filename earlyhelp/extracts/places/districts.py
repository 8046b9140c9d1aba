"""Finds the district a text names, among those of the county."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

from earlyhelp.extracts.mapping.declare import DistrictNames
from earlyhelp.extracts.values.doubt import Doubt, DoubtKind, Value
from earlyhelp.extracts.values.tidy import tidy
from earlyhelp.extracts.values.toml_lines import quoted
from earlyhelp.places import KIND_WORDS, plain_letters
from earlyhelp.vocabulary.district_aliases import default_aliases

_LETTER: Final = re.compile(r"(?:[a-z]{1,2} ?\)|[a-z]\.) ?", re.IGNORECASE)
_WHAT_IT_IS: Final = re.compile(r"(?:district|borough|area|locality) ?[:–—-] ?", re.IGNORECASE)
_CODE_BEHIND: Final = re.compile(r" ?\(e0[0-9]{7}\)", re.IGNORECASE)
_MOST_SHOWN: Final = 12

# Words beside those of `places` that say what kind of place it is.
_KIND_WORDS: Final = KIND_WORDS | {"royal", "metropolitan", "unitary", "authority", "area", "locality"}


def find_district(text: str, districts: Iterable[DistrictNames]) -> Value:
    """Return the code of the district a text means by its code, name or alias.

    "Stafford District", "a) Stafford" and "District: STAFFORD" are Stafford. A part of a name means nothing: Stafford
    is not East Staffordshire.

    districts   those of the county, as the mapping or the shipped list names them; the usual aliases are added
    """
    known = tuple(districts)
    ways = _ways_to_write(known)
    plain = _bare(text)
    found = ways.get(plain_letters(plain)) or ways.get(_telling(plain), frozenset())
    if len(found) == 1:
        return next(iter(found))
    names = [district.name for district in known if not found or district.code in found]
    if found:
        return Doubt(DoubtKind.AMBIGUOUS, f"could be {' or '.join(names)}", _answer(text, known))
    more = len(names) - _MOST_SHOWN
    shown = ", ".join(names[:_MOST_SHOWN]) + (f" and {more} more" if more > 0 else "")
    why = f"is no district of the county: {shown}" if names else "is no district; none are known of this county"
    return Doubt(DoubtKind.UNKNOWN, why, _answer(text, known))


def _answer(text: str, known: tuple[DistrictNames, ...]) -> str:
    """The lines that make the text another name of the district it is most like."""
    likely = get_close_matches(_bare(text), [district.name for district in known], 1, 0)
    nearest = next((district for district in known if likely and district.name == likely[0]), DistrictNames("…", "…"))
    return (
        f"[[district]]\ncode = {quoted(nearest.code)}  # {nearest.name}: is it the one that is meant?\n"
        f"aliases = [{quoted(tidy(text))}]"
    )


def _bare(text: str) -> str:
    plain = _CODE_BEHIND.sub("", tidy(text))
    for before in (_LETTER, _WHAT_IT_IS):
        match = before.match(plain)
        plain = plain[match.end() :] if match else plain
    return plain


def _telling(text: str) -> str:
    words = plain_letters(text).replace("london borough", "").split()
    # Many workbooks write Newcastle under Lyme BC, or LB Barnet.
    return " ".join(word for word in words if word not in _KIND_WORDS and word not in ("bc", "dc", "mbc", "lb"))


@lru_cache(maxsize=16)
def _ways_to_write(districts: tuple[DistrictNames, ...]) -> dict[str, frozenset[str]]:
    """The codes of districts by each way to write them. A whole name counts before one without its kind."""
    exact: dict[str, set[str]] = {}
    loose: dict[str, set[str]] = {}
    for code, way in _names(districts):
        exact.setdefault(plain_letters(way), set()).add(code)
        loose.setdefault(_telling(way), set()).add(code)
    loose.pop("", None)
    return {way: frozenset(codes) for way, codes in {**loose, **exact}.items() if way}


def _names(districts: Iterable[DistrictNames]) -> Iterator[tuple[str, str]]:
    for district in districts:
        aliases = default_aliases().get(district.code, "").split(";")
        for way in (district.code, district.name, *district.aliases, *aliases):
            yield district.code, way
