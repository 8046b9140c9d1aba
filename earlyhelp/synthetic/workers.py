"""Workers, their absences, and the schools they are the link for."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from earlyhelp.synthetic.calibration import COUNTY_REQUESTS, DISTRICT_WEIGHT
from earlyhelp.synthetic.chance import Chance, Weighted
from earlyhelp.synthetic.identifiers import Register
from earlyhelp.synthetic.schools import District, School
from earlyhelp.synthetic.writing import Book

COUNTY_WORKERS = 185  # practitioners in post at once at county size
FTE = Weighted({1.0: 62, 0.8: 14, 0.6: 14, 0.5: 10})
REASON = Weighted({"sickness": 68, "maternity": 14, "other": 18})


@dataclass(slots=True, eq=False)
class Worker:
    worker_id: str
    district_code: str
    team_id: str
    role: str
    fte: float
    from_on: date
    to_on: date | None
    absences: list[tuple[date, date | None, str]] = field(default_factory=list[tuple[date, "date | None", str]])

    def is_employed(self, day: date) -> bool:
        return self.from_on <= day and (self.to_on is None or self.to_on > day)

    def is_absent(self, day: date) -> bool:
        return any(first <= day and (last is None or day < last) for first, last, _ in self.absences)


@dataclass(slots=True)
class Workforce:
    workers: list[Worker]
    practitioners: dict[str, list[Worker]]
    managers: dict[str, list[Worker]]

    def practitioner(self, stream: random.Random, district: str, day: date) -> Worker:
        """Return a practitioner of the district employed on a day."""
        employed = [w for w in self.practitioners[district] if w.is_employed(day)]
        return stream.choice(employed)

    def manager(self, district: str, team_id: str) -> Worker:
        managers = self.managers[district]
        return next((m for m in managers if m.team_id == team_id), managers[0])


def build_workforce(districts: list[District], requests: int, chance: Chance, first: date, as_at: date) -> Workforce:
    """Give each district two managers and its practitioners, in posts that are filled again after a leaver."""
    stream = chance.stream("workers")
    ids = Register("W", stream.randrange(10**7))
    force = Workforce([], {}, {})
    whole = sum(DISTRICT_WEIGHT.values())
    for district in districts:
        teams = [f"T{district.code[-2:]}{number}" for number in (1, 2)]
        posts = max(3, round(COUNTY_WORKERS * requests / COUNTY_REQUESTS * DISTRICT_WEIGHT[district.code] / whole))
        force.managers[district.code] = [
            Worker(ids.next(), district.code, team, "manager", 1.0, first - timedelta(days=400), None) for team in teams
        ]
        force.practitioners[district.code] = practitioners = [
            worker for post in range(posts)
            for worker in _holders(stream, ids, district.code, teams[post % 2], first, as_at, lasting=post < 2)
        ]  # fmt: skip
        force.workers += force.managers[district.code] + practitioners
    for worker in force.workers:
        if worker.role != "manager":
            _absences(stream, worker, max(first, worker.from_on), min(worker.to_on or as_at, as_at))
    return force


def _holders(
    stream: random.Random, ids: Register, district: str, team: str, first: date, as_at: date, *, lasting: bool
) -> list[Worker]:
    """Those who hold one post, one after another, with a gap between them; a lasting holder never leaves."""
    holders: list[Worker] = []
    starts = first - timedelta(days=stream.randint(30, 2500))
    while starts <= as_at:
        leaves = None
        if not lasting and stream.random() < 0.6:
            leaves = max(starts, first) + timedelta(days=stream.randint(120, 1400))
        leaves = leaves if leaves and leaves <= as_at else None
        role = "practitioner" if stream.random() < 0.85 else "senior_practitioner"
        holders.append(Worker(ids.next(), district, team, role, FTE.draw(stream), starts, leaves))
        if leaves is None:
            return holders
        starts = leaves + timedelta(days=stream.randint(20, 150))
    return holders


def _absences(stream: random.Random, worker: Worker, first: date, last: date) -> None:
    day = first + timedelta(days=round(stream.expovariate(1 / 240)))
    while day < last:
        reason = REASON.draw(stream)
        length = stream.randint(180, 330) if reason == "maternity" else round(stream.lognormvariate(1.7, 1.1)) + 1
        back = day + timedelta(days=length)
        worker.absences.append((day, back if back <= last else None, reason))
        day = back + timedelta(days=round(stream.expovariate(1 / 300)) + 20)


def write_workers(
    book: Book, force: Workforce, schools: list[School], chance: Chance, first: date, as_at: date
) -> None:
    """Fill worker, worker_absence and link_worker."""
    stream = chance.stream("link workers")
    add, add_absence = book.adder("worker"), book.adder("worker_absence")
    for worker in force.workers:
        add({
            "worker_id": worker.worker_id, "district_code": worker.district_code, "team_id": worker.team_id,
            "role": worker.role, "fte": worker.fte, "from_on": worker.from_on, "to_on": worker.to_on,
        })  # fmt: skip
        for from_on, to_on, reason in worker.absences:
            is_long = reason == "maternity" or to_on is None or (to_on - from_on).days > 20
            confirmed = from_on + timedelta(days=stream.randint(0, 12))
            add_absence({
                "worker_id": worker.worker_id, "from_on": from_on, "to_on": to_on, "reason": reason,
                "cover_confirmed_on": confirmed if is_long and confirmed <= as_at and stream.random() < 0.8 else None,
            })  # fmt: skip
    for school in schools:
        _write_links(book, force, school, stream, first, as_at)


def _write_links(book: Book, force: Workforce, school: School, stream: random.Random, first: date, as_at: date) -> None:
    """A school keeps its link worker until the worker leaves; then it is given another."""
    add = book.adder("link_worker")
    day = max(first, school.opened_on or first)
    while day <= as_at and not (school.closed_on and school.closed_on < day):
        worker = force.practitioner(stream, school.district_code, day)
        ends = min((end for end in (worker.to_on, school.closed_on) if end), default=None)
        add({"school_urn": school.urn, "worker_id": worker.worker_id, "from_on": day, "to_on": ends})
        if ends is None:
            return
        day = ends + timedelta(days=stream.randint(1, 60))
