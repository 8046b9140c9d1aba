"""How long work takes to end, open work included: Kaplan-Meier with delayed entry."""

from __future__ import annotations

import math
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from .cells import NOT_APPLICABLE, Cell, six_decimals
from .places import Place
from .rows import County, involvements
from .words import Row, is_active_in, is_between

DAYS_IN_MONTH = Fraction(304375, 10000)
DAYS_OF_WINDOW = {"6": 183, "12": 365}
HALF = Fraction(1, 2)


class Spell(NamedTuple):
    """Days since the start at which it came into view and left it, and whether it left by ending."""

    entry: int
    exit: int
    has_ended: bool

    def is_at_risk(self, day: int) -> bool:
        return self.entry < day <= self.exit or (day == 0 and self.entry == 0)


def spell(row: Row, first: date, last: date) -> Spell:
    started = row["started_on"]
    has_ended = is_between(row.get("ended_on"), first, last)
    left = row["ended_on"] if has_ended else last
    return Spell(max(0, (first - started).days), (left - started).days, has_ended)


def survival(spells: list[Spell]) -> list[tuple[int, Fraction]]:
    """Each day on which a spell ended, in order, with the share that outlasts it."""
    steps: list[tuple[int, Fraction]] = []
    outlasting = Fraction(1)
    for day in sorted({own.exit for own in spells if own.has_ended}):
        at_risk = [own for own in spells if own.is_at_risk(day)]
        if at_risk:
            ended = [own for own in at_risk if own.has_ended and own.exit == day]
            outlasting *= 1 - Fraction(len(ended), len(at_risk))
            steps.append((day, outlasting))
    return steps


def survival_at(steps: list[tuple[int, Fraction]], day: int) -> Fraction:
    outlasting = Fraction(1)
    for step_day, share_left in steps:
        if step_day <= day:
            outlasting = share_left
    return outlasting


def seen_spells(county: County, place: Place, first: date, last: date) -> list[Spell]:
    return [
        spell(row, first, last)
        for row in involvements(county, place)
        if is_active_in(row["started_on"], row.get("ended_on"), first, last)
    ]


def still_open_after(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    spells = seen_spells(county, place, first, last)
    steps = survival(spells)
    cells: dict[str, Cell] = {}
    for window in range(1, 25):
        day = math.ceil(Fraction(window * 365, 12))
        is_known = any(own.is_at_risk(later) for own in spells for later in range(day, own.exit + 1))
        left = six_decimals(survival_at(steps, day))
        cells[f"window={window}"] = Cell(None, len(spells), left, "value") if is_known else NOT_APPLICABLE
    return cells


def time_to_closure(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    spells = seen_spells(county, place, first, last)
    if not spells:
        return dict.fromkeys(("window=6", "window=12", "statistic=median_months"), NOT_APPLICABLE)
    steps = survival(spells)
    cells = {
        f"window={window}": Cell(None, len(spells), six_decimals(1 - survival_at(steps, days)), "value")
        for window, days in DAYS_OF_WINDOW.items()
    }
    median = next((day for day, share_left in steps if share_left <= HALF), None)
    cells["statistic=median_months"] = (
        NOT_APPLICABLE if median is None else Cell(None, len(spells), six_decimals(median / DAYS_IN_MONTH), "value")
    )
    return cells
