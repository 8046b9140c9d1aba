"""requests and requests_from_schools: how much is asked of the teams, and how much of it by schools."""

from __future__ import annotations

import pytest

from earlyhelp.measures.figures import Status
from tests.measures.spec.drawn import cell, figures_of, has_cell

SCHOOLS = """
urn | phase                   | district_code
101 | primary                 | North
102 | middle_deemed_primary   | North
103 | middle_deemed_secondary | North
104 | secondary               | South
105 | all_through             | South
106 | special                 | South
107 | alternative_provision   | South
108 | nursery                 | South
109 | sixteen_plus            | South
"""


def test_the_first_and_the_last_day_of_the_period_count_and_their_neighbours_do_not() -> None:
    figures = figures_of("requests", request="""
        request_id | received_on
        R1         | 2015-12-31
        R2         | 2016-01-01
        R3         | 2016-07-31
        R4         | 2016-08-01
        """)  # fmt: skip
    assert cell(figures, "requests").count == 1 + 1  # R2, R3


def test_a_penalty_notice_and_a_notification_are_no_requests_for_support() -> None:
    figures = figures_of("requests", "requests_from_schools", request="""
        request_id | received_on | kind           | source_code
        R1         | 2016-02-01  | support        | 2A
        R2         | 2016-02-01  | penalty_notice | 2A
        R3         | 2016-02-01  | notification   | 2A
        R4         | 2016-02-02  | support        | 1A
        """)  # fmt: skip
    assert cell(figures, "requests").count == 1 + 1  # R1, R4
    from_schools = cell(figures, "requests_from_schools")
    assert (from_schools.count, from_schools.out_of) == (1, 1 + 1)
    assert from_schools.value is not None and float(from_schools.value) == 1 / 2


def test_a_request_without_a_district_counts_in_the_county_alone() -> None:
    figures = figures_of("requests", request="""
        request_id | received_on | district_code
        R1         | 2016-02-01  | North
        R2         | 2016-02-01  | North
        R3         | 2016-02-01  | South
        R4         | 2016-02-01  |
        """)  # fmt: skip
    assert cell(figures, "requests", "North").count == 1 + 1
    assert cell(figures, "requests", "South").count == 1
    assert cell(figures, "requests").count == 2 + 1 + 1


def test_every_source_and_every_month_touched_by_the_period_has_a_cell() -> None:
    figures = figures_of("requests", first="2016-01-15", last="2016-03-01", request="""
        request_id | received_on | source_code
        R1         | 2016-01-14  | 2A
        R2         | 2016-01-31  | 2A
        R3         | 2016-02-29  | 5D
        R4         | 2016-03-01  | 2A
        """)  # fmt: skip
    assert cell(figures, "requests", breakdown="source_code=2A").count == 1 + 1  # R2, R4
    assert cell(figures, "requests", breakdown="source_code=5D").count == 1
    assert cell(figures, "requests", breakdown="source_code=10").status == Status.ZERO
    assert cell(figures, "requests", breakdown="month=2016-01").count == 1  # R2; R1 came before the period
    assert cell(figures, "requests", breakdown="month=2016-02").count == 1
    assert cell(figures, "requests", breakdown="month=2016-03").count == 1
    assert not has_cell(figures, "requests", breakdown="month=2016-04")


@pytest.mark.parametrize(
    ("phase", "schools"),
    [
        ("primary", 1 + 1),  # primary, middle deemed primary
        ("secondary", 1 + 1 + 1),  # middle deemed secondary, secondary, all-through
        ("special", 1),
        ("alternative_provision", 1),
        ("other", 1 + 1),  # nursery, sixteen plus
        ("not_known", 1),  # a school asked, but which one is not recorded
    ],
)
def test_phase_is_the_asking_schools_own_and_only_schools_ask_by_phase(phase: str, schools: int) -> None:
    figures = figures_of("requests", school=SCHOOLS, request="""
        received_on | source_code | school_urn
        2016-02-01  | 2A          | 101
        2016-02-01  | 2A          | 102
        2016-02-01  | 2A          | 103
        2016-02-01  | 2A          | 104
        2016-02-01  | 2A          | 105
        2016-02-01  | 2A          | 106
        2016-02-01  | 2A          | 107
        2016-02-01  | 2A          | 108
        2016-02-01  | 2A          | 109
        2016-02-01  | 2A          |
        2016-02-01  | 1A          |
        2016-02-01  | 3A          | 101
        """)  # fmt: skip
    assert cell(figures, "requests", breakdown=f"phase={phase}").count == schools


def test_a_school_has_its_own_figures_by_the_number_on_the_request() -> None:
    figures = figures_of("requests", "requests_from_schools", school=SCHOOLS, request="""
        received_on | source_code | school_urn | district_code
        2016-02-01  | 2A          | 101        | North
        2016-02-01  | 2A          | 101        |
        2016-02-01  | 2A          | 104        | South
        """)  # fmt: skip
    assert cell(figures, "requests", "101").count == 1 + 1  # the request's district does not matter here
    assert cell(figures, "requests_from_schools", "101").out_of == 1 + 1
    assert cell(figures, "requests", "104").place_level == "school"


def test_without_the_schools_the_phases_are_not_collected_and_the_rest_is() -> None:
    figures = figures_of("requests", absent={"school"}, request="""
        received_on | source_code
        2016-02-01  | 2A
        """)  # fmt: skip
    assert cell(figures, "requests").count == 1
    primary = cell(figures, "requests", breakdown="phase=primary")
    assert primary.status == Status.NOT_COLLECTED
    assert (primary.count, primary.out_of, primary.value) == (None, None, None)
    assert "school" in primary.note


def test_no_request_is_a_zero_and_a_share_of_nothing_is_not_applicable() -> None:
    figures = figures_of("requests", "requests_from_schools")
    assert (cell(figures, "requests").status, cell(figures, "requests").count) == (Status.ZERO, 0)
    assert cell(figures, "requests_from_schools").status == Status.NOT_APPLICABLE
    assert cell(figures, "requests_from_schools").out_of is None


def test_a_share_that_nobody_reaches_is_a_zero_with_its_out_of() -> None:
    figures = figures_of("requests_from_schools", request="""
        received_on | source_code
        2016-02-01  | 1A
        """)  # fmt: skip
    share = cell(figures, "requests_from_schools")
    assert (share.status, share.count, share.out_of, share.value) == (Status.ZERO, 0, 1, 0)
