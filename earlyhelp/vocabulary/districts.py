"""Districts of England and the authority that runs early help in each, as they have been since April 2023."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from earlyhelp.vocabulary.shipped_rows import shipped_rows

# Words that say what kind of authority it is. No two counties of England differ by them alone.
_KIND_WORDS: Final = frozenset(
    {"county", "council", "city", "borough", "metropolitan", "royal", "unitary", "authority", "district", "the", "of"}
)


@dataclass(frozen=True, slots=True)
class County:
    """An authority with children's services: a county, or a unitary, metropolitan or London one."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class District:
    """A district of a county; an authority without districts is its own."""

    code: str
    name: str
    county: County


@cache
def english_districts() -> tuple[District, ...]:
    """Return all districts, in the order of the codes of county and district."""
    return tuple(
        District(row["district_code"], row["name"], County(row["county_code"], row["county_name"]))
        for row in shipped_rows("districts.csv")
    )


def districts_of(county_code: str) -> tuple[District, ...]:
    """Return the districts of a county, in the order of their codes. Raises LookupError: there is no such county."""
    found = tuple(district for district in english_districts() if district.county.code == county_code)
    if not found:
        raise LookupError(f'No county of England has the code "{county_code}".')
    return found


def find_county(text: str) -> County:
    """Return the county of that code or name, whatever is said of its kind: "Staffordshire County Council".

    Raises  LookupError: there is none
    """
    counties = {district.county for district in english_districts()}
    words = _telling_words(text)
    for county in counties:
        if text.strip().upper() == county.code or (words and words == _telling_words(county.name)):
            return county
    raise LookupError(
        f'No county of England is called "{text}". Write its name or its code, such as Staffordshire or E10000028.'
    )


def _telling_words(text: str) -> frozenset[str]:
    plain = re.sub(r"\blondon borough\b", "", text.casefold().replace("&", " and "))
    return frozenset(re.findall(r"[a-z]+", plain)) - _KIND_WORDS
