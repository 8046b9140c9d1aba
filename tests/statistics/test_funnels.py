"""Limits for places side by side."""

from __future__ import annotations

from random import Random

import pytest

from earlyhelp.statistics.funnels import funnel_limits, overdispersion


@pytest.mark.parametrize(
    ("out_of", "inner", "outer"), [(15, ("4.5", "39.8"), ("2.5", "54.7")), (60, ("8.1", "26.1"), ("5.7", "33.9"))]
)
def test_the_limits_are_those_of_a_published_table(out_of, inner, outer):
    limits = funnel_limits(0.15, out_of)
    assert tuple(f"{100 * bound:.1f}" for bound in limits.inner) == inner
    assert tuple(f"{100 * bound:.1f}" for bound in limits.outer) == outer


def test_the_funnel_narrows_and_never_leaves_nought_to_one():
    small, large = funnel_limits(0.02, 20), funnel_limits(0.02, 2000)
    assert 0 <= small.outer[0] <= small.inner[0] < large.inner[0] < 0.02
    assert 0.02 < large.inner[1] < small.inner[1] < small.outer[1] <= 1


def test_one_place_in_twenty_lies_beyond_the_inner_limits():
    chance = Random(2016)
    lower, upper = funnel_limits(0.3, 100).inner
    found = sum(not lower < sum(chance.random() < 0.3 for _ in range(100)) / 100 < upper for _ in range(2000))
    assert 0.03 * 2000 < found < 0.07 * 2000


def test_places_that_differ_for_reasons_of_their_own_are_overdispersed():
    chance = Random(2016)
    alike = [(sum(chance.random() < 0.3 for _ in range(200)), 200) for _ in range(60)]
    assert 0.6 < overdispersion(alike) < 1.5
    assert overdispersion([(40, 200), (80, 200)] * 30) > 5
    assert overdispersion([(0, 30), (0, 40)]) == 1


def test_no_share_no_place_and_one_place_are_refused():
    with pytest.raises(ValueError, match="between 0 and 1"):
        funnel_limits(1.2, 30)
    with pytest.raises(ValueError, match="total above 0"):
        funnel_limits(0.2, 0)
    with pytest.raises(ValueError, match="two or more"):
        overdispersion([(3, 30)])
