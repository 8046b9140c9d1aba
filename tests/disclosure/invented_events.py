"""A county whose events are drawn: requests, assessments, meetings and children in work, with later corrections.

Everything is drawn from one seed. What is recorded of an event may change: its row then ends with one release and
another begins with the next, so that a period counted again later gives other numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Final, NamedTuple

from earlyhelp.disclosure.publication import KnownSchool

FIRST_DAY: Final = date(2013, 9, 1)
LAST_DAY: Final = date(2016, 8, 31)
DAYS: Final = (LAST_DAY - FIRST_DAY).days + 1
ALWAYS: Final = 10**6
"""A row that is never corrected is known up to this release."""

SOURCES: Final = (
    *("1A", "1B", "1C", "1D", "2B", "3A", "3B", "3C", "3D", "3E", "3F", "4", "5A", "5B", "5C", "5D", "6", "7"),
    *("8", "9", "10"),
)
SOURCE_WEIGHTS: Final = (29, 2, 6, 2, 12, 10, 15, 9, 4, 2, 3, 6, 12, 9, 1, 5, 29, 2, 11, 2, 1)
STAGES: Final = ("EYFS", "KS1", "KS2", "KS3", "KS4", "KS5", "not_known")
STAGES_OF: Final = {
    "primary": ("EYFS", "KS1", "KS2", "KS2"),
    "secondary": ("KS3", "KS4", "KS5"),
    "special": ("KS2", "KS3"),
}
PHASES: Final = ("primary", "secondary", "special", "alternative_provision", "other", "not_known")
CATEGORIES: Final = ("attendance", "behaviour", "emotional_wellbeing", "family_life", "physical_wellbeing")
OUTCOMES: Final = ("held", "held", "held", "held", "cancelled_by_team", "cancelled_by_school", "pending")


class Row(NamedTuple):
    """One event or spell of work.

    ended               the day it ended, None while it goes on; an event ends on the day it happens
    district, school    empty where there is none
    columns             breakdown name -> its values; mostly one
    known_from, known_to    first and last release before which it stood so in the records
    """

    day: date
    ended: date | None
    district: str
    school: str
    columns: Mapping[str, tuple[str, ...]]
    known_from: int = 0
    known_to: int = ALWAYS


@dataclass(frozen=True)
class County:
    """Rows by what they are, and what anyone knows of the schools."""

    rows: Mapping[str, tuple[Row, ...]]
    schools: Mapping[str, KnownSchool]
    districts: tuple[str, ...]


def draw_county(seed: int, *, schools: int, districts: int = 8, releases: int = 12) -> County:
    """Draw a county with so many schools in so many districts, its records corrected before each of some releases."""
    random = Random(seed)
    codes = tuple(f"E0700090{number}" for number in range(1, districts + 1))
    phases = random.choices(tuple(STAGES_OF), (82, 14, 4), k=schools)
    known = {f"{900001 + number}": KnownSchool(random.choice(codes), phase) for number, phase in enumerate(phases)}
    draw = _Draw(random, known, codes)
    # In three years; the county of the demo has about as many for each of its schools.
    rows = {
        "requests": draw.many(36 * schools, draw.request),
        "named children": draw.many(20 * schools, draw.named_child),
        "assessments": draw.many(10 * schools, draw.assessment),
        "meetings": draw.many(20 * schools, draw.meeting),
        "involvements": draw.many(14 * schools, draw.involvement),
        "children": draw.many(20 * schools, draw.child),
        "reviews": draw.many(60 * schools, draw.review),
    }
    return County({what: tuple(_corrected(random, each, releases)) for what, each in rows.items()}, known, codes)


class _Draw:
    """Draws rows; some schools ask far more often than others."""

    def __init__(self, random: Random, schools: Mapping[str, KnownSchool], districts: tuple[str, ...]) -> None:
        self._random, self._schools, self._districts = random, schools, districts
        self._urns = tuple(schools)
        self._weights = [random.gammavariate(1.0, 1.0) for _ in schools]

    def many(self, number: int, draw: Callable[[], Row]) -> list[Row]:
        return [draw() for _ in range(number)]

    def request(self) -> Row:
        if self._random.random() < 0.4:
            school, columns = self._at_school()
            return self._event(school, {"source_code": ("2A",), "phase": columns["phase"]})
        source = self._random.choices(SOURCES, SOURCE_WEIGHTS)
        return self._event("", {"source_code": (source[0],)})

    def named_child(self) -> Row:
        return self._event(*self._at_school())

    def assessment(self) -> Row:
        school, columns = self._at_school()
        return self._event(school, {**columns, "led_by": (self._one("school", "other", "other", "other"),)})

    def meeting(self) -> Row:
        school, _ = self._at_school()
        row = self._event(school, {"outcome": (self._random.choice(OUTCOMES),)})
        return row._replace(district=self._schools[school].district)

    def involvement(self) -> Row:
        consulted = self._one("yes", "yes", "yes", "no", "not_applicable")
        return self._spell("", {"signed_off": (self._one(*["yes"] * 30, "no"),), "school_consulted": (consulted,)})

    def child(self) -> Row:
        school, columns = self._at_school()
        categories = tuple(name for name in CATEGORIES if self._random.random() < 0.3)
        sen = self._one("N", "N", "N", "K", "E", "not_known")
        if self._random.random() < 0.2:
            school, columns = "", {**columns, "phase": ("not_known",)}
        return self._spell(school, {**columns, "focus_category": categories, "sen_provision": (sen,)})

    def review(self) -> Row:
        return self._event("", {"in_time": (self._one("yes", "yes", "yes", "no"),)})

    def _one(self, *values: str) -> str:
        return self._random.choice(values)

    def _at_school(self) -> tuple[str, dict[str, tuple[str, ...]]]:
        (urn,) = self._random.choices(self._urns, self._weights)
        phase = self._schools[urn].phase
        stage = self._one(*STAGES_OF[phase]) if self._random.random() < 0.99 else "not_known"
        return urn, {"phase": (phase,), "key_stage": (stage,)}

    def _event(self, school: str, columns: Mapping[str, tuple[str, ...]]) -> Row:
        day = FIRST_DAY + timedelta(days=self._random.randrange(DAYS))
        return Row(day, day, self._district(school), school, columns)

    def _spell(self, school: str, columns: Mapping[str, tuple[str, ...]]) -> Row:
        row = self._event(school, columns)
        ended = row.day + timedelta(days=int(self._random.expovariate(1 / 220)))
        return row._replace(ended=ended if ended <= LAST_DAY else None)

    def _district(self, school: str) -> str:
        """Return mostly the district of the school; some children live in another, of a few it is not known."""
        drawn = self._random.random()
        if school and drawn < 0.93:
            return self._schools[school].district
        return "" if drawn > 0.99 else self._random.choice(self._districts)


def _corrected(random: Random, rows: list[Row], releases: int) -> Iterator[Row]:
    """Yield the rows, of which some come late, some go and some turn out to have been on another day."""
    for row in rows:
        drawn, release = random.random(), random.randrange(2, releases + 1)
        if drawn < 0.010:
            yield row._replace(known_from=release)
        elif drawn < 0.015:
            yield row._replace(known_to=release - 1)
        elif drawn < 0.020 and row.day == row.ended:
            day = FIRST_DAY + timedelta(days=random.randrange(DAYS))
            yield row._replace(known_to=release - 1)
            yield row._replace(day=day, ended=day, known_from=release)
        else:
            yield row
