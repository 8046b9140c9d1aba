"""What is recorded while a case is open: workers, contacts, reviews, decisions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from earlyhelp.synthetic.chance import Chance, Weighted
from earlyhelp.synthetic.identifiers import Register
from earlyhelp.synthetic.involvements import Involvement
from earlyhelp.synthetic.school_year import DAY, working_days_after
from earlyhelp.synthetic.workers import Workforce
from earlyhelp.synthetic.writing import Book

REVIEW_EVERY = timedelta(days=42)
CONTACT_KIND = Weighted({"visit": 46, "call": 24, "meeting": 12, "message": 14, "letter": 4})
CONTACT_WITH = Weighted({"parent_carer": 46, "child": 28, "school": 17, "agency": 9})
PROGRESS = Weighted({"improving": 55, "unchanged": 29, "worsening": 9, "not_known": 7})


def write_allocations(
    book: Book, involvements: list[Involvement], force: Workforce, chance: Chance, as_at: date
) -> None:
    """Fill allocation, and tell each involvement its first lead worker and the manager who signs."""
    stream = chance.stream("allocations")
    add = book.adder("allocation")
    for each in involvements:
        district = each.family.district.code
        last = each.last_day(as_at)
        each.manager_id = force.manager(district, each.team_id).worker_id
        day = each.started_on
        held: set[tuple[str, date]] = set()
        while True:
            lead = force.practitioner(stream, district, day)
            each.lead_worker_id = each.lead_worker_id or lead.worker_id
            changes = day + timedelta(days=stream.randint(60, 300)) if stream.random() < 0.12 else None
            ends = min((end for end in (lead.to_on, changes) if end and end < last), default=each.ended_on)
            held.add((lead.worker_id, day))
            add(_allocation(each, lead.worker_id, "lead", day, ends))
            if ends is None or ends >= last:
                break
            day = ends + DAY
        if stream.random() < 0.10:
            second = force.practitioner(stream, district, each.started_on)
            add(_allocation(each, second.worker_id, "second", each.started_on, each.ended_on or second.to_on))
        _write_cover(book, each, force, stream.random(), as_at)


def _allocation(each: Involvement, worker_id: str, role: str, from_on: date, to_on: date | None) -> dict[str, object]:
    return {"involvement_id": each.involvement_id, "worker_id": worker_id, "role": role, "from_on": from_on,
            "to_on": to_on}  # fmt: skip


def _write_cover(book: Book, each: Involvement, force: Workforce, turn: float, as_at: date) -> None:
    """Long absences of the lead worker are covered, most of the time."""
    last = each.last_day(as_at)
    workers = force.practitioners[each.family.district.code]
    lead = next(worker for worker in workers if worker.worker_id == each.lead_worker_id)
    for from_on, to_on, _ in lead.absences:
        begins = from_on + timedelta(days=7)
        if turn > 0.65 or not each.started_on < begins < last or (to_on and to_on <= begins):
            continue
        cover = next((w for w in workers if w is not lead and w.is_employed(begins) and not w.is_absent(begins)), None)
        if cover:
            ends = min((end for end in (to_on, each.ended_on) if end), default=None)
            book.adder("allocation")(_allocation(each, cover.worker_id, "cover", begins, ends))
            return


def write_contacts(book: Book, involvements: list[Involvement], chance: Chance, as_at: date) -> None:
    """Fill contact: every other week or so, with gaps that grow when the work drifts."""
    stream = chance.stream("contacts")
    ids = Register("C", stream.randrange(10**7))
    add = book.adder("contact")
    for each in involvements:
        last = each.work_ended_on or each.last_day(as_at)
        day = working_days_after(each.started_on, stream.randint(0, 5))
        while day <= last:
            add({
                "contact_id": ids.next(), "involvement_id": each.involvement_id, "on": day,
                "kind": CONTACT_KIND.draw(stream), "with": CONTACT_WITH.draw(stream),
            })  # fmt: skip
            drift = 1.7 if (day - each.started_on).days > 270 else 1.0
            gap = timedelta(days=2 + round(stream.expovariate(1 / (13 * drift))))
            day = working_days_after(day + gap, 0)


def write_reviews(book: Book, involvements: list[Involvement], chance: Chance, as_at: date) -> None:
    """Fill review: due every six weeks, the next one planned; held late more often in long cases."""
    stream = chance.stream("reviews")
    ids = Register("V", stream.randrange(10**7))
    add = book.adder("review")
    for each in involvements:
        last = each.last_day(as_at)
        for number, due in enumerate(_reviews_due(each, last), start=1):
            in_time = stream.random() < (0.86 if number < 6 else 0.66)
            held = due + timedelta(days=-stream.randint(0, 6) if in_time else stream.randint(1, 32))
            if held > last or stream.random() < 0.03:
                held = None
            add({
                "review_id": ids.next(), "involvement_id": each.involvement_id, "due_on": due, "held_on": held,
                "progress": PROGRESS.draw(stream) if held else None,
            })  # fmt: skip


def _reviews_due(each: Involvement, last: date) -> Iterator[date]:
    due = each.started_on + REVIEW_EVERY
    while due < last:
        yield due
        due += REVIEW_EVERY
    if each.ended_on is None:
        yield due


def write_decisions(book: Book, involvements: list[Involvement], chance: Chance, as_at: date) -> None:
    """Fill management_decision: allocation, review after a while, closure, step up."""
    stream = chance.stream("decisions")
    ids = Register("M", stream.randrange(10**7))
    add = book.adder("management_decision")

    def decide(each: Involvement, day: date, kind: str, outcome: str) -> None:
        add({
            "decision_id": ids.next(), "involvement_id": each.involvement_id, "decided_on": day,
            "decided_by": each.manager_id, "kind": kind, "outcome": outcome,
        })  # fmt: skip

    for each in involvements:
        decide(each, each.started_on, "allocation", "agreed")
        day = each.started_on + timedelta(days=stream.randint(80, 100))
        while day < each.last_day(as_at):
            decide(each, day, "review", "continue" if stream.random() < 0.8 else "plan changed")
            day += timedelta(days=stream.randint(80, 110))
        if each.signed_off_on:
            if each.end_reason in ("stepped_up", "transferred"):
                kind = "step_up" if each.end_reason == "stepped_up" else "transfer"
                decide(each, min(each.signed_off_on, each.last_day(as_at)), kind, "agreed")
            decide(each, min(each.signed_off_on, each.last_day(as_at)), "closure", "agreed")
