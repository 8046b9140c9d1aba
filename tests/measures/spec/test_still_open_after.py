"""still_open_after: the share still open, month by month, as time_to_closure counts the days."""

from __future__ import annotations

from earlyhelp.measures.figures import Status
from tests.measures.spec.drawn import cell, figures_of

MEASURE = "still_open_after"


def open_after(figures, months: int):
    return cell(figures, MEASURE, breakdown=f"window={months}")


def share_after(figures, months: int) -> float:
    value = open_after(figures, months).value
    assert value is not None
    return float(value)


def test_the_share_comes_down_in_the_month_in_which_an_involvement_ends() -> None:
    figures = figures_of(MEASURE, involvement="""
        involvement_id | started_on | ended_on
        A              | 2016-01-01 | 2016-01-31
        B              | 2016-01-01 | 2016-04-10
        C              | 2016-01-01 | 2016-07-19
        D              | 2016-01-01 |
        """)  # fmt: skip
    # A ends on day 30, B on day 100, C on day 200; a month is 31 days, two are 61, three 92, four 122, six 183.
    shares = [share_after(figures, months) for months in (1, 2, 3, 4, 6)]
    assert shares == [3 / 4, 3 / 4, 3 / 4, 3 / 4 * 2 / 3, 3 / 4 * 2 / 3]
    assert (open_after(figures, 1).count, open_after(figures, 1).out_of) == (None, 4)


def test_an_ending_on_the_last_day_of_a_month_of_its_life_counts_within_it() -> None:
    figures = figures_of(MEASURE, involvement="""
        involvement_id | started_on | ended_on
        A              | 2016-01-01 | 2016-02-01
        B              | 2016-01-01 | 2016-02-02
        C              | 2016-01-01 |
        """)  # fmt: skip
    # 31 days are within the first month, 32 are not.
    assert str(open_after(figures, 1).value) == "0.666667"  # B and C of three
    assert str(open_after(figures, 2).value) == "0.333333"  # C


def test_six_and_twelve_months_agree_with_the_time_to_closure() -> None:
    figures = figures_of(MEASURE, "time_to_closure", involvement="""
        involvement_id | started_on | ended_on
        A              | 2015-09-23 | 2016-02-20
        B              | 2016-01-01 | 2016-01-31
        C              | 2014-06-01 | 2016-03-01
        D              | 2016-01-01 | 2016-07-02
        E              | 2015-03-01 |
        """)  # fmt: skip
    for months in (6, 12):
        ended = cell(figures, "time_to_closure", breakdown=f"window={months}").value
        assert ended is not None
        assert open_after(figures, months).value == 1 - ended


def test_an_involvement_that_ends_on_the_first_day_of_the_period_says_nothing_of_its_age() -> None:
    figures = figures_of(MEASURE, involvement="""
        involvement_id | started_on | ended_on
        A              | 2015-01-01 | 2016-01-01
        B              | 2016-01-01 |
        """)  # fmt: skip
    # A is 365 days old, but no day of its life lies in the period after its entry; B is seen up to day 212.
    assert (open_after(figures, 6).status, open_after(figures, 6).out_of) == (Status.VALUE, 2)
    assert open_after(figures, 7).status == Status.NOT_APPLICABLE


def test_a_month_at_which_nothing_was_seen_any_more_has_no_figure() -> None:
    figures = figures_of(MEASURE, involvement="""
        involvement_id | started_on | ended_on
        A              | 2016-01-01 | 2016-03-01
        B              | 2016-04-01 |
        """)  # fmt: skip
    # B is 121 days old on the last day: the fourth month, of 122 days, is not over.
    assert open_after(figures, 3).status == Status.VALUE
    assert open_after(figures, 4).status == Status.NOT_APPLICABLE
    assert open_after(figures, 24).out_of is None
    assert cell(figures, MEASURE, "South", "window=1").status == Status.NOT_APPLICABLE
