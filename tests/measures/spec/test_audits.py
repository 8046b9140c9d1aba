"""joint_audits, audits_good_or_better and audit_agreement: what audits of cases say."""

from __future__ import annotations

from earlyhelp.measures.figures import Status
from tests.measures.spec.drawn import cell, figures_of

JOINT, GOOD, AGREED = "joint_audits", "audits_good_or_better", "audit_agreement"


def test_an_audit_counts_by_the_day_it_was_carried_out_and_one_only_drawn_does_not() -> None:
    figures = figures_of(JOINT, GOOD, case_audit="""
        audit_id | audited_on | joint | judgement
        A1       | 2015-12-31 | true  | 1
        A2       | 2016-01-01 | true  | 1
        A3       | 2016-07-31 | true  | 3
        A4       | 2016-08-01 | true  | 1
        A5       |            | true  | 1
        """)  # fmt: skip
    assert cell(figures, JOINT).count == 1 + 1  # A2, A3
    assert (cell(figures, GOOD).count, cell(figures, GOOD).out_of) == (1, 1 + 1)


def test_joint_is_what_is_recorded_as_joint() -> None:
    figures = figures_of(JOINT, case_audit="""
        audited_on | joint | district_code
        2016-03-01 | true  | North
        2016-03-01 | false | North
        2016-03-01 |       | North
        """)  # fmt: skip
    assert cell(figures, JOINT).count == 1
    assert cell(figures, JOINT, "South").status == Status.ZERO


def test_good_or_better_is_outstanding_or_good_of_the_audits_with_a_judgement() -> None:
    figures = figures_of(GOOD, case_audit="""
        audited_on | judgement | head_judgement
        2016-03-01 | 1         |
        2016-03-01 | 2         | 4
        2016-03-01 | 3         | 1
        2016-03-01 | 4         |
        2016-03-01 |           | 1
        """)  # fmt: skip
    found = cell(figures, GOOD)
    assert (found.count, found.out_of) == (1 + 1, 4)  # the team's judgement counts, not the head teacher's
    assert str(found.value) == "0.500000"


def test_agreement_asks_for_two_judgements_on_a_joint_audit() -> None:
    figures = figures_of(AGREED, case_audit="""
        audited_on | joint | judgement | head_judgement
        2016-03-01 | true  | 2         | 2
        2016-03-01 | true  | 2         | 3
        2016-03-01 | true  | 4         | 4
        2016-03-01 | true  | 2         |
        2016-03-01 | true  |           | 2
        2016-03-01 | true  |           |
        2016-03-01 | false | 1         | 1
        2016-03-01 |       | 1         | 1
        """)  # fmt: skip
    found = cell(figures, AGREED)
    assert (found.count, found.out_of) == (1 + 1, 3)
    assert str(found.value) == "0.666667"


def test_shares_without_a_judgement_are_not_applicable_and_without_the_table_not_collected() -> None:
    figures = figures_of(JOINT, GOOD, AGREED, case_audit="""
        audited_on | joint
        2016-03-01 | true
        """)  # fmt: skip
    assert cell(figures, JOINT).count == 1
    assert cell(figures, GOOD).status == Status.NOT_APPLICABLE
    assert cell(figures, AGREED).status == Status.NOT_APPLICABLE
    absent = figures_of(JOINT, GOOD, AGREED, absent={"case_audit"})
    assert {figure.status for figure in absent} == {Status.NOT_COLLECTED}
