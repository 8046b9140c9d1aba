"""Children elsewhere: care status, other support, exclusions, weekly attendance."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from earlyhelp.synthetic.chance import Chance, Weighted
from earlyhelp.synthetic.focuses import Focus, attendance_focuses
from earlyhelp.synthetic.involvements import Involvement
from earlyhelp.synthetic.school_year import WEEK, is_school_day, working_days_after
from earlyhelp.synthetic.writing import Book

DURING = Weighted({"child_in_need": 86, "child_protection_plan": 9, "looked_after": 5})
CHANCE_DURING = 0.035
BEFORE = {"child_in_need": "child_in_need", "child_protection_plan": "child_protection_plan",
          "looked_after": "looked_after", "assessment": "child_in_need"}  # fmt: skip
OTHER_SUPPORT = Weighted({
    "speech and language therapy": 22, "child and adolescent mental health": 24, "young carers project": 9,
    "youth offending team": 6, "educational psychology": 14, "mentoring": 12, "counselling in school": 13,
})  # fmt: skip
# Of 17 pupils at risk of exclusion: none 9, permanent during 4, fixed period after 3 (report card, July 2016).
AT_RISK = Weighted({"none": 52, "permanent_during": 21, "suspension_after": 16, "suspension_during": 11})


def write_care_status(book: Book, involvements: list[Involvement], chance: Chance, as_at: date) -> None:
    """Fill care_status: before the work where it was stepped down, after it where stepped up, beside it seldom."""
    stream = chance.stream("care status")
    add = book.adder("care_status")
    free_from: dict[str, date] = {}

    def record(person_id: str, status: str, first: date, last: date | None) -> None:
        if first > free_from.get(person_id, date.min) and first <= as_at:
            add({"person_id": person_id, "status": status, "from_on": first, "to_on": last})
            free_from[person_id] = last or date.max

    for each in involvements:
        for involved in each.children:
            person, born = involved.child.person_id, involved.child.date_of_birth
            if each.stepped_down_from:
                ended = each.started_on - timedelta(days=stream.randint(0, 20))
                began = max(born, ended - timedelta(days=stream.randint(60, 500)))
                if began < ended:
                    record(person, BEFORE[each.stepped_down_from], began, ended)
            elif stream.random() < CHANCE_DURING:
                began = each.started_on + timedelta(days=stream.randint(0, 120))
                length = timedelta(days=stream.randint(40, 300))
                if began <= each.last_day(as_at):
                    record(person, DURING.draw(stream), began, began + length if began + length <= as_at else None)
            if each.end_reason == "stepped_up" and each.ended_on:
                began = each.ended_on + timedelta(days=stream.randint(0, 30))
                length = timedelta(days=stream.randint(60, 500))
                record(person, "child_in_need", began, began + length if began + length <= as_at else None)


def write_other_support(book: Book, involvements: list[Involvement], chance: Chance, as_at: date) -> None:
    """Fill other_support: a minority of children, as the report card found."""
    stream = chance.stream("other support")
    add = book.adder("other_support")
    seen: set[tuple[str, str, date]] = set()
    for each in involvements:
        for involved in each.children:
            if stream.random() > 0.16:
                continue
            length = (each.last_day(as_at) - each.started_on).days
            began = each.started_on + timedelta(days=min(stream.randint(0, 90), length))
            support = OTHER_SUPPORT.draw(stream)
            ended = began + timedelta(days=stream.randint(30, 250))
            key = (involved.child.person_id, support, began)
            if key not in seen:
                seen.add(key)
                add({
                    "person_id": involved.child.person_id, "support": support, "from_on": began,
                    "to_on": ended if ended <= as_at else None,
                })  # fmt: skip


def write_exclusions(book: Book, focuses: list[Focus], chance: Chance, as_at: date) -> None:
    """Fill exclusion: for those at risk of it, and now and then for disruptive behaviour."""
    stream = chance.stream("exclusions")
    add = book.adder("exclusion")
    seen: set[tuple[str, str, date]] = set()
    for focus in focuses:
        if focus.involved is None or not focus.involved.is_school_age:
            continue
        for kind, day in _exclusions(stream, focus, as_at):
            key = (focus.involved.child.person_id, kind, day)
            if day > as_at or not is_school_day(day) or key in seen:
                continue
            seen.add(key)
            add({
                "person_id": key[0], "kind": kind, "started_on": day,
                "sessions": None if kind == "permanent" else 2 * min(15, 1 + round(stream.expovariate(1 / 2))),
            })  # fmt: skip


def _exclusions(stream: random.Random, focus: Focus, as_at: date) -> Iterator[tuple[str, date]]:
    each = focus.involvement
    length = (each.last_day(as_at) - each.started_on).days
    during = working_days_after(each.started_on + timedelta(days=stream.randint(0, max(0, length - 4))), 0)
    after = working_days_after(each.last_day(as_at) + timedelta(days=stream.randint(1, 200)), 0)
    if focus.code == "at_risk_of_exclusion":
        outcome = AT_RISK.draw(stream)
        if outcome == "permanent_during":
            yield "permanent", during
        elif outcome != "none":
            yield "suspension", during if outcome == "suspension_during" else after
    elif focus.code == "disruptive_behaviour" and stream.random() < 0.13:
        for _ in range(stream.randint(1, 3)):
            day = each.started_on + timedelta(days=stream.randint(0, max(0, length)))
            yield "suspension", day


def write_attendance(book: Book, focuses: list[Focus], chance: Chance, as_at: date) -> None:
    """Fill attendance: weeks of school from shortly before the focus opened until shortly after it closed."""
    stream = chance.stream("attendance")
    add = book.adder("attendance")
    seen: set[tuple[str, date]] = set()
    for involved, focus in attendance_focuses(focuses):
        person = involved.child.person_id
        before = stream.uniform(0.55, 0.88)
        after = min(0.99, before + stream.uniform(-0.04, 0.2))
        last = min(as_at - timedelta(days=4), (focus.closed_on or as_at) + 3 * WEEK)
        first = focus.opened_on - 3 * WEEK
        monday = first - timedelta(days=first.weekday())
        weeks = max(1, (last - monday).days // 7)
        for number in range(weeks + 1):
            week = monday + number * WEEK
            possible = 2 * sum(is_school_day(week + timedelta(days=day)) for day in range(5))
            if not possible or week > last or (person, week) in seen:
                continue
            seen.add((person, week))
            rate = before + (after - before) * number / weeks + stream.uniform(-0.18, 0.18)
            add({
                "person_id": person, "week_starting": week, "sessions_possible": possible,
                "sessions_attended": max(0, min(possible, round(possible * rate))),
            })  # fmt: skip
