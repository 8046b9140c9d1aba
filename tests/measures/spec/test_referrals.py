"""referrals_known and referrals_stepped_up: how many children referred to social care were known to early help."""

from __future__ import annotations

import pytest

from earlyhelp.measures.figures import Status
from tests.measures.spec.drawn import cell, figures_of, has_cell

KNOWN, STEPPED_UP = "referrals_known", "referrals_stepped_up"

WORK = "involvement_id | started_on | ended_on\nI1 | 2015-10-01 |"
WITH_AMIRA = "involvement_id | person_id\nI1 | Amira"
ONE_REFERRAL = """
referral_id | received_on | accepted_on | age_years
R1          | 2016-05-10  | 2016-05-12  | 9
"""
LINK_TO_AMIRA = """
referral_id | person_id
R1          | Amira
"""


@pytest.mark.parametrize(("age", "is_counted"), [("4", False), ("5", True), ("16", True), ("17", False), ("", False)])
def test_referrals_of_children_from_5_to_16_are_the_base_and_an_empty_age_is_left_out(
    age: str, is_counted: bool
) -> None:
    figures = figures_of(KNOWN, link=LINK_TO_AMIRA, involvement=WORK, involvement_child=WITH_AMIRA, referral=f"""
        referral_id | received_on | accepted_on | age_years
        R1          | 2016-05-10  | 2016-05-12  | {age}
        """)  # fmt: skip
    assert cell(figures, KNOWN).out_of == (1 if is_counted else None)
    assert cell(figures, KNOWN).status == (Status.VALUE if is_counted else Status.NOT_APPLICABLE)


@pytest.mark.parametrize(
    ("accepted_on", "is_counted"),
    [("2015-12-31", False), ("2016-01-01", True), ("2016-07-31", True), ("2016-08-01", False), ("", False)],
)
def test_a_referral_counts_in_the_period_in_which_it_was_accepted(accepted_on: str, is_counted: bool) -> None:
    figures = figures_of(KNOWN, referral=f"""
        referral_id | received_on | accepted_on   | age_years
        R1          | 2015-12-20  | {accepted_on} | 9
        """)  # fmt: skip
    assert cell(figures, KNOWN).status == (Status.ZERO if is_counted else Status.NOT_APPLICABLE)


@pytest.mark.parametrize(
    ("decision", "is_known"), [("automatic", True), ("confirmed", True), ("rejected", False), ("unreviewed", False)]
)
def test_only_a_link_made_automatically_or_confirmed_makes_a_child_known(decision: str, is_known: bool) -> None:
    figures = figures_of(KNOWN, referral=ONE_REFERRAL, involvement=WORK, involvement_child=WITH_AMIRA, link=f"""
        referral_id | person_id | decision
        R1          | Amira     | {decision}
        R1          | Ben       | automatic
        """)  # fmt: skip
    assert (cell(figures, KNOWN).count, cell(figures, KNOWN).out_of) == (int(is_known), 1)  # Ben has no involvement


@pytest.mark.parametrize(
    ("started_on", "ended_on", "received_on", "is_known"),
    [
        ("2016-05-10", "", "2016-05-10", True),  # started on the day of receipt
        ("2016-05-11", "", "2016-05-10", False),  # started after it
        ("2014-01-06", "2015-05-10", "2016-05-10", False),  # ended twelve months before, to the day
        ("2014-01-06", "2015-05-11", "2016-05-10", True),
        ("2014-01-06", "2016-06-01", "2016-05-10", True),  # ended after receipt
        ("2014-01-06", "2015-02-28", "2016-02-29", False),  # 29 February less twelve months is the 28th
        ("2014-01-06", "2015-03-01", "2016-02-29", True),
    ],
)
def test_the_work_must_have_started_by_receipt_and_not_have_ended_twelve_months_before(
    started_on: str, ended_on: str, received_on: str, is_known: bool
) -> None:
    figures = figures_of(KNOWN, link=LINK_TO_AMIRA, involvement=f"""
        started_on   | ended_on   | involvement_id
        {started_on} | {ended_on} | I1
        """, involvement_child="person_id\nAmira", referral=f"""
        referral_id | received_on   | accepted_on   | age_years
        R1          | {received_on} | {received_on} | 9
        """)  # fmt: skip
    assert cell(figures, KNOWN).count == int(is_known)


@pytest.mark.parametrize(
    ("started_on", "person", "is_known"),
    [
        ("2015-05-10", "Amira", False),  # twelve months before, to the day: not within
        ("2015-05-11", "Amira", True),
        ("2016-05-10", "Amira", True),  # on the day of receipt
        ("2016-05-11", "Amira", False),
        ("2016-01-11", "Ben", False),  # another child's
        ("2016-01-11", "", False),  # the family's, of no named person
    ],
)
def test_an_assessment_of_the_child_within_the_twelve_months_before_makes_it_known(
    started_on: str, person: str, is_known: bool
) -> None:
    figures = figures_of(KNOWN, referral=ONE_REFERRAL, link=LINK_TO_AMIRA, assessment=f"""
        person_id | started_on   | started_by
        {person}  | {started_on} | health
        """)  # fmt: skip
    assert cell(figures, KNOWN).count == int(is_known)


def test_a_referral_known_by_several_links_and_involvements_counts_once() -> None:
    figures = figures_of(KNOWN, STEPPED_UP, involvement="""
        involvement_id
        I1
        I2
        """, involvement_child="""
        involvement_id | person_id
        I1             | Amira
        I2             | Amira
        I2             | Ben
        """, assessment="""
        person_id | started_on
        Amira     | 2016-01-11
        """, referral="""
        referral_id | received_on | accepted_on | age_years | step_up
        R1          | 2016-05-10  | 2016-05-12  | 9         | true
        R2          | 2016-05-10  | 2016-05-12  | 9         |
        R3          | 2016-05-10  | 2016-05-12  | 9         | false
        R4          | 2016-05-10  | 2016-05-12  | 9         | true
        """, link="""
        referral_id | person_id | decision
        R1          | Amira     | automatic
        R1          | Ben       | confirmed
        R2          | Amira     | confirmed
        R3          | Ben       | confirmed
        """)  # fmt: skip
    assert (cell(figures, KNOWN).count, cell(figures, KNOWN).out_of) == (3, 4)  # R1, R2, R3; R4 has no link
    stepped_up = cell(figures, STEPPED_UP)
    assert (stepped_up.count, stepped_up.out_of) == (1, 3)  # R1; R4 was stepped up, but nobody is linked to it
    assert str(stepped_up.value) == "0.333333"


def test_it_is_written_for_the_county_only() -> None:
    figures = figures_of(KNOWN, STEPPED_UP, referral=ONE_REFERRAL)
    assert not has_cell(figures, KNOWN, "North")
    assert cell(figures, KNOWN).status == Status.ZERO
    assert cell(figures, STEPPED_UP).status == Status.NOT_APPLICABLE  # a share of none


@pytest.mark.parametrize("table", ["referral", "link", "involvement", "involvement_child", "assessment"])
def test_without_one_of_its_tables_it_is_not_collected(table: str) -> None:
    figures = figures_of(KNOWN, STEPPED_UP, absent={table})
    assert {figure.status for figure in figures} == {Status.NOT_COLLECTED}
