"""Control charts: each pattern is found, and a stable series is called unstable as often as is said."""

from __future__ import annotations

from random import Random

import pytest

from earlyhelp.statistics.control_charts import SEVEN_AND_SEVEN, RuleSet, p_chart, xmr_chart

FROM_ALL = {"locked_after": None, "is_screened": False}
# A level line with a small, even movement: 2 apart from month to month, middle 50, limits 50 ± 5.32.
STEADY = [49.0, 51.0] * 6
RUNS = 1500


def test_the_limits_lie_2_66_mean_ranges_from_the_middle():
    chart = xmr_chart(STEADY)
    assert chart.is_stable
    line = chart.limits[0]
    assert (line.lower, line.middle, line.upper) == pytest.approx((44.68, 50, 55.32))


def test_a_point_outside_the_limits_is_found():
    assert xmr_chart([*STEADY, 60.0]).outside == {12}
    assert xmr_chart([*STEADY, 40.0]).outside == {12}


def test_seven_in_a_row_on_one_side_are_a_shift_and_six_are_none():
    assert xmr_chart([*STEADY[:-1], *[50.5] * 7]).in_shifts == set(range(11, 18))
    assert not xmr_chart([*STEADY, *[50.5] * 5, 49.5]).in_shifts


def test_seven_that_rise_are_a_trend_and_a_pause_breaks_it():
    rising = [48.0, 48.5, 49.0, 49.5, 50.5, 51.0, 51.5]
    assert xmr_chart([*STEADY, *rising]).in_trends == set(range(12, 19))
    assert xmr_chart([*STEADY, *reversed(rising)]).in_trends >= set(range(12, 19))
    assert not xmr_chart([*STEADY, *rising[:3], 49.0, *rising[3:]]).in_trends


def test_two_of_three_near_one_limit_are_found_and_not_near_both():
    assert xmr_chart([*STEADY, 54.5, 50.5, 54.5, 49.0]).near_limits == {12, 14}
    assert not xmr_chart([*STEADY, 54.5, 50.5, 45.5, 49.0]).near_limits
    assert not xmr_chart([*STEADY, 54.5, 50.5, 54.5, 49.0], RuleSet(is_two_of_three=False)).near_limits


def test_limits_stay_where_the_first_twelve_points_put_them():
    later = [49.0, 51.0] * 6 + [70.0] * 6
    assert xmr_chart(later).limits == xmr_chart(STEADY).limits + xmr_chart(STEADY).limits[:6]
    assert xmr_chart(later, RuleSet(locked_after=None)).limits[0].middle > 50


def test_one_jump_does_not_widen_the_limits():
    jump = [*STEADY[:5], 90.0, *STEADY[6:]]
    screened, plain = xmr_chart(jump), xmr_chart(jump, RuleSet(is_screened=False))
    assert screened.limits[0].upper < plain.limits[0].upper
    assert screened.outside == {5}


def test_a_share_has_wider_limits_where_fewer_are_counted():
    chart = p_chart([(20, 100), (30, 100)] * 6 + [(10, 40), (60, 100)])
    assert chart.outside == {13}
    assert chart.limits[12].upper > chart.limits[0].upper
    assert chart.limits[0].middle == 0.25
    assert chart.limits[0].upper == pytest.approx(0.25 + 3 * (0.25 * 0.75 / 100) ** 0.5)


def test_the_limits_of_a_share_stay_between_nought_and_one():
    assert {line.lower for line in p_chart([(0, 30), (1, 30)] * 6).limits} == {0}
    assert {line.upper for line in p_chart([(30, 30), (29, 30)] * 6).limits} == {1}


def test_shares_of_a_steady_process_leave_their_limits_seldom():
    chance = Random(2016)
    rules = RuleSet(locked_after=None, is_two_of_three=False, shift=99, trend=99)
    found = sum(
        bool(p_chart([(sum(chance.random() < 0.3 for _ in range(80)), 80) for _ in range(12)], rules).outside)
        for _ in range(300)
    )
    assert found < 0.08 * 300


# As printed for limits from the whole series, ranges unscreened: rule sets of three tools, 12 and 24 months.
@pytest.mark.parametrize(
    ("rules", "per_cent"),
    [
        (RuleSet(shift=7, trend=7, **FROM_ALL), (5, 16)),
        (RuleSet(shift=8, trend=6, **FROM_ALL), (6, 14)),
        (RuleSet(shift=6, trend=6, **FROM_ALL), (10, 29)),
    ],
)
def test_a_stable_series_is_called_unstable_as_often_as_is_printed(rules, per_cent):
    for months, printed in zip((12, 24), per_cent, strict=True):
        assert false_alarms(months, rules) == pytest.approx(printed, abs=2.5)


def test_limits_locked_after_twelve_months_are_uncertain_and_alarm_twice_as_often_in_the_second_year():
    assert false_alarms(12, SEVEN_AND_SEVEN) == pytest.approx(8, abs=2.5)
    assert false_alarms(24, SEVEN_AND_SEVEN) == pytest.approx(34, abs=4)


def false_alarms(months: int, rules: RuleSet) -> float:
    chance = Random(2016)
    series = ([chance.gauss(0, 1) for _ in range(months)] for _ in range(RUNS))
    return 100 * sum(not xmr_chart(each, rules).is_stable for each in series) / RUNS


@pytest.mark.parametrize(
    ("points", "rules"), [([1.0] * 11, SEVEN_AND_SEVEN), ([1.0] * 12, RuleSet(locked_after=6)), ([], SEVEN_AND_SEVEN)]
)
def test_fewer_than_twelve_points_make_no_chart(points, rules):
    with pytest.raises(ValueError, match="needs 12 points"):
        xmr_chart(points, rules)


def test_a_count_outside_its_base_is_refused():
    with pytest.raises(ValueError, match="from 0 to its total"):
        p_chart([(3, 2)] * 12)
