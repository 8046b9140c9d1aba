"""Children's social care: referrals, those among them known to early help, the links that say so, and step ups."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from earlyhelp.synthetic.calibration import ACCEPTED_REFERRALS_A_MONTH, PUBLISHED, SOURCES
from earlyhelp.synthetic.chance import Chance, Weighted
from earlyhelp.synthetic.families import Child, Family
from earlyhelp.synthetic.identifiers import Register
from earlyhelp.synthetic.involvements import Involvement
from earlyhelp.synthetic.requests import Request
from earlyhelp.synthetic.school_year import working_days_after
from earlyhelp.synthetic.writing import Book

SOURCE = Weighted({**SOURCES, "2A": 18})
AGE = Weighted({age: 4.0 if 5 <= age <= 16 else 5.5 for age in range(18)})
SHARE_OF_SCHOOL_AGE = 12 * 4.0 / (12 * 4.0 + 6 * 5.5)
ACCEPTED = 0.8
KNOWN_COUNTED = 1.3
LINKED = 0.93  # of the known ones, those whose link was accepted


@dataclass(slots=True, eq=False)
class Referral:
    """A referral; known is the child it is truly about where early help knows the child."""

    referral_id: str
    received_on: date
    accepted_on: date | None
    source_code: str
    step_up: bool
    age_years: int | None
    known: Child | None
    family: Family | None


class ReferralMaker:
    """Refer children stepped up by the teams, then others known to them, then children nobody here knows."""

    def __init__(self, chance: Chance, as_at: date) -> None:
        self._stream = chance.stream("referrals")
        self._ids = Register("S", self._stream.randrange(10**7))
        self._as_at = as_at
        self.referrals: list[Referral] = []

    def refer_known(self, involvements: list[Involvement], number: int) -> None:
        """Refer children of involvements open then, or ended less than a year before, up to that many."""
        for _ in range(number):
            each = self._stream.choice(involvements)
            length = (min(self._as_at, each.last_day(self._as_at)) - each.started_on).days
            day = each.started_on + timedelta(days=self._stream.randint(0, length + (300 if each.ended_on else 0)))
            if day <= self._as_at:
                involved = self._stream.choice(each.children)
                self.refer(day, SOURCE.draw(self._stream), each.family, involved.child)

    def refer_others(self, number: int, first: date) -> None:
        days = (self._as_at - first).days
        for _ in range(number):
            self.refer(first + timedelta(days=self._stream.randint(0, days)), SOURCE.draw(self._stream), None, None)

    def refer(
        self, day: date, source: str, family: Family | None, child: Child | None, *, step_up: bool = False
    ) -> Referral:
        stream = self._stream
        accepted = working_days_after(day, stream.randint(0, 1))
        is_accepted = (step_up or stream.random() < ACCEPTED) and accepted <= self._as_at
        age = _age(child.date_of_birth, day) if child else AGE.draw(stream)
        referral = Referral(
            self._ids.next(), day, accepted if is_accepted else None, source, step_up,
            age if stream.random() < 0.995 else None, child, family,
        )  # fmt: skip
        self.referrals.append(referral)
        return referral


def _age(born: date, day: date) -> int:
    return max(0, day.year - born.year - ((day.month, day.day) < (born.month, born.day)))


def make_referrals(
    book: Book,
    asked: list[Request],
    involvements: list[Involvement],
    requests: int,
    chance: Chance,
    first: date,
    as_at: date,
) -> list[Referral]:
    """Fill step_up, referral and link; return the referrals in the order in which they were received."""
    maker = ReferralMaker(chance, as_at)
    months = (as_at - first).days / 30.4375
    accepted = ACCEPTED_REFERRALS_A_MONTH * requests * months
    known = accepted * PUBLISHED["referrals_known"].value
    _write_step_ups(book, involvements, maker, chance.stream("step ups"), as_at)
    for request in asked:
        if request.decision == "stepped_up" and request.decided_on:
            maker.refer(request.decided_on, "5D", request.family, request.about, step_up=True)
    if involvements:
        direct = known * (1 - PUBLISHED["referrals_stepped_up"].value)
        maker.refer_known(involvements, round(direct / ACCEPTED / LINKED / KNOWN_COUNTED))
    maker.refer_others(round((accepted - known) / ACCEPTED / SHARE_OF_SCHOOL_AGE), first)
    referrals = sorted(maker.referrals, key=lambda each: (each.received_on, each.referral_id))
    add = book.adder("referral")
    for each in referrals:
        add({
            "referral_id": each.referral_id, "received_on": each.received_on, "accepted_on": each.accepted_on,
            "source_code": each.source_code, "step_up": each.step_up, "age_years": each.age_years,
        })  # fmt: skip
    _write_links(book, referrals, involvements, chance.stream("links"))
    return referrals


def _write_step_ups(
    book: Book, involvements: list[Involvement], maker: ReferralMaker, stream: random.Random, as_at: date
) -> None:
    """Where work ended stepped up, every child is referred; now and then a step up is asked for and declined."""
    add = book.adder("step_up")
    ids = Register("U", stream.randrange(10**7))
    for each in involvements:
        stepped_up = each.end_reason == "stepped_up"
        if not stepped_up and stream.random() > 0.02:
            continue
        last = each.last_day(as_at)
        asked = max(each.started_on, last - timedelta(days=stream.randint(2, 14)))
        decided = min(asked + timedelta(days=stream.randint(0, 3)), last)
        children = [involved.child for involved in each.children] if stepped_up else []
        referred = [maker.refer(decided, "5D", each.family, child, step_up=True) for child in children]
        add({
            "step_up_id": ids.next(), "involvement_id": each.involvement_id,
            "discussed_on": max(each.started_on, asked - timedelta(days=stream.randint(0, 7))), "requested_on": asked,
            "decided_on": decided,
            "outcome": "accepted" if stepped_up else "declined" if stream.random() < 0.8 else "withdrawn",
            "referral_id": referred[0].referral_id if referred else None,
        })  # fmt: skip


def _write_links(book: Book, referrals: list[Referral], involvements: list[Involvement], stream: random.Random) -> None:
    """A true match is nearly always accepted; a few wrong ones are proposed, and rejected or not yet looked at."""
    add = book.adder("link")

    def link(referral: Referral, person_id: str, probability: float, decision: str) -> None:
        add({
            "referral_id": referral.referral_id, "person_id": person_id, "probability": f"{probability:.3f}",
            "decision": decision,
        })  # fmt: skip

    for referral in referrals:
        if referral.known:
            accepted = stream.random() < LINKED
            probability = stream.uniform(0.8, 0.999) if accepted else stream.uniform(0.4, 0.8)
            decision = ("automatic" if probability > 0.95 else "confirmed") if accepted else "unreviewed"
            link(referral, referral.known.person_id, probability, decision)
        elif involvements and stream.random() < 0.03:
            wrong = stream.choice(involvements).children[0].child
            decision = "rejected" if stream.random() < 0.7 else "unreviewed"
            link(referral, wrong.person_id, stream.uniform(0.2, 0.7), decision)
