from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earlyhelp.report.charts.palette import GOVERNMENT
from earlyhelp.report.contrast import contrast, luminance, tint

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21),
        ("#767676", "#FFFFFF", 4.54),
        ("#FFFFFF", "#FFFFFF", 1),
        ("#12436D", "#FFFFFF", 10.25),
    ],
)
def test_known_pairs_have_their_ratio(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.05)


@given(COLOURS, COLOURS)
def test_the_ratio_lies_between_1_and_21_whichever_comes_first(one, other):
    assert 1 <= contrast(one, other) <= 21
    assert contrast(one, other) == contrast(other, one)


def test_steps_of_the_government_palette_go_from_dark_to_light_and_their_words_can_be_read():
    lightness = [luminance(colour) for colour in GOVERNMENT.steps]
    assert lightness == sorted(lightness)
    assert all(contrast(one, other) >= 1.3 for one, other in pairwise(GOVERNMENT.steps))
    assert all(contrast(*pair) >= 4.5 for pair in zip(GOVERNMENT.steps, GOVERNMENT.on_steps, strict=True))


@given(COLOURS)
def test_a_tint_lies_between_its_colour_and_white(colour):
    assert tint(colour, 0) == colour
    assert tint(colour, 1) == "#FFFFFF"
    assert luminance(colour) <= luminance(tint(colour, 0.5)) <= 1


def test_words_on_each_colour_of_the_government_palette_can_be_read():
    assert all(contrast(*pair) >= 4.5 for pair in zip(GOVERNMENT.series, GOVERNMENT.on_series, strict=True))
    assert contrast(GOVERNMENT.target, "#FFFFFF") >= 4.5


@pytest.mark.parametrize("text", ["12436D", "#12436", "red", "#12436G", ""])
def test_a_colour_written_otherwise_is_refused(text):
    with pytest.raises(ValueError, match="is no colour"):
        luminance(text)
