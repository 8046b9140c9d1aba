"""The steps of a restated figure: staff see all, others none behind which somebody could be recognised."""

from __future__ import annotations

from datetime import date

import pytest

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.disclosure.gate import release
from earlyhelp.disclosure.restated_steps import MovedIn, ReleasedSteps, Steps, release_steps
from earlyhelp.measures.figures import Figure, Status
from earlyhelp.periods import Period

PERIOD = Period(date(2016, 1, 1), date(2016, 7, 31))
SAFE = Steps(505, 12, 40, 0, 0, 512)
OF_MORE = Steps(1300, 0, 52, 0, 0, 1300)


def cell(
    count: int | None, level: str = "county", breakdown: str = "all", status: Status | None = None
) -> ReleasedCell:
    status = status or (Status.SUPPRESSED if count is None else Status.VALUE)
    figure = Figure("requests", PERIOD, level, "E1", breakdown, count, None, count, "requests", status)
    return release([figure], audience="internal", as_at=PERIOD.last).cells[0]


def told(moved: MovedIn, audience: str = "public", then: ReleasedCell | None = None, now: ReleasedCell | None = None):
    return release_steps(then or cell(505), now or cell(1069), moved, audience=audience)


def test_the_steps_add_up_to_the_difference_and_reach_the_number_of_today():
    assert SAFE.difference == 1069 - 505
    assert SAFE.reached == (505, 517, 557, 557, 557, 1069)


def test_steps_that_are_none_or_many_are_told_to_all():
    for audience in ("internal", "public", "forum"):
        found = told(MovedIn(SAFE), audience)
        assert found is not None
        assert found.counted == SAFE


@pytest.mark.parametrize(
    "steps",
    [
        Steps(505, 3, 40, 0, 0, 521),  # a small step
        Steps(505, -4, 56, 0, 0, 512),  # a small step back
        Steps(3, 12, 40, 0, 0, 1014),  # a small number to start from
        Steps(505, -503, 555, 0, 0, 512),  # a small number in between
    ],
)
def test_a_small_step_or_number_hides_them_all_but_from_staff(steps):
    assert told(MovedIn(steps)) is None
    assert told(MovedIn(steps), "internal") is not None


def test_what_is_left_over_of_a_share_must_not_be_small_either():
    assert told(MovedIn(SAFE, OF_MORE)) is not None
    three_others_came_late = Steps(1300, 12, 43, 0, 0, 1300)
    assert told(MovedIn(SAFE, three_others_came_late)) is None
    assert told(MovedIn(SAFE, three_others_came_late), "internal") is not None


def test_a_step_of_what_a_share_is_out_of_must_not_be_small_either():
    # Twelve more are counted and fifteen fewer left over.
    of_three_fewer = Steps(1300, -3, 52, 0, 0, 1300)
    assert told(MovedIn(SAFE, of_three_fewer)) is None


def test_steps_of_a_value_without_a_count_are_for_staff_alone():
    estimated = cell(None, status=Status.VALUE)
    assert told(MovedIn(SAFE), now=estimated) is None
    assert told(MovedIn(SAFE), "internal", now=estimated) is not None


@pytest.mark.parametrize(("level", "breakdown"), [("district", "all"), ("school", "all"), ("county", "source_code=2A")])
def test_steps_of_parts_are_for_staff_alone_as_they_add_up_to_those_of_the_whole(level, breakdown):
    now = cell(1069, level, breakdown)
    assert told(MovedIn(SAFE), now=now) is None
    assert told(MovedIn(SAFE), "internal", now=now) is not None


def test_a_hidden_figure_has_no_steps_for_anybody():
    for audience in ("internal", "public"):
        assert told(MovedIn(SAFE), audience, then=cell(None)) is None
        assert told(MovedIn(SAFE), audience, now=cell(None)) is None


def test_nobody_but_the_gate_makes_released_steps():
    with pytest.raises(TypeError, match=r"made by disclosure\.restated_steps"):
        ReleasedSteps(object(), cell(505), cell(1069), SAFE, None, has_count=True)
