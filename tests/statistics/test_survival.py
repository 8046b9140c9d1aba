"""How long spells last: a drawn example, the second opinion on our figures, and four situations that mislead."""

from __future__ import annotations

from collections import defaultdict
from math import log
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earlyhelp.measures.survival import Tally, median_days, still_open_after
from earlyhelp.statistics.survival import Spell, survival_of

DRAWN = (Spell(100, 150, True), Spell(0, 30, True), Spell(0, 212, False), Spell(30, 30, True))


def test_the_worked_example_comes_out():
    found = survival_of(DRAWN)
    assert [found.still_open_after(day) for day in (29, 30, 149, 150, 212)] == [1, 0.5, 0.5, 0.25, 0.25]
    assert found.median_days == 30
    with pytest.raises(ValueError, match="213 days"):
        found.still_open_after(213)


def test_a_spell_that_ends_on_the_day_it_begins_was_at_risk_on_that_day():
    assert survival_of([Spell(0, 0, True), Spell(0, 10, True)]).still_open_after(0) == 0.5


@st.composite
def spell(draw) -> Spell:
    entry = draw(st.integers(0, 300))
    return Spell(entry, draw(st.integers(entry, 500)), draw(st.booleans()))


@given(st.lists(spell(), min_size=1, max_size=60).filter(lambda all_: any(s.entry < s.leaving for s in all_)))
def test_another_s_code_agrees_with_the_figures_of_the_card(spells):
    tally = Tally(defaultdict(int), defaultdict(int), defaultdict(int))
    for each in spells:
        tally.entering[each.entry] += 1
        tally.leaving[each.leaving] += 1
        # One that enters and ends on the same later day is never at risk.
        tally.ended[each.leaving] += each.is_ended and (each.entry < each.leaving or each.leaving == 0)
    found = survival_of(spells)
    days = [day for day in (0, 30, 183, 365) if day <= found.last_seen]
    assert [found.still_open_after(day) for day in days] == pytest.approx(
        [float(each) for each in still_open_after(tally, days)], abs=1e-6
    )
    assert found.median_days == median_days(tally)


def test_an_interval_holds_its_share_stays_inside_and_narrows():
    few, many = survival_of(DRAWN * 3), survival_of(DRAWN * 300)
    for found in (few, many):
        low, high = found.interval_after(40)
        assert 0 < low < found.still_open_after(40) < high < 1
    assert many.interval_after(40)[1] - many.interval_after(40)[0] < 0.1
    assert few.interval_after(10) == (1, 1)


def test_the_interval_covers_as_often_as_it_says():
    chance, covered = Random(2016), 0
    for _ in range(400):
        spells = [watched(chance.expovariate(1 / 200), chance.uniform(0, 150)) for _ in range(80)]
        low, high = survival_of([each for each in spells if each]).interval_after(150)
        covered += low < 2.718281828 ** (-150.5 / 200) < high
    assert 0.92 * 400 <= covered <= 0.98 * 400


def watched(length: float, entry: float) -> Spell | None:
    """A spell seen from some age on and for at most 300 days; None where it was over before."""
    if length <= entry:
        return None
    return Spell(int(entry), int(min(length, entry + 300)), length <= entry + 300)


@pytest.mark.parametrize(
    ("spells", "words"),
    [
        ((), "at risk"),
        ((Spell(4, 4, True),), "at risk"),
        ((Spell(5, 4, True),), "before it is entered"),
        ((Spell(-1, 4, True),), "before it is entered"),
    ],
)
def test_spells_never_seen_or_turned_round_are_refused(spells, words):
    with pytest.raises(ValueError, match=words):
        survival_of(spells)


# Four situations. In truth 54% of spells end within six months and 19% last longer than twelve. All days are counted
# from the first day of a period of seven months.
MONTH, PERIOD = 30.4375, 213
SHAPE = 1.0967
SCALE = 6 * MONTH / (-log(0.46)) ** (1 / SHAPE)


def begun(chance: Random, per_day: float, first: int, last: int) -> list[tuple[float, float]]:
    """Return start and end of spells that begin evenly from a day to another."""
    starts = [chance.uniform(first, last) for _ in range(int(per_day * (last - first)))]
    return [(start, start + chance.weibullvariate(SCALE, SHAPE)) for start in starts]


def steady(chance: Random) -> list[tuple[float, float]]:
    return begun(chance, 8, -2200, PERIOD)


def doubled_eight_months_ago(chance: Random) -> list[tuple[float, float]]:
    return steady(chance) + begun(chance, 8, int(PERIOD - 8 * MONTH), PERIOD)


def drive_to_close_old_cases(chance: Random) -> list[tuple[float, float]]:
    """Close at once, in the middle of the period, half of what has been open for a year."""
    day = PERIOD // 2

    def is_closed(start: float, end: float) -> bool:
        return start + 12 * MONTH < day < end and chance.random() < 0.5

    return [(start, day if is_closed(start, end) else end) for start, end in steady(chance)]


def records_begin_two_months_before(chance: Random) -> list[tuple[float, float]]:
    return begun(chance, 8, int(-2 * MONTH), PERIOD)


def closed_only(spells: list[tuple[float, float]]) -> tuple[float, float]:
    lengths = [end - start for start, end in spells if 0 <= end < PERIOD]
    return (100 * sum(length < 6 * MONTH for length in lengths) / len(lengths),
            100 * sum(length > 12 * MONTH for length in lengths) / len(lengths))  # fmt: skip


def seen_in_the_period(spells: list[tuple[float, float]]) -> list[Spell]:
    return [
        Spell(max(0, int(-start)), max(0, int(min(end, PERIOD) - start)), end < PERIOD)
        for start, end in spells
        if end >= 0
    ]


@pytest.mark.parametrize(
    ("situation", "of_those_closed", "in_truth"),
    [
        (steady, (54, 19), (55, 18)),
        (doubled_eight_months_ago, (67, 13), (55, 19)),
        (drive_to_close_old_cases, (51, 23), (54, 18)),
        (records_begin_two_months_before, (93, 0), (55, None)),
    ],
)
def test_closed_work_alone_misleads_where_all_work_at_risk_does_not(situation, of_those_closed, in_truth):
    spells = situation(Random(2016))
    assert closed_only(spells) == pytest.approx(of_those_closed, abs=2)
    found = survival_of(seen_in_the_period(spells))
    assert 100 * (1 - found.still_open_after(183)) == pytest.approx(in_truth[0], abs=2)
    if in_truth[1] is None:
        with pytest.raises(ValueError, match="No spell was watched"):
            found.still_open_after(365)
    else:
        assert 100 * found.still_open_after(365) == pytest.approx(in_truth[1], abs=2)
