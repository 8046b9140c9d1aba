"""Districts, schools with their closures and successors, and terms."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date

from earlyhelp.synthetic.calibration import COUNTY_REQUESTS, COUNTY_SCHOOLS, DISTRICT_WEIGHT
from earlyhelp.synthetic.chance import Chance
from earlyhelp.synthetic.names import SCHOOL_STEMS
from earlyhelp.synthetic.school_year import terms_between
from earlyhelp.synthetic.writing import Book
from earlyhelp.vocabulary.shipped_rows import shipped_rows

FIRST_URN = 900_001  # above every number in use, so that no row can be taken for a real school
THREE_TIER = ("E07000196", "E07000197", "E07000198")
PHASES = (
    ("primary", 0.70), ("secondary", 0.13), ("nursery", 0.025), ("special", 0.055), ("alternative_provision", 0.02),
    ("middle_deemed_secondary", 0.035), ("middle_deemed_primary", 0.01), ("all_through", 0.008),
    ("sixteen_plus", 0.017),
)  # fmt: skip
PUPILS = {
    "nursery": (40, 110), "primary": (90, 460), "middle_deemed_primary": (200, 380),
    "middle_deemed_secondary": (280, 520), "secondary": (550, 1350), "all_through": (700, 1300),
    "sixteen_plus": (400, 2200), "special": (60, 190),
    "alternative_provision": (20, 70),
}  # fmt: skip
TITLE = {
    "nursery": "Nursery School", "middle_deemed_primary": "Middle School", "middle_deemed_secondary": "Middle School",
    "all_through": "All-through School", "sixteen_plus": "Sixth Form College", "special": "Special School",
    "alternative_provision": "Pupil Referral Unit",
}  # fmt: skip


@dataclass(slots=True, eq=False)
class School:
    urn: str
    name: str
    phase: str
    district_code: str
    laestab: str
    postcode: str
    pupils: int
    opened_on: date | None = None
    closed_on: date | None = None
    successor: School | None = None

    def on(self, day: date) -> School:
        """Return the school that taught these pupils on a day: itself, or what followed it after its closure."""
        if self.successor and self.closed_on and day > self.closed_on:
            return self.successor.on(day)
        return self


@dataclass(slots=True)
class District:
    code: str
    name: str
    aliases: str
    schools: dict[str, list[School]] = field(default_factory=dict[str, list["School"]])

    def near(self, phase: str, neighbourhood: int) -> School | None:
        """Return the school of a phase that serves a neighbourhood, None where the district has none."""
        schools = self.schools.get(phase)
        return schools[neighbourhood % len(schools)] if schools else None


def build_districts() -> list[District]:
    """Return the eight districts of Staffordshire: real codes and names, nothing else of them is real."""
    return [District(row["code"], row["name"], row["aliases"]) for row in shipped_rows("district_aliases.csv")]


def number_of_schools(requests: int) -> int:
    """Return how many schools a county of that many support requests has: 398 at county size, never under 24."""
    return max(24, min(COUNTY_SCHOOLS, round(COUNTY_SCHOOLS * requests / COUNTY_REQUESTS)))


def build_schools(districts: list[District], requests: int, chance: Chance, as_at: date) -> list[School]:
    """Give each district its schools, some of them closed since with a successor; return them all."""
    stream = chance.stream("schools")
    planned = _plan(districts, number_of_schools(requests))
    names = _Names(stream)
    schools: list[School] = []
    for district, phase in planned:
        low, high = PUPILS[phase]
        school = School(
            urn=str(FIRST_URN + len(schools)),
            name=names.make(phase, three_tier=district.code in THREE_TIER),
            phase=phase,
            district_code=district.code,
            laestab=f"8609{len(schools) % 1000:03d}",
            postcode=invented_postcode(stream, district.code),
            pupils=stream.randint(low, high),
        )
        schools.append(school)
        district.schools.setdefault(phase, []).append(school)
    return schools + _successors(schools, stream, as_at)


def invented_postcode(stream: random.Random, district_code: str) -> str:
    """Return a postcode of the area ZZ, which no post office serves; its middle says the district."""
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    return f"ZZ{int(district_code[-2:]) - 91} {stream.randint(1, 9)}{stream.choice(letters)}{stream.choice(letters)}"


def write_reference(book: Book, districts: list[District], schools: list[School], first: date, as_at: date) -> None:
    """Fill district, school and term."""
    for district in districts:
        pupils = sum(s.pupils for s in schools if s.district_code == district.code and s.closed_on is None)
        book.adder("district")({
            "district_code": district.code, "name": district.name, "aliases": district.aliases,
            "pupils": pupils,
        })  # fmt: skip
    for school in schools:
        book.adder("school")({
            "urn": school.urn, "name": school.name, "phase": school.phase, "district_code": school.district_code,
            "laestab": school.laestab, "postcode": school.postcode, "opened_on": school.opened_on,
            "closed_on": school.closed_on, "successor_urn": school.successor.urn if school.successor else None,
            "pupils": school.pupils,
        })  # fmt: skip
    for term in terms_between(first, date(as_at.year + 1, 8, 31)):
        book.adder("term")({
            "academic_year": term.academic_year, "term": term.name, "starts_on": term.starts_on,
            "ends_on": term.ends_on,
        })  # fmt: skip


def _plan(districts: list[District], number: int) -> list[tuple[District, str]]:
    """Each district first gets a primary and a secondary school and the county one of each other phase that fits."""
    plan = [(district, phase) for phase in ("primary", "secondary") for district in districts]
    wanted = {phase: round(share * number) for phase, share in PHASES}
    whole = sum(DISTRICT_WEIGHT.values())
    for phase, count in wanted.items():
        hosts = [d for d in districts if not phase.startswith("middle") or d.code in THREE_TIER]
        placed = sum(1 for _, planned in plan if planned == phase)
        count = max(count, 1 if number >= 24 and not placed else 0)
        order = sorted(hosts, key=lambda d: (-DISTRICT_WEIGHT[d.code] / whole, d.code))
        plan.extend((order[i % len(order)], phase) for i in range(max(0, count - placed)))
    return plan


def _successors(schools: list[School], stream: random.Random, as_at: date) -> list[School]:
    """Let one school in fourteen become an academy, and one in a hundred close for good into a neighbour."""
    opened: list[School] = []
    for school in schools:
        if school.phase not in ("primary", "secondary", "middle_deemed_secondary"):
            continue
        turn = stream.random()
        closes_on = date(as_at.year - stream.randint(0, 2), 8, 31)
        if turn < 0.07 and closes_on < as_at:
            name = school.name.removesuffix(" School") + " Academy"
            successor = School(
                str(FIRST_URN + len(schools) + len(opened)), name, school.phase, school.district_code, school.laestab,
                school.postcode, school.pupils, opened_on=date(closes_on.year, 9, 1),
            )  # fmt: skip
            school.closed_on, school.successor = closes_on, successor
            opened.append(successor)
        elif turn < 0.08 and closes_on < as_at:
            neighbour = next(
                (s for s in schools if s.phase == school.phase and s.district_code == school.district_code
                 and s is not school and s.closed_on is None), None)  # fmt: skip
            if neighbour:
                school.closed_on, school.successor = closes_on, neighbour
    return opened


class _Names:
    """Invented school names, each used once."""

    def __init__(self, stream: random.Random) -> None:
        self._stream = stream
        self._used: set[str] = set()

    def make(self, phase: str, *, three_tier: bool) -> str:
        for _ in range(1000):
            stem = self._stream.choice(SCHOOL_STEMS)
            if self._stream.random() < 0.22:
                stem = f"{self._stream.choice(('St Alkmund', 'St Edith', 'St Modwen', 'Holy Well'))}'s {stem}"
            name = f"{stem} {self._title(phase, three_tier)}"
            if name not in self._used:
                self._used.add(name)
                return name
        raise ValueError("The stock of invented school names is used up.")

    def _title(self, phase: str, three_tier: bool) -> str:
        if phase == "primary":
            first = "First School" if three_tier and self._stream.random() < 0.25 else "Primary School"
            return self._stream.choice((first, first, f"Community {first}", f"CE (VA) {first}"))
        if phase == "secondary":
            return self._stream.choice(("High School", "Secondary School", "School"))
        return TITLE[phase]
