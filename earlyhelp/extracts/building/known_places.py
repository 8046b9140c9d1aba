"""The districts and schools of the county, as far as a run knows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from earlyhelp.extracts.mapping.declare import DistrictNames
from earlyhelp.extracts.places.districts import find_district
from earlyhelp.extracts.places.register import Register
from earlyhelp.extracts.places.school_names import confirmed
from earlyhelp.extracts.values.doubt import Doubt, DoubtKind, Value


@dataclass(frozen=True, slots=True)
class KnownPlaces:
    """What a district or school is looked up in.

    districts   of the county, with the names people write
    register    the schools made so far; empty until the table `school` is made
    schools     names confirmed by a person to their URN
    refused     numbers of schools whose rows in the register were refused
    as_at       the last day the data speak for: a number that several schools bore is that of the one open then
    """

    districts: tuple[DistrictNames, ...]
    register: Register
    schools: Mapping[str, str]
    as_at: date
    refused: frozenset[str] = frozenset()

    def find(self, what: str, text: str) -> Value:
        """Return the code of a district or the URN of a school."""
        if what == "district":
            return find_district(text, self.districts)
        if sum(character.isdigit() for character in text) >= 6:
            found = self.register.find_by_number(text, self.as_at)
            is_refused = isinstance(found, Doubt) and text in self.refused
            return Doubt(DoubtKind.UNREADABLE, "is a school whose own row was refused") if is_refused else found
        return confirmed(text, self.schools, self.register)

    def is_in_county(self, text: str) -> bool:
        """Say whether a text names a district of the county."""
        return not isinstance(find_district(text, self.districts), Doubt)
