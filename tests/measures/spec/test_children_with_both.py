"""children_with_both: how far the two commonest focuses of the county overlap."""

from __future__ import annotations

from earlyhelp.measures.figures import Status
from tests.measures.spec.drawn import cell, figures_of

MEASURE = "children_with_both"

INVOLVEMENTS = """
involvement_id | started_on | ended_on | district_code
N              | 2015-10-01 |          | North
S              | 2015-10-01 |          | South
"""
CHILDREN = """
involvement_id | person_id | nc_year
N              | Amira     | 1
N              | Ben       | 7
S              | Chidi     | 8
S              | Dilys     | 9
"""


def test_the_two_codes_are_those_most_children_of_the_county_have() -> None:
    figures = figures_of(MEASURE, involvement=INVOLVEMENTS, involvement_child=CHILDREN, focus="""
        involvement_id | person_id | focus_code
        N              |           | attendance_below_90
        S              | Chidi     | attendance_below_90
        N              | Amira     | disruptive_behaviour
        S              | Chidi     | disruptive_behaviour
        S              | Dilys     | low_self_esteem
        """)  # fmt: skip
    # attendance 2 + 1 = 3, behaviour 1 + 1 = 2, self-esteem 1
    county = cell(figures, MEASURE)
    assert (county.count, county.out_of) == (1 + 1, 4)  # Amira, Chidi
    assert (cell(figures, MEASURE, "North").count, cell(figures, MEASURE, "North").out_of) == (1, 2)
    assert (cell(figures, MEASURE, "South").count, cell(figures, MEASURE, "South").out_of) == (1, 2)


def test_the_two_are_the_same_for_every_place_even_where_others_are_commoner() -> None:
    figures = figures_of(MEASURE, involvement=INVOLVEMENTS, involvement_child=CHILDREN, focus="""
        involvement_id | person_id | focus_code
        N              |           | attendance_below_90
        N              |           | disruptive_behaviour
        S              | Chidi     | attendance_below_90
        S              | Chidi     | domestic_abuse
        S              | Chidi     | low_self_esteem
        """)  # fmt: skip
    # attendance 2 + 1 and behaviour 2 lead in the county; the South's own pairs do not matter
    assert cell(figures, MEASURE, "North").count == 1 + 1
    assert cell(figures, MEASURE, "South").status == Status.ZERO


def test_of_equal_counts_the_code_that_comes_first_in_the_alphabet_is_taken() -> None:
    figures = figures_of(MEASURE, involvement=INVOLVEMENTS, involvement_child=CHILDREN, focus="""
        involvement_id | person_id | focus_code
        N              |           | attendance_below_90
        S              | Chidi     | attendance_below_90
        N              | Amira     | young_carer
        S              | Dilys     | young_carer
        N              | Ben       | alternative_provision
        S              | Chidi     | alternative_provision
        """)  # fmt: skip
    # attendance 2 + 1, then a tie of 2 and 2: alternative_provision comes before young_carer
    assert (cell(figures, MEASURE).count, cell(figures, MEASURE).out_of) == (1 + 1, 4)  # Ben, Chidi; not Amira alone


def test_a_focus_of_a_child_outside_school_age_or_outside_the_period_does_not_choose_the_pair() -> None:
    figures = figures_of(MEASURE, involvement=INVOLVEMENTS, involvement_child="""
        involvement_id | person_id | nc_year
        N              | Amira     | 1
        N              | Ben       | 12
        S              | Chidi     | N1
        """, focus="""
        involvement_id | person_id | focus_code           | opened_on  | closed_on
        N              | Amira     | disruptive_behaviour | 2015-10-01 |
        N              | Amira     | low_self_esteem      | 2015-10-01 |
        N              | Amira     | attendance_below_90  | 2015-10-01 | 2015-12-31
        N              | Ben       | attendance_below_90  | 2015-10-01 |
        S              | Chidi     | attendance_below_90  | 2015-10-01 |
        """)  # fmt: skip
    assert (cell(figures, MEASURE).count, cell(figures, MEASURE).out_of) == (1, 1)  # Amira's two open ones


def test_with_one_focus_or_none_nobody_has_both_and_without_children_it_is_not_applicable() -> None:
    one = figures_of(MEASURE, involvement=INVOLVEMENTS, involvement_child=CHILDREN, focus="""
        involvement_id | focus_code
        N              | attendance_below_90
        """)  # fmt: skip
    assert (cell(one, MEASURE).status, cell(one, MEASURE).out_of) == (Status.ZERO, 4)
    none = figures_of(MEASURE, involvement=INVOLVEMENTS, involvement_child=CHILDREN)
    assert cell(none, MEASURE).status == Status.ZERO
    nobody = figures_of(MEASURE, involvement=INVOLVEMENTS)
    assert cell(nobody, MEASURE).status == Status.NOT_APPLICABLE
    absent = figures_of(MEASURE, involvement=INVOLVEMENTS, involvement_child=CHILDREN, absent={"focus"})
    assert cell(absent, MEASURE).status == Status.NOT_COLLECTED
