"""Queries: for each, a row that raises it and the same row put right, in a county of one family."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.source import Dataset
from earlyhelp.dataset.validation.catalogue_of_rules import RULES

Draw = Callable[..., Dataset]

# The involvement runs from 1 February to 31 May 2016; the child was born on 15 May 2009, so year 2 in 2015/16.
COUNTY = {
    "district": "district_code | name\nE07000192 | Cannock Chase",
    "school": "urn | name | phase | district_code\n1 | Oak | primary | E07000192\n2 | Elm | special | E07000192",
    "family": "family_id\nF1",
    "person": "person_id | role | date_of_birth\nP1 | child | 2009-05-15",
    "family_member": "family_id | person_id\nF1 | P1",
    "involvement": "involvement_id | family_id | district_code | started_on | ended_on | signed_off_on\n"
                   "I1 | F1 | E07000192 | 2016-02-01 | 2016-05-31 | 2016-05-31",
    "request": "request_id | family_id | received_on | kind | source_code\nR1 | F1 | 2016-01-10 | support | 1A",
    "worker": "worker_id | district_code | fte\nW1 | E07000192 | 1",
    "referral": "referral_id | received_on\nS1 | 2016-01-01",
    "survey_wave": "wave | opened_on | closed_on\n2016 | 2016-06-01 | 2016-06-30",
}  # fmt: skip

# Rule: table, columns, the row that raises it, the row put right.
EXAMPLES = {
    "EH0501Q": ("request", "request_id | family_id | received_on | kind | source_code | decided_on",
                "R1 | F1 | 2016-01-10 | support | 1A | 2016-01-09", "R1 | F1 | 2016-01-10 | support | 1A | 2016-01-10"),
    "EH0502Q": ("request", "request_id | family_id | received_on | kind | source_code | answered_on",
                "R1 | F1 | 2016-01-10 | support | 1A | 2016-01-09", "R1 | F1 | 2016-01-10 | support | 1A | 2016-01-10"),
    "EH0503Q": ("request", "request_id | family_id | received_on | kind | source_code | decided_on | answered_on",
                "R1 | F1 | 2016-01-10 | support | 1A | 2016-01-12 | 2016-01-11",
                "R1 | F1 | 2016-01-10 | support | 1A | 2016-01-12 | 2016-01-12"),
    "EH0504Q": ("involvement", "involvement_id | family_id | district_code | started_on | work_ended_on",
                "I1 | F1 | E07000192 | 2016-02-01 | 2016-01-31", "I1 | F1 | E07000192 | 2016-02-01 | 2016-02-01"),
    "EH0505Q": ("involvement",
                "involvement_id | family_id | district_code | started_on | work_ended_on | ended_on | signed_off_on",
                "I1 | F1 | E07000192 | 2016-02-01 | 2016-06-01 | 2016-05-31 | 2016-05-31",
                "I1 | F1 | E07000192 | 2016-02-01 | 2016-05-31 | 2016-05-31 | 2016-05-31"),
    "EH0506Q": ("involvement", "involvement_id | family_id | district_code | started_on | ended_on | signed_off_on",
                "I1 | F1 | E07000192 | 2016-02-01 | 2016-05-31 | 2016-01-31",
                "I1 | F1 | E07000192 | 2016-02-01 | 2016-05-31 | 2016-02-01"),
    "EH0507Q": ("involvement", "involvement_id | family_id | district_code | started_on | ended_on | signed_off_on",
                "I1 | F1 | E07000192 | 2016-02-01 | 2016-05-31 | 2016-06-01",
                "I1 | F1 | E07000192 | 2016-02-01 | 2016-05-31 | 2016-05-31"),
    "EH0508Q": ("assessment", "assessment_id | family_id | started_on | started_by | led_by | completed_on",
                "A1 | F1 | 2016-03-02 | school | school | 2016-03-01",
                "A1 | F1 | 2016-03-02 | school | school | 2016-03-02"),
    "EH0509Q": ("assessment", "assessment_id | family_id | started_on | started_by | led_by | told_on",
                "A1 | F1 | 2016-03-02 | school | school | 2016-03-01",
                "A1 | F1 | 2016-03-02 | school | school | 2016-03-02"),
    "EH0510Q": ("review", "review_id | involvement_id | due_on", "V1 | I1 | 2016-01-31", "V1 | I1 | 2016-02-01"),
    "EH0511Q": ("review", "review_id | involvement_id | due_on | held_on",
                "V1 | I1 | 2016-03-01 | 2016-01-31", "V1 | I1 | 2016-03-01 | 2016-02-01"),
    "EH0512Q": ("review", "review_id | involvement_id | due_on | held_on",
                "V1 | I1 | 2016-03-01 | 2016-06-01", "V1 | I1 | 2016-03-01 | 2016-05-31"),
    "EH0513Q": ("focus", "focus_id | involvement_id | focus_code | opened_on",
                "X1 | I1 | young_carer | 2016-01-31", "X1 | I1 | young_carer | 2016-02-01"),
    "EH0514Q": ("focus", "focus_id | involvement_id | focus_code | opened_on",
                "X1 | I1 | young_carer | 2016-06-01", "X1 | I1 | young_carer | 2016-05-31"),
    "EH0515Q": ("focus", "focus_id | involvement_id | focus_code | opened_on | closed_on",
                "X1 | I1 | young_carer | 2016-02-01 | 2016-06-01", "X1 | I1 | young_carer | 2016-02-01 | 2016-05-31"),
    "EH0516Q": ("contact", "contact_id | involvement_id | on", "C1 | I1 | 2016-01-31", "C1 | I1 | 2016-02-01"),
    "EH0517Q": ("contact", "contact_id | involvement_id | on", "C1 | I1 | 2016-06-01", "C1 | I1 | 2016-05-31"),
    "EH0518Q": ("allocation", "involvement_id | worker_id | role | from_on",
                "I1 | W1 | lead | 2016-01-31", "I1 | W1 | lead | 2016-02-01"),
    "EH0519Q": ("allocation", "involvement_id | worker_id | role | from_on",
                "I1 | W1 | lead | 2016-06-01", "I1 | W1 | lead | 2016-05-31"),
    "EH0520Q": ("partner", "involvement_id | agency | role | from_on",
                "I1 | health | member | 2016-01-31", "I1 | health | member | 2016-02-01"),
    "EH0521Q": ("partner", "involvement_id | agency | role | from_on",
                "I1 | health | member | 2016-06-01", "I1 | health | member | 2016-05-31"),
    "EH0522Q": ("service", "involvement_id | service | from_on",
                "I1 | one_to_one | 2016-01-31", "I1 | one_to_one | 2016-02-01"),
    "EH0523Q": ("service", "involvement_id | service | from_on",
                "I1 | one_to_one | 2016-06-01", "I1 | one_to_one | 2016-05-31"),
    "EH0524Q": ("plan_item", "plan_item_id | involvement_id | done_on", "L1 | I1 | 2016-01-31", "L1 | I1 | 2016-02-01"),
    "EH0525Q": ("management_decision", "decision_id | involvement_id | decided_on | decided_by | kind",
                "D1 | I1 | 2016-01-31 | M1 | review", "D1 | I1 | 2016-02-01 | M1 | review"),
    "EH0526Q": ("management_decision", "decision_id | involvement_id | decided_on | decided_by | kind",
                "D1 | I1 | 2016-06-01 | M1 | review", "D1 | I1 | 2016-05-31 | M1 | review"),
    "EH0527Q": ("step_up", "step_up_id | involvement_id | discussed_on | requested_on",
                "U1 | I1 | 2016-03-02 | 2016-03-01", "U1 | I1 | 2016-03-02 | 2016-03-02"),
    "EH0528Q": ("step_up", "step_up_id | involvement_id | requested_on | decided_on",
                "U1 | I1 | 2016-03-02 | 2016-03-01", "U1 | I1 | 2016-03-02 | 2016-03-02"),
    "EH0529Q": ("step_up", "step_up_id | involvement_id | requested_on",
                "U1 | I1 | 2016-01-31", "U1 | I1 | 2016-02-01"),
    "EH0530Q": ("step_up", "step_up_id | involvement_id | requested_on",
                "U1 | I1 | 2016-06-01", "U1 | I1 | 2016-05-31"),
    "EH0531Q": ("disagreement", "disagreement_id | raised_on | stage | stage_on",
                "G1 | 2016-03-02 | district_lead | 2016-03-01", "G1 | 2016-03-02 | district_lead | 2016-03-02"),
    "EH0532Q": ("disagreement", "disagreement_id | raised_on | stage | resolved_on",
                "G1 | 2016-03-02 | district_lead | 2016-03-01", "G1 | 2016-03-02 | district_lead | 2016-03-02"),
    "EH0533Q": ("disagreement", "disagreement_id | raised_on | stage | stage_on | resolved_on",
                "G1 | 2016-03-02 | district_lead | 2016-03-05 | 2016-03-04",
                "G1 | 2016-03-02 | district_lead | 2016-03-05 | 2016-03-05"),
    "EH0534Q": ("disagreement", "disagreement_id | involvement_id | raised_on | stage",
                "G1 | I1 | 2016-01-31 | practitioner", "G1 | I1 | 2016-02-01 | practitioner"),
    "EH0535Q": ("school_update", "involvement_id | school_urn | told_on | kind",
                "I1 | 1 | 2016-01-31 | progress", "I1 | 1 | 2016-02-01 | progress"),
    "EH0536Q": ("consent", "consent_id | family_id | decided_on | state | ends_on",
                "C1 | F1 | 2016-03-02 | given | 2016-03-01", "C1 | F1 | 2016-03-02 | given | 2016-03-02"),
    "EH0537Q": ("referral", "referral_id | received_on | accepted_on",
                "S1 | 2016-03-02 | 2016-03-01", "S1 | 2016-03-02 | 2016-03-02"),
    "EH0538Q": ("worker_absence", "worker_id | from_on | to_on | cover_confirmed_on",
                "W1 | 2016-03-01 | 2016-03-31 | 2016-04-01", "W1 | 2016-03-01 | 2016-03-31 | 2016-03-31"),
    "EH0539Q": ("case_audit", "audit_id | involvement_id | district_code | drawn_on",
                "U1 | I1 | E07000192 | 2016-01-31", "U1 | I1 | E07000192 | 2016-02-01"),
    "EH0540Q": ("case_audit", "audit_id | involvement_id | district_code | drawn_on | audited_on",
                "U1 | I1 | E07000192 | 2016-03-02 | 2016-03-01", "U1 | I1 | E07000192 | 2016-03-02 | 2016-03-02"),
    "EH0541Q": ("closing_offer", "involvement_id | respondent | offered_on",
                "I1 | school | 2016-01-31", "I1 | school | 2016-02-01"),
    "EH0542Q": ("closing_form", "form_id | respondent | received_on | involvement_id",
                "Q1 | school | 2016-01-31 | I1", "Q1 | school | 2016-02-01 | I1"),
    "EH0543Q": ("survey_response", "response_id | wave | completed_on",
                "N1 | 2016 | 2016-05-31", "N1 | 2016 | 2016-06-01"),
    "EH0544Q": ("survey_response", "response_id | wave | completed_on",
                "N1 | 2016 | 2016-07-01", "N1 | 2016 | 2016-06-30"),
    "EH0545Q": ("term", "academic_year | term | starts_on | ends_on",
                "2015/16 | spring | 2016-03-24 | 2016-01-04", "2015/16 | spring | 2016-01-04 | 2016-03-24"),
    "EH0546Q": ("benchmark", "measure | area | period_start | period_end | value",
                "requests | E92000001 | 2016-03-31 | 2015-04-01 | 1",
                "requests | E92000001 | 2015-04-01 | 2016-03-31 | 1"),
    "EH0561Q": ("family_member", "family_id | person_id | from_on", "F1 | P1 | 2009-05-14", "F1 | P1 | 2009-05-15"),
    "EH0562Q": ("request_child", "request_id | person_id", "R2 | P1", "R1 | P1"),
    "EH0563Q": ("involvement_child", "involvement_id | person_id", "I2 | P1", "I1 | P1"),
    "EH0564Q": ("focus", "focus_id | involvement_id | person_id | focus_code | opened_on",
                "X1 | I2 | P1 | young_carer | 2009-05-14", "X1 | I2 | P1 | young_carer | 2009-05-15"),
    "EH0565Q": ("assessment", "assessment_id | family_id | person_id | started_on | started_by | led_by",
                "A1 | F1 | P1 | 2009-05-14 | school | school", "A1 | F1 | P1 | 2009-05-15 | school | school"),
    "EH0566Q": ("care_status", "person_id | status | from_on",
                "P1 | child_in_need | 2009-05-14", "P1 | child_in_need | 2009-05-15"),
    "EH0567Q": ("other_support", "person_id | support | from_on", "P1 | camhs | 2009-05-14", "P1 | camhs | 2009-05-15"),
    "EH0568Q": ("exclusion", "person_id | kind | started_on",
                "P1 | suspension | 2009-05-14", "P1 | suspension | 2009-05-15"),
    "EH0569Q": ("attendance", "person_id | week_starting | sessions_possible | sessions_attended",
                "P1 | 2009-05-11 | 10 | 10", "P1 | 2009-05-18 | 10 | 10"),
    "EH0601Q": ("involvement", "involvement_id | family_id | district_code | started_on | ended_on | signed_off_on",
                "I1 | F1 | E07000192 | 2016-02-01 | 2016-05-31 | 2016-05-31\nI2 | F1 | E07000192 | 2016-05-30 | |",
                "I1 | F1 | E07000192 | 2016-02-01 | 2016-05-31 | 2016-05-31\nI2 | F1 | E07000192 | 2016-05-31 | |"),
    "EH0602Q": ("person", "person_id | role", "P1 | child\nP2 | child", "P1 | child\nP2 | parent_carer"),
    "EH0603Q": ("request", "request_id | family_id | received_on | kind | source_code | school_urn",
                "R1 | F1 | 2016-01-10 | support | 2A |", "R1 | F1 | 2016-01-10 | support | 2A | 1"),
    "EH0604Q": ("involvement", "involvement_id | family_id | district_code | started_on | ended_on | signed_off_on",
                "I1 | F1 | E07000192 | 2016-02-01 | 2016-05-31 |",
                "I1 | F1 | E07000192 | 2016-02-01 | 2016-05-31 | 2016-05-31"),
    "EH0605Q": ("involvement_child", "involvement_id | person_id | school_urn | sen_provision",
                "I1 | P1 | 2 | N", "I1 | P1 | 2 | E"),
    "EH0606Q": ("involvement_child", "involvement_id | person_id | nc_year", "I1 | P1 | 4", "I1 | P1 | 3"),
    "EH0607Q": ("request_child", "request_id | person_id | nc_year", "R1 | P1 | N2", "R1 | P1 | 1"),
    "EH0608Q": ("assessment", "assessment_id | family_id | person_id | nc_year | started_on | started_by | led_by",
                "A1 | F1 | P1 | R | 2016-03-01 | school | school", "A1 | F1 | P1 | 2 | 2016-03-01 | school | school"),
    "EH0609Q": ("identity", "person_id | upn", "P1 | A860200011001", "P1 | H860200011001"),
    "EH0610Q": ("identity", "person_id | nhs_number", "P1 | 943 476 5918", "P1 | 943 476 5919"),
    "EH0611Q": ("referral_identity", "referral_id | upn", "S1 | H86020001100", "S1 | H860200011001"),
    "EH0612Q": ("referral_identity", "referral_id | nhs_number", "S1 | 94347659190", "S1 | 9434765919"),
    "EH0613Q": ("involvement", "involvement_id | family_id | district_code | started_on | ended_on | signed_off_on",
                "I1 | F1 | E07000192 | 2016-02-01 | | 2016-05-31", "I1 | F1 | E07000192 | 2016-02-01 | | "),
    "EH0614Q": ("attendance", "person_id | week_starting | sessions_possible | sessions_attended",
                "P1 | 2016-03-01 | 10 | 10", "P1 | 2016-02-29 | 10 | 10"),
    "EH0615Q": ("attendance", "person_id | week_starting | sessions_possible | sessions_attended",
                "P1 | 2016-02-29 | 8 | 9", "P1 | 2016-02-29 | 9 | 9"),
    "EH0616Q": ("staffing", "month | district_code | establishment_fte",
                "2016-03-31 | E07000192 | 10", "2016-03-01 | E07000192 | 10"),
}  # fmt: skip

# A request and an involvement before the child was born, for those who are wrongly named in them.
BEFORE_BIRTH = {
    "EH0562Q": ("request", "R2 | F1 | 2009-05-14 | support | 1A"),
    "EH0563Q": ("involvement", "I2 | F1 | E07000192 | 2009-05-14 | 2010-01-01 | 2010-01-01"),
    "EH0564Q": ("involvement", "I2 | F1 | E07000192 | 2009-01-01 | 2010-01-01 | 2010-01-01"),
}


LOOKED_AT = ("person_id", "school_urn", "involvement_id")


def needed(table: str) -> set[str]:
    """The table, those that its query may look at, and all that these refer to."""
    asked, found = [table, "survey_wave", *(["family_member"] if table == "person" else [])], set[str]()
    while asked:
        name = asked.pop()
        if name not in found:
            found.add(name)
            columns = TABLES[name].columns
            asked += [
                each.refers_to for each in columns if each.refers_to and (each.required or each.name in LOOKED_AT)
            ]
    return found


def raised(draw: Draw, rule: str, row: str) -> set[str]:
    table, columns, *_ = EXAMPLES[rule]
    county = {name: COUNTY[name] for name in COUNTY if name in needed(table)}
    if rule in BEFORE_BIRTH:
        other, more = BEFORE_BIRTH[rule]
        county[other] += f"\n{more}"
    county[table] = f"{columns}\n{row}"
    dataset = draw(restricted=True, **county)
    assert not [each for each in dataset.counts if each.read != each.used]
    return {finding.rule for finding in dataset.findings.rows() if finding.effect == "kept"}


@pytest.mark.parametrize("rule", EXAMPLES)
def test_the_row_raises_the_query_and_is_used(rule: str, draw: Draw) -> None:
    assert rule in raised(draw, rule, EXAMPLES[rule][2])


@pytest.mark.parametrize("rule", EXAMPLES)
def test_the_row_put_right_raises_nothing(rule: str, draw: Draw) -> None:
    assert raised(draw, rule, EXAMPLES[rule][3]) == set()


def test_every_query_has_an_example() -> None:
    assert list(EXAMPLES) == [rule for rule in RULES if rule.endswith("Q")]


def test_a_pupil_of_year_3_in_autumn_is_one_of_year_2_in_summer(draw: Draw) -> None:
    county = dict(COUNTY)
    county["person"] = "person_id | role | date_of_birth\nP1 | child | 2008-09-01\nP2 | child | 2008-08-31"
    county["family_member"] = "family_id | person_id\nF1 | P1\nF1 | P2"
    county["involvement_child"] = "involvement_id | person_id | nc_year\nI1 | P1 | 4\nI1 | P2 | 4"
    # In February 2016 the child born on 1 September 2008 is in year 2, the one born the day before in year 3.
    rows = [(f.rule, f.key) for f in draw(**county).findings.rows() if f.table == "involvement_child"]
    assert rows == [("EH0606Q", "I1; P1")]


def test_a_temporary_upn_ends_in_a_letter(draw: Draw) -> None:
    # 8x2 + 6x3 + 2x5 + 1x9 + 1x10 = 63, and A counts 0: the rest after 23s is 17, the letter U.
    county = {**COUNTY, "identity": "person_id | upn\nP1 | U86020001100A"}
    assert not [f for f in draw(restricted=True, **county).findings.rows() if f.effect == "kept"]


def test_an_answered_query_keeps_its_reason_and_counts_as_answered(draw: Draw, folder: Path) -> None:
    (folder / "query_answers.csv").write_text(
        "rule,table,key,reason\nEH0606Q,involvement_child,I1; P1,Taught out of year\n"
        "EH0606Q,involvement_child,I1; P2,\n",
        encoding="utf-8",
    )
    people = "person_id | role | date_of_birth\nP1 | child | 2009-05-15\nP2 | child | 2009-05-15"
    years = "involvement_id | person_id | nc_year\nI1 | P1 | 4\nI1 | P2 | 4"
    findings = draw(**{**COUNTY, "person": people, "involvement_child": years}).findings
    answers = {f.key: f.answer for f in findings.rows() if f.rule == "EH0606Q"}
    assert answers == {"I1; P1": "Taught out of year", "I1; P2": ""}
    assert [(each.count, each.answered) for each in findings.count_by_rule() if each.rule.id == "EH0606Q"] == [(2, 1)]


@pytest.mark.parametrize(
    ("members", "is_asked"),
    [("family_id | person_id", True), (None, False), ("family_id | who\nF1 | P1", False)],
    ids=["headings alone", "not supplied", "unusable"],
)
def test_a_child_is_in_no_family_only_where_members_were_supplied(
    members: str | None, is_asked: bool, draw: Draw
) -> None:
    county = {"person": "person_id | role\nP1 | child"} | ({"family_member": members} if members else {})
    assert ("EH0602Q" in {f.rule for f in draw(**county).findings.rows()}) is is_asked
