from __future__ import annotations

from fractions import Fraction
from math import comb
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earlyhelp.statistics.changes import compare_counts, compare_shares, newcombe, share_change
from earlyhelp.statistics.verdicts import Verdict

# The worked examples of the paper, table II, method 10: counts and bases, then the bounds it prints.
PUBLISHED = [
    ((56, 70, 48, 80), (0.0524, 0.3339)),
    ((9, 10, 3, 10), (0.1705, 0.8090)),
    ((6, 7, 2, 7), (0.0582, 0.8062)),
    ((5, 56, 0, 29), (-0.0381, 0.1926)),
    ((0, 10, 0, 20), (-0.1611, 0.2775)),
    ((0, 10, 0, 10), (-0.2775, 0.2775)),
    ((10, 10, 0, 20), (0.6791, 1.0)),
    ((10, 10, 0, 10), (0.6075, 1.0)),
]


@st.composite
def shares(draw, smallest: int = 1) -> tuple[int, int]:
    out_of = draw(st.integers(smallest, 3000))
    return draw(st.integers(0, out_of)), out_of


@pytest.mark.parametrize(("counts", "bounds"), PUBLISHED)
def test_the_interval_of_a_difference_is_that_of_the_paper(counts, bounds):
    assert tuple(round(bound, 4) for bound in newcombe(*counts)) == bounds


@given(shares(), shares())
def test_the_interval_holds_the_difference_and_turns_round_with_it(now, before):
    low, high = newcombe(*now, *before)
    difference = now[0] / now[1] - before[0] / before[1]
    assert -1 - 1e-9 <= low <= difference + 1e-9
    assert difference - 1e-9 <= high <= 1 + 1e-9
    turned = newcombe(*before, *now)
    assert (-turned[1], -turned[0]) == pytest.approx((low, high))


@given(shares(), shares(), st.integers(2, 50))
def test_more_cases_make_the_interval_narrower(now, before, times):
    low, high = newcombe(*now, *before)
    narrow_low, narrow_high = newcombe(*(times * number for number in (*now, *before)))
    assert narrow_high - narrow_low < high - low


def test_less_coverage_makes_the_interval_narrower():
    wide, narrow = newcombe(56, 70, 48, 80, 0.95), newcombe(56, 70, 48, 80, 0.8)
    assert wide[0] < narrow[0] < narrow[1] < wide[1]


@given(shares(smallest=20), shares(smallest=20))
def test_a_rise_one_way_is_a_fall_the_other(now, before):
    opposite = {Verdict.UP: Verdict.DOWN, Verdict.DOWN: Verdict.UP}
    verdict = compare_shares(*now, *before)
    assert compare_shares(*before, *now) == opposite.get(verdict, verdict)


@pytest.mark.parametrize(
    ("now", "before", "verdict"),
    [
        ((60, 100), (30, 100), Verdict.UP),
        ((30, 100), (60, 100), Verdict.DOWN),
        ((36, 100), (30, 100), Verdict.NO_CLEAR_CHANGE),
        ((19, 19), (0, 500), Verdict.TOO_FEW),
        ((500, 500), (0, 19), Verdict.TOO_FEW),
        ((20, 20), (0, 20), Verdict.UP),
    ],
)
def test_a_share_is_judged_from_twenty_on_both_sides(now, before, verdict):
    assert compare_shares(*now, *before) is verdict


@pytest.mark.parametrize(
    ("now", "before", "verdict"),
    [
        ((120, 213), (80, 212), Verdict.UP),
        ((80, 213), (120, 212), Verdict.DOWN),
        ((105, 213), (95, 212), Verdict.NO_CLEAR_CHANGE),
        # Twice as many in twice the time is no more often.
        ((200, 200), (100, 100), Verdict.NO_CLEAR_CHANGE),
        ((19, 213), (0, 212), Verdict.TOO_FEW),
        ((20, 213), (0, 212), Verdict.UP),
    ],
)
def test_counts_are_judged_by_how_often_they_happen(now, before, verdict):
    assert compare_counts(*now, *before) is verdict


@given(st.integers(0, 2000), st.integers(0, 2000), st.integers(1, 366), st.integers(1, 366))
def test_more_often_one_way_is_less_often_the_other(count, count_before, days, days_before):
    opposite = {Verdict.UP: Verdict.DOWN, Verdict.DOWN: Verdict.UP}
    verdict = compare_counts(count, days, count_before, days_before)
    assert compare_counts(count_before, days_before, count, days) == opposite.get(verdict, verdict)


@given(shares(smallest=20), shares(smallest=20), st.floats(0.5, 0.999), st.sampled_from((1.0, 2.0)))
def test_the_chance_of_a_change_is_that_at_which_its_interval_touches_nought(now, before, level, together):
    finding = share_change(*now, *before, together=together)
    low, high = newcombe(now[0], now[1], before[0], before[1], level, together)
    if abs(finding.chance - (1 - level)) > 1e-9:
        assert (low > 0 or high < 0) == (finding.chance < 1 - level)


def test_children_who_come_together_count_as_fewer():
    alone, together = share_change(60, 100, 45, 100), share_change(60, 100, 45, 100, together=2.0)
    assert alone.verdict() is Verdict.UP
    assert together.verdict() is Verdict.NO_CLEAR_CHANGE
    assert together.chance == pytest.approx(share_change(30, 50, 45, 100, together=1.0).chance, abs=0.1)
    assert share_change(30, 50, 20, 50).chance == pytest.approx(share_change(60, 100, 40, 100, together=2.0).chance)


def chances(out_of: int, share: Fraction) -> list[float]:
    """Return the chance of each count from none to all, the cases being independent."""
    return [float(comb(out_of, k) * share**k * (1 - share) ** (out_of - k)) for k in range(out_of + 1)]


@pytest.mark.parametrize(("out_of", "out_of_before"), [(20, 20), (20, 60), (40, 40)])
@pytest.mark.parametrize("percent", [2, 5, 10, 20, 30, 50])
def test_no_share_that_stayed_alike_is_called_changed_much_more_than_once_in_twenty(out_of, out_of_before, percent):
    now, before = (chances(base, Fraction(percent, 100)) for base in (out_of, out_of_before))
    found = sum(
        now[count] * before[earlier]
        for count in range(out_of + 1)
        for earlier in range(out_of_before + 1)
        if compare_shares(count, out_of, earlier, out_of_before) is not Verdict.NO_CLEAR_CHANGE
    )
    assert found < 0.06


@pytest.mark.parametrize("events", [20, 30, 50, 200, 1000])
def test_no_count_that_stayed_alike_is_called_changed_much_more_than_once_in_twenty(events):
    found = sum(
        chance
        for count, chance in enumerate(chances(events, Fraction(1, 2)))
        if compare_counts(count, 182, events - count, 182) is not Verdict.NO_CLEAR_CHANGE
    )
    assert 0.03 < found < 0.07


def test_where_nothing_has_changed_chance_is_taken_for_change_about_once_in_twenty():
    chance = Random(2016)
    draws = 2000

    def drawn(out_of: int) -> tuple[int, int]:
        return sum(chance.random() < 0.4 for _ in range(out_of)), out_of

    found = sum(compare_shares(*drawn(150), *drawn(120)) is not Verdict.NO_CLEAR_CHANGE for _ in range(draws))
    assert 0.03 * draws < found < 0.07 * draws


@pytest.mark.parametrize("counts", [(-1, 30, 4, 30), (4, 30, 31, 30)])
def test_a_count_outside_its_base_is_refused(counts):
    with pytest.raises(ValueError, match="from 0 to its total"):
        compare_shares(*counts)


@pytest.mark.parametrize("counts", [(-1, 30, 40, 30), (4, 0, 40, 30)])
def test_a_count_below_nought_or_a_period_without_days_is_refused(counts):
    with pytest.raises(ValueError, match="at least one day"):
        compare_counts(*counts)


@pytest.mark.parametrize(
    ("judge", "numbers"),
    [
        (newcombe, (2.5, 30, 4, 30)),
        (compare_shares, (4, 30, 4, 30.5)),
        # Refused even where there would be too few to compare.
        (compare_shares, (0.5, 1, 0, 1)),
        (compare_counts, (12.5, 30, 40, 30)),
        (compare_counts, (1, 30.5, 2, 30)),
    ],
)
def test_numbers_that_are_not_whole_are_refused(judge, numbers):
    with pytest.raises(ValueError, match="whole numbers"):
        judge(*numbers)
