"""closures, children_closed, closures_signed_off, closures_school_consulted: how work ends."""

from __future__ import annotations

import pytest

from earlyhelp.measures.figures import Status
from tests.measures.spec.drawn import cell, figures_of

CLOSURES, CHILDREN = "closures", "children_closed"
SIGNED, CONSULTED = "closures_signed_off", "closures_school_consulted"


@pytest.mark.parametrize(
    ("ended_on", "has_ended"),
    [("2015-12-31", False), ("2016-01-01", True), ("2016-07-31", True), ("2016-08-01", False), ("", False)],
)
def test_an_involvement_is_a_closure_when_its_last_day_lies_in_the_period(ended_on: str, has_ended: bool) -> None:
    figures = figures_of(CLOSURES, CHILDREN, involvement=f"""
        involvement_id | started_on | ended_on
        I1             | 2015-10-01 | {ended_on}
        """, involvement_child="person_id | nc_year\nAmira | 5")  # fmt: skip
    assert cell(figures, CLOSURES).count == (1 if has_ended else 0)
    assert cell(figures, CHILDREN).count == (1 if has_ended else 0)


def test_closures_are_involvements_and_children_closed_are_their_children_of_school_age() -> None:
    figures = figures_of(CLOSURES, CHILDREN, school="urn\n101", involvement="""
        involvement_id | ended_on   | district_code
        I1             | 2016-02-01 | North
        I2             | 2016-02-01 | South
        I3             | 2016-07-31 | South
        """, involvement_child="""
        involvement_id | person_id | nc_year | school_urn
        I1             | Amira     | R       | 101
        I1             | Ben       | 11      | 101
        I1             | Chidi     | N2      | 101
        I2             | Dilys     | 12      |
        I3             | Amira     | 1       | 101
        """)  # fmt: skip
    assert cell(figures, CLOSURES).count == 1 + 1 + 1
    assert cell(figures, CLOSURES, "South").count == 1 + 1
    assert cell(figures, CHILDREN).count == 2 + 0 + 1  # Amira counts in both of hers
    assert cell(figures, CHILDREN, "101").count == 2 + 1


def test_a_signature_counts_when_it_is_not_later_than_the_last_day() -> None:
    figures = figures_of(SIGNED, involvement="""
        ended_on   | signed_off_on
        2016-03-31 | 2016-03-31
        2016-03-31 | 2016-03-01
        2016-03-31 | 2016-04-01
        2016-03-31 |
                   | 2016-03-31
        """)  # fmt: skip
    signed = cell(figures, SIGNED)
    assert (signed.count, signed.out_of) == (1 + 1, 4)  # the last one is still open
    assert str(signed.value) == "0.500000"


def test_consulting_a_school_is_a_share_of_the_closures_where_it_applied_and_was_recorded() -> None:
    figures = figures_of(CONSULTED, involvement="""
        ended_on   | school_consulted | district_code
        2016-03-31 | yes              | North
        2016-03-31 | yes              | North
        2016-03-31 | no               | North
        2016-03-31 | not_applicable   | South
        2016-03-31 |                  | South
                   | yes              | South
        """)  # fmt: skip
    county = cell(figures, CONSULTED)
    assert (county.count, county.out_of) == (2, 2 + 1)
    assert str(county.value) == "0.666667"
    assert cell(figures, CONSULTED, "South").status == Status.NOT_APPLICABLE


def test_no_closures_are_a_zero_and_shares_of_them_not_applicable() -> None:
    figures = figures_of(CLOSURES, CHILDREN, SIGNED, CONSULTED, involvement="involvement_id\nI1")
    assert {cell(figures, name).status for name in (CLOSURES, CHILDREN)} == {Status.ZERO}
    assert {cell(figures, name).status for name in (SIGNED, CONSULTED)} == {Status.NOT_APPLICABLE}
    absent = figures_of(CLOSURES, CHILDREN, SIGNED, CONSULTED, absent={"involvement"})
    assert {figure.status for figure in absent} == {Status.NOT_COLLECTED}
