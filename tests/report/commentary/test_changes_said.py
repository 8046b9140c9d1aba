"""How far a share lies from that of a year earlier, in words that add up with the percentages beside them."""

from __future__ import annotations

import pytest

from tests.report.commentary.conftest import THEN, released

CHANGE = "{{ requests_from_schools | change from a year earlier }}"


@pytest.mark.parametrize(
    ("then", "said"),
    [
        (988, "1 percentage point above a year earlier, which is no clear change"),  # 38%, now 39%
        (1066, "2 percentage points below a year earlier, which is no clear change"),  # 41%
        (1014, "as a year earlier, to the whole percentage point"),  # 39%
    ],
)
def test_without_a_clear_change_a_share_lies_above_below_or_level(bind, figures, then, said):
    figures.add(released("requests_from_schools", then, 2600, period=THEN))
    assert bind(f"It is {CHANGE}.").sentence.text == f"It is {said}."


def test_a_share_of_too_few_a_year_earlier_has_no_percentage_points(bind, figures):
    figures.add(released("requests_from_schools", 7, 12, period=THEN))
    for text in (CHANGE, "{{ requests_from_schools | percentage points }}"):
        assert "too few for percentage points" in bind(f"It is {text}.").withheld


@pytest.mark.parametrize("saying", ["percentage points", "majority"])
def test_a_plain_count_is_no_share(bind, saying):
    (fault,) = bind(f"It is {{{{ requests | {saying} }}}}.").faults
    assert fault.says.endswith("requests is no share")
