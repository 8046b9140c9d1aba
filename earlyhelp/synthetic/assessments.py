"""Early Help Assessments: started by one, led by the same or another."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from earlyhelp.synthetic.calibration import LED_BY_SCHOOL, SCHOOL_ASSESSES_FIRST
from earlyhelp.synthetic.chance import Chance, Weighted
from earlyhelp.synthetic.families import Child, Family
from earlyhelp.synthetic.identifiers import Register
from earlyhelp.synthetic.requests import Request
from earlyhelp.synthetic.schools import School
from earlyhelp.synthetic.writing import Book

STARTED_BY = {
    "3": "health", "6": "police", "8": "voluntary", "5": "other_council", "4": "other_council", "2": "other_council",
}  # fmt: skip
LEADS_INSTEAD = Weighted({"health": 4, "voluntary": 2, "other_council": 2, "other": 1})


@dataclass(slots=True, eq=False)
class Assessment:
    assessment_id: str
    family: Family
    child: Child
    started_on: date
    completed_on: date | None
    started_by: str
    led_by: str
    started_by_school: School | None
    led_by_school: School | None
    told_on: date | None


class AssessmentMaker:
    """Most school requests rest on the school's own assessment; the team assesses where nobody did."""

    def __init__(self, chance: Chance, as_at: date) -> None:
        self._stream = chance.stream("assessments")
        self._ids = Register("E", self._stream.randrange(10**7))
        self._as_at = as_at
        self.assessments: list[Assessment] = []

    def make(self, requests: list[Request]) -> None:
        for request in requests:
            if request.kind != "support":
                continue
            assessment = self._before(request)
            if assessment is None and request.decision == "accepted" and request.involvement:
                assessment = self._by_team(request)
            if assessment:
                self.assessments.append(assessment)
                request.assessment_id = assessment.assessment_id

    def _before(self, request: Request) -> Assessment | None:
        """The assessment the asker brought, if any; a school that keeps the lead tells the team."""
        stream = self._stream
        day = max(request.received_on - timedelta(days=stream.randint(1, 40)), request.about.date_of_birth)
        if request.school:
            if stream.random() > SCHOOL_ASSESSES_FIRST:
                return None
            leads = stream.random() < LED_BY_SCHOOL
            school = request.family.school_of(request.about, day) or request.school
            return self._record(request, day, "school", "school" if leads else self._lead(), school)
        starter = STARTED_BY.get(request.source_code[0])
        if starter is None or stream.random() > 0.22:
            return None
        return self._record(request, day, starter, starter if stream.random() < 0.12 else self._lead(), None)

    def _by_team(self, request: Request) -> Assessment | None:
        involvement = request.involvement
        assert involvement is not None
        length = (involvement.last_day(self._as_at) - involvement.started_on).days
        day = involvement.started_on + timedelta(days=min(self._stream.randint(0, 20), length))
        if self._stream.random() > 0.9:
            return None
        return self._record(request, day, "local_support_team", self._lead(), None)

    def _lead(self) -> str:
        return "local_support_team" if self._stream.random() < 0.97 else LEADS_INSTEAD.draw(self._stream)

    def _record(self, request: Request, day: date, started: str, led: str, school: School | None) -> Assessment:
        stream: random.Random = self._stream
        completed = day + timedelta(days=stream.randint(5, 45))
        told = day + timedelta(days=stream.randint(0, 30))
        is_told = led != "local_support_team" and stream.random() < 0.7 and told <= self._as_at
        return Assessment(
            self._ids.next(), request.family, request.about, day,
            completed if completed <= self._as_at and stream.random() < 0.94 else None, started, led, school,
            school if led == "school" else None, told if is_told else None,
        )  # fmt: skip


def write_assessments(book: Book, assessments: list[Assessment]) -> None:
    """Fill assessment."""
    add = book.adder("assessment")
    for each in assessments:
        add({
            "assessment_id": each.assessment_id, "family_id": each.family.family_id,
            "person_id": each.child.person_id, "nc_year": each.child.year_on(each.started_on),
            "district_code": each.family.district.code, "started_on": each.started_on,
            "completed_on": each.completed_on, "started_by": each.started_by, "led_by": each.led_by,
            "started_by_urn": each.started_by_school.urn if each.started_by_school else None,
            "led_by_urn": each.led_by_school.urn if each.led_by_school else None, "told_on": each.told_on,
        })  # fmt: skip
