"""The plan and those who carry it: plan items, team around the family, services, consent, news for schools."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from earlyhelp.synthetic.chance import Chance, Weighted
from earlyhelp.synthetic.focuses import Focus
from earlyhelp.synthetic.identifiers import Register
from earlyhelp.synthetic.involvements import Involvement
from earlyhelp.synthetic.workers import Workforce
from earlyhelp.synthetic.writing import Book

BY_WHOM = Weighted({"parent_carer": 34, "worker": 30, "child": 12, "school": 16, "health": 5, "other agency": 3})
EVIDENCE = Weighted({
    "Seen on a visit": 28, "Told by the family": 24, "Told by the school": 22, "School register": 10,
    "Scaling question": 10, "Letter or report": 6,
})  # fmt: skip
AGENCY = Weighted({
    "school": 55, "school nursing": 14, "health visiting": 9, "police": 4, "housing": 7, "voluntary": 8,
    "mental health service": 6, "drug and alcohol service": 3, "domestic abuse service": 5,
})  # fmt: skip
SERVICE = Weighted({"one_to_one": 58, "parenting_programme": 22, "other_service": 20})


def write_plan_items(book: Book, focuses: list[Focus], chance: Chance, as_at: date) -> None:
    """Fill plan_item: one for most focuses; done with evidence once the focus is closed."""
    stream = chance.stream("plan items")
    ids = Register("L", stream.randrange(10**7))
    add = book.adder("plan_item")
    for focus in focuses:
        if stream.random() > 0.75:
            continue
        due = focus.opened_on + timedelta(days=stream.randint(21, 84))
        done = min(due + timedelta(days=stream.randint(-14, 28)), focus.closed_on or as_at)
        is_done = stream.random() < (0.86 if focus.closed_on else 0.3) and done <= as_at
        add({
            "plan_item_id": ids.next(), "involvement_id": focus.involvement.involvement_id, "focus_id": focus.focus_id,
            "by_whom": BY_WHOM.draw(stream), "due_on": due, "done_on": max(done, focus.opened_on) if is_done else None,
            "evidence": EVIDENCE.draw(stream) if is_done else None,
        })  # fmt: skip


def write_partners(book: Book, involvements: list[Involvement], chance: Chance, as_at: date) -> None:
    """Fill partner: the team around the family; agencies lead one in ten."""
    stream = chance.stream("partners")
    add = book.adder("partner")
    for each in involvements:
        agencies = list(dict.fromkeys(AGENCY.draw(stream) for _ in range(stream.randint(0, 3))))
        leads = stream.random() < 0.1
        for agency in agencies:
            role = "lead" if leads and agency is agencies[0] else "member"
            add({
                "involvement_id": each.involvement_id, "agency": agency, "role": role,
                "from_on": _early(stream, each, as_at), "to_on": each.ended_on,
            })  # fmt: skip


def write_services(
    book: Book, involvements: list[Involvement], focuses: list[Focus], chance: Chance, as_at: date
) -> None:
    """Fill service; attendance clinics where attendance is a focus."""
    stream = chance.stream("services")
    add = book.adder("service")
    poor_attendance = {f.involvement.involvement_id for f in focuses if f.code == "attendance_below_90"}
    for each in involvements:
        services = [SERVICE.draw(stream)] if stream.random() < 0.85 else []
        if each.involvement_id in poor_attendance and stream.random() < 0.35:
            services.append("attendance_clinic")
        for service in services:
            begins = _early(stream, each, as_at)
            ends = begins + timedelta(days=stream.randint(14, 120))
            add({
                "involvement_id": each.involvement_id, "service": service, "from_on": begins,
                "to_on": min(ends, each.ended_on) if each.ended_on else ends if ends <= as_at else None,
            })  # fmt: skip


def _early(stream: random.Random, each: Involvement, as_at: date) -> date:
    length = (each.last_day(as_at) - each.started_on).days
    return each.started_on + timedelta(days=min(stream.randint(0, 35), length))


def write_consent(book: Book, involvements: list[Involvement], chance: Chance) -> None:
    """Fill consent: given as the work begins, withdrawn where that ended it."""
    stream = chance.stream("consent")
    ids = Register("N", stream.randrange(10**7))
    add = book.adder("consent")

    def record(each: Involvement, day: date, state: str, ends: date | None = None) -> None:
        add({
            "consent_id": ids.next(), "family_id": each.family.family_id, "decided_on": day, "state": state,
            "purpose": "Early help and sharing with the team around the family", "ends_on": ends,
        })  # fmt: skip

    for each in involvements:
        state = "given" if stream.random() < 0.985 else "shared_without"
        ends = each.started_on + timedelta(days=365) if stream.random() < 0.3 else None
        record(each, each.started_on - timedelta(days=stream.randint(0, 6)), state, ends)
        if each.end_reason == "consent_withdrawn" and each.ended_on:
            record(each, max(each.started_on, each.ended_on - timedelta(days=stream.randint(0, 14))), "withdrawn")


def write_school_updates(
    book: Book, involvements: list[Involvement], force: Workforce, chance: Chance, as_at: date
) -> None:
    """Fill school_update: progress now and then, long absence of the worker, consultation, the outcome at the end."""
    stream = chance.stream("school updates")
    add = book.adder("school_update")
    absences = {worker.worker_id: worker.absences for worker in force.workers}
    for each in involvements:
        school = next((c.school for c in each.children if c.school and c.is_school_age), None)
        if school is None:
            continue
        told: list[tuple[str, date, str | None]] = [
            ("progress", day, None) for day in _progress_days(stream, each, as_at)
        ]
        told += [("absence", day, None) for day in _absence_days(stream, each, absences, as_at)]
        if each.ended_on and each.school_consulted == "yes":
            asked = max(each.started_on, each.ended_on - timedelta(days=stream.randint(3, 15)))
            told.append(("closure_consultation", asked, "agrees" if each.school_agreed == "yes" else "disagrees"))
        if each.ended_on and stream.random() < 0.55:
            told.append(("outcome", each.ended_on, None))
        for kind, day, reply in told:
            add({
                "involvement_id": each.involvement_id, "school_urn": school.urn, "told_on": day, "kind": kind,
                "reply": reply,
            })  # fmt: skip


def _progress_days(stream: random.Random, each: Involvement, as_at: date) -> Iterator[date]:
    day = each.started_on + timedelta(days=stream.randint(25, 60))
    while day < each.last_day(as_at) and stream.random() < 0.6:
        yield day
        day += timedelta(days=stream.randint(35, 70))


def _absence_days(
    stream: random.Random, each: Involvement, absences: Mapping[str, list[tuple[date, date | None, str]]], as_at: date
) -> Iterator[date]:
    """Schools are told of an absence of the lead worker longer than three days (data sheet, quality, 2016)."""
    for first, back, _ in absences.get(each.lead_worker_id or "", []):
        day = first + timedelta(days=4)
        lasts = back is None or day < back
        if lasts and each.started_on <= day <= each.last_day(as_at) and stream.random() < 0.85:
            yield day
