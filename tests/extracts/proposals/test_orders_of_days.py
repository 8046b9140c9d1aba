"""In what order days are written is told from days that can be read in one way only."""

from __future__ import annotations

from collections import Counter

from earlyhelp.extracts.mapping.declare import DayOrder
from earlyhelp.extracts.proposals.column_profile import ColumnProfile
from earlyhelp.extracts.proposals.day_orders import evidence_of
from earlyhelp.extracts.proposals.propose import propose
from tests.extracts.proposals.drawn_sheets import digits, of, sheet


def column(*texts: str) -> ColumnProfile:
    return ColumnProfile("Date", len(texts), Counter(texts))


def test_one_day_after_the_twelfth_tells_the_order_of_thousands() -> None:
    evidence = evidence_of(column(*(f"0{n % 9 + 1}/02/2016" for n in range(2000)), "25/03/2016"))
    assert evidence.order is DayOrder.DAY_FIRST


def test_a_month_first_column_is_seen_as_one() -> None:
    assert evidence_of(column("03/25/2016", "03/04/2016")).order is DayOrder.MONTH_FIRST


def test_days_that_are_the_same_in_both_orders_say_nothing() -> None:
    evidence = evidence_of(column("05/05/2016", "06/06/2016"))
    assert evidence.order is None and not evidence.either


def test_two_figures_for_the_year_tell_as_much() -> None:
    assert evidence_of(column("18.09.15", "05.09.15")).order is DayOrder.DAY_FIRST


def test_where_every_day_could_be_two_the_order_is_asked_and_not_written() -> None:
    proposal = propose([reviews("03/04/2016", "05/04/2016").sheet])
    assert not proposal.mapping.sources["review"].dates
    assert any("every day could be two" in question for question in proposal.questions)


def test_where_days_contradict_each_other_the_order_is_asked_and_not_written() -> None:
    proposal = propose([reviews("25/03/2016", "03/25/2016").sheet])
    assert not proposal.mapping.sources["review"].dates
    assert any("some days are written day first and some month first" in each for each in proposal.questions)


def test_the_order_stands_with_its_evidence() -> None:
    proposal = propose([reviews("25/03/2016", "03/04/2016").sheet])
    said = "certain: some days, as in `Review due`, can only be read day first"
    assert f'dates = "day/month/year"  # {said}' in proposal.text


def reviews(*days: str):
    return sheet("Reviews.csv", "", [
        ("Review ID", "review.review_id", digits(1, 900)), ("Episode ID", "review.involvement_id", digits(500, 540)),
        ("Review due", "review.due_on", of(*days)),
    ])  # fmt: skip
