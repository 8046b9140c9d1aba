"""Capacity: staffing by month, link meetings by half term, audits by term, targets and benchmarks."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

from earlyhelp.synthetic.calibration import LINK_MEETING_CANCELLED, STAFFING_TARGET
from earlyhelp.synthetic.chance import Chance, Weighted
from earlyhelp.synthetic.identifiers import Register
from earlyhelp.synthetic.involvements import Involvement
from earlyhelp.synthetic.school_year import DAY, Term, is_school_day, terms_between
from earlyhelp.synthetic.schools import District, School
from earlyhelp.synthetic.workers import Worker, Workforce
from earlyhelp.synthetic.writing import Book, Row

LOW_DISTRICT = "E07000196"  # South Staffordshire, 61% in April 2016 (data sheet, quality)
LOW_STAFFING = 0.61
MONTHS_BACK_LOW, MONTHS_BACK_UNKNOWN = 5, (0, 1, 4)  # from a last day in September: April; September, August, May
HELD_UNTIL_AFTER = timedelta(days=60)
JUDGEMENT = Weighted({"1": 12, "2": 55, "3": 27, "4": 6})
FINDING = Weighted({
    "Plan clear and shared with the school": 5, "Voice of the child well recorded": 4,
    "Reviews later than the plan says": 4, "Outcomes not yet measurable": 3, "Good evidence of progress": 5,
    "Contact with the school could be more frequent": 4, "Closure well prepared": 2,
})  # fmt: skip


def write_staffing(book: Book, districts: list[District], force: Workforce, first: date, as_at: date) -> None:
    """Fill staffing from the workers themselves; the last months and one before are not yet available."""
    add = book.adder("staffing")
    month = date(first.year, first.month, 1)
    while month <= as_at:
        back = (as_at.year - month.year) * 12 + as_at.month - month.month
        for district in districts:
            workers = force.practitioners[district.code] + force.managers[district.code]
            row: dict[str, object] = {"month": month, "district_code": district.code}
            row |= _staffing(workers, month, is_low=district.code == LOW_DISTRICT and back == MONTHS_BACK_LOW)
            if back in MONTHS_BACK_UNKNOWN:
                row = {key: row[key] for key in ("month", "district_code", "establishment_fte")}
            add(row)
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _staffing(workers: list[Worker], month: date, *, is_low: bool) -> dict[str, object]:
    """Full-time equivalents on the 15th; the establishment is somewhat larger than the posts ever filled at once."""
    day = month + timedelta(days=14)
    posts = len({(w.team_id, w.from_on) for w in workers if w.to_on is None})
    establishment = round(posts * 1.04, 1)
    employed = [w for w in workers if w.is_employed(day)]
    away = {reason: _fte_absent(employed, day, reason) for reason in ("sickness", "maternity", "other")}
    in_post = min(sum(w.fte for w in employed), establishment)
    absent = min(sum(away.values()), in_post)
    if is_low:
        absent = max(absent, round(establishment * 0.08, 1))
        in_post = round(establishment * LOW_STAFFING + absent, 1)
        away["sickness"] = absent - min(absent, away["maternity"])
    return {
        "establishment_fte": establishment, "in_post_fte": f"{in_post:.1f}", "absent_fte": f"{absent:.1f}",
        "sickness_fte": f"{min(away['sickness'], absent):.1f}",
        "maternity_fte": f"{min(away['maternity'], absent):.1f}", "temporary_fte": f"{min(0.1 * in_post, 2.0):.1f}",
    }  # fmt: skip


def _fte_absent(workers: list[Worker], day: date, reason: str) -> float:
    return sum(
        worker.fte for worker in workers
        if any(why == reason and begin <= day and (end is None or day < end) and _is_long(begin, end)
               for begin, end, why in worker.absences)
    )  # fmt: skip


def _is_long(begin: date, end: date | None) -> bool:
    return end is None or (end - begin).days > 20


def write_link_meetings(book: Book, schools: list[School], chance: Chance, first: date, as_at: date) -> None:
    """Fill link_meeting: one for each school and half term from first on; districts differ in what is cancelled."""
    stream = chance.stream("link meetings")
    ids = Register("K", stream.randrange(10**7))
    add = book.adder("link_meeting")
    for term in terms_between(first, as_at + HELD_UNTIL_AFTER):
        for school in schools:
            for day in (_meeting_day(stream, term, school, half) for half in (0, 1)):
                if day is None or day > as_at + HELD_UNTIL_AFTER:
                    continue
                outcome = _outcome(stream, school.district_code) if day <= as_at else "pending"
                _add_meeting(add, ids.next(), school, day, outcome, stream)
                again = day + timedelta(days=7)
                if outcome == "rearranged" and is_school_day(again) and again <= as_at:
                    _add_meeting(add, ids.next(), school, again, "held", stream)


def _meeting_day(stream: random.Random, term: Term, school: School, half: int) -> date | None:
    first, last = (term.starts_on, term.half_term_from - DAY) if half == 0 else (term.half_term_to + DAY, term.ends_on)
    day = first + timedelta(days=stream.randint(5, max(6, (last - first).days)))
    while not is_school_day(day):
        day -= DAY
    is_open = (school.opened_on or day) <= day and (school.closed_on is None or day <= school.closed_on)
    return day if is_open else None


def _outcome(stream: random.Random, district: str) -> str:
    by_team, by_school = LINK_MEETING_CANCELLED[district]
    turn = stream.random()
    if turn < by_team:
        return "cancelled_by_team"
    if turn < by_team + by_school:
        return "cancelled_by_school"
    return "rearranged" if turn < by_team + by_school + 0.04 else "held"


def _add_meeting(
    add: Callable[[Row], None], meeting_id: str, school: School, day: date, outcome: str, stream: random.Random
) -> None:
    used = stream.random() < 0.55 if outcome == "held" else None
    add({
        "meeting_id": meeting_id, "school_urn": school.urn, "scheduled_on": day, "outcome": outcome,
        "agenda_used": used,
    })  # fmt: skip


def write_audits(
    book: Book, districts: list[District], involvements: list[Involvement], chance: Chance, first: date, as_at: date
) -> None:
    """Fill case_audit: one joint case for each district and term, and the teams' own themed audits."""
    stream = chance.stream("audits")
    ids = Register("A", stream.randrange(10**7))
    add = book.adder("case_audit")
    for term in terms_between(first, as_at):
        drawn = term.half_term_to + timedelta(days=3)
        for district in districts:
            pool = [i for i in involvements if i.family.district is district and i.is_open_at(drawn)]
            for joint in (True, False):
                if not pool or drawn > as_at or (not joint and stream.random() < 0.5):
                    continue
                each = stream.choice(pool)
                audited = drawn + timedelta(days=stream.randint(7, 45))
                is_done = audited <= as_at and stream.random() < 0.9
                school = next((c.school for c in each.children if c.school), None)
                judgement = JUDGEMENT.draw(stream) if is_done else None
                head = judgement if stream.random() < 0.75 else JUDGEMENT.draw(stream)
                add({
                    "audit_id": ids.next(), "involvement_id": each.involvement_id, "district_code": district.code,
                    "drawn_on": drawn, "pool": len(pool), "seed": str(stream.randrange(10**6)),
                    "audited_on": audited if is_done else None, "kind": "termly" if joint else "themed",
                    "theme": None if joint else "Emotional health in primary schools", "joint": joint,
                    "school_urn": school.urn if joint and school else None, "judgement": judgement,
                    "head_judgement": head if is_done and joint else None,
                    "finding": FINDING.draw(stream) if is_done else None,
                })  # fmt: skip


def write_targets(book: Book, districts: list[District], first: date, as_at: date) -> None:
    """Fill target and benchmark."""
    add, add_benchmark = book.adder("target"), book.adder("benchmark")
    for place in ["E10000028", *(district.code for district in districts)]:
        add({"measure": "staffing_level", "place_code": place, "from_on": first, "value": STAFFING_TARGET})
        add({"measure": "reviews_in_time", "place_code": place, "from_on": first, "value": 0.9})
    year = as_at.year if as_at >= date(as_at.year, 3, 31) else as_at.year - 1
    for area, value in (("Neighbouring counties (invented)", 0.117), ("Region (invented)", 0.134)):
        add_benchmark({
            "measure": "re_requests", "area": area, "period_start": date(year - 1, 4, 1),
            "period_end": date(year, 3, 31), "value": value,
            "definition": "Requests within 12 months of the end of an involvement", "source": "Invented",
        })  # fmt: skip
