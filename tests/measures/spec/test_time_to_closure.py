"""time_to_closure: Kaplan-Meier with delayed entry, every product worked by hand.

An involvement is seen on the days of its life that fall in the period. Days are counted from its own start.
The period begins on 1 January 2016, so an involvement that started that day ends on 31 January after 30 days,
on 10 April after 100, on 19 July after 200.
"""

from __future__ import annotations

import pytest

from earlyhelp.measures.figures import Status
from tests.measures.spec.drawn import cell, figures_of

MEASURE = "time_to_closure"
MEDIAN = "statistic=median_months"


def test_the_share_that_stays_is_the_product_of_those_who_stayed_on_each_day_of_an_ending() -> None:
    figures = figures_of(MEASURE, involvement="""
        involvement_id | started_on | ended_on
        A              | 2016-01-01 | 2016-01-01
        B              | 2016-01-01 | 2016-04-10
        C              | 2016-01-01 | 2016-07-19
        D              | 2016-01-01 |
        """)  # fmt: skip
    # day   0: A B C D at risk, A ends: 3/4
    # day 100:   B C D at risk, B ends: 3/4 x 2/3 = 1/2
    # day 200:     C D at risk, C ends: 1/2 x 1/2 = 1/4
    six, twelve = (cell(figures, MEASURE, breakdown=f"window={months}") for months in (6, 12))
    assert six.value is not None and float(six.value) == 1 - 1 / 2
    assert twelve.value is not None and float(twelve.value) == 1 - 1 / 4
    assert (six.count, six.out_of, six.status) == (None, 4, Status.VALUE)
    median = cell(figures, MEASURE, breakdown=MEDIAN)
    assert str(median.value) == "3.285421"  # 100 days / 30.4375
    assert (median.unit, median.out_of) == ("months", 4)


def test_an_older_involvement_joins_those_at_risk_at_the_age_it_had_on_the_first_day() -> None:
    figures = figures_of(MEASURE, involvement="""
        involvement_id | started_on | ended_on
        A              | 2015-09-23 | 2016-02-20
        B              | 2016-01-01 | 2016-01-31
        C              | 2016-01-01 |
        """)  # fmt: skip
    # A is 100 days old on the first day and ends at 150; nobody saw it at 30.
    # day  30: B C at risk, B ends: 1/2
    # day 150: A C at risk, A ends: 1/2 x 1/2 = 1/4
    six = cell(figures, MEASURE, breakdown="window=6")
    assert six.value is not None and float(six.value) == 1 - 1 / 4
    assert six.out_of == 3
    assert str(cell(figures, MEASURE, breakdown=MEDIAN).value) == "0.985626"  # 30 days


def test_the_worked_example_of_the_rule() -> None:
    """The table of docs/rules/time_to_closure.md."""
    figures = figures_of(MEASURE, involvement="""
        involvement_id | started_on | ended_on
        A              | 2015-09-23 | 2016-02-20
        B              | 2016-01-01 | 2016-01-31
        C              | 2016-01-01 |
        D              | 2015-12-02 | 2016-01-01
        """)  # fmt: skip
    found = {f.breakdown: (str(f.value), f.out_of) for f in figures if f.place_level == "county"}
    assert found == {"window=6": ("0.750000", 4), "window=12": ("0.750000", 4), MEDIAN: ("0.985626", 4)}


def test_an_involvement_is_at_risk_after_the_day_of_its_entry_and_up_to_its_exit() -> None:
    figures = figures_of(MEASURE, involvement="""
        involvement_id | started_on | ended_on
        A              | 2015-12-02 | 2016-01-01
        B              | 2015-12-02 | 2016-01-02
        C              | 2016-01-01 | 2016-01-31
        D              | 2016-01-01 |
        """)  # fmt: skip
    # A enters at 30 and leaves at 30: it is never at risk, and its end is not seen. It counts among the spells.
    # day 30: C D at risk (A and B enter that day), C ends: 1/2
    # day 31: B D at risk, B ends: 1/2 x 1/2 = 1/4
    six = cell(figures, MEASURE, breakdown="window=6")
    assert six.value is not None and float(six.value) == 1 - 1 / 4
    assert six.out_of == 4


def test_an_involvement_that_starts_in_the_period_is_seen_from_its_own_first_day() -> None:
    figures = figures_of(MEASURE, involvement="""
        involvement_id | started_on | ended_on
        A              | 2016-03-01 | 2016-03-11
        B              | 2016-05-01 | 2016-05-01
        C              | 2016-06-01 |
        """)  # fmt: skip
    # day  0: A B C at risk, B ends: 2/3
    # day 10: A   C at risk, A ends: 2/3 x 1/2 = 1/3
    six = cell(figures, MEASURE, breakdown="window=6")
    assert (str(six.value), six.out_of) == ("0.666667", 3)
    assert str(cell(figures, MEASURE, breakdown=MEDIAN).value) == "0.328542"  # 10 days / 30.4375


def test_a_share_that_stays_of_exactly_one_half_is_the_median() -> None:
    figures = figures_of(MEASURE, involvement="""
        involvement_id | started_on | ended_on
        A              | 2016-01-01 | 2016-01-31
        B              | 2016-01-01 | 2016-04-10
        """)  # fmt: skip
    # day 30: A B at risk, A ends: 1/2, so the median is 30 days and not 100
    assert str(cell(figures, MEASURE, breakdown=MEDIAN).value) == "0.985626"


@pytest.mark.parametrize(
    ("started_on", "ended_on", "window", "share_ended"),
    [
        ("2016-01-01", "2016-07-02", 6, 1),  # day 183
        ("2016-01-01", "2016-07-03", 6, 0),  # day 184
        ("2015-03-01", "2016-02-29", 12, 1),  # day 365
        ("2015-02-28", "2016-02-29", 12, 0),  # day 366
    ],
)
def test_six_months_are_183_days_and_twelve_are_365(
    started_on: str, ended_on: str, window: int, share_ended: int
) -> None:
    figures = figures_of(MEASURE, involvement=f"""
        started_on   | ended_on
        {started_on} | {ended_on}
        """)  # fmt: skip
    assert cell(figures, MEASURE, breakdown=f"window={window}").value == share_ended


def test_an_involvement_open_on_the_last_day_leaves_unended_and_one_that_ends_later_is_open() -> None:
    figures = figures_of(MEASURE, as_at="2016-08-31", involvement="""
        involvement_id | started_on | ended_on
        A              | 2016-07-01 |
        B              | 2016-07-01 | 2016-08-01
        C              | 2016-08-01 |
        D              | 2015-01-05 | 2015-12-31
        """)  # fmt: skip
    six = cell(figures, MEASURE, breakdown="window=6")
    assert (six.value, six.out_of, six.status) == (0, 1 + 1, Status.VALUE)  # C and D were not active in the period
    assert cell(figures, MEASURE, breakdown=MEDIAN).status == Status.NOT_APPLICABLE  # half is never reached


def test_each_district_has_its_own_and_one_without_involvements_is_not_applicable() -> None:
    figures = figures_of(MEASURE, involvement="""
        started_on | ended_on   | district_code
        2016-01-01 | 2016-01-31 | North
        2016-01-01 |            | North
        """)  # fmt: skip
    assert cell(figures, MEASURE, "North", "window=6").out_of == 1 + 1
    south = [figure for figure in figures if figure.place_code == "South"]
    assert {(figure.breakdown, figure.status) for figure in south} == {
        ("window=6", Status.NOT_APPLICABLE),
        ("window=12", Status.NOT_APPLICABLE),
        (MEDIAN, Status.NOT_APPLICABLE),
    }
    absent = figures_of(MEASURE, absent={"involvement"})
    assert {figure.status for figure in absent} == {Status.NOT_COLLECTED}
    assert len(absent) == 3 * len(["county", "North", "South"])
