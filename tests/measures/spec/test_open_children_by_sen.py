"""open_children_by_sen: the special educational provision recorded when the involvement started."""

from __future__ import annotations

from earlyhelp.measures.figures import Status
from tests.measures.spec.drawn import cell, figures_of, has_cell

MEASURE = "open_children_by_sen"


def test_a_provision_that_is_not_recorded_counts_under_not_known() -> None:
    figures = figures_of(MEASURE, involvement="involvement_id\nI1", involvement_child="""
        person_id | nc_year | sen_provision
        Amira     | R       | N
        Ben       | 3       | K
        Chidi     | 4       | K
        Dilys     | 7       | E
        Ewa       | 9       |
        Farid     | 13      | E
        """)  # fmt: skip
    found = {
        code: cell(figures, MEASURE, breakdown=f"sen_provision={code}").count
        for code in ("N", "K", "E", "S", "not_known")
    }
    assert found == {"N": 1, "K": 1 + 1, "E": 1, "S": 0, "not_known": 1}  # Farid is beyond school age
    assert cell(figures, MEASURE, breakdown="sen_provision=K").out_of == 5
    assert str(cell(figures, MEASURE, breakdown="sen_provision=K").value) == "0.400000"
    assert (cell(figures, MEASURE).count, cell(figures, MEASURE).out_of) == (5, 5)
    assert cell(figures, MEASURE, breakdown="sen_provision=S").status == Status.ZERO


def test_an_involvement_that_ended_on_the_last_day_has_no_open_children() -> None:
    figures = figures_of(MEASURE, school="urn\n101", involvement="""
        involvement_id | ended_on
        I1             | 2016-07-31
        """, involvement_child="""
        person_id | nc_year | sen_provision | school_urn
        Amira     | 1       | K             | 101
        """)  # fmt: skip
    assert cell(figures, MEASURE, breakdown="sen_provision=K").status == Status.NOT_APPLICABLE
    assert cell(figures, MEASURE).status == Status.NOT_APPLICABLE
    assert not has_cell(figures, MEASURE, "101")  # never written below district
