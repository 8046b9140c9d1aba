"""Wilson intervals agree with published values and behave at the ends."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earlyhelp.statistics.intervals import wilson


# Newcombe 1998, table I, method 3 (score, no continuity correction).
@pytest.mark.parametrize(
    ("count", "out_of", "lower", "upper"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_intervals_agree_with_the_published_table(count: int, out_of: int, lower: float, upper: float) -> None:
    assert wilson(count, out_of) == pytest.approx((lower, upper), abs=0.00005)


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), st.floats(0.5, 0.999))
def test_an_interval_holds_its_share_and_stays_between_0_and_1(pair: tuple[int, int], level: float) -> None:
    count, out_of = pair
    lower, upper = wilson(count, out_of, level)
    assert 0 <= lower <= count / out_of <= upper <= 1 and lower < upper


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_rest_has_the_mirrored_interval(pair: tuple[int, int]) -> None:
    count, out_of = pair
    lower, upper = wilson(count, out_of)
    assert wilson(out_of - count, out_of) == pytest.approx((1 - upper, 1 - lower))


def test_the_ends_are_exact() -> None:
    assert wilson(0, 7)[0] == 0.0 and wilson(7, 7)[1] == 1.0


def test_more_cases_and_less_coverage_make_it_narrower() -> None:
    def width(count: int, out_of: int, level: float = 0.95) -> float:
        lower, upper = wilson(count, out_of, level)
        return upper - lower

    assert width(400, 1000) < width(40, 100) < width(4, 10)
    assert width(40, 100, 0.8) < width(40, 100, 0.95)


@pytest.mark.parametrize(("count", "out_of"), [(0, 0), (1, 0), (-1, 5), (6, 5), (0, -1)])
def test_a_count_outside_its_total_is_refused(count: int, out_of: int) -> None:
    with pytest.raises(ValueError, match="a count from 0 to its total"):
        wilson(count, out_of)


@pytest.mark.parametrize("level", [0, 1, 95])
def test_a_coverage_outside_0_to_1_is_refused(level: float) -> None:
    with pytest.raises(ValueError, match="coverage"):
        wilson(1, 2, level)


@pytest.mark.parametrize(("count", "out_of"), [(2.5, 5), (2, 5.5), (Decimal("0.4"), 20), (float("nan"), 20)])
def test_a_number_that_is_not_whole_is_refused(count: int, out_of: int) -> None:
    with pytest.raises(ValueError, match="whole numbers"):
        wilson(count, out_of)
