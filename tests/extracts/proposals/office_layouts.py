"""Layouts in the words of offices: trackers kept by hand, forms of a web tool, reports of systems."""

from __future__ import annotations

from collections.abc import Callable

from tests.extracts.proposals.drawn_sheets import (
    Column,
    Drawn,
    birth,
    count,
    day,
    digits,
    district,
    forename,
    full_name,
    iso_day,
    of,
    school,
    sheet,
    some,
    surname,
    upn,
    urn,
    words,
    yes,
)
from tests.extracts.proposals.mixed_layouts import on

free = of("Family now confident in asking for help", "Better routines at home, school happy", "Moved before the plan")


def a_duty_desk_log() -> list[Drawn]:
    return [sheet("Duty desk log Sept.xlsx", "Log", [
        ("Contact Ref", "request.request_id", count(1001)),
        ("Family Ref", "request.family_id family.family_id", digits(100, 140)),
        ("Date rec'd", "request.received_on", day),
        ("Time", "", of("09:30", "10:15", "14:40")),
        ("Taken by", "", of("JB", "MK")),
        ("Who contacted us", "request.source_code", of("School", "Police", "Parent", "GP")),
        ("What they wanted", "request.kind", of("Request for support", "Notification", "Penalty notice")),
        ("Patch", "request.district_code", district),
        ("Decision", "request.decision", of("Accepted", "Declined", "Signposted", "Advice")),
        ("Decision made", "request.decided_on", day),
        ("Contact told of decision", "request.answered_on", some(day)),
        ("Notes", "", words),
    ])]  # fmt: skip


def a_list_of_open_and_closed_work() -> list[Drawn]:
    return [sheet("qryFamilySupport.csv", "", [
        ("FSRef", "involvement.involvement_id", count(5001)),
        ("HouseholdID", "family.family_id", digits(100, 130)),
        ("FSWName", "allocation.worker_id", full_name),
        ("TeamDistrict", "involvement.district_code", district),
        ("FSTeam", "involvement.team_id", of("North 1", "North 2")),
        ("DateOpened", "involvement.started_on", day),
        ("DateLastWorked", "involvement.work_ended_on", some(day)),
        ("DateClosed", "involvement.ended_on", some(day)),
        ("ClosedReason", "involvement.end_reason", some(of("Outcomes met", "Disengaged", "Moved away"))),
        ("ManagerSignOff", "involvement.signed_off_by", some(full_name)),
        ("ManagerSignOffDate", "involvement.signed_off_on", some(day)),
        ("OutcomeNotes", "", free),
        ("CreatedBy", "", of("sa", "import")),
    ])]  # fmt: skip


def goals_and_actions() -> list[Drawn]:
    return [sheet("Plan actions.xlsx", "Actions", [
        ("Plan no.", "plan_item.involvement_id", digits(10, 60)),
        ("Action no.", "plan_item.plan_item_id", count(1)),
        ("Action", "plan_item.evidence", free),
        ("Who will do it", "plan_item.by_whom", of("Mum", "School", "FSW")),
        ("By when", "plan_item.due_on", day),
        ("Completed?", "", yes),
        ("Date action completed", "plan_item.done_on", some(day)),
    ])]  # fmt: skip


def step_ups_of_a_team() -> list[Drawn]:
    return [sheet("Step up tracker.xlsx", "2024", [
        ("EH case number", "step_up.involvement_id", digits(10, 60)),
        ("Step up number", "step_up.step_up_id", count(1)),
        ("MASH consulted on", "step_up.discussed_on", some(day)),
        ("Date sent to MASH", "step_up.requested_on", day),
        ("MASH decision", "step_up.outcome", of("Accepted", "Declined", "Advice given")),
        ("MASH decision date", "step_up.decided_on", some(day)),
        ("MASH ref", "step_up.referral_id", some(digits(70000, 79999))),
        ("Why stepped up", "", words),
    ])]  # fmt: skip


def a_web_form_of_requests() -> list[Drawn]:
    return [sheet("Request for Early Help Support(1-212).xlsx", "Sheet1", [
        ("ID", "request.request_id", count(1)),
        ("Start time", "", iso_day),
        ("Completion time", "request.received_on", iso_day),
        ("Email", "", of("a@example.org", "b@example.org")),
        ("Name of person completing form", "", full_name),
        ("Which type of organisation are you from?", "request.source_code", of("School", "Health", "Police")),
        ("If you are from a school, which school?", "request.school_urn", some(school)),
        ("Which district does the family live in?", "request.district_code family.district_code", district),
        ("Child's first name", "identity.forename", forename),
        ("Child's last name", "identity.surname", surname),
        ("Child's date of birth", "person.date_of_birth", birth),
        ("Child's gender", "person.sex", of("Boy", "Girl")),
        ("Which school does the child go to?", "request_child.school_urn", school),
        ("What are you worried about?", "", words),
        ("Has the parent given consent?", "", yes),
    ])]  # fmt: skip


def a_term_of_attendance() -> list[Drawn]:
    return [sheet("SIMS attendance marks summary.csv", "", [
        ("Adno", "", count(2001)),
        ("UPN", "identity.upn", upn),
        ("Legal surname", "identity.surname", surname),
        ("Legal forename", "identity.forename", forename),
        ("Week beginning", "attendance.week_starting", of("07/09/2015", "14/09/2015")),
        ("Possible marks", "attendance.sessions_possible", of("10", "8")),
        ("Present marks", "attendance.sessions_attended", digits(1, 8)),
        ("Authorised absences", "", digits(0, 2)),
        ("% attendance", "", digits(50, 100)),
    ])]  # fmt: skip


def posts_of_the_service() -> list[Drawn]:
    return [sheet("iTrent establishment report.xlsx", "Posts", [
        ("Personal reference", "worker.worker_id", count(70001)),
        ("Known as", "", forename),
        ("Surname", "", surname),
        ("Position", "worker.role", of("Family Support Worker", "Team Manager")),
        ("Org unit", "worker.team_id", of("EH North", "EH South")),
        ("District base", "worker.district_code", district),
        ("Contract FTE", "worker.fte", of("1", "0.5", "0.8")),
        ("Position start", "worker.from_on", day),
        ("Position end", "worker.to_on", some(day, 0.3)),
        ("Line manager", "", full_name),
        ("Salary point", "", digits(18, 40)),
    ])]  # fmt: skip


def audits_of_cases() -> list[Drawn]:
    return [sheet("Monthly case file audits.xlsx", "Audits", [
        ("Audit ref", "case_audit.audit_id", count(1, "A")),
        ("Case audited", "case_audit.involvement_id", digits(100, 140)),
        ("Area", "case_audit.district_code", district),
        ("Case selected on", "case_audit.drawn_on", day),
        ("Number of cases to pick from", "case_audit.pool", digits(20, 60)),
        ("Auditor", "", full_name),
        ("Date of audit", "case_audit.audited_on", some(day)),
        ("Routine or themed", "case_audit.kind", of("Routine", "Themed")),
        ("Judgement", "case_audit.judgement", of("Good", "Requires improvement", "Outstanding")),
        ("What we learned", "case_audit.finding", words),
    ])]  # fmt: skip


def a_survey_of_schools() -> list[Drawn]:
    scale = of("Very satisfied", "Satisfied", "Dissatisfied", "Not applicable")
    asked: list[Column] = [
        (f"Q{n} {each}", "survey_answer.answer survey_answer.item", scale)
        for n, each in enumerate(("Speed of reply", "Advice given", "Contact with team", "Overall"), 1)
    ]
    return [sheet("Schools survey 2016 raw data.csv", "", [
        ("Respondent ID", "survey_response.response_id", count(118400)),
        ("Collector ID", "", of("9921")),
        ("Date submitted", "survey_response.completed_on", day),
        ("URN of your school", "survey_response.school_urn", urn),
        ("Your job title", "survey_response.respondent_role", of("Head", "SENCO", "DSL")),
        *asked,
        ("Any other comments", "survey_answer.comment survey_answer.item", some(words)),
    ])]  # fmt: skip


def needs_of_children() -> list[Drawn]:
    return [sheet("Presenting needs.csv", "", [
        ("Assessment number", "", digits(1, 90)),
        ("Episode number", "focus.involvement_id", digits(10, 60)),
        ("Child number", "focus.person_id person.person_id", digits(9000, 9040)),
        ("Need number", "focus.focus_id", count(1)),
        ("Category of need", "focus.focus_code", of("Bullying others", "Sleep", "Young carer")),
        ("Date need identified", "focus.opened_on", day),
        ("Date need resolved", "focus.closed_on", some(day)),
        ("Outcome of need", "focus.outcome", some(of("Met", "Not met"))),
        ("Worker", "", on(full_name, 1)),
    ])]  # fmt: skip


OFFICE: tuple[Callable[[], list[Drawn]], ...] = (
    a_duty_desk_log, a_list_of_open_and_closed_work, goals_and_actions, step_ups_of_a_team, a_web_form_of_requests,
    a_term_of_attendance, posts_of_the_service, audits_of_cases, a_survey_of_schools, needs_of_children,
)  # fmt: skip
