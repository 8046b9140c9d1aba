"""The places that were asked for: by code, by name, by another name people write for it, or many at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from earlyhelp.dataset.source import Dataset
from earlyhelp.periods import Period
from earlyhelp.places import COUNTY, DISTRICT, SCHOOL, Place, PlaceRegister, SchoolRecord, plain_letters
from earlyhelp.vocabulary.code_lists import read_code_list
from earlyhelp.vocabulary.district_aliases import default_aliases

DISTRICTS: Final = "districts"
SCHOOLS: Final = "schools"
ALL: Final = "all"


@dataclass(frozen=True, slots=True)
class PlacesAsked:
    """The places of an edition, in the order county, districts and schools, each by its name.

    is_many     whether a kind of place was asked for, not one place
    """

    places: tuple[Place, ...]
    is_many: bool

    @property
    def levels(self) -> tuple[str, ...]:
        """Levels whose figures the cards show: the county and its districts always, schools where one has a card."""
        return (COUNTY, DISTRICT, SCHOOL) if SCHOOL in self.own_levels else (COUNTY, DISTRICT)

    @property
    def in_a_word(self) -> str:
        """The kinds of places asked for, or level and code of the one."""
        if not self.is_many:
            return f"{self.places[0].level} {self.places[0].code}"
        plural = {COUNTY: COUNTY, DISTRICT: DISTRICTS, SCHOOL: SCHOOLS}
        return ", ".join(plural[level] for level in self.own_levels)

    @property
    def own_levels(self) -> tuple[str, ...]:
        """Levels of the places that have a card themselves."""
        return tuple(dict.fromkeys(place.level for place in self.places))


def places_asked(register: PlaceRegister, text: str, period: Period) -> PlacesAsked:
    """Return the places of "county", "districts", "schools", "all", or of a code or name.

    Of many schools those open on some day of the period; a school named alone is taken as it is.

    Raises      ValueError: no place is called that, several are, or the dataset has none of that kind
    Source      docs/rules/places.md, docs/rules/editions.md
    """
    kind = plain_letters(text)
    if kind not in (DISTRICTS, SCHOOLS, ALL):
        return PlacesAsked((register.find(text),), is_many=False)
    places: tuple[Place, ...] = (register.county,) if kind == ALL else ()
    if kind in (DISTRICTS, ALL):
        places += _by_name(list(register.districts))
    if kind in (SCHOOLS, ALL):
        places += _by_name([school.place for school in register.schools_open_between(period.first, period.last)])
    if not places:
        when = f" open in the period {period.label}" if kind == SCHOOLS else ""
        raise ValueError(f"The dataset has no {kind}{when}, so no card can be made of one.")
    return PlacesAsked(places, is_many=True)


def read_places(dataset: Dataset) -> PlaceRegister:
    """Return the register of a dataset's places; a district without aliases of its own has those we know."""
    connection, manifest = dataset.connection, dataset.manifest
    districts = connection.execute(
        "SELECT district_code, name, aliases FROM district ORDER BY name, district_code"
    ).fetchall()
    schools = connection.execute(
        "SELECT urn, name, phase, district_code, opened_on, closed_on, successor_urn FROM school ORDER BY urn"
    ).fetchall()
    phases = {phase.code: phase.more["reporting_phase"] for phase in read_code_list("phase").entries}
    return PlaceRegister.build(
        manifest.county_code,
        manifest.county_name,
        [(code, name, aliases or default_aliases().get(code)) for code, name, aliases in districts],
        [
            SchoolRecord(urn, name, phase, phases[phase], district, opened, closed, successor)
            for urn, name, phase, district, opened, closed, successor in schools
        ],
    )


def _by_name(places: list[Place]) -> tuple[Place, ...]:
    return tuple(sorted(places, key=lambda place: (plain_letters(place.name), place.code)))
