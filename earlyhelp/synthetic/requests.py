"""Requests in the order they arrive: from new families, from families known before, on cases still open."""

from __future__ import annotations

import heapq
import random
from dataclasses import dataclass
from datetime import date, timedelta

from earlyhelp.synthetic.calibration import (
    ACCEPTED,
    MONTH_WEIGHT,
    NOT_ACCEPTED,
    NOTIFICATIONS,
    PENALTY_NOTICES,
    SCHOOL_SHARE,
    SHARE_KNOWN_WITHOUT_CASE,
    SHARE_ON_OPEN_CASE,
    SHARE_RE_REQUESTS,
    SOURCES,
)
from earlyhelp.synthetic.chance import Chance, Weighted
from earlyhelp.synthetic.families import Child, Family, FamilyMaker
from earlyhelp.synthetic.identifiers import Register
from earlyhelp.synthetic.involvements import Involvement, InvolvementMaker
from earlyhelp.synthetic.school_year import is_school_age, is_school_day, is_working_day, working_days_after
from earlyhelp.synthetic.schools import School
from earlyhelp.synthetic.writing import Book

SOURCE = Weighted(SOURCES)
OTHER_DECISION = Weighted(NOT_ACCEPTED)
DAYS_TO_DECISION = Weighted({0: 12, 1: 22, 2: 20, 3: 15, 4: 12, 5: 7, 6: 4, 7: 3, 8: 2, 10: 2, 15: 1})
LEVEL = Weighted({"universal": 5, "earliest_help": 30, "targeted": 55, "specialist": 6, None: 4})
# Weight of a day for those who ask and are not schools.
SCHOOL_DAY, HOLIDAY, WEEKEND = 2.0, 1.6, 0.12


@dataclass(slots=True, eq=False)
class Request:
    request_id: str
    family: Family
    about: Child
    received_on: date
    kind: str
    source_code: str
    school: School | None
    decision: str | None = None
    decided_on: date | None = None
    answered_on: date | None = None
    involvement: Involvement | None = None
    assessment_id: str | None = None
    threshold_level: str | None = None
    with_siblings: bool = True

    def named_children(self) -> list[Child]:
        """Return the child it is about and, where the asker named them, brothers and sisters already born."""
        others = self.family.children if self.with_siblings else []
        return [self.about] + [c for c in others if c is not self.about and c.date_of_birth <= self.received_on]


class _Known:
    """Families by what the team knows of them on the day that is being lived through."""

    def __init__(self) -> None:
        self._ends: list[tuple[date, int, Family]] = []
        self._begun = 0  # settles which of two that end on the same day comes first
        self._closed: list[tuple[date, Family]] = []
        self._oldest = 0
        self.open: list[tuple[Family, Involvement]] = []
        self.busy_until: dict[str, date] = {}
        self.without_case: list[Family] = []

    def begin(self, involvement: Involvement, ends: date) -> None:
        family = involvement.family
        self._begun += 1
        heapq.heappush(self._ends, (ends, self._begun, family))
        self.open.append((family, involvement))
        self.busy_until[family.family_id] = ends

    def live_until(self, day: date) -> None:
        while self._ends and self._ends[0][0] < day:
            ended, _, family = heapq.heappop(self._ends)
            self._closed.append((ended, family))
        while self._oldest < len(self._closed) and self._closed[self._oldest][0] < day - timedelta(days=364):
            self._oldest += 1

    def recently_closed(self, stream: random.Random, day: date) -> Family | None:
        """A family whose work ended in the last year, most often lately, and with whom nothing is under way."""
        for _ in range(6):
            known = len(self._closed) - self._oldest
            if known < 1:
                return None
            family = self._closed[len(self._closed) - 1 - int(known * stream.random() ** 5)][1]
            if self.busy_until[family.family_id] < day:
                return family
        return None

    def on_open_case(self, stream: random.Random, day: date) -> tuple[Family, Involvement] | None:
        while self.open:
            place = stream.randrange(len(self.open))
            family, involvement = self.open[place]
            if self.busy_until[family.family_id] > day:
                return (family, involvement) if involvement.started_on < day else None
            self.open[place] = self.open[-1]
            self.open.pop()
        return None


class RequestMaker:
    """Live through the days of the history and receive every request on its day."""

    def __init__(self, families: FamilyMaker, involvements: InvolvementMaker, chance: Chance, as_at: date) -> None:
        self._families, self._involvements = families, involvements
        self._stream = chance.stream("requests")
        self._days_stream = chance.stream("request days")
        self._ids = Register("R", self._stream.randrange(10**7))
        self._as_at = as_at
        self._known = _Known()
        self.requests: list[Request] = []

    def receive(self, number: int, first: date) -> None:
        """Receive that many support requests from first to `as_at`, with the penalty notices and notifications."""
        for day, kind, from_school in self._arrivals(number, first):
            self._known.live_until(day)
            if kind == "support":
                self._support(day, from_school)
            else:
                self._other(day, kind)

    def _arrivals(self, number: int, first: date) -> list[tuple[date, str, bool]]:
        days = [first + timedelta(days=n) for n in range((self._as_at - first).days + 1)]
        term_days = Weighted([(day, MONTH_WEIGHT[day.month] if is_school_day(day) else 0.0) for day in days])
        all_days = Weighted([(day, MONTH_WEIGHT[day.month] * _weight(day)) for day in days])
        from_schools = round(number * SCHOOL_SHARE)
        drawn = self._days_stream
        wanted = (
            (term_days, "support", True, from_schools),
            (all_days, "support", False, number - from_schools),
            (term_days, "penalty_notice", True, round(number * PENALTY_NOTICES)),
            (all_days, "notification", False, round(number * NOTIFICATIONS)),
        )
        arrivals = [
            (day, kind, by_school) for weighted, kind, by_school, count in wanted
            for day in weighted.spread(drawn, count)
        ]  # fmt: skip
        return sorted(arrivals)

    def _support(self, day: date, from_school: bool) -> None:
        turn = self._stream.random()
        if turn < SHARE_RE_REQUESTS:
            family = self._known.recently_closed(self._stream, day)
            about = self._child_of(family, day, from_school) if family else None
            if family and about:
                return self._decide(self._record(family, about, day, from_school), "re_request")
        elif turn < SHARE_RE_REQUESTS + SHARE_ON_OPEN_CASE:
            known = self._known.on_open_case(self._stream, day)
            about = self._child_of(known[0], day, from_school) if known else None
            if known and about:
                return self._already_open(self._record(known[0], about, day, from_school), known[1])
        elif turn < SHARE_RE_REQUESTS + SHARE_ON_OPEN_CASE + SHARE_KNOWN_WITHOUT_CASE and self._known.without_case:
            family = self._stream.choice(self._known.without_case)
            about = self._child_of(family, day, from_school)
            if about and not family.involvements:
                return self._decide(self._record(family, about, day, from_school), "new")
        family, about = self._families.make(day, for_school=from_school)
        self._decide(self._record(family, about, day, from_school), "new")
        return None

    def _child_of(self, family: Family, day: date, from_school: bool) -> Child | None:
        """A child of the family the request can be about: under 18, and at a school where a school asks."""
        for child in family.children:
            year = child.year_on(day)
            if year != "X" and (not from_school or (is_school_age(year) and family.school_of(child, day))):
                return child
        return None

    def _record(self, family: Family, about: Child, day: date, from_school: bool, kind: str = "support") -> Request:
        school = family.school_of(about, day) if from_school else None
        source = "2A" if from_school else SOURCE.draw(self._stream)
        request = Request(self._ids.next(), family, about, day, kind, source, school)
        request.with_siblings = kind == "support" and self._stream.random() < 0.45
        request.threshold_level = LEVEL.draw(self._stream) if kind == "support" else None
        self.requests.append(request)
        return request

    def _answer(self, request: Request, decision: str) -> bool:
        """Decide and answer a request, unless the day for it has not come; return whether it has."""
        decided = working_days_after(request.received_on, DAYS_TO_DECISION.draw(self._stream))
        if decided > self._as_at:
            return False
        request.decision, request.decided_on = decision, decided
        answered = working_days_after(decided, 0 if self._stream.random() < 0.7 else self._stream.randint(1, 4))
        if answered <= self._as_at and self._stream.random() < 0.96:
            request.answered_on = answered
        return True

    def _decide(self, request: Request, known: str) -> None:
        accepted = self._stream.random() < ACCEPTED[known]
        decision = "accepted" if accepted else OTHER_DECISION.draw(self._stream)
        if not self._answer(request, decision) or not accepted:
            if known == "new" and not request.family.involvements:
                self._known.without_case.append(request.family)
            return
        assert request.decided_on is not None
        starts = working_days_after(request.decided_on, self._stream.randint(0, 9))
        if starts <= self._as_at:
            involvement, ends = self._involvements.open(request.family, request.about, starts, request.school)
            request.involvement = involvement
            self._known.begin(involvement, ends)

    def _already_open(self, request: Request, involvement: Involvement) -> None:
        if self._answer(request, "already_open"):
            request.involvement = involvement

    def _other(self, day: date, kind: str) -> None:
        """A penalty notice or a notification: never support, so never a case by itself."""
        family = self._stream.choice(self._known.without_case) if self._known.without_case else None
        about = self._child_of(family, day, kind == "penalty_notice") if family else None
        if family is None or about is None or self._stream.random() < 0.6:
            family, about = self._families.make(day, for_school=kind == "penalty_notice")
        request = self._record(family, about, day, kind == "penalty_notice", kind)
        if kind == "notification":
            request.source_code = "6" if self._stream.random() < 0.8 else "3E"
        if self._stream.random() < 0.9:
            self._answer(request, "accepted" if kind == "penalty_notice" else "advice")


def _weight(day: date) -> float:
    if not is_working_day(day):
        return WEEKEND
    return SCHOOL_DAY if is_school_day(day) else HOLIDAY


def write_requests(book: Book, requests: list[Request]) -> None:
    """Fill request and request_child; a support request names most of the children of the family."""
    add, add_child = book.adder("request"), book.adder("request_child")
    for each in requests:
        add({
            "request_id": each.request_id, "family_id": each.family.family_id, "received_on": each.received_on,
            "kind": each.kind, "source_code": each.source_code,
            "school_urn": each.school.urn if each.school else None, "district_code": each.family.district.code,
            "threshold_level": each.threshold_level, "decision": each.decision, "decided_on": each.decided_on,
            "answered_on": each.answered_on, "assessment_id": each.assessment_id,
            "involvement_id": each.involvement.involvement_id if each.involvement else None,
        })  # fmt: skip
        for child in each.named_children():
            school = each.family.school_of(child, each.received_on)
            add_child({
                "request_id": each.request_id, "person_id": child.person_id,
                "nc_year": child.year_on(each.received_on), "school_urn": school.urn if school else None,
            })  # fmt: skip
