"""Requests for support and the Early Help Assessments of schools, dealt out from planned numbers until none is left."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from earlyhelp.practice.working_days import add_working_days
from earlyhelp.synthetic.calibration import SOURCES
from earlyhelp.synthetic.chance import Chance, Weighted
from earlyhelp.synthetic.identifiers import Register
from earlyhelp.synthetic.schools import School
from examples.staffordshire_2016 import plan
from examples.staffordshire_2016.households import STAGE_OF_YEAR, Child, Household, HouseholdMaker
from examples.staffordshire_2016.quotas import BY_JUNE, MONTHS, Quotas, months_of, time_of
from examples.staffordshire_2016.work import Involvement, WorkMaker
from examples.staffordshire_2016.working_days import on_or_before, working_day_in

# Those who ask seldom are left out, so that no number is so small that it would be hidden.
SOURCE = Weighted({code: weight for code, weight in SOURCES.items() if weight >= 1})
DECISION = Weighted({"advice": 44, "signposted": 33, "declined": 11, "stepped_up": 5, "withdrawn": 7})
DAYS_TO_DECISION, DAYS_TO_ANSWER = (
    Weighted({0: 14, 1: 24, 2: 20, 3: 16, 4: 12, 5: 8, 6: 6}),
    Weighted({0: 8, 1: 1, 2: 1}),
)
SIBLING_YEARS = ("R", "1", "2", "3", "4", "5", "6", "8", "10")
YEARS_ASSESSED = {"primary": "R112233445566", "secondary": ("7", "7", "8", "8", "9", "9", "10", "11")}
KNOWN_TO_SCHOOLS = 0.45


@dataclass(slots=True, eq=False)
class Assessment:
    assessment_id: str
    household: Household
    child: Child
    school: School
    started_on: date
    led_by: str
    is_known_by_june: bool


@dataclass(slots=True, eq=False)
class Request:
    request_id: str
    household: Household
    about: Child
    received_on: date
    source_code: str
    school: School | None
    is_known_by_june: bool
    decision: str
    involvement: Involvement | None = None
    assessment: Assessment | None = None
    decided_on: date | None = None
    answered_on: date | None = None


class Desk:
    """Receive the requests: those that led to work, those of families known before, then all that remain."""

    def __init__(self, households: HouseholdMaker, work: WorkMaker, chance: Chance) -> None:
        self._households, self._work = households, work
        self._stream = chance.stream("requests")
        self._request_ids = Register("R", self._stream.randrange(10**7))
        self._assessment_ids = Register("E", self._stream.randrange(10**7))
        self._quotas = Quotas()
        self.requests: list[Request] = []
        self.assessments: list[Assessment] = []

    def receive(self) -> None:
        self._what_led_to_work()
        self._returns_in_july()
        self._earlier_returns()
        self._on_open_work()
        self._lead_by_schools()
        self._remaining_of_schools()
        self._remaining_of_others()

    def _what_led_to_work(self) -> None:
        for each in self._work.closed + self._work.open:
            received = on_or_before(each.started_on - timedelta(days=self._stream.randint(4, 15)))
            if received < date(2016, 1, 4):
                continue
            request = self._ask(
                each.household, each.of_school_age[0].child, received, each.is_known_by_june, "accepted"
            )
            if request:
                request.involvement, request.decision = each, "accepted"
                request.decided_on = min(request.decided_on or received, each.started_on)
                request.answered_on = max(request.decided_on, min(request.answered_on or received, each.started_on))

    def _returns_in_july(self) -> None:
        lately = [
            each for each in self._work.closed
            if date(2016, 2, 20) <= (each.ended_on or plan.AS_AT) < date(2016, 6, 25) and not _leaves_school(each)
        ]  # fmt: skip
        back = self._stream.sample(lately, plan.OF_THEM_WITHIN_SIX_MONTHS)
        back += self._work.ended_before[: plan.RE_REQUESTS_IN_JULY - plan.OF_THEM_WITHIN_SIX_MONTHS]
        for each in back:
            assert self._ask(
                each.household, each.of_school_age[0].child, working_day_in(self._stream, 7), False, "accepted"
            )

    def _earlier_returns(self) -> None:
        """Families who came back from January to June, some of them after more than six months."""
        closed = [each for each in self._work.closed if each.is_closed_by_june]
        for each in self._work.ended_before[1:] + self._stream.sample(closed, 36):
            assert each.ended_on
            longest = 110 if each.ended_on >= plan.FIRST else 230
            received = on_or_before(each.ended_on + timedelta(days=self._stream.randint(12, longest)))
            already = any(
                asked.household is each.household and asked.received_on >= received for asked in self.requests
            )
            if date(2016, 1, 4) <= received <= date(2016, 6, 30) and not already:
                self._ask(each.household, each.of_school_age[0].child, received, True, DECISION.draw(self._stream))

    def _on_open_work(self) -> None:
        for each in self._stream.sample(self._work.open, 110):
            received = on_or_before(each.started_on + timedelta(days=self._stream.randint(20, 150)))
            if max(plan.FIRST, each.started_on) < received <= date(2016, 6, 30):
                by_june = each.is_known_by_june and received <= plan.LAST_OF_MAY
                request = self._ask(each.household, each.of_school_age[0].child, received, by_june, "already_open")
                if request:
                    request.involvement = each

    def _ask(self, household: Household, about: Child, received: date, by_june: bool, decision: str) -> Request | None:
        """Receive a request on a day if the plan has one left for it, from the child's school rather often."""
        if about.year_on(received) not in STAGE_OF_YEAR:
            return None
        time = time_of(received, by_june and received <= plan.LAST_OF_MAY)
        school = about.school if self._stream.random() < KNOWN_TO_SCHOOLS else None
        if school and self._quotas.take_school(time, school):
            return self._record(household, about, received, school, time, decision)
        if self._quotas.take_other(time):
            return self._record(household, about, received, None, time, decision)
        return None

    def _lead_by_schools(self) -> None:
        """Assessments that schools lead themselves, evenly over the key stages; nobody is asked for support."""
        for by_june, left in self._quotas.led_by_schools.items():
            for district, number in left.items():
                for place in range(number):
                    phase = "primary" if place < number // 2 else "secondary"
                    month = self._stream.choice(MONTHS["January to May"] if by_june else (2, 3, 4, 5, 6, 6, 7))
                    household, child = self._new_family(district, phase, date(2016, month, 28), by_june)
                    self._assess(household, child, working_day_in(self._stream, month), "school", by_june)

    def _remaining_of_schools(self) -> None:
        for by_june, places in self._quotas.schools.items():
            times = [time for time in self._quotas.times.elements() if (time == BY_JUNE) == by_june]
            left = list(places.elements())
            self._stream.shuffle(left)
            for (district, phase), time in zip(left, times, strict=True):
                day = working_day_in(self._stream, self._stream.choice(months_of(time)))
                household, child = self._new_family(district, phase, day, by_june)
                self._record(household, child, day, child.school, time, DECISION.draw(self._stream))

    def _remaining_of_others(self) -> None:
        for time in list(self._quotas.others.elements()):
            day = working_day_in(self._stream, self._stream.choice(months_of(time)))
            phase = self._stream.choice(("primary", "primary", "secondary"))
            household, child = self._new_family(None, phase, day, time == BY_JUNE)
            self._record(household, child, day, None, time, DECISION.draw(self._stream))

    def _new_family(self, district: str | None, phase: str, day: date, by_june: bool) -> tuple[Household, Child]:
        household = self._households.make(district)
        household.is_known_by_june = by_june
        child = self._households.add_child(household, self._stream.choice(YEARS_ASSESSED[phase]), day)
        if self._stream.random() < 0.34:
            self._households.add_child(household, self._stream.choice(SIBLING_YEARS), day)
        return household, child

    def _record(
        self, household: Household, about: Child, received: date, school: School | None, time: str, decision: str
    ) -> Request:
        source = "2A" if school else SOURCE.draw(self._stream)
        request = Request(
            self._request_ids.next(), household, about, received, source, school, time == BY_JUNE, decision
        )
        _answer(self._stream, request)
        household.is_known_by_june |= request.is_known_by_june
        if school:
            started = on_or_before(max(date(2016, 1, 4), received - timedelta(days=self._stream.randint(0, 18))))
            team = "local_support_team"
            request.assessment = self._assess(household, about, started, team, request.is_known_by_june)
        self.requests.append(request)
        return request

    def _assess(self, household: Household, child: Child, started: date, led_by: str, by_june: bool) -> Assessment:
        assert child.school
        each = Assessment(self._assessment_ids.next(), household, child, child.school, started, led_by, by_june)
        self.assessments.append(each)
        return each


def _leaves_school(each: Involvement) -> bool:
    return each.of_school_age[0].child.year_on(plan.AS_AT) not in STAGE_OF_YEAR


def _answer(stream: random.Random, request: Request) -> None:
    """Decide and answer a request, unless the day for it lies after the end of July."""
    days, more = DAYS_TO_DECISION.draw(stream), DAYS_TO_ANSWER.draw(stream)
    decided = add_working_days(request.received_on, days) if days else request.received_on
    if decided > plan.AS_AT:
        request.decision = ""
        return
    answered = add_working_days(decided, more) if more else decided
    request.decided_on, request.answered_on = decided, answered if answered <= plan.AS_AT else None
