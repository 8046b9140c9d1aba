"""children_in_school_requests: the children whom schools name when they ask."""

from __future__ import annotations

from earlyhelp.measures.figures import Status
from tests.measures.spec.drawn import cell, figures_of, has_cell

MEASURE = "children_in_school_requests"

REQUESTS = """
request_id | received_on | kind           | source_code | school_urn | district_code
R1         | 2016-01-01  | support        | 2A          | 101        | North
R2         | 2016-07-31  | support        | 2A          |            |
R3         | 2016-02-01  | support        | 1A          |            | North
R4         | 2016-02-01  | penalty_notice | 2A          | 101        | North
R5         | 2015-12-31  | support        | 2A          | 101        | North
R6         | 2016-08-01  | support        | 2A          | 101        | North
"""
SCHOOLS = """
urn | phase
101 | primary
"""


def test_a_child_counts_once_for_each_request_of_a_school_that_names_it() -> None:
    figures = figures_of(MEASURE, school=SCHOOLS, request=REQUESTS, request_child="""
        request_id | person_id | nc_year
        R1         | Amira     | R
        R1         | Ben       | 3
        R2         | Amira     | 1
        R3         | Chidi     | 3
        R4         | Dilys     | 3
        R5         | Ewa       | 3
        R6         | Farid     | 3
        """)  # fmt: skip
    assert cell(figures, MEASURE).count == 2 + 1  # R1, R2: R3 is no school's, R4 no request, R5 and R6 lie outside
    assert cell(figures, MEASURE, "North").count == 2  # R2 has no district
    assert cell(figures, MEASURE, "101").count == 2
    assert cell(figures, MEASURE, "South").status == Status.ZERO


def test_key_stage_follows_the_year_on_the_request_and_is_never_lost() -> None:
    figures = figures_of(MEASURE, request=REQUESTS, request_child="""
        request_id | person_id | nc_year
        R1         | Amira     | N2
        R1         | Ben       | R
        R1         | Chidi     | 1
        R1         | Dilys     | 2
        R1         | Ewa       | 6
        R1         | Farid     | 9
        R1         | Grace     | 11
        R1         | Hana      | 14
        R1         | Idris     | X
        R1         | Jo        |
        """)  # fmt: skip
    found = {
        stage: cell(figures, MEASURE, breakdown=f"key_stage={stage}").count
        for stage in ("EYFS", "KS1", "KS2", "KS3", "KS4", "KS5", "not_known")
    }
    assert found == {"EYFS": 1 + 1, "KS1": 1 + 1, "KS2": 1, "KS3": 1, "KS4": 1, "KS5": 1, "not_known": 1 + 1}
    assert cell(figures, MEASURE).count == sum(count for count in found.values() if isinstance(count, int))


def test_without_the_children_named_nothing_is_collected() -> None:
    figures = figures_of(MEASURE, request=REQUESTS, absent={"request_child"})
    assert cell(figures, MEASURE).status == Status.NOT_COLLECTED
    assert cell(figures, MEASURE, "North", "key_stage=KS1").status == Status.NOT_COLLECTED
    assert not has_cell(figures, MEASURE, "101")
