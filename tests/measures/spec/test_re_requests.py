"""re_requests and requests_on_open_case: what the family's past was on the day before a request."""

from __future__ import annotations

from datetime import date

import pytest

from earlyhelp.measures.figures import Status
from tests.measures.spec.drawn import cell, figures_of, has_cell

AGAIN, ON_OPEN = "re_requests", "requests_on_open_case"
YEAR, HALF_YEAR = "window=12", "window=6"


@pytest.mark.parametrize(
    ("ended_on", "received_on", "within_12", "within_6", "on_open"),
    [
        # A request on 10 May 2016: the 12 months before begin on 11 May 2015, the 6 months on 11 November 2015.
        ("2015-05-10", "2016-05-10", False, False, False),  # ended twelve months before, to the day: not within
        ("2015-05-11", "2016-05-10", True, False, False),
        ("2015-11-10", "2016-05-10", True, False, False),
        ("2015-11-11", "2016-05-10", True, True, False),
        ("2016-05-09", "2016-05-10", True, True, False),  # ended the day before: not open at the end of that day
        ("2016-05-10", "2016-05-10", False, False, True),  # ended on the day of receipt: open the day before
        ("2016-05-11", "2016-05-10", False, False, True),
        ("", "2016-05-10", False, False, True),
        # Six months before 31 July are 31 January; before 29 February, 29 August; twelve, 28 February 2015.
        ("2016-01-31", "2016-07-31", True, False, False),
        ("2016-02-01", "2016-07-31", True, True, False),
        ("2015-02-28", "2016-02-29", False, False, False),
        ("2015-03-01", "2016-02-29", True, False, False),
    ],
)
def test_a_family_comes_back_when_work_ended_within_the_months_before_and_none_was_open(
    ended_on: str, received_on: str, within_12: bool, within_6: bool, on_open: bool
) -> None:
    figures = figures_of(AGAIN, ON_OPEN, as_at="2016-08-31", involvement=f"""
        family_id | started_on | ended_on
        Ash       | 2014-09-01 | {ended_on}
        """, request=f"""
        family_id | received_on
        Ash       | {received_on}
        """)  # fmt: skip
    found = (cell(figures, AGAIN, breakdown=YEAR), cell(figures, AGAIN, breakdown=HALF_YEAR), cell(figures, ON_OPEN))
    assert [figure.count for figure in found] == [int(within_12), int(within_6), int(on_open)]
    assert [figure.out_of for figure in found] == [1, 1, 1]


def test_six_months_before_the_last_of_august_are_the_last_of_february() -> None:
    figures = figures_of(AGAIN, first="2016-08-01", last="2016-08-31", as_at="2016-08-31", involvement="""
        family_id | started_on | ended_on
        Ash       | 2015-01-05 | 2016-02-29
        Birch     | 2015-01-05 | 2016-03-01
        """, request="""
        family_id | received_on
        Ash       | 2016-08-31
        Birch     | 2016-08-31
        """)  # fmt: skip
    assert cell(figures, AGAIN, breakdown=HALF_YEAR).count == 0 + 1  # Birch
    assert cell(figures, AGAIN, breakdown=YEAR).count == 1 + 1


def test_an_involvement_that_starts_on_the_day_of_the_request_was_not_open_the_day_before() -> None:
    figures = figures_of(AGAIN, ON_OPEN, involvement="""
        family_id | started_on | ended_on
        Ash       | 2016-05-10 |
        Birch     | 2016-05-09 |
        """, request="""
        family_id | received_on
        Ash       | 2016-05-10
        Birch     | 2016-05-10
        """)  # fmt: skip
    assert (cell(figures, ON_OPEN).count, cell(figures, ON_OPEN).out_of) == (1, 1 + 1)  # Birch


def test_an_open_involvement_outweighs_one_that_ended() -> None:
    figures = figures_of(AGAIN, ON_OPEN, involvement="""
        family_id | started_on | ended_on
        Ash       | 2015-01-05 | 2016-01-31
        Ash       | 2016-03-01 |
        Birch     | 2014-01-06 | 2015-03-31
        Birch     | 2015-09-01 | 2016-03-31
        """, request="""
        family_id | received_on
        Ash       | 2016-05-10
        Birch     | 2016-05-10
        Cedar     | 2016-05-10
        """)  # fmt: skip
    again = cell(figures, AGAIN, breakdown=YEAR)
    assert (again.count, again.out_of) == (1, 3)  # Birch, by the later of its two; Cedar is new
    assert cell(figures, ON_OPEN).count == 1  # Ash


def test_every_request_for_support_counts_and_no_other_kind() -> None:
    figures = figures_of(AGAIN, involvement="""
        family_id | started_on | ended_on
        Ash       | 2015-01-05 | 2016-01-31
        """, request="""
        family_id | received_on | kind           | district_code
        Ash       | 2016-05-10  | support        | North
        Ash       | 2016-05-11  | support        | South
        Ash       | 2016-05-12  | penalty_notice | North
        Ash       | 2016-05-13  | notification   | North
        """)  # fmt: skip
    assert (cell(figures, AGAIN, breakdown=YEAR).count, cell(figures, AGAIN, breakdown=YEAR).out_of) == (2, 2)
    assert cell(figures, AGAIN, "South", YEAR).count == 1  # the request's district, not the involvement's
    assert not has_cell(figures, AGAIN)


def test_a_history_that_is_too_short_is_said_beside_the_figure() -> None:
    late = figures_of(AGAIN, complete_from={"involvement": date(2015, 6, 1)}, request="received_on\n2016-05-10")
    assert "2015-01-01" in cell(late, AGAIN, breakdown=YEAR).note  # twelve months before the period
    assert "involvement is complete from 2015-06-01" in cell(late, AGAIN, breakdown=YEAR).note
    early = figures_of(AGAIN, complete_from={"involvement": date(2015, 1, 1)}, request="received_on\n2016-05-10")
    assert cell(early, AGAIN, breakdown=YEAR).note == ""
    assert cell(early, AGAIN, breakdown=YEAR).status == Status.ZERO


def test_without_the_involvements_nobody_knows_who_came_back() -> None:
    figures = figures_of(AGAIN, ON_OPEN, absent={"involvement"}, request="received_on\n2016-05-10")
    assert {figure.status for figure in figures} == {Status.NOT_COLLECTED}
    nothing = figures_of(AGAIN, ON_OPEN)
    assert {figure.status for figure in nothing} == {Status.NOT_APPLICABLE}
