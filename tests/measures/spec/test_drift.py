"""open_over_12_months and reviews_in_time: work that goes on for long, and whether anybody looks at it."""

from __future__ import annotations

import pytest

from earlyhelp.measures.figures import Status
from tests.measures.spec.drawn import cell, figures_of

OPEN, REVIEWS = "open_over_12_months", "reviews_in_time"


@pytest.mark.parametrize(
    ("started_on", "last", "is_over"),
    [
        ("2015-07-31", "2016-07-31", True),  # twelve months to the day
        ("2015-08-01", "2016-07-31", False),
        ("2015-02-28", "2016-02-29", True),
        ("2015-03-01", "2016-02-29", False),
        ("2016-02-29", "2017-02-27", False),
        ("2016-02-29", "2017-02-28", True),  # clipped to the last day of February
    ],
)
def test_twelve_whole_months_to_the_last_day_are_over_12_months(started_on: str, last: str, is_over: bool) -> None:
    figures = figures_of(OPEN, first="2016-01-01", last=last, as_at=last, involvement=f"""
        started_on
        {started_on}
        """)  # fmt: skip
    found = cell(figures, OPEN)
    assert (found.count, found.out_of) == (1 if is_over else 0, 1)


def test_only_involvements_open_on_the_last_day_are_the_base() -> None:
    figures = figures_of(OPEN, as_at="2016-08-31", involvement="""
        involvement_id | started_on | ended_on   | district_code
        I1             | 2014-01-06 |            | North
        I2             | 2014-01-06 | 2016-07-31 | North
        I3             | 2014-01-06 | 2016-08-01 | North
        I4             | 2016-07-31 |            | North
        """)  # fmt: skip
    north = cell(figures, OPEN, "North")
    assert (north.count, north.out_of) == (1 + 1, 3)  # I1 and I3; I2 ended that day
    assert cell(figures, OPEN, "South").status == Status.NOT_APPLICABLE


def test_a_review_due_in_the_period_is_in_time_when_held_by_the_day_it_is_due() -> None:
    figures = figures_of(REVIEWS, involvement="involvement_id | district_code\nI1 | South", review="""
        due_on     | held_on
        2015-12-31 | 2015-12-31
        2016-01-01 | 2016-01-01
        2016-03-01 | 2015-12-15
        2016-03-01 | 2016-03-02
        2016-07-31 |
        2016-08-01 | 2016-07-31
        """)  # fmt: skip
    found = cell(figures, REVIEWS)
    assert (found.count, found.out_of) == (1 + 1, 4)  # one held on the day, one before; one late, one not held
    assert cell(figures, REVIEWS, "South").out_of == 4  # the involvement's district
    assert cell(figures, REVIEWS, "North").status == Status.NOT_APPLICABLE


def test_without_reviews_the_share_is_not_applicable_and_without_the_table_not_collected() -> None:
    assert cell(figures_of(REVIEWS), REVIEWS).status == Status.NOT_APPLICABLE
    assert cell(figures_of(REVIEWS, absent={"review"}), REVIEWS).status == Status.NOT_COLLECTED
