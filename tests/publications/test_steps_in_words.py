"""The sentence on how a restated figure moved reads well, and each of its numbers is bound."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.disclosure.derived import DerivedKind
from earlyhelp.disclosure.gate import release
from earlyhelp.disclosure.restated_steps import MovedIn, Steps, release_steps
from earlyhelp.measures.figures import Figure, Number, Status
from earlyhelp.periods import Period
from earlyhelp.publications.school_report_card.steps_in_words import steps_in_words
from earlyhelp.report.sentences import Judgement, Sentence

TO_MAY = Period(date(2016, 1, 1), date(2016, 5, 31))
TO_JULY = Period(date(2016, 1, 1), date(2016, 7, 31))
FROM_MARCH = Period(date(2016, 3, 1), date(2016, 7, 31))


def cell(number: Number, period: Period, measure: str, unit: str) -> ReleasedCell:
    count = number if isinstance(number, int) else None
    figure = Figure(measure, period, "county", "E1", "all", count, None, number, unit, Status.VALUE)
    return release([figure], audience="internal", as_at=TO_JULY.last).cells[0]


def said(
    steps: Steps, out_of: Steps | None = None, now: Period = TO_JULY, measure: str = "requests", unit: str = "requests"
) -> Sentence:
    then, today = cell(steps.start, TO_MAY, measure, unit), cell(steps.reached[-1], now, measure, unit)
    released = release_steps(then, today, MovedIn(steps, out_of), audience="internal")
    assert released is not None
    return steps_in_words(released)


def test_steps_that_all_go_one_way_are_parts_of_the_difference():
    assert said(Steps(505, 12, 40, 0, 0, 512)).text == (
        "Of the 564 more, 12 were corrected, 40 came late and 512 are of the new months; none by counting differently "
        "or other places or filters."
    )
    assert said(Steps(505, 0, -1, -5, 0, 0), now=TO_MAY).text == (
        "Of the 6 fewer, 1 came late and 5 are there because we count differently; none by corrections or other places "
        "or filters."
    )


def test_steps_that_go_both_ways_each_say_which():
    assert said(Steps(505, -12, 40, 0, 3, 0), now=TO_MAY).text == (
        "31 more all told: 12 fewer by corrections, 40 more by late records and 3 more by other places or filters; "
        "none by counting differently."
    )
    assert said(Steps(505, -40, 40, 0, 0, 0), now=TO_MAY).text.startswith(
        "The same all told: 40 fewer by corrections and 40 more by late records; none by"
    )


def test_one_step_alone_needs_no_list():
    assert said(Steps(505, 0, 0, 0, 0, 564)).text == "All of the 564 more are of the new months."
    assert said(Steps(505, 0, 1, 0, 0, 0), now=TO_MAY).text == "The 1 more came late."


def test_another_period_is_named_for_what_it_is():
    assert said(Steps(505, 0, 0, 0, 0, 60), now=FROM_MARCH).text == "All of the 60 more are of other days."
    at_the_end = said(Steps(505, 0, 0, 0, 0, 60), measure="open_involvements")
    assert at_the_end.text == "All of the 60 more come with the later day."


def test_what_a_share_is_out_of_is_told_unless_it_moved_alike():
    steps = Steps(505, 0, 40, 0, 0, 0)
    assert said(steps, Steps(1300, 0, 52, 0, 0, 0), now=TO_MAY).text == (
        "All of the 40 more came late. What it is out of: all of the 52 more came late."
    )
    assert said(steps, Steps(1300, 0, 40, 0, 0, 0), now=TO_MAY).text == "All of the 40 more came late."


def test_a_share_without_a_count_moves_by_percentage_points():
    steps = Steps(Decimal("0.5"), Decimal("0.012"), Decimal("-0.03"), 0, 0, 0)
    assert said(steps, now=TO_MAY, unit="share ended").text.startswith(
        "1.8 percentage points down all told: 1.2 percentage points up by corrections and 3.0 percentage points down"
    )


@pytest.mark.parametrize("steps", [Steps(505, 12, 40, 0, 0, 512), Steps(505, -12, 40, 1, 2, 3)])
def test_every_number_is_bound_to_the_figure_of_both_editions(steps):
    judged = [part for part in said(steps).parts if isinstance(part, Judgement)]
    assert len(judged) == 1 + sum(amount != 0 for amount in steps.amounts)
    for part in judged:
        assert part.derived.kind is DerivedKind.STEP
        assert [cell.period for cell in part.derived.cells] == [TO_JULY, TO_MAY]
