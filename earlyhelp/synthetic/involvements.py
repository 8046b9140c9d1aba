"""Involvements: one per family and spell of work, with its children frozen at the start."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import NormalDist

from earlyhelp.synthetic.calibration import (
    ATTENDANCE,
    ATTENDANCE_LASTS_LONGER,
    BEHAVIOUR,
    BOTH,
    DURATION,
    EMOTIONAL_HEALTH_IS_SHORTER,
    END_REASON,
)
from earlyhelp.synthetic.chance import GOLDEN, ROOT_OF_THREE, ROOT_OF_TWO, Chance, Even, Weighted
from earlyhelp.synthetic.families import Child, Family
from earlyhelp.synthetic.identifiers import Register
from earlyhelp.synthetic.school_year import KEY_STAGE_BY_YEAR, is_school_age, working_days_after
from earlyhelp.synthetic.schools import School
from earlyhelp.synthetic.writing import Book

NORMAL = NormalDist()
REASON = Weighted(END_REASON)
TIER = Weighted({"targeted": 92, "universal": 4, "family_help": 3, "child_protection": 1})
PURPOSE = Weighted({"prevent_escalation": 90, "prevent_placement_breakdown": 4, "return_home": 2, "other": 2, None: 2})
STEPPED_DOWN = Weighted({
    "child_in_need": 45, "assessment": 40, "child_protection_plan": 12, "looked_after": 3,
})  # fmt: skip
EMOTIONAL = {"EYFS": 0.12, "KS1": 0.36, "KS2": 0.38, "KS3": 0.30, "KS4": 0.30, "KS5": 0.3}


@dataclass(slots=True, eq=False)
class InvolvedChild:
    """A child of an involvement, with what is frozen at the start and what the work with it is for."""

    child: Child
    year: str
    key_stage: str
    school: School | None
    main_focuses: tuple[str, ...]

    @property
    def is_school_age(self) -> bool:
        return is_school_age(self.year)


@dataclass(slots=True, eq=False)
class Involvement:
    involvement_id: str
    family: Family
    started_on: date
    work_ended_on: date | None
    ended_on: date | None
    end_reason: str | None
    children: list[InvolvedChild]
    team_id: str
    stepped_down_from: str | None = None
    asked_by: School | None = None
    signed_off_on: date | None = None
    school_consulted: str | None = None
    school_agreed: str | None = None
    lead_worker_id: str | None = None
    manager_id: str | None = None
    focus_ids: list[str] = field(default_factory=list[str])

    def last_day(self, as_at: date) -> date:
        """Return the last day on which something may have been recorded."""
        return self.ended_on or as_at

    def is_open_at(self, day: date) -> bool:
        return self.started_on <= day and (self.ended_on is None or self.ended_on > day)


class InvolvementMaker:
    """Open involvements and decide, at the start, how long each will last; what lies after `as_at` stays unknown."""

    def __init__(self, chance: Chance, as_at: date) -> None:
        self._stream = chance.stream("involvements")
        self._focus_stream = chance.stream("main focuses")
        stages = sorted(set(KEY_STAGE_BY_YEAR.values()))
        self._focus_turn = {stage: Even(self._focus_stream, GOLDEN) for stage in stages}
        self._length_turn = {stage: Even(self._stream, ROOT_OF_TWO) for stage in stages}
        self._reason_turn = Even(self._stream, ROOT_OF_THREE)
        self._ids = Register("I", self._stream.randrange(10**7))
        self._as_at = as_at
        self.involvements: list[Involvement] = []

    def open(self, family: Family, about: Child, started_on: date, asked_by: School | None) -> tuple[Involvement, date]:
        """Return the new involvement and the day it will end, which may be after `as_at`."""
        stream = self._stream
        children = self._children(family, about, started_on)
        work_ends, ends = self._ends(children[0], started_on)
        ended = ends <= self._as_at
        involvement = Involvement(
            self._ids.next(), family, started_on,
            work_ended_on=work_ends if work_ends <= self._as_at else None,
            ended_on=ends if ended else None,
            end_reason=REASON.at(self._reason_turn.next()) if ended else None,
            children=children,
            team_id=f"T{family.district.code[-2:]}{1 + family.neighbourhood % 2}",
            stepped_down_from=STEPPED_DOWN.draw(stream) if stream.random() < 0.06 else None,
            asked_by=asked_by,
        )  # fmt: skip
        if ended:
            self._close(involvement, ends)
        family.involvements.append(involvement)
        self.involvements.append(involvement)
        return involvement, ends

    def _children(self, family: Family, about: Child, day: date) -> list[InvolvedChild]:
        stream = self._stream
        chosen = [about] + [c for c in family.children if c is not about and stream.random() < 0.62]
        return [self._involved(family, child, day) for child in chosen if child.date_of_birth <= day]

    def _involved(self, family: Family, child: Child, day: date) -> InvolvedChild:
        year = child.year_on(day)
        stage = KEY_STAGE_BY_YEAR[year]
        return InvolvedChild(child, year, stage, family.school_of(child, day), self._main_focuses(stage, child.sex))

    def _main_focuses(self, stage: str, sex: str) -> tuple[str, ...]:
        """What the work with a child is mainly for: attendance or behaviour, seldom both, or something else."""
        stream = self._focus_stream
        attendance = ATTENDANCE.get(stage, 0.1)
        behaviour = BEHAVIOUR.get(stage, 0.1) * (1.2 if sex == "M" else 0.76)
        turn = self._focus_turn[stage].next()
        if turn < BOTH:
            return ("attendance_below_90", "disruptive_behaviour")
        if turn < attendance:
            return ("attendance_below_90",)
        if turn < attendance + behaviour - BOTH:
            return ("disruptive_behaviour",)
        return ("poor_emotional_health",) if stream.random() < EMOTIONAL.get(stage, 0.2) else ()

    def _ends(self, about: InvolvedChild, started_on: date) -> tuple[date, date]:
        median, spread = DURATION.get(about.key_stage, (160, 0.7))
        if "attendance_below_90" in about.main_focuses:
            median *= ATTENDANCE_LASTS_LONGER
        if "poor_emotional_health" in about.main_focuses:
            median *= EMOTIONAL_HEALTH_IS_SHORTER
        deviation = NORMAL.inv_cdf(min(0.9999, max(0.0001, self._length_turn[about.key_stage].next())))
        days = max(10, min(1000, round(median * math.exp(spread * deviation))))
        ends = working_days_after(started_on + timedelta(days=days), 0)
        lag = round(self._stream.expovariate(1 / 9)) if self._stream.random() < 0.7 else 0
        return max(started_on, ends - timedelta(days=lag)), ends

    def _close(self, involvement: Involvement, ends: date) -> None:
        stream = self._stream
        turn = stream.random()
        if turn > 0.01:
            sooner = min(stream.randrange(6), (ends - involvement.started_on).days)
            involvement.signed_off_on = ends - timedelta(days=sooner)
        if 0.01 < turn < 0.022:
            late = ends + timedelta(days=stream.randint(1, 20))
            involvement.signed_off_on = late if late <= self._as_at else ends
        if not any(child.is_school_age for child in involvement.children):
            involvement.school_consulted = involvement.school_agreed = "not_applicable"
            return
        involvement.school_consulted = "yes" if stream.random() < 0.68 else "no"
        agreed = "yes" if stream.random() < 0.88 else "no"
        involvement.school_agreed = agreed if involvement.school_consulted == "yes" else "not_applicable"
        if stream.random() < 0.05:
            involvement.school_consulted = involvement.school_agreed = None


def write_involvements(book: Book, involvements: list[Involvement], chance: Chance) -> None:
    """Fill involvement and involvement_child."""
    stream: random.Random = chance.stream("involvement rows")
    add, add_child = book.adder("involvement"), book.adder("involvement_child")
    for each in involvements:
        add({
            "involvement_id": each.involvement_id, "family_id": each.family.family_id,
            "district_code": each.family.district.code, "team_id": each.team_id, "service_tier": TIER.draw(stream),
            "purpose": PURPOSE.draw(stream), "started_on": each.started_on, "work_ended_on": each.work_ended_on,
            "ended_on": each.ended_on, "end_reason": each.end_reason, "signed_off_on": each.signed_off_on,
            "signed_off_by": each.manager_id if each.signed_off_on else None,
            "stepped_down_from": each.stepped_down_from, "school_consulted": each.school_consulted,
            "school_agreed": each.school_agreed,
        })  # fmt: skip
        for involved in each.children:
            add_child({
                "involvement_id": each.involvement_id, "person_id": involved.child.person_id, "nc_year": involved.year,
                "school_urn": involved.school.urn if involved.school else None, "sen_provision": involved.child.sen,
            })  # fmt: skip
