"""What the work with each child is for, and when each focus was opened and closed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from earlyhelp.synthetic.chance import Chance
from earlyhelp.vocabulary.code_lists import read_code_list
from examples.staffordshire_2016 import plan
from examples.staffordshire_2016.plan import TOP_SIX
from examples.staffordshire_2016.work import LONGEST_BAND, Focus, Involvement, WorkedWith

ATTENDANCE, BEHAVIOUR, EMOTIONAL_HEALTH, *_ = TOP_SIX
AT_RISK = "at_risk_of_exclusion"
CATEGORY = {entry.code: entry.more["category"] for entry in read_code_list("focus").entries}
EMOTIONAL = tuple(code for code, category in CATEGORY.items() if category == "emotional_wellbeing")
PROPOSED = tuple(
    entry.code for entry in read_code_list("focus").entries
    if entry.more["named"] == "proposed" and CATEGORY[entry.code] not in ("attendance", "emotional_wellbeing")
)  # fmt: skip
OTHER_EMOTIONAL = ("low_self_esteem", "risk_of_self_harm", "young_carer")
# Chance that a child is worked with for a focus, by key stage: KS1, KS2, KS3, KS4.
STAGES = ("KS1", "KS2", "KS3", "KS4")
CHANCE_OF = {
    "lack_of_boundaries": (0.19, 0.19, 0.16, 0.05),
    "parental_anxiety_or_depression": (0.08, 0.13, 0.12, 0.07),
    "domestic_abuse": (0.08, 0.11, 0.10, 0.05), "parental_substance_misuse": (0.03, 0.05, 0.04, 0.02),
    "no_routines": (0.08, 0.06, 0.02, 0.01), "chaotic_household": (0.08, 0.07, 0.02, 0.01),
    "home_environment": (0.05, 0.04, 0.02, 0.01), "basic_needs": (0.05, 0.04, 0.01, 0.01),
    "risky_behaviour": (0.0, 0.01, 0.05, 0.09), "risk_of_exploitation": (0.0, 0.005, 0.05, 0.06),
    "poor_personal_care": (0.015, 0.015, 0.05, 0.03), "alternative_provision": (0.0, 0.004, 0.02, 0.025),
}  # fmt: skip


class FocusMaker:
    """Give each child its focuses so that the planned counts hold, then their days."""

    def __init__(self, closed: list[Involvement], still_open: list[Involvement], chance: Chance) -> None:
        self._stream = chance.stream("focuses")
        self._closed = [child for each in closed for child in each.of_school_age]
        self._open = [child for each in still_open for child in each.of_school_age]
        self._by_june = [child for child in self._closed if child.involvement.is_closed_by_june]
        self._later = [child for child in self._closed if not child.involvement.is_closed_by_june]

    def make(self) -> None:
        self._attend()
        self._behave()
        self._feel()
        self._risk()
        for child in self._closed + self._open:
            self._add_others(child)
        self._keep_some_longer()

    def _attend(self) -> None:
        for stage, wanted in plan.ATTENDANCE.items():
            longest = plan.ATTENDANCE_CLOSED_LONGEST_BY_JUNE.get(stage, 0)
            by_june = plan.ATTENDANCE_CLOSED_BY_JUNE.get(stage, 0)
            self._give(ATTENDANCE, _of(self._by_june, stage, lambda c: c.involvement.band == LONGEST_BAND), longest)
            shorter = _of(self._by_june, stage, lambda c: c.involvement.band != LONGEST_BAND)
            self._give(ATTENDANCE, shorter, by_june - longest)
            self._give(ATTENDANCE, _of(self._later + self._open, stage), wanted - by_june)

    def _behave(self) -> None:
        everybody = self._closed + self._open
        for stage in STAGES:
            both = _of(everybody, stage, lambda child: child.has(ATTENDANCE))
            self._give(BEHAVIOUR, both, plan.ATTENDANCE_AND_BEHAVIOUR[stage])
            alone = _of(everybody, stage, lambda child: not child.has(ATTENDANCE))
            self._give(BEHAVIOUR, alone, plan.BEHAVIOUR_ALONE[stage])

    def _feel(self) -> None:
        """Poor emotional health, most often in primary schools, and its neighbours; 129 on the last day are planned."""
        long_enough = [child for child in self._by_june if child.involvement.band]
        self._give(EMOTIONAL_HEALTH, long_enough, plan.EMOTIONAL_HEALTH_CLOSED_LONG_BY_JUNE)
        rest = [child for child in self._by_june if not child.has(EMOTIONAL_HEALTH)]
        self._give(
            EMOTIONAL_HEALTH, rest,
            plan.EMOTIONAL_HEALTH_CLOSED_BY_JUNE - plan.EMOTIONAL_HEALTH_CLOSED_LONG_BY_JUNE,
        )  # fmt: skip
        self._give(EMOTIONAL_HEALTH, self._later, 76)
        for stage, wanted in plan.EMOTIONAL_WELLBEING_AT_THE_END.items():
            for child in self._stream.sample(_of(self._open, stage), wanted):
                is_health = self._stream.random() < 0.78
                self._add(child, EMOTIONAL_HEALTH if is_health else self._stream.choice(OTHER_EMOTIONAL))
        self._give("low_self_esteem", self._closed, 30)
        self._give("risk_of_self_harm", _of(self._closed, "KS3") + _of(self._closed, "KS4"), 22)
        self._give("young_carer", self._closed, 18)

    def _risk(self) -> None:
        """At risk of exclusion: the planned number of those closed, never two of one family, and some still open."""
        old_enough = [child for child in self._closed if child.key_stage in ("KS2", "KS3", "KS4")]
        one_of_each = {child.involvement.involvement_id: child for child in old_enough}
        self._give(AT_RISK, list(one_of_each.values()), len(plan.EXCLUSION_OUTCOMES))
        self._give(AT_RISK, _of(self._open, "KS3") + _of(self._open, "KS2"), 26)

    def _add_others(self, child: WorkedWith) -> None:
        column = STAGES.index(child.key_stage)
        for code, chances in CHANCE_OF.items():
            if self._stream.random() < chances[column]:
                self._add(child, code)
        if not child.focuses or self._stream.random() < 0.08:
            self._add(child, self._stream.choice(PROPOSED))

    def _give(self, code: str, among: list[WorkedWith], number: int) -> None:
        without = [child for child in among if not child.has(code)]
        for child in self._stream.sample(without, number):
            self._add(child, code)

    def _add(self, child: WorkedWith, code: str) -> None:
        if child.has(code):
            return
        started, ended = child.involvement.started_on, child.involvement.ended_on
        if ended is not None:
            child.focuses.append(_closed_soon(self._stream, code, started, ended, child.involvement.band))
            return
        opened = min(started + timedelta(days=self._stream.randint(0, 28)), plan.AS_AT)
        is_planned = code in TOP_SIX or code in EMOTIONAL
        closed = None if is_planned or self._stream.random() > 0.12 else _some_day(self._stream, opened)
        child.focuses.append(Focus(code, opened, closed))

    def _keep_some_longer(self) -> None:
        """Let a fifth of the closed focuses of the six last six months or more, those of attendance most often."""
        all_of_six = [(c, f) for c in self._closed for f in c.focuses if f.focus_code in TOP_SIX]
        wanted = round(len(all_of_six) * plan.TOP_SIX_CLOSED_LONG)
        june = [(c, f) for c, f in all_of_six if c.involvement.is_closed_by_june and c.involvement.band]
        attendance = [pair for pair in june if pair[1].focus_code == ATTENDANCE]
        longest = [(c, f) for c, f in attendance if c.involvement.band == LONGEST_BAND]
        middling = [(c, f) for c, f in attendance if c.involvement.band != LONGEST_BAND]
        emotional = [pair for pair in june if pair[1].focus_code == EMOTIONAL_HEALTH]
        chosen = (
            longest
            + self._stream.sample(middling, plan.ATTENDANCE_CLOSED_MIDDLING_BY_JUNE)
            + self._stream.sample(emotional, plan.EMOTIONAL_HEALTH_CLOSED_LONG_BY_JUNE)
        )
        later = [(c, f) for c, f in all_of_six if not c.involvement.is_closed_by_june and c.involvement.band]
        self._stream.shuffle(later)
        later.sort(key=lambda pair: pair[1].focus_code != ATTENDANCE)
        chosen += _evenly(later, wanted - len(chosen))
        for child, focus in chosen:
            assert child.involvement.ended_on
            focus.opened_on, focus.closed_on = child.involvement.started_on, child.involvement.ended_on


def _evenly(pairs: list[tuple[WorkedWith, Focus]], number: int) -> list[tuple[WorkedWith, Focus]]:
    """Take three of four from the front, where attendance stands, and the rest from the end."""
    front = min(number * 3 // 4, sum(focus.focus_code == ATTENDANCE for _, focus in pairs))
    return pairs[:front] + pairs[len(pairs) - (number - front) :]


def _of(
    children: Iterable[WorkedWith], stage: str, where: Callable[[WorkedWith], bool] = lambda child: True
) -> list[WorkedWith]:
    return [child for child in children if child.key_stage == stage and where(child)]


def _closed_soon(stream: random.Random, code: str, started: date, ended: date, band: int | None) -> Focus:
    """A focus closed with the work or a few days before, and in the period, less than six months after its opening."""
    closed = max(ended - timedelta(days=stream.randint(0, 5)), started, plan.FIRST if ended >= plan.FIRST else started)
    opened = (
        started + timedelta(days=stream.randint(0, 14)) if band == 0 else closed - timedelta(stream.randint(25, 170))
    )
    return Focus(code, max(started, min(opened, closed)), closed)


def _some_day(stream: random.Random, opened: date) -> date:
    first = max(opened, plan.FIRST)
    return first + timedelta(days=stream.randint(0, (plan.AS_AT - first).days))
