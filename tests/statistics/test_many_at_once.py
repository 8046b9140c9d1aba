"""Corrections for many comparisons agree with another's code and keep their order."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from earlyhelp.statistics.many_at_once import benjamini_hochberg, holm


def corrected(chances: list[float], method: str) -> list[float]:
    """Return what the library makes of them."""
    return np.asarray(multipletests(chances, method=method)[1]).tolist()


CHANCES = st.lists(st.floats(0, 1), min_size=1, max_size=40)


@settings(max_examples=20)
@given(CHANCES)
def test_holm_agrees_with_a_library(chances):
    assert holm(chances) == pytest.approx(corrected(chances, "holm"))


@settings(max_examples=20)
@given(CHANCES)
def test_benjamini_and_hochberg_agree_with_a_library(chances):
    assert benjamini_hochberg(chances) == pytest.approx(corrected(chances, "fdr_bh"))


def test_the_worked_example_comes_out():
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])
    assert benjamini_hochberg([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.04, 0.04])


def test_one_alone_stays_as_it_is_and_none_gives_none():
    assert holm([0.04]) == benjamini_hochberg([0.04]) == [0.04]
    assert holm([]) == benjamini_hochberg([]) == []


@given(CHANCES)
def test_a_chance_never_shrinks_and_holm_is_the_stricter(chances):
    strict, lenient = holm(chances), benjamini_hochberg(chances)
    assert all(alone <= corrected for alone, corrected in zip(chances, strict, strict=True))
    assert all(one >= other - 1e-12 for one, other in zip(strict, lenient, strict=True))
