"""open_children_by_category: which needs the open work is about, on the last day."""

from __future__ import annotations

from earlyhelp.measures.figures import Status
from tests.measures.spec.drawn import cell, figures_of

MEASURE = "open_children_by_category"


def test_involvement_and_focus_must_both_be_open_at_the_end_of_the_last_day() -> None:
    figures = figures_of(MEASURE, as_at="2016-08-31", involvement="""
        involvement_id | started_on | ended_on
        I1             | 2016-07-31 |
        I2             | 2016-01-11 | 2016-08-01
        I3             | 2016-01-11 | 2016-07-31
        I4             | 2016-01-11 |
        I5             | 2016-01-11 |
        """, involvement_child="""
        involvement_id | person_id | nc_year
        I1             | Amira     | 1
        I2             | Ben       | 1
        I3             | Chidi     | 1
        I4             | Dilys     | 1
        I5             | Ewa       | 1
        """, focus="""
        involvement_id | person_id | opened_on  | closed_on
        I1             | Amira     | 2016-07-31 |
        I2             | Ben       | 2016-01-11 | 2016-08-01
        I3             | Chidi     | 2016-01-11 |
        I4             | Dilys     | 2016-01-11 | 2016-07-31
        I5             | Ewa       | 2016-08-01 |
        """)  # fmt: skip
    # Chidi's involvement ended that day, Dilys's focus closed that day, Ewa's opens the day after.
    assert cell(figures, MEASURE, breakdown="focus_category=attendance").count == 1 + 1  # Amira, Ben
    assert cell(figures, MEASURE).count == 1 + 1


def test_a_child_counts_in_each_category_it_has_and_once_in_the_total() -> None:
    figures = figures_of(MEASURE, involvement="involvement_id\nI1", involvement_child="""
        person_id | nc_year
        Amira     | R
        Ben       | 10
        Chidi     | N2
        """, focus="""
        person_id | focus_code
        Amira     | attendance_below_90
        Amira     | persistent_lateness
        Amira     | low_self_esteem
                  | domestic_abuse
        """)  # fmt: skip
    by = {
        category: cell(figures, MEASURE, breakdown=f"focus_category={category}").count
        for category in ("attendance", "emotional_wellbeing", "parental_wellbeing", "behaviour")
    }
    # Chidi is not of school age; the whole family's focus is Amira's and Ben's.
    assert by == {"attendance": 1, "emotional_wellbeing": 1, "parental_wellbeing": 1 + 1, "behaviour": 0}
    assert cell(figures, MEASURE).count == 1 + 1
    assert cell(figures, MEASURE, breakdown="focus_category=parental_wellbeing;key_stage=KS4").count == 1
    assert cell(figures, MEASURE, breakdown="focus_category=parental_wellbeing;key_stage=EYFS").count == 1
    assert cell(figures, MEASURE, breakdown="focus_category=attendance;key_stage=KS4").status == Status.ZERO


def test_it_is_a_count_so_nothing_is_a_zero_and_a_table_that_is_absent_is_not_collected() -> None:
    assert cell(figures_of(MEASURE), MEASURE, "South", "focus_category=behaviour").status == Status.ZERO
    absent = figures_of(MEASURE, absent={"involvement"})
    assert cell(absent, MEASURE, "South", "focus_category=behaviour").status == Status.NOT_COLLECTED
