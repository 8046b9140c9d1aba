"""Shares are rounded from whole numbers, half to even."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earlyhelp.measures.figures import share


@pytest.mark.parametrize(
    ("count", "out_of", "printed"),
    [
        (11, 117, "0.094017"),
        (10, 11, "0.909091"),
        (0, 7, "0.000000"),
        (7, 7, "1.000000"),
        (1, 2_000_000, "0.000000"),  # half a millionth goes to the even neighbour, 0
        (3, 2_000_000, "0.000002"),  # one and a half millionths goes to the even neighbour, 2
    ],
)
def test_a_share_has_six_decimals_half_to_even(count: int, out_of: int, printed: str) -> None:
    assert format(share(count, out_of), "f") == printed


def test_full_time_equivalents_are_divided_exactly() -> None:
    assert share(Decimal("6.19"), Decimal("13.5")) == Decimal("0.458519")


@given(st.integers(0, 10**7), st.integers(1, 10**7))
def test_a_share_equals_the_fraction_rounded_half_to_even(count: int, out_of: int) -> None:
    with localcontext() as context:
        context.prec = 60
        exact = Fraction(count, out_of) * 10**6
        expected = round(exact)  # Python rounds a fraction half to even
        assert share(count, out_of) == Decimal(expected).scaleb(-6).quantize(Decimal("1E-6"), ROUND_HALF_EVEN)


def test_nothing_is_divided_by_zero() -> None:
    with pytest.raises(ZeroDivisionError):
        share(0, 0)
