"""open_involvements and open_children: the families and children the teams work with on the last day."""

from __future__ import annotations

import pytest

from earlyhelp.measures.figures import Status
from tests.measures.spec.drawn import cell, figures_of

INVOLVEMENTS, CHILDREN = "open_involvements", "open_children"


@pytest.mark.parametrize(
    ("started_on", "ended_on", "is_open"),
    [
        ("2016-07-31", "", True),  # started on the day
        ("2016-08-01", "", False),  # starts the day after
        ("2015-10-01", "2016-07-31", False),  # ended on the day: not open at its end
        ("2015-10-01", "2016-08-01", True),  # ended the day after
        ("2016-07-31", "2016-07-31", False),  # started and ended on the day
    ],
)
def test_open_means_open_at_the_end_of_the_last_day(started_on: str, ended_on: str, is_open: bool) -> None:
    figures = figures_of(INVOLVEMENTS, CHILDREN, as_at="2016-08-31", involvement=f"""
        involvement_id | started_on   | ended_on
        I1             | {started_on} | {ended_on}
        """, involvement_child="""
        person_id | nc_year
        Amira     | 4
        """)  # fmt: skip
    assert cell(figures, INVOLVEMENTS).count == (1 if is_open else 0)
    assert cell(figures, CHILDREN).count == (1 if is_open else 0)


def test_the_worked_example_of_the_states() -> None:
    """The table of docs/rules/states.md."""
    figures = figures_of(INVOLVEMENTS, "closures", "time_to_closure", as_at="2016-08-31", involvement="""
        involvement_id | started_on | ended_on
        A              | 2015-10-01 |
        B              | 2015-10-01 | 2015-12-31
        C              | 2015-10-01 | 2016-01-01
        D              | 2015-10-01 | 2016-07-31
        E              | 2015-10-01 | 2016-08-01
        F              | 2016-07-31 |
        G              | 2016-08-01 |
        H              | 2016-07-31 | 2016-07-31
        """)  # fmt: skip
    assert cell(figures, INVOLVEMENTS).count == 1 + 1 + 1  # A, E, F
    assert cell(figures, "closures").count == 1 + 1 + 1  # C, D, H
    assert cell(figures, "time_to_closure", breakdown="window=6").out_of == 8 - 2  # all but B and G


def test_involvements_count_whatever_the_ages_and_children_from_reception_to_year_11() -> None:
    figures = figures_of(INVOLVEMENTS, CHILDREN, involvement="""
        involvement_id | district_code
        I1             | North
        I2             | North
        I3             | South
        """, involvement_child="""
        involvement_id | person_id | nc_year
        I1             | Amira     | N2
        I1             | Ben       | R
        I1             | Chidi     | 11
        I2             | Dilys     | 12
        I2             | Ewa       |
        I2             | Farid     | X
        I3             | Ben       | 6
        """)  # fmt: skip
    assert cell(figures, INVOLVEMENTS).count == 1 + 1 + 1
    assert cell(figures, INVOLVEMENTS, "North").count == 1 + 1  # I2 has no child of school age
    assert cell(figures, CHILDREN).count == 2 + 0 + 1  # Ben counts in each of his two involvements
    assert cell(figures, CHILDREN, "North").count == 2


def test_reception_is_in_the_early_years_and_still_of_school_age() -> None:
    figures = figures_of(CHILDREN, involvement="involvement_id\nI1", involvement_child="""
        person_id | nc_year
        Amira     | R
        Ben       | 1
        Chidi     | 2
        Dilys     | 3
        Ewa       | 13
        """)  # fmt: skip
    assert cell(figures, CHILDREN, breakdown="key_stage=EYFS").count == 1
    assert cell(figures, CHILDREN, breakdown="key_stage=KS1").count == 1 + 1
    assert cell(figures, CHILDREN, breakdown="key_stage=KS2").count == 1
    assert cell(figures, CHILDREN, breakdown="key_stage=KS5").status == Status.ZERO
    assert cell(figures, CHILDREN).count == 4


def test_phase_and_school_are_those_on_the_childs_row() -> None:
    schools = "urn | phase\n101 | primary\n102 | special"
    children = """
        person_id | nc_year | school_urn
        Amira     | 1       | 101
        Ben       | 2       | 101
        Chidi     | 7       | 102
        Dilys     | 8       |
        """
    figures = figures_of(CHILDREN, school=schools, involvement="involvement_id\nI1", involvement_child=children)
    assert cell(figures, CHILDREN, breakdown="phase=primary").count == 1 + 1
    assert cell(figures, CHILDREN, breakdown="phase=special").count == 1
    assert cell(figures, CHILDREN, breakdown="phase=not_known").count == 1
    assert cell(figures, CHILDREN, "101").count == 1 + 1
    assert cell(figures, CHILDREN, "101", "key_stage=KS1").count == 1 + 1
    absent = figures_of(CHILDREN, absent={"school"}, involvement="involvement_id\nI1", involvement_child=children)
    assert cell(absent, CHILDREN, breakdown="phase=primary").status == Status.NOT_COLLECTED
    assert cell(absent, CHILDREN, breakdown="key_stage=KS1").count == 1 + 1
