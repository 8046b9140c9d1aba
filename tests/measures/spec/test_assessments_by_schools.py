"""assessments_started_by_schools and assessments_led_by_schools: two facts about an assessment."""

from __future__ import annotations

from earlyhelp.measures.figures import Status
from tests.measures.spec.drawn import cell, figures_of

STARTED = "assessments_started_by_schools"
LED = "assessments_led_by_schools"

SCHOOLS = """
urn | phase
101 | middle_deemed_primary
102 | all_through
"""


def test_an_assessment_counts_by_the_day_it_started_and_by_who_started_it() -> None:
    figures = figures_of(STARTED, LED, assessment="""
        assessment_id | started_on | started_by         | led_by
        A1            | 2015-12-31 | school             | school
        A2            | 2016-01-01 | school             | school
        A3            | 2016-07-31 | school             | local_support_team
        A4            | 2016-08-01 | school             | school
        A5            | 2016-02-01 | local_support_team | school
        A6            | 2016-02-01 | school             | health
        """)  # fmt: skip
    assert cell(figures, STARTED).count == 1 + 1 + 1  # A2, A3, A6
    led = cell(figures, LED)
    assert (led.count, led.out_of) == (1, 3)  # A2; A5 is led by a school that did not start it
    assert str(led.value) == "0.333333"


def test_phase_and_school_are_those_of_the_school_that_started_it() -> None:
    figures = figures_of(STARTED, LED, school=SCHOOLS, assessment="""
        started_on | led_by | started_by_urn | led_by_urn | district_code
        2016-02-01 | school | 101            | 102        | North
        2016-02-01 | health | 101            |            |
        2016-02-01 | school | 102            | 101        | South
        2016-02-01 | school |                | 101        | South
        """)  # fmt: skip
    assert cell(figures, STARTED, breakdown="phase=primary").count == 1 + 1
    assert cell(figures, STARTED, breakdown="phase=secondary").count == 1
    assert cell(figures, STARTED, breakdown="phase=not_known").count == 1
    assert cell(figures, STARTED, breakdown="phase=special").status == Status.ZERO
    assert cell(figures, STARTED, "101").count == 1 + 1
    assert (cell(figures, LED, "101").count, cell(figures, LED, "101").out_of) == (1, 1 + 1)
    # The district is the assessment's own; one has none.
    assert cell(figures, STARTED, "North").count == 1
    assert cell(figures, STARTED, "South").count == 1 + 1
    assert cell(figures, STARTED).count == 4


def test_key_stage_follows_the_year_on_the_assessment() -> None:
    figures = figures_of(STARTED, assessment="""
        started_on | nc_year
        2016-02-01 | E2
        2016-02-01 | R
        2016-02-01 | 10
        2016-02-01 |
        """)  # fmt: skip
    assert cell(figures, STARTED, breakdown="key_stage=EYFS").count == 1 + 1
    assert cell(figures, STARTED, breakdown="key_stage=KS4").count == 1
    assert cell(figures, STARTED, breakdown="key_stage=not_known").count == 1


def test_no_assessments_are_a_zero_and_a_share_of_none_is_not_applicable() -> None:
    figures = figures_of(STARTED, LED)
    assert cell(figures, STARTED).status == Status.ZERO
    assert cell(figures, LED, "North").status == Status.NOT_APPLICABLE
    absent = figures_of(STARTED, LED, absent={"assessment"})
    assert cell(absent, STARTED, breakdown="key_stage=KS1").status == Status.NOT_COLLECTED
    assert cell(absent, LED).status == Status.NOT_COLLECTED
