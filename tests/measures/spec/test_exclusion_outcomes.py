"""exclusion_outcomes: what became of children at risk of exclusion when the work with them ended."""

from __future__ import annotations

import pytest

from earlyhelp.measures.figures import Figure, Status
from tests.measures.spec.drawn import cell, figures_of

MEASURE = "exclusion_outcomes"
OUTCOMES = ("permanent_during", "permanent_after", "suspension_during", "suspension_after", "none")

INVOLVEMENT = """
involvement_id | started_on | ended_on
I1             | 2015-10-01 | 2016-03-31
"""
AMIRA = "person_id | nc_year\nAmira | 9"
AT_RISK = "person_id | focus_code\nAmira | at_risk_of_exclusion"


def outcomes(figures: list[Figure]) -> dict[str, object]:
    """Return the outcomes that any child has."""
    counts = {name: cell(figures, MEASURE, breakdown=f"outcome={name}").count for name in OUTCOMES}
    return {name: count for name, count in counts.items() if count}


@pytest.mark.parametrize(
    ("kind", "started_on", "outcome"),
    [
        ("suspension", "2015-09-30", "none"),  # the day before the work began
        ("suspension", "2015-10-01", "suspension_during"),
        ("suspension", "2016-03-31", "suspension_during"),  # the day it ended
        ("suspension", "2016-04-01", "suspension_after"),
        ("suspension", "2017-03-31", "suspension_after"),  # twelve months to the day
        ("suspension", "2017-04-01", "none"),
        ("permanent", "2016-03-31", "permanent_during"),
        ("permanent", "2016-04-01", "permanent_after"),
        ("permanent", "2017-04-01", "none"),
    ],
)
def test_during_is_from_start_to_end_and_after_the_twelve_months_that_follow(
    kind: str, started_on: str, outcome: str
) -> None:
    figures = figures_of(MEASURE, as_at="2017-07-31", involvement=INVOLVEMENT, involvement_child=AMIRA, focus=AT_RISK,
        exclusion=f"""
        person_id | kind   | started_on
        Amira     | {kind} | {started_on}
        """)  # fmt: skip
    assert outcomes(figures) == {outcome: 1}
    assert cell(figures, MEASURE).count == 1


@pytest.mark.parametrize(
    ("exclusions", "outcome"),
    [
        ("permanent 2016-03-01, permanent 2016-05-01, suspension 2016-02-01", "permanent_during"),
        ("suspension 2016-02-01, permanent 2016-05-01", "permanent_after"),
        ("suspension 2016-02-01, suspension 2016-05-01", "suspension_during"),
        ("suspension 2016-05-01, suspension 2015-09-01", "suspension_after"),
    ],
)
def test_each_child_is_in_the_first_group_that_applies(exclusions: str, outcome: str) -> None:
    rows = "\n".join(f"Amira | {' | '.join(one.split())}" for one in exclusions.split(", "))
    figures = figures_of(
        MEASURE, as_at="2017-07-31", involvement=INVOLVEMENT, involvement_child=AMIRA, focus=AT_RISK,
        exclusion=f"person_id | kind | started_on\n{rows}",
    )  # fmt: skip
    assert outcomes(figures) == {outcome: 1}


def test_what_follows_after_the_day_the_data_speak_for_is_not_known() -> None:
    figures = figures_of(MEASURE, as_at="2016-07-31", involvement=INVOLVEMENT, focus="""
        focus_code
        at_risk_of_exclusion
        """, involvement_child="""
        person_id
        Amira
        Ben
        """, exclusion="""
        person_id | kind      | started_on
        Amira     | permanent | 2016-07-31
        Ben       | permanent | 2016-08-01
        """)  # fmt: skip
    assert outcomes(figures) == {"permanent_after": 1, "none": 1}


def test_a_focus_of_the_whole_family_counts_for_every_child_of_any_age_and_once_each() -> None:
    figures = figures_of(MEASURE, involvement=INVOLVEMENT, involvement_child="""
        person_id | nc_year
        Amira     | 9
        Ben       | N2
        Chidi     |
        """, focus="""
        person_id | focus_code           | opened_on  | closed_on
                  | at_risk_of_exclusion | 2015-10-01 | 2015-10-31
        Amira     | at_risk_of_exclusion | 2016-01-01 |
        Dilys     | at_risk_of_exclusion | 2016-01-01 |
        """)  # fmt: skip
    # At any time in the involvement: the family's focus closed before the period began. Dilys is not in it.
    assert outcomes(figures) == {"none": 3}
    assert cell(figures, MEASURE, "North").count == 3


def test_a_child_counts_in_each_of_its_involvements_that_ended() -> None:
    figures = figures_of(MEASURE, as_at="2017-07-31", involvement="""
        involvement_id | started_on | ended_on   | district_code
        I1             | 2015-10-01 | 2016-01-31 | North
        I2             | 2016-03-01 | 2016-06-30 | South
        I3             | 2016-07-01 |            | South
        I4             | 2015-01-05 | 2015-12-31 | South
        """, involvement_child="""
        involvement_id | person_id
        I1             | Amira
        I2             | Amira
        I3             | Amira
        I4             | Amira
        """, focus="""
        involvement_id | focus_code
        I1             | at_risk_of_exclusion
        I2             | at_risk_of_exclusion
        I3             | at_risk_of_exclusion
        I4             | at_risk_of_exclusion
        """, exclusion="""
        person_id | kind       | started_on
        Amira     | suspension | 2016-04-11
        """)  # fmt: skip
    assert outcomes(figures) == {"suspension_during": 1, "suspension_after": 1}  # during I2, after I1
    assert cell(figures, MEASURE, "North", "outcome=suspension_after").count == 1
    assert cell(figures, MEASURE, "South", "outcome=suspension_during").count == 1


def test_another_focus_is_not_counted_and_no_children_are_a_zero() -> None:
    figures = figures_of(MEASURE, involvement=INVOLVEMENT, involvement_child=AMIRA,
        focus="focus_code\ndisruptive_behaviour")  # fmt: skip
    assert outcomes(figures) == {}
    assert cell(figures, MEASURE).status == Status.ZERO
    absent = figures_of(MEASURE, absent={"exclusion"})
    assert {figure.status for figure in absent} == {Status.NOT_COLLECTED}
