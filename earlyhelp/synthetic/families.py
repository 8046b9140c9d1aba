"""Families: parents, and children who share a surname, a neighbourhood and so their schools."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from earlyhelp.synthetic.calibration import AGE_WEIGHT, DISTRICT_WEIGHT, PRIMARY_LEANING
from earlyhelp.synthetic.chance import Chance, Weighted
from earlyhelp.synthetic.identifiers import Register
from earlyhelp.synthetic.school_year import is_school_age, year_group, year_start
from earlyhelp.synthetic.schools import THREE_TIER, District, School
from earlyhelp.synthetic.writing import Book

if TYPE_CHECKING:
    from earlyhelp.synthetic.involvements import Involvement

CHILDREN = Weighted({1: 40, 2: 34, 3: 17, 4: 7, 5: 2})
ETHNICITY = Weighted({
    "WBRI": 864, "WOTH": 22, "WIRI": 3, "WROM": 4, "WIRT": 2, "MWBC": 22, "MWAS": 10, "MWBA": 4, "MOTH": 8, "APKN": 22,
    "AIND": 8, "ABAN": 4, "AOTH": 5, "CHNE": 1, "BCRB": 5, "BAFR": 6, "BOTH": 2, "OOTH": 3, "REFU": 4, "NOBT": 14,
})  # fmt: skip
SEN: Weighted[str | None] = Weighted({"N": 74, "K": 18.5, "E": 4, "S": 2, None: 1.5})
SPECIAL_SCHOOL = {"E": 0.3, "S": 0.3}


@dataclass(slots=True, eq=False)
class Child:
    person_id: str
    date_of_birth: date
    sex: str
    ethnicity: str | None
    sen: str | None
    in_special_school: bool

    def year_on(self, day: date) -> str:
        return year_group(self.date_of_birth, day)


@dataclass(slots=True, eq=False)
class Adult:
    person_id: str
    date_of_birth: date | None
    sex: str
    role: str
    from_on: date
    to_on: date | None


@dataclass(slots=True, eq=False)
class Family:
    family_id: str
    district: District
    neighbourhood: int
    known_from: date
    children: list[Child]
    adults: list[Adult] = field(default_factory=list["Adult"])
    involvements: list[Involvement] = field(default_factory=list["Involvement"])

    def school_of(self, child: Child, day: date) -> School | None:
        """Return the school a child goes to on a day, None where it goes to none."""
        year = child.year_on(day)
        school = self._school_for(child, year)
        return school.on(day) if school else None

    def _school_for(self, child: Child, year: str) -> School | None:
        near = self.district.near
        if child.in_special_school and is_school_age(year):
            special = near("special", self.neighbourhood)
            if special:
                return special
        if year in ("E1", "E2", "N1", "X"):
            return None
        if year == "N2":
            return near("nursery", self.neighbourhood) if self.neighbourhood % 3 == 0 else None
        if year in ("12", "13", "14"):
            return near("sixteen_plus", self.neighbourhood) or near("secondary", self.neighbourhood)
        return self._mainstream(year)

    def _mainstream(self, year: str) -> School | None:
        near = self.district.near
        number = 0 if year == "R" else int(year)
        if self.neighbourhood % 9 == 4 and (whole := near("all_through", self.neighbourhood)):
            return whole
        if self.district.code in THREE_TIER and self.neighbourhood % 4 == 1 and 5 <= number <= 8:
            phases = ("middle_deemed_secondary", "middle_deemed_primary")
            middle = near(phases[self.neighbourhood % 2], self.neighbourhood) or near(phases[0], self.neighbourhood)
            if middle:
                return middle
        if number in (10, 11) and self.neighbourhood % 29 == 7 and (unit := near("alternative_provision", 0)):
            return unit
        return near("primary" if number <= 6 else "secondary", self.neighbourhood)


class FamilyMaker:
    """Make invented families, one after another, each around the child somebody is worried about."""

    def __init__(self, districts: list[District], chance: Chance) -> None:
        self._stream = chance.stream("families")
        self._by_code = {district.code: district for district in districts}
        self._district = Weighted(DISTRICT_WEIGHT)
        self._age = {
            code: Weighted({age: weight * (PRIMARY_LEANING[code] if 4 <= age <= 10 else 1.0)
                            for age, weight in AGE_WEIGHT.items()})
            for code in DISTRICT_WEIGHT
        }  # fmt: skip
        self._family_ids = Register("F", self._stream.randrange(10**7))
        self._person_ids = Register("P", self._stream.randrange(10**7))
        self.families: list[Family] = []

    def make(self, day: date, *, for_school: bool) -> tuple[Family, Child]:
        """Return a new family known from a day, and the child it is about; of school age where a school asks."""
        stream = self._stream
        district = self._by_code[self._district.draw(stream)]
        age = self._age[district.code].draw(stream)
        while for_school and not 4 <= age <= 15:
            age = self._age[district.code].draw(stream)
        ethnicity = ETHNICITY.draw(stream)
        first = self._child(born_for_age(stream, age, day), ethnicity)
        children = [first]
        for _ in range(CHILDREN.draw(stream) - 1):
            born = self._sibling_born(children, day)
            if born is not None:
                children.append(self._child(born, ethnicity))
        family = Family(self._family_ids.next(), district, stream.randrange(10_000), day, children)
        family.adults = self._adults(family)
        self.families.append(family)
        return family, first

    def _child(self, born: date, ethnicity: str | None) -> Child:
        stream = self._stream
        sex = "U" if stream.random() < 0.002 else ("M" if stream.random() < 0.55 else "F")
        sen = SEN.draw(stream)
        special = stream.random() < SPECIAL_SCHOOL.get(sen or "", 0.0)
        return Child(self._person_ids.next(), born, sex, ethnicity, sen, special)

    def _sibling_born(self, children: list[Child], day: date) -> date | None:
        """A day of birth ten months or more from every brother and sister, not after the day; None if none fits."""
        stream = self._stream
        for _ in range(6):
            days = round(stream.choice((-1, 1)) * stream.uniform(320, 2300))
            born = stream.choice(children).date_of_birth + timedelta(days=days)
            young_enough = year_start(day) - year_start(born) <= 17
            if born <= day and young_enough and all(abs((born - c.date_of_birth).days) >= 300 for c in children):
                return born
        return None

    def _adults(self, family: Family) -> list[Adult]:
        stream = self._stream
        eldest = min(child.date_of_birth for child in family.children)
        mother = Adult(self._person_ids.next(), self._adult_born(eldest), "F", "parent_carer", eldest, None)
        adults = [mother]
        if stream.random() < 0.62:
            left = None
            if stream.random() < 0.12:
                left = family.known_from - timedelta(days=stream.randint(30, 900))
                left = max(left, eldest)
            adults.append(Adult(self._person_ids.next(), self._adult_born(eldest), "M", "parent_carer", eldest, left))
        if stream.random() < 0.07:
            since = max(eldest, family.known_from - timedelta(days=stream.randint(0, 1500)))
            born = None if stream.random() < 0.4 else self._adult_born(eldest)
            adults.append(Adult(self._person_ids.next(), born, stream.choice("MF"), "other_adult", since, None))
        return adults

    def _adult_born(self, eldest: date) -> date:
        return eldest - timedelta(days=round(self._stream.triangular(17.5, 42, 25) * 365.25))


def born_for_age(stream: random.Random, age: int, day: date) -> date:
    """Return a day of birth on which a child has that age on 31 August before a day; never after the day."""
    last = date(year_start(day) - age, 8, 31)
    born = last - timedelta(days=stream.randrange(365))
    return min(born, day)


def write_families(book: Book, families: list[Family]) -> None:
    """Fill family, person and family_member."""
    add_family, add_person, add_member = book.adder("family"), book.adder("person"), book.adder("family_member")
    for family in families:
        family_id = family.family_id
        add_family({"family_id": family_id, "district_code": family.district.code})
        for child in family.children:
            add_person({
                "person_id": child.person_id, "role": "child", "date_of_birth": child.date_of_birth, "sex": child.sex,
                "ethnicity": child.ethnicity,
            })  # fmt: skip
            add_member({"family_id": family_id, "person_id": child.person_id, "from_on": child.date_of_birth})
        ethnicity = family.children[0].ethnicity
        for adult in family.adults:
            add_person({
                "person_id": adult.person_id, "role": adult.role, "date_of_birth": adult.date_of_birth,
                "sex": adult.sex, "ethnicity": ethnicity if adult.role == "parent_carer" else None,
            })  # fmt: skip
            add_member({
                "family_id": family_id, "person_id": adult.person_id, "from_on": adult.from_on, "to_on": adult.to_on,
            })  # fmt: skip
