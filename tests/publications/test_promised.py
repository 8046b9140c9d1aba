"""How a promise stands: by its figure, by what its owner says, and by the day it was due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.disclosure.gate import release
from earlyhelp.measures.figures import Figure, Status, share
from earlyhelp.periods import Period
from earlyhelp.places import Place
from earlyhelp.publications.promised import (
    ONE_DAY,
    OTHER_DEFINITION,
    SHARED_DAYS,
    Standing,
    ToJudge,
    judge_promises,
    promised,
)
from earlyhelp.publications.school_report_card.promise_outcomes import outcome
from earlyhelp.report.actions import Action, Evidence, Said, SaidOn
from earlyhelp.statistics.verdicts import Verdict

COUNTY = Place("county", "E10000099", "Borsetshire")
SPRING = Period(date(2016, 1, 1), date(2016, 3, 31))
SUMMER = Period(date(2016, 4, 1), date(2016, 7, 31))
AS_AT = date(2016, 9, 15)
HELD = Evidence("link_meetings_held", "all", "", "higher")
ACTION = Action("P1", "Hold more link meetings.", "Team managers", date(2016, 4, 20), date(2016, 8, 31), HELD)


def cell(count: int | None, out_of: int | None, period: Period, measure: str = "link_meetings_held") -> ReleasedCell:
    status = Status.SUPPRESSED if count is None else Status.VALUE
    value = None if count is None or out_of is None else share(count, out_of)
    figure = Figure(measure, period, "county", COUNTY.code, "all", count, out_of, value, "share of meetings", status)
    return release([figure], audience="internal", as_at=AS_AT).cells[0]


def of(then: ReleasedCell | None, now: ReleasedCell | None, evidence: Evidence = HELD, *, alike: bool = True):
    (found,) = judge_promises([ToJudge(evidence, COUNTY, then, now, is_counted_alike=alike)])
    return found


def became(of_figure, *said: SaidOn, due_on: date | None = date(2016, 8, 31)):
    return promised("link-meetings", replace(ACTION, said=said, due_on=due_on), of_figure, AS_AT)


def test_a_figure_that_moved_its_way_by_more_than_chance_keeps_the_promise():
    kept = became(of(cell(100, 200, SPRING), cell(160, 200, SUMMER)))
    assert (kept.standing, kept.is_overdue) == (Standing.KEPT, False)
    assert outcome(kept).text == (
        "Kept. The rise is more than chance would explain, as promised. Whoever sees to it has said nothing."
    )


def test_a_figure_that_moved_by_chance_alone_keeps_nothing_and_is_overdue():
    still = became(
        of(cell(100, 200, SPRING), cell(104, 200, SUMMER)), SaidOn(date(2016, 7, 1), Said.UNDER_WAY, "Dates set")
    )
    assert (still.standing, still.is_overdue) == (Standing.UNDER_WAY, True)
    assert outcome(still).text == (
        "Still open. There is no clear change. Under way, it was said on 1 July 2016: Dates set. "
        "Overdue since 31 August 2016."
    )


def test_a_figure_that_moved_the_other_way_says_so():
    worse = became(of(cell(160, 200, SPRING), cell(100, 200, SUMMER)))
    assert worse.standing is Standing.NOTHING_SAID
    assert "The fall is more than chance would explain, the other way than was promised." in outcome(worse).text


def test_what_its_owner_calls_done_is_kept_whatever_the_figure():
    done = became(of(cell(160, 200, SPRING), cell(100, 200, SUMMER)), SaidOn(date(2016, 7, 1), Said.DONE))
    assert done.standing is Standing.KEPT
    assert outcome(done).text == (
        "Kept: called done on 1 July 2016. The fall is more than chance would explain, the other way than was promised."
    )


def test_a_target_that_is_reached_keeps_the_promise_and_one_that_is_not_does_not():
    to_three_quarters = replace(HELD, target=Decimal("0.75"))
    reached = became(of(cell(146, 200, SPRING), cell(150, 200, SUMMER), to_three_quarters))
    assert reached.standing is Standing.KEPT
    assert outcome(reached).text.startswith("Kept. The target of 75% is reached. There is no clear change.")
    # A rise by more than chance is not what was promised.
    missed = became(of(cell(80, 200, SPRING), cell(149, 200, SUMMER), to_three_quarters))
    assert missed.standing is Standing.NOTHING_SAID
    assert "The target of 75% is not reached." in outcome(missed).text


def test_of_fewer_than_twenty_nothing_is_said():
    few = became(of(cell(5, 10, SPRING), cell(10, 10, SUMMER), replace(HELD, target=Decimal("0.75"))))
    assert few.standing is Standing.NOTHING_SAID
    assert (
        "Too few are counted to set it against the target. Too few are counted to speak of a change."
        in outcome(few).text
    )


def test_a_hidden_figure_says_nothing_and_its_owner_is_heard():
    hidden = became(of(cell(100, 200, SPRING), cell(None, None, SUMMER)), SaidOn(date(2016, 7, 1), Said.UNDER_WAY))
    assert hidden.judged is not None
    assert hidden.judged.verdict is None
    assert hidden.standing is Standing.UNDER_WAY
    assert "Its figure is hidden, so that nobody can be recognised, and says nothing here." in outcome(hidden).text
    before = became(of(cell(None, None, SPRING), cell(100, 200, SUMMER)))
    assert "The figure of then is not shown, so nothing is said of a change." in outcome(before).text


@pytest.mark.parametrize(
    ("then", "measure", "alike", "why"),
    [
        (Period(date(2016, 3, 1), date(2016, 4, 1)), "link_meetings_held", True, SHARED_DAYS),
        (SPRING, "open_over_12_months", True, ONE_DAY),
        (SPRING, "link_meetings_held", False, OTHER_DEFINITION),
    ],
)
def test_figures_that_are_not_alike_are_not_comparable(then, measure, alike, why):
    evidence = replace(HELD, measure=measure)
    found = of(cell(100, 200, then, measure), cell(160, 200, SUMMER, measure), evidence, alike=alike)
    assert (found.verdict, found.why_not_comparable) == (None, why)
    assert f"The two figures are not comparable: {why}." in outcome(became(found)).text


def test_verdicts_of_many_promises_mislead_no_more_than_one():
    alone = ToJudge(HELD, COUNTY, cell(100, 200, SPRING), cell(121, 200, SUMMER), is_counted_alike=True)
    still = [
        ToJudge(replace(HELD, breakdown=f"b={number}"), COUNTY, cell(100, 200 + number, SPRING),
                cell(100, 200 + number, SUMMER), is_counted_alike=True)
        for number in range(20)
    ]  # fmt: skip
    assert judge_promises([alone])[0].verdict is Verdict.UP
    assert judge_promises([alone, *still])[0].verdict is Verdict.NO_CLEAR_CHANGE


def test_a_promise_without_a_figure_stands_as_its_owner_says():
    assert outcome(became(None)).text == "Still open, and nothing was said of it. Overdue since 31 August 2016."
    dropped = became(None, SaidOn(date(2016, 7, 1), Said.DROPPED, "The agency has closed"))
    assert (dropped.standing, dropped.is_overdue) == (Standing.DROPPED, False)
    assert outcome(dropped).text == "Dropped on 1 July 2016: The agency has closed."


def test_what_is_due_on_the_last_day_of_the_records_is_not_overdue():
    assert became(None, due_on=AS_AT).is_overdue is False
