"""How long spells last when some are still going on and some began before anybody watched: Kaplan-Meier.

The second opinion on the figures of `measures/survival.py`, by another's code, and the one that gives intervals.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Any, Final

from earlyhelp.statistics.intervals import deviations

# A product of shares that is one half may lie a hair above it in floating point.
_HALF: Final = 0.5 + 1e-9
# A spell of no length is over before the first step; half a day later it is counted on the day it began.
_WITHIN_THE_FIRST_DAY: Final = 0.5


@dataclass(frozen=True, slots=True)
class Spell:
    """One spell as far as it was watched, in days since it began.

    entry       how old it was when watching began, 0 where it was watched from its start
    leaving     how old it was when it ended, or when watching stopped
    is_ended    whether it ended then, or was still going on
    """

    entry: int
    leaving: int
    is_ended: bool


@dataclass(frozen=True)
class Survival:
    """The share of spells still going on after each day on which one ended.

    days        ascending
    staying     the share still going on after each
    errors      their standard errors, no number where nobody stays
    last_seen   the highest age at which any spell was watched; of what comes later nothing can be known
    """

    days: tuple[int, ...]
    staying: tuple[float, ...]
    errors: tuple[float, ...]
    last_seen: int

    def still_open_after(self, day: int) -> float:
        """Return the share still going on after a day. Raises ValueError: no spell was watched at that age."""
        return self._after(day)[0]

    def interval_after(self, day: int, level: float = 0.95) -> tuple[float, float]:
        """Return the interval of that share, on the scale on which it stays between 0 and 1.

        Raises  ValueError: no spell was watched at that age, or level is no coverage
        Source  Kalbfleisch and Prentice 1980, log minus log; docs/rules/closed_work_alone.md
        """
        staying, error = self._after(day)
        z = deviations(level)
        if not 0 < staying < 1:
            return staying, staying
        reach = z * error / (staying * abs(log(staying)))
        return exp(log(staying) * exp(reach)), exp(log(staying) * exp(-reach))

    @property
    def median_days(self) -> float | None:
        """The first day after which half or fewer go on; None where so many never ended while they were watched."""
        return next((day for day, left in zip(self.days, self.staying, strict=True) if left <= _HALF), None)

    def _after(self, day: int) -> tuple[float, float]:
        if day > self.last_seen:
            raise ValueError(f"No spell was watched at an age of {day} days, so nothing can be said of it.")
        passed = sum(each <= day for each in self.days)
        return (self.staying[passed - 1], self.errors[passed - 1]) if passed else (1.0, 0.0)


def survival_of(spells: Sequence[Spell]) -> Survival:
    """Return how long spells last, each counted for the days on which it was watched.

    A spell is at risk on every day after its entry up to its leaving, and on day 0 where it was watched from its start.

    Raises  ValueError: no spell was ever at risk, or one leaves before it enters
    Source  Kaplan and Meier 1958; docs/rules/time_to_closure.md
    """
    import numpy as np
    from statsmodels.duration.survfunc import SurvfuncRight  # pyright: ignore[reportMissingTypeStubs]

    if any(not 0 <= spell.entry <= spell.leaving for spell in spells):
        raise ValueError("A spell cannot be left before it is entered.")
    watched = [spell for spell in spells if spell.entry < spell.leaving or spell.entry == 0]
    if not watched:
        raise ValueError("No spell was at risk, so nothing can be said of how long they last.")
    # Days lie between two entries: whoever enters on a day is at risk from the next one on.
    leaving = np.array([max(spell.leaving, _WITHIN_THE_FIRST_DAY) for spell in watched], dtype=float)
    entry = np.array([spell.entry for spell in watched], dtype=float)
    ended = np.array([spell.is_ended for spell in watched], dtype=int)
    found: Any = SurvfuncRight(leaving, ended, entry=entry)
    days, staying, errors = (tuple(each.tolist()) for each in (found.surv_times, found.surv_prob, found.surv_prob_se))
    return Survival(tuple(map(int, days)), staying, errors, max(spell.leaving for spell in watched))
