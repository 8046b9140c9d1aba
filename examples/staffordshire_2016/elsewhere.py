"""What else happens to the children: special needs, statuses, exclusions, and referrals to children's social care."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from earlyhelp.practice.working_days import add_working_days
from earlyhelp.synthetic.chance import Chance
from earlyhelp.synthetic.identifiers import Register
from examples.staffordshire_2016 import plan
from examples.staffordshire_2016.asking import Assessment
from examples.staffordshire_2016.books import Books
from examples.staffordshire_2016.focuses import AT_RISK
from examples.staffordshire_2016.households import Child, open_schools
from examples.staffordshire_2016.work import Involvement, WorkedWith
from examples.staffordshire_2016.working_days import on_or_before

APRIL = date(2016, 4, 1)
LAST_STARTED = date(2016, 7, 15)  # later than this, nobody is told of a child before the end of July
AT_SPECIAL_SCHOOLS, WITHOUT_SEN_IN_JUNE = 12, 2
WITH_SEN_AMONG_CLOSED = 0.17
REFERRERS = ("2A", "6", "6", "3A", "3B", "1A", "1A", "5A", "4", "8")
NOT_COUNTED = 260  # referrals of children under 5, or not accepted


def give_special_needs(closed: list[Involvement], still_open: list[Involvement], chance: Chance) -> None:
    """Give the planned number of children of open work a provision for special needs, and some of the closed.

    Some go to special schools; of two of them the provision was not yet recorded in June.
    """
    stream = chance.stream("special needs")
    children = [child for each in still_open for child in each.of_school_age]
    special = 0
    for stage, number in plan.WITH_SEN_AT_THE_END.items():
        for child in stream.sample([child for child in children if child.key_stage == stage], number):
            child.sen_provision = child.sen_provision_in_june = "E" if stream.random() < 0.09 else "K"
            if special < AT_SPECIAL_SCHOOLS and stage in ("KS2", "KS3") and child.involvement.is_known_by_june:
                child.sen_provision = "E"
                child.sen_provision_in_june = None if special < WITHOUT_SEN_IN_JUNE else "E"
                child.school = stream.choice(open_schools(child.involvement.household.district, "special"))
                child.child.school = child.school
                special += 1
    for child in (child for each in closed for child in each.of_school_age):
        if stream.random() < WITH_SEN_AMONG_CLOSED:
            child.sen_provision = child.sen_provision_in_june = "E" if stream.random() < 0.08 else "K"


def write_care_status(books: Books, closed: list[Involvement], still_open: list[Involvement], chance: Chance) -> None:
    """Fill care_status: who had a status on 31 July, and who had it on 31 May alone, as June knew it.

    Of the latter some have left the status since, and the work with the others has ended.
    """
    stream = chance.stream("care status")
    known = [each for each in still_open if each.is_known_by_june and each.started_on <= date(2016, 4, 29)]
    ended = [
        each for each in closed
        if each.is_known_by_june and not each.is_closed_by_june and each.ended_on and each.ended_on > plan.JUNE_AS_AT
        and each.started_on <= date(2016, 4, 29)
    ]  # fmt: skip
    staying = _one_of_each(known, stream)
    leaving = _one_of_each(ended, stream)
    for status, stages in (("looked_after", plan.LOOKED_AFTER), ("child_protection_plan", plan.ON_A_PLAN)):
        for stage in stages:
            _write_status(books, _take(staying, stage), status, None, stream)
    for place, stage in enumerate(plan.ON_A_PLAN_IN_MAY):
        among, until = (leaving, None) if place % 2 else (staying, date(2016, 6, 13) + timedelta(days=3 * place))
        _write_status(books, _take(among, stage), "child_protection_plan", until, stream)
    for stage in plan.LOOKED_AFTER_IN_MAY:
        _write_status(books, _take(leaving, stage), "looked_after", None, stream)


def _one_of_each(involvements: list[Involvement], stream: random.Random) -> list[WorkedWith]:
    children = [stream.choice(each.of_school_age) for each in involvements]
    children = [child for child in children if child.school and child.school.phase in ("primary", "secondary")]
    stream.shuffle(children)
    return children


def _take(children: list[WorkedWith], stage: str) -> WorkedWith:
    return children.pop(next(place for place, child in enumerate(children) if child.key_stage == stage))


def _write_status(books: Books, child: WorkedWith, status: str, until: date | None, stream: random.Random) -> None:
    since = date(2016, 5, 6) - timedelta(days=stream.randint(0, 200))
    row = {"person_id": child.child.person_id, "status": status, "from_on": since, "to_on": until}
    books.add("care_status", row, by_june=True, to_on=None)


def write_exclusions(books: Books, closed: list[Involvement], chance: Chance) -> None:
    """Fill exclusion: what followed for each child at risk of exclusion whose work ended."""
    stream = chance.stream("exclusions")
    at_risk = [child for each in closed for child in each.children if child.has(AT_RISK)]
    at_risk.sort(key=lambda child: child.involvement.ended_on or plan.AS_AT)
    # Those whose work ended first have the longest time in which something can follow.
    followed = sorted(plan.EXCLUSION_OUTCOMES, key=lambda outcome: not outcome.endswith("after"))
    for child, outcome in zip(at_risk, followed, strict=True):
        kind, _, when = outcome.rpartition("_")
        ended = child.involvement.ended_on
        assert ended
        if kind:
            day = ended - timedelta(days=2) if when == "during" else ended + timedelta(days=stream.randint(9, 20))
            day = on_or_before(max(day, child.involvement.started_on))
            sessions = None if kind == "permanent" else stream.choice((2, 4, 6))
            row = {"person_id": child.child.person_id, "kind": kind, "started_on": day, "sessions": sessions}
            books.add("exclusion", row, by_june=child.involvement.is_known_by_june and day <= plan.LAST_OF_MAY)


@dataclass(frozen=True, slots=True)
class _Known:
    """A child that early help knows, when social care is told of it, and the involvement stepped up, if it was."""

    child: Child
    received_on: date
    stepped_up: Involvement | None = None


def write_referrals(
    books: Books,
    closed: list[Involvement],
    still_open: list[Involvement],
    assessments: list[Assessment],
    chance: Chance,
) -> None:
    """Fill referral, link and step_up. They were first matched after June, so June knows none of them."""
    stream = chance.stream("referrals")
    ids, steps = Register("S", stream.randrange(10**7)), Register("U", stream.randrange(10**7))
    known = _stepped_up(closed, still_open, stream)
    known += _known_otherwise(closed, still_open, {id(each.child) for each in known}, stream)
    worked_with = {each.household.family_id for each in closed + still_open}
    known += _assessed_alone(assessments, worked_with, stream)
    assert len(known) == plan.KNOWN
    for each in known:
        source = "5D" if each.stepped_up else stream.choice(REFERRERS)
        age = each.child.age_on(each.received_on)
        referral_id = _write_referral(books, ids, each.received_on, age, source, each.stepped_up is not None)
        decision = "automatic" if stream.random() < 0.85 else "confirmed"
        low, high = (0.97, 0.999) if decision == "automatic" else (0.75, 0.96)
        books.add("link", {
            "referral_id": referral_id, "person_id": each.child.person_id,
            "probability": round(stream.uniform(low, high), 3), "decision": decision,
        }, by_june=False)  # fmt: skip
        if each.stepped_up:
            _write_step_up(books, steps.next(), each, referral_id, stream)
    _write_unknown(books, ids, stream)


def _stepped_up(closed: list[Involvement], still_open: list[Involvement], stream: random.Random) -> list[_Known]:
    """Children of work ended by a step up since April, then of work that goes on until social care has begun."""
    found: list[_Known] = []
    ended = [each for each in closed if each.ended_on and each.ended_on >= date(2016, 4, 8)]
    begun = [each for each in still_open if each.started_on <= LAST_STARTED]
    for each in stream.sample(ended, 58) + stream.sample(begun, len(begun)):
        day = (each.ended_on or _day_after(max(each.started_on, APRIL), stream)) - timedelta(days=stream.randint(1, 3))
        day = on_or_before(day)
        children = [child.child for child in each.of_school_age if 5 <= child.child.age_on(day) <= 16]
        if day <= each.started_on or not children or len(found) + len(children) > plan.STEPPED_UP:
            continue
        if each.ended_on:
            each.end_reason = "stepped_up"
        found += [_Known(child, day, each) for child in children]
    assert len(found) == plan.STEPPED_UP
    return found


def _known_otherwise(
    closed: list[Involvement], still_open: list[Involvement], taken: set[int], stream: random.Random
) -> list[_Known]:
    wanted = plan.KNOWN - plan.STEPPED_UP - plan.KNOWN_BY_ASSESSMENT_ALONE
    found: list[_Known] = []
    for each in stream.sample(closed + still_open, len(closed) + len(still_open)):
        child = stream.choice(each.of_school_age).child
        if each.started_on > LAST_STARTED:
            continue
        day = _day_after(max(each.started_on, APRIL), stream)
        if len(found) < wanted and id(child) not in taken and 5 <= child.age_on(day) <= 16:
            found.append(_Known(child, day))
    return found


def _assessed_alone(assessments: list[Assessment], worked_with: set[str], stream: random.Random) -> list[_Known]:
    """Children who were assessed and with whose families no team has worked."""
    found: list[_Known] = []
    for each in stream.sample(assessments, len(assessments)):
        if each.household.family_id in worked_with or each.started_on > LAST_STARTED:
            continue
        day = _day_after(max(each.started_on, APRIL), stream)
        if len(found) < plan.KNOWN_BY_ASSESSMENT_ALONE and 5 <= each.child.age_on(day) <= 16:
            found.append(_Known(each.child, day))
    return found


def _day_after(day: date, stream: random.Random) -> date:
    latest = (date(2016, 7, 27) - day).days
    return on_or_before(day + timedelta(days=stream.randint(min(4, latest), latest)))


def _write_referral(
    books: Books, ids: Register, received: date, age: int, source: str, step_up: bool, accepted: bool = True
) -> str:
    referral_id = ids.next()
    books.add("referral", {
        "referral_id": referral_id, "received_on": received,
        "accepted_on": min(add_working_days(received, 1), plan.AS_AT) if accepted else None,
        "source_code": source, "step_up": step_up, "age_years": age,
    }, by_june=False)  # fmt: skip
    return referral_id


def _write_step_up(books: Books, step_up_id: str, each: _Known, referral_id: str, stream: random.Random) -> None:
    assert each.stepped_up
    asked = max(each.stepped_up.started_on, each.received_on - timedelta(days=stream.randint(0, 3)))
    books.add("step_up", {
        "step_up_id": step_up_id, "involvement_id": each.stepped_up.involvement_id, "discussed_on": asked,
        "requested_on": asked, "decided_on": each.received_on, "outcome": "accepted", "referral_id": referral_id,
    }, by_june=False)  # fmt: skip


def _write_unknown(books: Books, ids: Register, stream: random.Random) -> None:
    """Referrals of children whom early help does not know, and those that the figure leaves out."""
    for place in range(plan.REFERRALS - plan.KNOWN + NOT_COUNTED):
        day = on_or_before(APRIL + timedelta(days=stream.randint(3, 117)))
        is_young = place < NOT_COUNTED // 2
        accepted = not NOT_COUNTED // 2 <= place < NOT_COUNTED
        age = stream.randint(0, 4) if is_young else stream.randint(5, 16)
        _write_referral(books, ids, day, age, stream.choice(REFERRERS), False, accepted)
