"""returned_after_closure: of the work that ended, how much came back. The clock starts at the end of the work."""

from __future__ import annotations

import pytest

from earlyhelp.measures.figures import Status
from tests.measures.spec.drawn import cell, figures_of, has_cell

MEASURE = "returned_after_closure"
YEAR, HALF_YEAR = "window=12", "window=6"


@pytest.mark.parametrize(
    ("received_on", "within_12", "within_6"),
    [
        ("2016-01-30", False, False),  # before the end
        ("2016-01-31", False, False),  # on the day it ended: not after
        ("2016-02-01", True, True),
        ("2016-07-31", True, True),  # six months to the day
        ("2016-08-01", True, False),
        ("2017-01-31", True, False),  # twelve months to the day
        ("2017-02-01", False, False),
    ],
)
def test_a_family_returns_when_it_asks_after_the_end_and_within_the_months(
    received_on: str, within_12: bool, within_6: bool
) -> None:
    figures = figures_of(MEASURE, as_at="2017-07-31", involvement="""
        started_on | ended_on
        2015-01-05 | 2016-01-31
        """, request=f"""
        received_on
        {received_on}
        """)  # fmt: skip
    found = [cell(figures, MEASURE, breakdown=window) for window in (YEAR, HALF_YEAR)]
    assert [figure.count for figure in found] == [int(within_12), int(within_6)]
    assert [figure.out_of for figure in found] == [1, 1]


def test_an_involvement_counts_once_all_its_months_have_passed() -> None:
    figures = figures_of(MEASURE, as_at="2017-01-31", involvement="""
        involvement_id | family_id | ended_on
        I1             | Ash       | 2016-01-31
        I2             | Birch     | 2016-02-01
        I3             | Cedar     | 2016-07-31
        """, request="""
        family_id | received_on
        Birch     | 2016-02-10
        """)  # fmt: skip
    year, half = (cell(figures, MEASURE, breakdown=window) for window in (YEAR, HALF_YEAR))
    # Birch has come back, but its year is not over: counting it now would favour those who come back soon.
    assert (year.status, year.count, year.out_of) == (Status.ZERO, 0, 1)  # I1
    assert (half.count, half.out_of) == (1, 1 + 1 + 1)  # I3's six months end on 31 January 2017


def test_months_are_clipped_to_the_end_of_february() -> None:
    figures = figures_of(MEASURE, first="2016-08-01", last="2016-08-31", as_at="2017-02-28", involvement="""
        involvement_id | family_id | ended_on
        I1             | Ash       | 2016-08-31
        """, request="""
        family_id | received_on
        Ash       | 2017-02-28
        """)  # fmt: skip
    half = cell(figures, MEASURE, breakdown=HALF_YEAR)
    assert (half.count, half.out_of) == (1, 1)


def test_it_is_not_yet_available_while_no_involvement_qualifies() -> None:
    figures = figures_of(MEASURE, as_at="2016-07-31", involvement="""
        ended_on
        2016-01-31
        """)  # fmt: skip
    assert cell(figures, MEASURE, breakdown=YEAR).status == Status.NOT_YET_AVAILABLE
    assert cell(figures, MEASURE, breakdown=YEAR).out_of is None
    assert cell(figures, MEASURE, breakdown=HALF_YEAR).status == Status.ZERO
    assert cell(figures, MEASURE, "South", HALF_YEAR).status == Status.NOT_YET_AVAILABLE
    assert not has_cell(figures, MEASURE)


def test_a_request_of_another_kind_or_of_another_family_is_no_return() -> None:
    figures = figures_of(MEASURE, as_at="2017-07-31", involvement="""
        involvement_id | family_id | ended_on   | district_code
        I1             | Ash       | 2016-03-31 | South
        I2             | Birch     | 2015-12-31 | South
        """, request="""
        family_id | received_on | kind           | district_code
        Ash       | 2016-04-10  | penalty_notice | South
        Ash       | 2016-04-10  | notification   | South
        Birch     | 2016-04-10  | support        | South
        """)  # fmt: skip
    south = cell(figures, MEASURE, "South", YEAR)
    assert (south.status, south.count, south.out_of) == (Status.ZERO, 0, 1)  # I2 ended before the period


def test_two_closures_of_one_family_may_both_be_followed_by_the_same_request() -> None:
    figures = figures_of(MEASURE, as_at="2017-07-31", involvement="""
        family_id | started_on | ended_on   | district_code
        Ash       | 2015-01-05 | 2016-01-31 | North
        Ash       | 2016-03-01 | 2016-07-31 | South
        """, request="""
        family_id | received_on | district_code
        Ash       | 2016-09-05  | North
        """)  # fmt: skip
    assert cell(figures, MEASURE, breakdown=YEAR).count == 1 + 1
    assert cell(figures, MEASURE, "South", YEAR).count == 1  # the involvement's district


def test_without_the_requests_it_is_not_collected() -> None:
    figures = figures_of(MEASURE, absent={"request"})
    assert {figure.status for figure in figures} == {Status.NOT_COLLECTED}
