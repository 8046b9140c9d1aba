"""Places: the county, its districts and its schools, and finding one by whatever people write."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

COUNTY: Final = "county"
DISTRICT: Final = "district"
SCHOOL: Final = "school"

# Words that say what kind of place it is, and so do not tell two places of a kind apart.
KIND_WORDS: Final = frozenset({"borough", "district", "council", "county", "city", "school", "the", "of"})
MOST_CANDIDATES: Final = 8


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place a figure can be about.

    level   county, district or school
    code    ONS code of a county or district, URN of a school
    """

    level: str
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class SchoolRecord:
    """One school under one URN.

    phase, reporting_phase  as in the code lists of those names
    opened_on, closed_on    first and last day; empty means not recorded, read as always open at that end
    successor_urn           the school that took its place
    """

    urn: str
    name: str
    phase: str
    reporting_phase: str
    district_code: str
    opened_on: date | None = None
    closed_on: date | None = None
    successor_urn: str | None = None

    @property
    def place(self) -> Place:
        return Place(SCHOOL, self.urn, self.name)

    def is_open_between(self, first: date, last: date) -> bool:
        """Say whether the school was open on any day from `first` to `last`, both inside."""
        has_opened = self.opened_on is None or self.opened_on <= last
        return has_opened and (self.closed_on is None or self.closed_on >= first)


@dataclass(frozen=True)
class PlaceRegister:
    """All places of one county. Made by `PlaceRegister.build`.

    written     places by each way they may be written, in plain letters
    """

    county: Place
    districts: tuple[Place, ...]
    schools: tuple[SchoolRecord, ...]
    written: Mapping[str, frozenset[Place]]
    school_by_urn: Mapping[str, SchoolRecord]

    @classmethod
    def build(
        cls,
        county_code: str,
        county_name: str,
        districts: Iterable[tuple[str, str, str | None]],
        schools: Iterable[SchoolRecord] = (),
    ) -> PlaceRegister:
        """Return the register of a county.

        districts   code, name and aliases of each, `;` between the aliases, None or empty without any
        Order       districts and schools keep the order they come in
        """
        county = Place(COUNTY, county_code, county_name)
        rows = tuple(districts)
        records = tuple(schools)
        writings = [(county, text) for text in (COUNTY, county_code, county_name)]
        for code, name, aliases in rows:
            writings += [(Place(DISTRICT, code, name), text) for text in (code, name, *(aliases or "").split(";"))]
        for record in records:
            writings += [(record.place, text) for text in (record.urn, record.name)]
        return cls(
            county,
            tuple(Place(DISTRICT, code, name) for code, name, _ in rows),
            records,
            _by_plain_letters(writings),
            MappingProxyType({record.urn: record for record in records}),
        )

    def find(self, text: str) -> Place:
        """Return the place that is meant by a code, a name, an alias or a telling part of a name.

        Letter case, punctuation and words such as "Borough" do not matter; "county" is the county. A name that several
        URNs of one and the same school share, before and after it became an academy, means the school of today.
        A part of a name means a district sooner than a school, since so many schools are called after their town.

        Raises  ValueError: no place is written like that, or several are; the sentence names them
        Source  docs/rules/places.md
        """
        wanted = plain_letters(text)
        if not wanted:
            raise ValueError("Name a place: the county, a district or a school.")
        found = self._exactly(wanted) or self._without_kind_words(wanted) or self._by_words(wanted)
        places = sorted(found)
        if len(places) > 1 and (only := self._one_school_through_time(places)):
            return only
        if len(places) == 1:
            return places[0]
        raise ValueError(self._refusal(text, places))

    def school(self, urn: str) -> SchoolRecord:
        """Return the school of a URN. Raises LookupError: the register has none."""
        try:
            return self.school_by_urn[urn]
        except KeyError:
            raise LookupError(f"No school has the URN {urn}.") from None

    def current_school(self, urn: str) -> SchoolRecord:
        """Return the school that stands today where the school of that URN stood.

        Successors are followed as far as the register knows them; a chain that runs in a circle ends where it
        would meet itself.

        Raises  LookupError: the register has no school of that URN
        """
        record = self.school(urn)
        met = {record.urn}
        while (successor := self.school_by_urn.get(record.successor_urn or "")) and successor.urn not in met:
            record = successor
            met.add(record.urn)
        return record

    def schools_open_between(self, first: date, last: date) -> tuple[SchoolRecord, ...]:
        """Return the schools open on any day from `first` to `last`, both inside, in the register's order."""
        return tuple(record for record in self.schools if record.is_open_between(first, last))

    def _exactly(self, wanted: str) -> frozenset[Place]:
        return self.written.get(wanted, frozenset())

    def _without_kind_words(self, wanted: str) -> frozenset[Place]:
        bare = _telling_words(wanted)
        return _union(places for written, places in self.written.items() if bare and _telling_words(written) == bare)

    def _by_words(self, wanted: str) -> frozenset[Place]:
        words = _telling_words(wanted)
        found = _union(places for written, places in self.written.items() if words and words <= _telling_words(written))
        return frozenset(place for place in found if place.level != SCHOOL) or found

    def _one_school_through_time(self, places: list[Place]) -> Place | None:
        if any(place.level != SCHOOL for place in places):
            return None
        today = {self.current_school(place.code).place for place in places}
        return today.pop() if len(today) == 1 else None

    def _refusal(self, text: str, places: list[Place]) -> str:
        if not places:
            districts = ", ".join(place.name for place in self.districts)
            return f'No place is called "{text}". Name the county, a school by its URN, or a district: {districts}.'
        shown = "; ".join(f"{place.name} ({place.level} {place.code})" for place in places[:MOST_CANDIDATES])
        more = len(places) - MOST_CANDIDATES
        return f'"{text}" may be {shown}{f"; and {more} more" if more > 0 else ""}. Use the code.'


def plain_letters(text: str) -> str:
    """Return a name in small plain letters: no accents, no punctuation, one space between words, "and" for "&"."""
    letters = unicodedata.normalize("NFKD", text.replace("&", " and ")).casefold()
    # An apostrophe belongs inside a word (St Mary's), any other mark separates words (Newcastle-under-Lyme).
    closed = re.sub(r"['’‘`.]|[\u0300-\u036f]", "", letters)
    return " ".join(re.findall(r"[^\W_]+", closed))


def _telling_words(plain: str) -> frozenset[str]:
    return frozenset(plain.split()) - KIND_WORDS


def _union(groups: Iterable[frozenset[Place]]) -> frozenset[Place]:
    return frozenset[Place]().union(*groups)


def _by_plain_letters(writings: Iterable[tuple[Place, str]]) -> Mapping[str, frozenset[Place]]:
    written: dict[str, set[Place]] = {}
    for place, text in writings:
        if plain := plain_letters(text):
            written.setdefault(plain, set()).add(place)
    return MappingProxyType({plain: frozenset(places) for plain, places in written.items()})
