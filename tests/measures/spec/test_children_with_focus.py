"""children_with_focus: what the teams work on with children of school age."""

from __future__ import annotations

import pytest

from earlyhelp.measures.figures import Status
from tests.measures.spec.drawn import cell, figures_of

MEASURE = "children_with_focus"
ATTENDANCE = "focus_code=attendance_below_90"

ONE_FAMILY = """
involvement_id | started_on | ended_on
I1             | 2015-10-01 |
"""
AMIRA_AND_BEN = """
involvement_id | person_id | nc_year
I1             | Amira     | 1
I1             | Ben       | 7
"""


def test_a_focus_counts_for_its_own_child_and_one_of_the_whole_family_for_every_child() -> None:
    figures = figures_of(MEASURE, involvement=ONE_FAMILY, involvement_child=AMIRA_AND_BEN, focus="""
        involvement_id | person_id | focus_code
        I1             | Amira     | attendance_below_90
        I1             |           | domestic_abuse
        I1             | Chidi     | low_self_esteem
        """)  # fmt: skip
    attendance, abuse = (cell(figures, MEASURE, breakdown=f"focus_code={code}") for code in
                         ("attendance_below_90", "domestic_abuse"))  # fmt: skip
    assert (attendance.count, attendance.out_of) == (1, 1 + 1)
    assert (abuse.count, abuse.out_of) == (1 + 1, 1 + 1)
    # Chidi is no child of this involvement, so nobody has that focus.
    assert cell(figures, MEASURE, breakdown="focus_code=low_self_esteem").status == Status.ZERO


def test_a_focus_recorded_twice_counts_once_and_the_total_counts_each_child_once() -> None:
    figures = figures_of(MEASURE, involvement=ONE_FAMILY, involvement_child=AMIRA_AND_BEN, focus="""
        focus_id | person_id | focus_code           | opened_on  | closed_on
        F1       | Amira     | attendance_below_90  | 2015-10-01 | 2016-02-01
        F2       | Amira     | attendance_below_90  | 2016-03-01 |
        F3       |           | attendance_below_90  | 2016-03-01 |
        F4       | Amira     | disruptive_behaviour | 2016-03-01 |
        """)  # fmt: skip
    assert cell(figures, MEASURE, breakdown=ATTENDANCE).count == 1 + 1  # Amira, and Ben by the whole family's
    assert cell(figures, MEASURE).count == 1 + 1
    assert cell(figures, MEASURE, breakdown="focus_category=behaviour").count == 1


@pytest.mark.parametrize(
    ("opened_on", "closed_on", "is_active"),
    [
        ("2015-11-01", "2015-12-31", False),  # closed the day before
        ("2015-11-01", "2016-01-01", True),  # closed on the first day
        ("2016-07-31", "", True),  # opened on the last day
        ("2016-08-01", "", False),  # opened the day after
        ("2016-03-01", "2016-03-01", True),
    ],
)
def test_a_focus_is_active_when_it_opened_by_the_last_day_and_had_not_closed_before_the_first(
    opened_on: str, closed_on: str, is_active: bool
) -> None:
    figures = figures_of(MEASURE, involvement=ONE_FAMILY, involvement_child=AMIRA_AND_BEN, focus=f"""
        person_id | opened_on   | closed_on
        Amira     | {opened_on} | {closed_on}
        """)  # fmt: skip
    assert cell(figures, MEASURE, breakdown=ATTENDANCE).count == (1 if is_active else 0)
    assert cell(figures, MEASURE, breakdown=ATTENDANCE).out_of == 2


def test_only_children_of_school_age_in_involvements_active_in_the_period_are_the_base() -> None:
    figures = figures_of(MEASURE, involvement="""
        involvement_id | started_on | ended_on   | district_code
        I1             | 2015-01-05 | 2015-12-31 | North
        I2             | 2015-01-05 | 2016-01-01 | North
        I3             | 2016-07-31 |            | South
        I4             | 2016-08-01 |            | South
        """, involvement_child="""
        involvement_id | person_id | nc_year
        I1             | Amira     | 5
        I2             | Ben       | 5
        I2             | Chidi     | N2
        I2             | Dilys     | 12
        I2             | Ewa       | X
        I2             | Farid     |
        I3             | Ben       | R
        I3             | Grace     | 11
        I4             | Hana      | 5
        """)  # fmt: skip
    assert cell(figures, MEASURE).out_of == 1 + 2  # Ben in I2, and Ben again with Grace in I3
    assert cell(figures, MEASURE, "North").out_of == 1
    assert cell(figures, MEASURE, "South").out_of == 2


def test_key_stage_narrows_the_count_and_the_out_of_while_the_focus_narrows_the_count_alone() -> None:
    figures = figures_of(MEASURE, involvement=ONE_FAMILY, involvement_child="""
        person_id | nc_year
        Amira     | 1
        Ben       | 2
        Chidi     | 7
        """, focus="""
        person_id | focus_code
        Amira     | attendance_below_90
        Chidi     | attendance_below_90
        Chidi     | disruptive_behaviour
        """)  # fmt: skip
    young = cell(figures, MEASURE, breakdown=f"{ATTENDANCE};key_stage=KS1")
    older = cell(figures, MEASURE, breakdown=f"{ATTENDANCE};key_stage=KS3")
    nobody = cell(figures, MEASURE, breakdown=f"{ATTENDANCE};key_stage=KS4")
    assert (young.count, young.out_of) == (1, 1 + 1)  # Amira of Amira and Ben
    assert (older.count, older.out_of) == (1, 1)  # Chidi
    assert nobody.status == Status.NOT_APPLICABLE
    category = cell(figures, MEASURE, breakdown="focus_category=attendance")
    assert (category.count, category.out_of) == (1 + 1, 3)


def test_without_the_focuses_nothing_is_collected() -> None:
    figures = figures_of(MEASURE, involvement=ONE_FAMILY, involvement_child=AMIRA_AND_BEN, absent={"focus"})
    assert cell(figures, MEASURE, breakdown=ATTENDANCE).status == Status.NOT_COLLECTED
    assert cell(figures, MEASURE).status == Status.NOT_COLLECTED
