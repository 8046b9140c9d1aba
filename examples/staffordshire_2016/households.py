"""Invented families: children with a school year on a day, brothers and sisters, a parent, and schools nearby."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from earlyhelp.synthetic.chance import Chance, Weighted
from earlyhelp.synthetic.families import ETHNICITY, born_for_age
from earlyhelp.synthetic.identifiers import Register
from earlyhelp.synthetic.school_year import year_group
from earlyhelp.synthetic.schools import District, School
from examples.staffordshire_2016.books import Books
from examples.staffordshire_2016.plan import ASSESSMENTS

YEARS_OF_STAGE = {
    "EYFS": ("R",), "KS1": ("1", "2"), "KS2": ("3", "4", "5", "6"), "KS3": ("7", "8", "9"), "KS4": ("10", "11"),
}  # fmt: skip
STAGE_OF_YEAR = {year: stage for stage, years in YEARS_OF_STAGE.items() for year in years}
DISTRICT = Weighted({code: float(count) for code, count in ASSESSMENTS.items()})


@dataclass(slots=True, eq=False)
class Child:
    person_id: str
    born_on: date
    sex: str
    school: School | None = None

    def year_on(self, day: date) -> str:
        return year_group(self.born_on, day)

    def age_on(self, day: date) -> int:
        return day.year - self.born_on.year - ((day.month, day.day) < (self.born_on.month, self.born_on.day))


@dataclass(slots=True, eq=False)
class Household:
    family_id: str
    district: District
    ethnicity: str | None
    children: list[Child] = field(default_factory=list[Child])
    schools: dict[str, School] = field(default_factory=dict[str, School])
    is_known_by_june: bool = False


class HouseholdMaker:
    """Make families one after another, each for a district, with children of given school years on a day."""

    def __init__(self, districts: list[District], chance: Chance) -> None:
        self._stream = chance.stream("households")
        self._districts = {district.code: district for district in districts}
        self._families = Register("F", self._stream.randrange(10**7))
        self._people = Register("P", self._stream.randrange(10**7))
        self.households: list[Household] = []

    def make(self, district_code: str | None = None) -> Household:
        """Return a new family; without a district, of one drawn as often as its schools start assessments."""
        code = district_code or DISTRICT.draw(self._stream)
        household = Household(self._families.next(), self._districts[code], ETHNICITY.draw(self._stream))
        self.households.append(household)
        return household

    def add_child(self, household: Household, year: str, day: date) -> Child:
        """Add a child who is in that school year on the day; two of one year are twins."""
        twin = next((each for each in household.children if each.year_on(day) == year), None)
        born = twin.born_on if twin else born_for_age(self._stream, 4 if year == "R" else int(year) + 4, day)
        return self._add(household, born, self.school_of_year(household, year))

    def add_child_under_school_age(self, household: Household, day: date) -> Child:
        return self._add(household, day - timedelta(days=self._stream.randint(200, 900)), None)

    def school_of_year(self, household: Household, year: str) -> School:
        """Return the family's primary or secondary school: brothers and sisters go to the same."""
        return self.school_of_phase(
            household, "primary" if STAGE_OF_YEAR[year] in ("EYFS", "KS1", "KS2") else "secondary"
        )

    def school_of_phase(self, household: Household, phase: str) -> School:
        if phase not in household.schools:
            near = open_schools(household.district, phase)
            household.schools[phase] = self._stream.choices(near, [school.pupils for school in near])[0]
        return household.schools[phase]

    def _add(self, household: Household, born: date, school: School | None) -> Child:
        child = Child(self._people.next(), born, self._stream.choice("MMMMFFFF" + "M"), school)
        household.children.append(child)
        return child

    def write(self, books: Books) -> None:
        """Fill family, person and family_member, with a parent for each family."""
        for each in self.households:
            by_june = each.is_known_by_june
            books.add("family", {"family_id": each.family_id, "district_code": each.district.code}, by_june=by_june)
            for child in each.children:
                _write_person(books, each, child.person_id, child.born_on, "child", child.sex)
            if each.children:
                parent = min(child.born_on for child in each.children) - _parents_age(self._stream)
                sex = "F" if self._stream.random() < 0.85 else "M"
                _write_person(books, each, self._people.next(), parent, "parent_carer", sex)


def open_schools(district: District, phase: str) -> list[School]:
    """Return the district's schools of a phase that were open throughout; empty where it has none."""
    return [school for school in district.schools.get(phase, []) if school.closed_on is None]


def _parents_age(stream: random.Random) -> timedelta:
    return timedelta(days=round(stream.triangular(18, 42, 26) * 365.25))


def _write_person(books: Books, household: Household, person_id: str, born: date, role: str, sex: str) -> None:
    by_june = household.is_known_by_june
    person = {"person_id": person_id, "role": role, "date_of_birth": born, "sex": sex, "ethnicity": household.ethnicity}
    books.add("person", person, by_june=by_june)
    books.add("family_member", {"family_id": household.family_id, "person_id": person_id}, by_june=by_june)
