"""link_meetings and link_meetings_held: the meetings planned with schools."""

from __future__ import annotations

from earlyhelp.measures.figures import Status
from tests.measures.spec.drawn import cell, figures_of, has_cell

PLANNED, HELD = "link_meetings", "link_meetings_held"

SCHOOLS = """
urn | district_code
101 | North
102 | South
"""


def test_a_rearranged_meeting_is_counted_on_its_new_day_alone() -> None:
    figures = figures_of(PLANNED, school=SCHOOLS, link_meeting="""
        meeting_id | school_urn | scheduled_on | outcome
        M1         | 101        | 2016-02-01   | rearranged
        M2         | 101        | 2016-02-15   | held
        M3         | 101        | 2016-07-31   | rearranged
        M4         | 101        | 2016-08-01   | held
        """)  # fmt: skip
    assert cell(figures, PLANNED).count == 1  # M2; the new day of M3 lies outside
    assert cell(figures, PLANNED, breakdown="outcome=held").count == 1
    assert not has_cell(figures, PLANNED, breakdown="outcome=rearranged")


def test_a_pending_meeting_was_planned_but_is_neither_held_nor_cancelled() -> None:
    figures = figures_of(PLANNED, HELD, school=SCHOOLS, link_meeting="""
        school_urn | scheduled_on | outcome
        101        | 2015-12-31   | held
        101        | 2016-01-01   | held
        101        | 2016-07-31   | held
        101        | 2016-03-01   | cancelled_by_team
        101        | 2016-03-02   | cancelled_by_school
        101        | 2016-03-03   | pending
        101        | 2016-03-04   | rearranged
        """)  # fmt: skip
    assert cell(figures, PLANNED).count == 2 + 1 + 1 + 1
    held = cell(figures, HELD)
    assert (held.count, held.out_of) == (2, 2 + 1 + 1)
    assert str(held.value) == "0.500000"
    assert cell(figures, PLANNED, breakdown="outcome=pending").count == 1
    assert cell(figures, PLANNED, breakdown="outcome=cancelled_by_team").count == 1


def test_a_meeting_belongs_to_its_school_and_to_the_district_of_that_school() -> None:
    figures = figures_of(PLANNED, HELD, school=SCHOOLS, link_meeting="""
        school_urn | scheduled_on | outcome
        101        | 2016-03-01   | held
        101        | 2016-03-02   | cancelled_by_school
        102        | 2016-03-03   | pending
        """)  # fmt: skip
    assert cell(figures, PLANNED, "North").count == 1 + 1
    assert cell(figures, PLANNED, "101", "outcome=held").count == 1
    assert (cell(figures, HELD, "101").count, cell(figures, HELD, "101").out_of) == (1, 1 + 1)
    assert cell(figures, PLANNED, "South").count == 1
    assert cell(figures, HELD, "South").status == Status.NOT_APPLICABLE  # nothing has been held or cancelled there


def test_no_meetings_are_a_zero_and_without_the_table_not_collected() -> None:
    figures = figures_of(PLANNED, HELD, school=SCHOOLS)
    assert cell(figures, PLANNED, "North", "outcome=held").status == Status.ZERO
    assert cell(figures, HELD).status == Status.NOT_APPLICABLE
    absent = figures_of(PLANNED, HELD, absent={"link_meeting"})
    assert {figure.status for figure in absent} == {Status.NOT_COLLECTED}
