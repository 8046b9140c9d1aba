"""open_children_by_care_status: who also has a social care plan, each child in one group."""

from __future__ import annotations

import pytest

from earlyhelp.measures.figures import Status
from tests.measures.spec.drawn import cell, figures_of, has_cell

MEASURE = "open_children_by_care_status"

INVOLVEMENT = "involvement_id\nI1"
CHILDREN = """
person_id | nc_year
Amira     | 1
Ben       | 2
Chidi     | 7
Dilys     | 8
"""


def test_a_child_with_several_statuses_is_in_the_first_group_that_applies() -> None:
    figures = figures_of(MEASURE, involvement=INVOLVEMENT, involvement_child=CHILDREN, care_status="""
        person_id | status                | from_on
        Amira     | child_in_need         | 2015-01-05
        Amira     | child_protection_plan | 2015-06-01
        Amira     | looked_after          | 2016-01-01
        Ben       | child_in_need         | 2015-01-05
        Ben       | child_protection_plan | 2015-06-01
        Chidi     | child_in_need         | 2016-07-31
        """)  # fmt: skip
    found = {
        status: cell(figures, MEASURE, breakdown=f"care_status={status}")
        for status in ("looked_after", "child_protection_plan", "child_in_need", "none")
    }
    assert {status: figure.count for status, figure in found.items()} == {
        "looked_after": 1,  # Amira
        "child_protection_plan": 1,  # Ben
        "child_in_need": 1,  # Chidi
        "none": 1,  # Dilys
    }
    assert {figure.out_of for figure in found.values()} == {4}  # the status narrows the count alone
    assert (cell(figures, MEASURE).count, cell(figures, MEASURE).out_of) == (4, 4)


@pytest.mark.parametrize(
    ("from_on", "to_on", "has_status"),
    [
        ("2016-07-31", "", True),
        ("2016-08-01", "", False),  # begins the day after
        ("2015-01-05", "2016-07-31", False),  # the last day is the first day without it
        ("2015-01-05", "2016-08-01", True),
    ],
)
def test_a_status_is_read_at_the_last_day_and_its_end_is_the_first_day_without_it(
    from_on: str, to_on: str, has_status: bool
) -> None:
    figures = figures_of(MEASURE, as_at="2016-08-31", involvement=INVOLVEMENT, involvement_child=CHILDREN,
        care_status=f"""
        person_id | status       | from_on   | to_on
        Amira     | looked_after | {from_on} | {to_on}
        """)  # fmt: skip
    assert cell(figures, MEASURE, breakdown="care_status=looked_after").count == (1 if has_status else 0)
    assert cell(figures, MEASURE, breakdown="care_status=none").count == (3 if has_status else 4)


def test_it_is_never_written_for_a_school_and_without_the_statuses_nothing_of_it_is_collected() -> None:
    figures = figures_of(MEASURE, involvement=INVOLVEMENT, absent={"care_status"}, school="urn\n101",
        involvement_child="""
        person_id | nc_year | school_urn
        Amira     | 1       | 101
        """)  # fmt: skip
    assert not has_cell(figures, MEASURE, "101")
    assert cell(figures, MEASURE, breakdown="care_status=none").status == Status.NOT_COLLECTED
    assert cell(figures, MEASURE).status == Status.NOT_COLLECTED
    assert cell(figures, MEASURE, "South").status == Status.NOT_COLLECTED
