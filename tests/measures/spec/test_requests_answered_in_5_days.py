"""requests_answered_in_5_days: who has heard back by the fifth working day.

In 2016 Good Friday was 25 March and Easter Monday 28 March, so

    received             working days that follow    answer due
    Thursday 17 March    18 21 22 23 24              Thursday 24 March
    Friday 18 March      21 22 23 24 29              Tuesday 29 March
    Saturday 19 March    21 22 23 24 29              Tuesday 29 March
    Thursday 24 March    29 30 31  1  4              Monday 4 April
"""

from __future__ import annotations

import pytest

from earlyhelp.measures.figures import Status
from tests.measures.spec.drawn import cell, figures_of

MEASURE = "requests_answered_in_5_days"


def test_an_answer_is_in_time_on_the_fifth_working_day_and_late_on_the_next() -> None:
    figures = figures_of(MEASURE, request="""
        request_id | received_on | answered_on
        R1         | 2016-03-17  | 2016-03-24
        R2         | 2016-03-17  | 2016-03-25
        R3         | 2016-03-18  | 2016-03-29
        R4         | 2016-03-18  | 2016-03-30
        R5         | 2016-03-19  | 2016-03-29
        R6         | 2016-03-24  | 2016-04-04
        R7         | 2016-03-24  | 2016-04-05
        R8         | 2016-03-24  |
        """)  # fmt: skip
    found = cell(figures, MEASURE)
    assert found.count == 1 + 1 + 1 + 1  # R1, R3, R5, R6
    assert found.out_of == 8
    assert str(found.value) == "0.500000"


@pytest.mark.parametrize(("as_at", "out_of"), [("2016-07-28", 0), ("2016-07-29", 1), ("2016-08-01", 1 + 1)])
def test_a_request_counts_once_its_fifth_working_day_has_come(as_at: str, out_of: int) -> None:
    figures = figures_of(MEASURE, as_at=as_at, request="""
        request_id | received_on | answered_on
        Friday     | 2016-07-22  | 2016-07-22
        Monday     | 2016-07-25  | 2016-07-26
        """)  # fmt: skip
    found = cell(figures, MEASURE)
    assert (found.out_of or 0) == out_of  # due on 29 July and on 1 August, however soon the answer came
    assert found.status == (Status.VALUE if out_of else Status.NOT_APPLICABLE)


def test_only_requests_for_support_received_in_the_period_count() -> None:
    figures = figures_of(MEASURE, as_at="2016-08-31", request="""
        request_id | received_on | answered_on | kind           | district_code
        R1         | 2015-12-31  | 2016-01-04  | support        | North
        R2         | 2016-01-01  | 2016-01-04  | support        | North
        R3         | 2016-02-01  | 2016-02-02  | notification   | North
        R4         | 2016-02-01  | 2016-02-02  | penalty_notice | North
        R5         | 2016-07-31  | 2016-09-01  | support        | South
        R6         | 2016-08-01  | 2016-08-02  | support        | South
        """)  # fmt: skip
    county, north, south = (cell(figures, MEASURE, place) for place in ("county", "North", "South"))
    assert (county.count, county.out_of) == (1 + 0, 1 + 1)  # R2, R5
    assert (north.count, north.out_of) == (1, 1)
    assert (south.status, south.count, south.out_of) == (Status.ZERO, 0, 1)
