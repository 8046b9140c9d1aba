"""Layouts whose rows tell of two or more subjects, and others in the style of systems councils have."""

from __future__ import annotations

from collections.abc import Callable

from tests.extracts.proposals.drawn_sheets import (
    Column,
    Drawn,
    Make,
    birth,
    count,
    day,
    digits,
    district,
    forename,
    full_name,
    iso_day,
    laestab,
    of,
    postcode,
    school,
    sheet,
    some,
    surname,
    upn,
    urn,
    words,
    year_group,
    yes,
)


def on(make: Make, one_of: int, place: int = 0) -> Make:
    """Fill a column in one row of so many, so that columns of one subject are filled in the same rows."""
    return lambda random, row: make(random, row) if row % one_of == place else ""


def a_tracker_of_reviews_and_decisions() -> list[Drawn]:
    return [sheet("Oversight log 2324.xlsx", "Log", [
        ("Plan number", "review.involvement_id management_decision.involvement_id", count(800)),
        ("TAF number", "review.review_id", count(1, "T")),
        ("TAF due by", "review.due_on", day),
        ("TAF held on", "review.held_on", some(day)),
        ("TAF progress", "review.progress", some(of("Better", "Same", "Worse"))),
        ("Management decision no.", "management_decision.decision_id", on(count(1, "MD"), 3)),
        ("Management decision made by", "management_decision.decided_by", on(full_name, 3)),
        ("Management decision made on", "management_decision.decided_on", on(day, 3)),
        ("Type of management decision", "management_decision.kind", on(of("Closure", "Step up"), 3)),
        ("Admin initials", "", of("AB", "CD")),
    ])]  # fmt: skip


def needs_with_their_assessment() -> list[Drawn]:
    return [sheet("tblNeeds_qry.csv", "", [
        ("NeedID", "focus.focus_id", count(1)),
        ("EpisodeID", "focus.involvement_id", digits(300, 339)),
        ("FamilyID", "family.family_id assessment.family_id", digits(50, 70)),
        ("NeedType", "focus.focus_code", of("Attendance below 90%", "Domestic abuse", "Young carer")),
        ("NeedOpened", "focus.opened_on", day),
        ("NeedClosed", "focus.closed_on", some(day)),
        ("NeedOutcome", "focus.outcome", some(of("Met", "Partly met", "Not met"))),
        ("AssessmentID", "assessment.assessment_id", on(count(7000), 2)),
        ("AssessmentStarted", "assessment.started_on", on(day, 2)),
        ("AssessmentCompleted", "assessment.completed_on", on(day, 2)),
        ("AssessmentLedBy", "assessment.led_by", on(of("School", "Health", "Early Help"), 2)),
        ("AssessmentStartedBy", "assessment.started_by", on(of("School", "Health", "Early Help"), 2)),
        ("Modified", "", iso_day),
    ])]  # fmt: skip


def requests_and_what_came_of_them() -> list[Drawn]:
    return [sheet("Azeus_EH_Front_Door.csv", "", [
        ("Request Number", "request.request_id", count(22001)),
        ("Household Number", "family.family_id", digits(900, 930)),
        ("Request Received", "request.received_on", day),
        ("Referral Agency", "request.source_code", of("School", "Police", "Housing")),
        ("Request District", "request.district_code", district),
        ("Request Outcome", "request.decision", of("Accepted", "Declined", "Signposted")),
        ("Request Outcome Date", "request.decided_on", day),
        ("Episode Number", "involvement.involvement_id", on(count(4000), 2)),
        ("Episode Start Date", "involvement.started_on", on(day, 2)),
        ("Episode End Date", "involvement.ended_on", on(some(day), 2)),
        ("Episode Closure Reason", "involvement.end_reason", on(some(of("Outcomes met", "Moved away")), 2)),
        ("Episode Team", "involvement.team_id", on(of("T1", "T2"), 2)),
        ("Consent Obtained", "consent.state", of("Yes", "Refused")),
        ("Consent Obtained On", "consent.decided_on", day),
        ("Row Checksum", "", count(99111)),
    ])]  # fmt: skip


def visits_with_the_school_list() -> list[Drawn]:
    return [sheet("School liaison.xlsx", "Visits", [
        ("Unique ref no.", "link_meeting.school_urn school.urn", lambda random, row: f"{124000 + row // 4}"),
        ("Name of school", "school.name link_meeting.school_urn", lambda random, row: f"Oak {row // 4} Primary School"),
        ("School phase", "school.phase", lambda random, row: ("Primary", "Secondary")[row // 4 % 2]),
        ("Pupils on roll", "school.pupils", lambda random, row: f"{150 + row // 4}"),
        ("Borough", "school.district_code", lambda random, row: ("Stafford", "Lichfield")[row // 4 % 2]),
        ("Visit ref", "link_meeting.meeting_id", count(1, "V")),
        ("Visit date", "link_meeting.scheduled_on", day),
        ("Visit took place?", "link_meeting.outcome", of("Yes", "Cancelled by school")),
        ("Agenda followed", "link_meeting.agenda_used", of("Y", "N")),
        ("Refreshments", "", of("tea", "none")),
    ])]  # fmt: skip


def staff_and_their_absences() -> list[Drawn]:
    return [sheet("HR_Absence_Detail.csv", "", [
        ("Employee No.", "worker.worker_id worker_absence.worker_id", lambda random, row: f"{5000 + row // 2}"),
        ("Employee Name", "", full_name),
        ("Position Title", "worker.role", lambda random, row: ("Family Worker", "Team Manager")[row // 2 % 2]),
        ("Contracted FTE", "worker.fte", lambda random, row: ("1.0", "0.6")[row // 2 % 2]),
        ("Locality", "worker.district_code", lambda random, row: ("Stafford", "Lichfield")[row // 2 % 2]),
        ("Employment Start Date", "worker.from_on", lambda random, row: f"{1 + row // 2 % 28:02}/02/2012"),
        ("Absence Start Date", "worker_absence.from_on", day),
        ("Absence End Date", "worker_absence.to_on", some(day)),
        ("Absence Reason", "worker_absence.reason", of("Sickness", "Maternity leave")),
        ("Cost Centre", "", of("CC100", "CC200")),
    ])]  # fmt: skip


def a_form_in_microsoft_forms() -> list[Drawn]:
    faces = of("Agree", "Disagree", "Not sure")
    asked: list[Column] = [
        (f"{each}?", "closing_answer.answer closing_answer.item", faces)
        for each in ("Did we explain our work", "Did you help make the plan", "Did we listen", "Is life better now")
    ]
    return [sheet("Family feedback at closure(1-40).xlsx", "Form1", [
        ("ID", "closing_form.form_id", count(1)),
        ("Start time", "", day),
        ("Completion time", "closing_form.received_on", day),
        ("Email", "", of("anonymous")),
        ("Name", "", of("")),
        ("Which locality do you live in?", "closing_form.district_code", district),
        ("Who is completing this form?", "closing_form.respondent", of("Parent", "Young person")),
        *asked,
    ])]  # fmt: skip


def exclusions_and_what_schools_were_told() -> list[Drawn]:
    return [
        sheet("Synergy_Suspensions_AutSpr.csv", "", [
            ("Student UPN", "identity.upn", upn),
            ("Student Legal Forename", "identity.forename", forename),
            ("Student Legal Surname", "identity.surname", surname),
            ("Student DOB", "person.date_of_birth", birth),
            ("Postcode", "identity.postcode", postcode),
            ("Suspension Category", "exclusion.kind", of("Suspension", "Permanent")),
            ("Suspension Start", "exclusion.started_on", day),
            ("Suspension End", "", day),
            ("Sessions Lost", "exclusion.sessions", digits(1, 12)),
            ("Base DfE", "", laestab),
            ("Suspension Reason", "", of("PP", "DA", "BU")),
        ]),
        sheet("School notices.csv", "", [
            ("Episode no.", "school_update.involvement_id", digits(10, 60)),
            ("School URN", "school_update.school_urn", urn),
            ("Date school told", "school_update.told_on", day),
            ("What about", "school_update.kind", of("Opened", "Closed")),
            ("School's reply", "school_update.reply", some(of("Agrees", "Disagrees"))),
            ("Consulted?", "", yes),
        ]),
    ]  # fmt: skip


def cases_with_a_step_up_and_a_dispute() -> list[Drawn]:
    return [sheet("Area cases.xlsx", "Open+closed", [
        ("Case no.", "involvement.involvement_id", count(61)),
        ("Family no.", "family.family_id", digits(20, 50)),
        ("Council area", "involvement.district_code", district),
        ("Worker's name", "allocation.worker_id", full_name),
        ("Case opened", "involvement.started_on", day),
        ("Case closed", "involvement.ended_on", some(day)),
        ("Why case closed", "involvement.end_reason", some(of("Outcomes met", "Moved away"))),
        ("Step up requested", "step_up.requested_on", on(day, 4)),
        ("Step up decision", "step_up.outcome", on(of("Accepted", "Declined"), 4)),
        ("Step up decision date", "step_up.decided_on", on(day, 4)),
        ("Dispute raised by (school)", "disagreement.raised_by_urn", on(school, 5)),
        ("Dispute raised on", "disagreement.raised_on", on(day, 5)),
        ("Dispute stage", "disagreement.stage", on(of("1", "2", "3"), 5)),
        ("Dispute settled on", "disagreement.resolved_on", on(some(day), 5)),
        ("Case summary", "", words),
    ])]  # fmt: skip


def audits_with_reviews_below_two_names() -> list[Drawn]:
    groups = ("Case", "", "Audit", "", "", "", "Last review", "", "")
    drawn = sheet("Audit and review grid.xlsx", "Grid", [
        ("Number", "case_audit.involvement_id review.involvement_id", count(77)),
        ("District", "case_audit.district_code", district),
        ("Ref", "case_audit.audit_id", on(count(1, "A"), 2)), ("Date sampled", "case_audit.drawn_on", on(day, 2)),
        ("Date completed", "case_audit.audited_on", on(day, 2)),
        ("Overall grade", "case_audit.judgement", on(of("Good", "Requires improvement"), 2)),
        ("Date due", "review.due_on", day), ("Date held", "review.held_on", some(day)),
        ("Direction of travel", "review.progress", some(of("Better", "Worse"))),
    ], (("Quality",),), groups=groups)  # fmt: skip
    carried, right = "", {}
    for group, (name, slots) in zip(groups, drawn.right.items(), strict=True):
        carried = group or carried
        right[f"{carried} {name}"] = slots
    return [Drawn(drawn.sheet, right)]


def a_caseload_with_children_and_partners() -> list[Drawn]:
    return [sheet("EHM Family Plan Report.xlsx", "Report", [
        ("Plan ID", "involvement.involvement_id", count(8000)),
        ("Family Ref No", "family.family_id", digits(900, 930)),
        ("Child Ref No", "person.person_id", count(41000)),
        ("Child DOB", "person.date_of_birth", birth),
        ("Child Year Group", "involvement_child.nc_year", year_group),
        ("Child's School", "involvement_child.school_urn", school),
        ("District", "involvement.district_code", district),
        ("Plan Start", "involvement.started_on", day),
        ("Plan End", "involvement.ended_on", some(day)),
        ("Plan End Reason", "involvement.end_reason", some(of("Outcomes met", "Moved away"))),
        ("Assessment No", "assessment.assessment_id", count(300)),
        ("Assessment Start", "assessment.started_on", day),
        ("Assessment Finish", "assessment.completed_on", some(day)),
        ("Assessment Lead Agency", "assessment.led_by", of("School", "Health")),
        ("Consent status", "consent.state", of("Given", "Refused")),
        ("Consent date", "consent.decided_on", day),
        ("Print date", "", of("01/09/2016")),
    ])]  # fmt: skip


MIXED: tuple[Callable[[], list[Drawn]], ...] = (
    a_tracker_of_reviews_and_decisions, needs_with_their_assessment, requests_and_what_came_of_them,
    visits_with_the_school_list, staff_and_their_absences, a_form_in_microsoft_forms,
    exclusions_and_what_schools_were_told,
    cases_with_a_step_up_and_a_dispute, audits_with_reviews_below_two_names, a_caseload_with_children_and_partners,
)  # fmt: skip
