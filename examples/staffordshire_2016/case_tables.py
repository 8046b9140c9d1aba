"""Writes the case work into both books: requests, assessments, involvements, focuses and reviews."""

from __future__ import annotations

import random
from datetime import date, timedelta

from earlyhelp.synthetic.chance import Chance, Weighted
from earlyhelp.synthetic.identifiers import Register
from examples.staffordshire_2016 import plan
from examples.staffordshire_2016.asking import Assessment, Request
from examples.staffordshire_2016.books import Books
from examples.staffordshire_2016.households import STAGE_OF_YEAR
from examples.staffordshire_2016.work import Focus, Involvement, WorkedWith

CONSULTED = Weighted({"yes": 55, "no": 35, "not_applicable": 10})
OUTCOME = Weighted({"met": 62, "partly_met": 25, "not_met": 9, "not_known": 4})
PROGRESS = Weighted({"improving": 55, "unchanged": 30, "worsening": 12, "not_known": 3})
SIGNED_OFF = 0.9
BETWEEN_REVIEWS = timedelta(days=84)


def write_requests(books: Books, requests: list[Request]) -> None:
    """Fill request and request_child; a request names the children of school age of its family."""
    for each in requests:
        by_june = each.is_known_by_june
        books.add("request", {
            "request_id": each.request_id, "family_id": each.household.family_id, "received_on": each.received_on,
            "kind": "support", "source_code": each.source_code,
            "school_urn": each.school.urn if each.school else None, "district_code": each.household.district.code,
            "decision": each.decision, "decided_on": each.decided_on, "answered_on": each.answered_on,
            "assessment_id": each.assessment.assessment_id if each.assessment else None,
            "involvement_id": each.involvement.involvement_id if each.involvement else None,
        }, by_june=by_june)  # fmt: skip
        for child in each.household.children:
            if child.school and child.year_on(each.received_on) in STAGE_OF_YEAR:
                books.add("request_child", {
                    "request_id": each.request_id, "person_id": child.person_id,
                    "nc_year": child.year_on(each.received_on), "school_urn": child.school.urn,
                }, by_june=by_june)  # fmt: skip


def write_assessments(books: Books, assessments: list[Assessment]) -> None:
    """Fill assessment; the team is told of each, and schools lead those that led to no request."""
    for each in assessments:
        led_by_school = each.led_by == "school"
        books.add("assessment", {
            "assessment_id": each.assessment_id, "family_id": each.household.family_id,
            "person_id": each.child.person_id, "nc_year": each.child.year_on(each.started_on),
            "district_code": each.household.district.code, "started_on": each.started_on, "started_by": "school",
            "led_by": each.led_by, "started_by_urn": each.school.urn,
            "led_by_urn": each.school.urn if led_by_school else None, "told_on": each.started_on,
        }, by_june=each.is_known_by_june)  # fmt: skip


def write_involvements(books: Books, involvements: list[Involvement], chance: Chance) -> None:
    """Fill involvement, involvement_child, focus and review."""
    stream = chance.stream("involvements")
    focus_ids, review_ids = Register("N", stream.randrange(10**7)), Register("V", stream.randrange(10**7))
    for each in involvements:
        _write_involvement(books, each, stream)
        for worked in each.children:
            _write_child(books, worked)
            for focus in worked.focuses:
                _write_focus(books, worked, focus, focus_ids.next(), stream)
        _write_reviews(books, each, review_ids, stream)


def _write_involvement(books: Books, each: Involvement, stream: random.Random) -> None:
    ended = each.ended_on
    consulted = CONSULTED.draw(stream) if ended else None
    closing = {
        "work_ended_on": max(each.started_on, ended - timedelta(days=stream.randint(0, 20))) if ended else None,
        "ended_on": ended, "end_reason": each.end_reason,
        "signed_off_on": ended if stream.random() < SIGNED_OFF else None,
        "school_consulted": consulted, "school_agreed": "yes" if consulted == "yes" else None,
    }  # fmt: skip
    row = {
        "involvement_id": each.involvement_id, "family_id": each.household.family_id,
        "district_code": each.household.district.code, "service_tier": "targeted", "purpose": "prevent_escalation",
        "started_on": each.started_on, **closing,
    }  # fmt: skip
    not_yet = {} if each.is_closed_by_june else dict.fromkeys(closing)
    books.add("involvement", row, by_june=each.is_known_by_june, **not_yet)


def _write_child(books: Books, worked: WorkedWith) -> None:
    each = worked.involvement
    books.add("involvement_child", {
        "involvement_id": each.involvement_id, "person_id": worked.child.person_id,
        "nc_year": worked.year or worked.child.year_on(each.started_on),
        "school_urn": worked.school.urn if worked.school else None, "sen_provision": worked.sen_provision,
    }, by_june=each.is_known_by_june, sen_provision=worked.sen_provision_in_june)  # fmt: skip


def _write_focus(books: Books, worked: WorkedWith, focus: Focus, focus_id: str, stream: random.Random) -> None:
    each = worked.involvement
    outcome = OUTCOME.draw(stream) if focus.closed_on else None
    is_closed = focus.closed_on and (
        each.is_closed_by_june or (not each.ended_on and focus.closed_on <= plan.LAST_OF_MAY)
    )
    by_june = each.is_known_by_june and focus.opened_on <= plan.LAST_OF_MAY
    row = {
        "focus_id": focus_id, "involvement_id": each.involvement_id, "person_id": worked.child.person_id,
        "focus_code": focus.focus_code, "opened_on": focus.opened_on, "closed_on": focus.closed_on, "outcome": outcome,
    }  # fmt: skip
    books.add("focus", row, by_june=by_june, **({} if is_closed else {"closed_on": None, "outcome": None}))


def _write_reviews(books: Books, each: Involvement, ids: Register, stream: random.Random) -> None:
    """A review every twelve weeks since recording began, most held when due or up to ten days before."""
    last = each.ended_on or plan.AS_AT
    due = each.started_on + BETWEEN_REVIEWS
    while due <= last:
        if due >= plan.COMPLETE_FROM:
            days = stream.randint(-9, 0) if stream.random() < 0.8 else stream.randint(1, 25)
            held: date | None = max(each.started_on, due + timedelta(days=days))
            held = held if held <= last and stream.random() < 0.95 else None
            row = {
                "review_id": ids.next(), "involvement_id": each.involvement_id, "due_on": due, "held_on": held,
                "progress": PROGRESS.draw(stream) if held else None,
            }  # fmt: skip
            is_held = held is not None and held <= plan.LAST_OF_MAY
            books.add("review", row, by_june=each.is_known_by_june and due <= plan.LAST_OF_MAY,
                      **({} if is_held else {"held_on": None, "progress": None}))  # fmt: skip
        due += BETWEEN_REVIEWS
