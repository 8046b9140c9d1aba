"""closure_duration and focus_closure_duration: how long the work lasted, in whole months.

A duration has n whole months when its first day plus n months is on or before its last. 31 August 2015 plus six months
is 29 February 2016, the last day of that month; 31 May 2015 plus nine months is the same day.
"""

from __future__ import annotations

import pytest

from earlyhelp.measures.figures import Status
from tests.measures.spec.drawn import cell, figures_of

CHILDREN, FOCUSES = "closure_duration", "focus_closure_duration"
ATTENDANCE = "focus_code=attendance_below_90"

EDGES = [
    ("2016-03-01", "2016-03-01", "under_6"),
    ("2015-10-01", "2016-03-31", "under_6"),
    ("2015-10-01", "2016-04-01", "6_to_8"),  # exactly six months
    ("2015-08-31", "2016-02-28", "under_6"),
    ("2015-08-31", "2016-02-29", "6_to_8"),
    ("2015-05-31", "2016-02-28", "6_to_8"),
    ("2015-05-31", "2016-02-29", "9_to_11"),  # exactly nine
    ("2015-06-15", "2016-03-14", "6_to_8"),
    ("2015-06-15", "2016-03-15", "9_to_11"),
    ("2015-02-28", "2016-02-27", "9_to_11"),
    ("2015-02-28", "2016-02-28", "12_and_over"),  # exactly twelve
    ("2012-02-29", "2016-02-29", "12_and_over"),
]


@pytest.mark.parametrize(("first_day", "last_day", "band"), EDGES)
def test_every_duration_falls_in_exactly_one_band(first_day: str, last_day: str, band: str) -> None:
    figures = figures_of(CHILDREN, FOCUSES, involvement=f"""
        involvement_id | started_on  | ended_on
        I1             | {first_day} | {last_day}
        """, involvement_child="person_id | nc_year\nAmira | 5", focus=f"""
        person_id | opened_on   | closed_on
        Amira     | {first_day} | {last_day}
        """)  # fmt: skip
    for other in ("under_6", "6_to_8", "9_to_11", "12_and_over"):
        children = cell(figures, CHILDREN, breakdown=f"band={other}")
        focuses = cell(figures, FOCUSES, breakdown=f"band={other};{ATTENDANCE}")
        assert (children.count, children.out_of) == (1 if other == band else 0, 1)
        assert (focuses.count, focuses.out_of) == (1 if other == band else 0, 1)


def test_the_band_narrows_the_count_alone_and_the_key_stage_both() -> None:
    figures = figures_of(CHILDREN, involvement="""
        involvement_id | started_on | ended_on
        I1             | 2016-01-01 | 2016-03-01
        I2             | 2015-01-01 | 2016-03-01
        I3             | 2016-01-01 |
        """, involvement_child="""
        involvement_id | person_id | nc_year
        I1             | Amira     | 1
        I1             | Ben       | 7
        I1             | Chidi     | N2
        I2             | Dilys     | 8
        I3             | Ewa       | 8
        """)  # fmt: skip
    under = cell(figures, CHILDREN, breakdown="band=under_6")
    assert (under.count, under.out_of) == (1 + 1, 2 + 1)  # Amira, Ben, of these and Dilys
    older = cell(figures, CHILDREN, breakdown="band=under_6;key_stage=KS3")
    assert (older.count, older.out_of) == (1, 1 + 1)  # Ben, of Ben and Dilys
    assert cell(figures, CHILDREN, breakdown="band=9_to_11").status == Status.ZERO
    assert cell(figures, CHILDREN, breakdown="band=9_to_11;key_stage=KS4").status == Status.NOT_APPLICABLE
    assert (cell(figures, CHILDREN).count, cell(figures, CHILDREN).out_of) == (3, 3)


def test_a_focus_counts_once_for_the_whole_family_or_for_a_child_of_school_age() -> None:
    figures = figures_of(FOCUSES, involvement="involvement_id\nI1", involvement_child="""
        person_id | nc_year
        Amira     | 1
        Ben       | 7
        Chidi     | N2
        Dilys     |
        """, focus="""
        focus_id | person_id | opened_on  | closed_on
        F1       |           | 2015-12-01 | 2016-03-01
        F2       | Amira     | 2015-12-01 | 2016-03-01
        F3       | Amira     | 2015-01-01 | 2016-03-01
        F4       | Chidi     | 2015-12-01 | 2016-03-01
        F5       | Dilys     | 2015-12-01 | 2016-03-01
        F6       | Ewa       | 2015-12-01 | 2016-03-01
        F7       | Ben       | 2015-12-01 |
        F8       | Ben       | 2015-12-01 | 2015-12-31
        """)  # fmt: skip
    # F1 once though the family has two children of school age. F4 and F5 are of children who are not of school age,
    # F6 of nobody in the involvement, F7 is open, F8 closed before the period.
    under = cell(figures, FOCUSES, breakdown=f"band=under_6;{ATTENDANCE}")
    over = cell(figures, FOCUSES, breakdown=f"band=12_and_over;{ATTENDANCE}")
    assert (under.count, under.out_of) == (1 + 1, 3)  # F1, F2
    assert (over.count, over.out_of) == (1, 3)  # F3
    assert (cell(figures, FOCUSES).count, cell(figures, FOCUSES).out_of) == (3, 3)


def test_the_focus_narrows_count_and_out_of_when_it_is_focuses_that_are_counted() -> None:
    figures = figures_of(FOCUSES, involvement="involvement_id\nI1", focus="""
        focus_code          | opened_on  | closed_on
        attendance_below_90 | 2015-12-01 | 2016-03-01
        domestic_abuse      | 2015-12-01 | 2016-03-01
        """)  # fmt: skip
    assert cell(figures, FOCUSES, breakdown=f"band=under_6;{ATTENDANCE}").out_of == 1
    assert cell(figures, FOCUSES).out_of == 1 + 1
    unseen = cell(figures, FOCUSES, breakdown="band=under_6;focus_code=young_carer")
    assert unseen.status == Status.NOT_APPLICABLE
    assert cell(figures, FOCUSES, "South").status == Status.NOT_APPLICABLE
