"""Involvements and the children in them: ended in the period, still open, or ended before."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from earlyhelp.synthetic.chance import Chance
from earlyhelp.synthetic.identifiers import Register
from earlyhelp.synthetic.schools import School
from examples.staffordshire_2016 import plan
from examples.staffordshire_2016.households import STAGE_OF_YEAR, YEARS_OF_STAGE, Child, Household, HouseholdMaker
from examples.staffordshire_2016.working_days import DAY, months_earlier, on_or_before, working_day_in

LONGEST_BAND = 3
SIZES, SIZE_WEIGHTS = (1, 2, 3), (52, 32, 16)
# Where work that is open on 31 July began: months before the end of July, and how often.
BEGAN_MONTHS_BEFORE = {
    0: 3, 1: 9, 2: 11, 3: 11, 4: 12, 5: 12, 6: 11, 7: 6, 8: 7, 9: 5, 10: 4, 12: 3, 14: 3, 17: 2, 20: 1,
}  # fmt: skip
KNOWN_BY_JUNE = 0.6
END_REASONS = {
    "outcomes_met": 60, "transferred": 4, "consent_withdrawn": 9, "not_engaging": 12, "moved_away": 5,
    "no_longer_needed": 9, "other": 1,
}  # fmt: skip


@dataclass(slots=True, eq=False)
class Focus:
    focus_code: str
    opened_on: date
    closed_on: date | None = None


@dataclass(slots=True, eq=False)
class WorkedWith:
    """A child of an involvement; the key stage is None for a child under school age."""

    child: Child
    involvement: Involvement
    year: str | None
    school: School | None
    sen_provision: str = "N"
    sen_provision_in_june: str | None = "N"
    focuses: list[Focus] = field(default_factory=list["Focus"])

    @property
    def key_stage(self) -> str:
        return STAGE_OF_YEAR[self.year] if self.year else ""

    def has(self, focus_code: str) -> bool:
        return any(focus.focus_code == focus_code for focus in self.focuses)


@dataclass(slots=True, eq=False)
class Involvement:
    """A spell of work.

    band                0 to 3, shortest to longest, of one that ended in the period
    is_closed_by_june   whether its end, too, had been recorded by 10 June
    """

    involvement_id: str
    household: Household
    started_on: date
    ended_on: date | None
    band: int | None
    is_known_by_june: bool
    is_closed_by_june: bool
    children: list[WorkedWith] = field(default_factory=list["WorkedWith"])
    end_reason: str | None = None

    @property
    def of_school_age(self) -> list[WorkedWith]:
        return [each for each in self.children if each.year]

    def is_open_at(self, day: date) -> bool:
        return self.started_on <= day and (self.ended_on is None or self.ended_on > day)


@dataclass(frozen=True, slots=True)
class _Closing:
    """What children who share an involvement share: its band, the month it ended in, and whether June knew."""

    band: int
    month: int
    by_june: bool


class WorkMaker:
    """Make the involvements that the plan asks for, each for a family of its own."""

    def __init__(self, households: HouseholdMaker, chance: Chance) -> None:
        self._households = households
        self._stream = chance.stream("work")
        self._ids = Register("I", self._stream.randrange(10**7))
        self.closed: list[Involvement] = []
        self.open: list[Involvement] = []
        self.ended_before: list[Involvement] = []

    @property
    def involvements(self) -> list[Involvement]:
        return self.ended_before + self.closed + self.open

    def make(self) -> None:
        self._close()
        self._keep_open()
        self._end_before(60)
        for each in self.closed + self.ended_before:
            each.end_reason = self._stream.choices(list(END_REASONS), list(END_REASONS.values()))[0]

    def _close(self) -> None:
        later = {
            stage: tuple(a - b for a, b in zip(counts, plan.CLOSED_BY_JUNE[stage], strict=True))
            for stage, counts in plan.CLOSED.items()
        }
        alike: dict[_Closing, list[str]] = defaultdict(list)
        for counts, months, by_june in (
            (plan.CLOSED_BY_JUNE, plan.CLOSED_BY_JUNE_IN_MONTH, True), (later, plan.CLOSED_LATER_IN_MONTH, False),
        ):  # fmt: skip
            slots = [(stage, band) for stage, bands in counts.items() for band, n in enumerate(bands) for _ in range(n)]
            self._stream.shuffle(slots)
            in_months = Counter(months).elements()
            for (stage, band), month in zip(slots, in_months, strict=True):
                alike[_Closing(band, month, by_june)].append(stage)
        for closing, stages in alike.items():
            for together in _in_families(self._stream, stages):
                self.closed.append(self._closed_one(closing, together))

    def _closed_one(self, closing: _Closing, stages: list[str]) -> Involvement:
        ended = working_day_in(self._stream, closing.month)
        low, high = plan.BANDS[closing.band]
        started = _start_before(self._stream, ended, max(low, 1), high)
        by_june = closing.by_june or (started <= plan.LAST_OF_MAY and self._stream.random() < KNOWN_BY_JUNE)
        return self._open_one(stages, started, ended, closing.band, by_june, closing.by_june)

    def _keep_open(self) -> None:
        stages = list(Counter(plan.OPEN).elements())
        self._stream.shuffle(stages)
        for together in _in_families(self._stream, stages):
            months = self._stream.choices(list(BEGAN_MONTHS_BEFORE), list(BEGAN_MONTHS_BEFORE.values()))[0]
            started = _start_before(self._stream, plan.AS_AT, months, months)
            by_june = started <= plan.LAST_OF_MAY and self._stream.random() < KNOWN_BY_JUNE
            self.open.append(self._open_one(together, started, None, None, by_june, False))

    def _end_before(self, number: int) -> None:
        """Work that ended in November and December 2015, to which families may come back."""
        for _ in range(number):
            ended = on_or_before(date(2015, 11, 9) + timedelta(days=self._stream.randrange(45)))
            started = _start_before(self._stream, ended, 2, 9)
            stage = self._stream.choice(("KS1", "KS2", "KS2", "KS3"))
            self.ended_before.append(self._open_one([stage], started, ended, None, True, True))

    def _open_one(
        self, stages: list[str], started: date, ended: date | None, band: int | None, by_june: bool, closed: bool
    ) -> Involvement:
        household = self._households.make()
        household.is_known_by_june = by_june
        involvement = Involvement(self._ids.next(), household, started, ended, band, by_june, closed)
        for stage in stages:
            year = self._stream.choice(YEARS_OF_STAGE[stage])
            child = self._households.add_child(household, year, started)
            involvement.children.append(WorkedWith(child, involvement, year, child.school))
        if self._stream.random() < 0.14:
            baby = self._households.add_child_under_school_age(household, started)
            involvement.children.append(WorkedWith(baby, involvement, None, None))
        return involvement


def _in_families(stream: random.Random, stages: list[str]) -> list[list[str]]:
    """Part children into families of one to three."""
    families: list[list[str]] = []
    at = 0
    while at < len(stages):
        size = stream.choices(SIZES, SIZE_WEIGHTS)[0]
        families.append(stages[at : at + size])
        at += size
    return families


def _start_before(stream: random.Random, day: date, fewest: int, most: int) -> date:
    """Return a working day so many whole months before a day, and up to 27 days more, that it lies within the band."""
    months = stream.randint(fewest, most)
    earliest, latest = months_earlier(day, months + 1) + 3 * DAY, months_earlier(day, months)
    started = on_or_before(earliest + timedelta(days=stream.randint(2, max(2, (latest - earliest).days))))
    return max(started, earliest)
