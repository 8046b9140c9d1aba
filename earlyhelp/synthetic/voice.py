"""Voice: what was asked at closing, who was offered a form, and the few who sent one back."""

from __future__ import annotations

import random
from datetime import date, timedelta

from earlyhelp.synthetic.calibration import PARENT_HAPPY, RETURN_RATE, SCHOOL_SATISFIED, YOUNG_PERSON_HAPPY
from earlyhelp.synthetic.chance import Chance, Weighted
from earlyhelp.synthetic.identifiers import Register
from earlyhelp.synthetic.involvements import Involvement
from earlyhelp.synthetic.writing import Book

ITEMS = {"young_person": YOUNG_PERSON_HAPPY, "parent_carer": PARENT_HAPPY, "school": SCHOOL_SATISFIED}
MODE = Weighted({"paper": 55, "online": 25, "phone": 8, "in_person": 12})
OFFERED = {"young_person": 0.8, "parent_carer": 0.92, "school": 0.7}
LEFT_OUT = 0.02
OLD_ENOUGH = 7  # a young person is asked from this age on


def write_closing_forms(book: Book, involvements: list[Involvement], chance: Chance, first: date, as_at: date) -> None:
    """Fill closing_offer, closing_form and closing_answer for work that ended from first on."""
    stream = chance.stream("closing forms")
    ids = Register("D", stream.randrange(10**7))
    for each in involvements:
        if each.ended_on is None or each.ended_on < first:
            continue
        for respondent in ITEMS:
            if _can_be_asked(each, respondent) and stream.random() < OFFERED[respondent]:
                _offer(book, each, respondent, stream, ids, as_at)


def _can_be_asked(each: Involvement, respondent: str) -> bool:
    if respondent == "school":
        return any(child.school and child.is_school_age for child in each.children)
    assert each.ended_on is not None
    oldest = min(child.child.date_of_birth for child in each.children)
    return respondent == "parent_carer" or (each.ended_on - oldest).days > OLD_ENOUGH * 365


def _offer(book: Book, each: Involvement, respondent: str, stream: random.Random, ids: Register, as_at: date) -> None:
    assert each.ended_on is not None
    offered = max(each.started_on, each.ended_on - timedelta(days=stream.randint(0, 10)))
    mode = MODE.draw(stream)
    book.adder("closing_offer")({
        "involvement_id": each.involvement_id, "respondent": respondent, "offered_on": offered, "mode": mode,
    })  # fmt: skip
    received = offered + timedelta(days=round(stream.expovariate(1 / 16)) + 1)
    if stream.random() > RETURN_RATE[respondent] / OFFERED[respondent] or received > as_at:
        return
    school = next((c.school for c in each.children if c.school and c.is_school_age), None)
    form = ids.next()
    book.adder("closing_form")({
        "form_id": form, "respondent": respondent, "received_on": received,
        "district_code": each.family.district.code, "mode": mode,
        "school_urn": school.urn if respondent == "school" and school else None,
        "involvement_id": each.involvement_id if respondent == "school" or stream.random() < 0.8 else None,
    })  # fmt: skip
    for item, share in ITEMS[respondent].items():
        book.adder("closing_answer")({"form_id": form, "item": item, "answer": _answer(stream, respondent, share)})


def _answer(stream: random.Random, respondent: str, share: float) -> str | None:
    if stream.random() < LEFT_OUT:
        return "not_applicable" if stream.random() < 0.5 else None
    turn = stream.random()
    if respondent == "school":
        return "54"[stream.random() < 0.45] if turn < share else "321"[min(2, int((turn - share) / (1.01 - share) * 3))]
    if turn < share:
        return "happy"
    return "unsure" if turn < share + (1 - share) * 0.75 else "sad"
