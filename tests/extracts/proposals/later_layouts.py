"""More layouts, drawn after the lists of the proposals were written and before they were tried on them."""

from __future__ import annotations

from collections.abc import Callable

from tests.extracts.proposals.drawn_sheets import (
    DISTRICTS,
    Column,
    Drawn,
    birth,
    count,
    day,
    digits,
    district,
    ethnic,
    forename,
    fte,
    full_name,
    iso_day,
    laestab,
    of,
    postcode,
    school,
    sex,
    sheet,
    some,
    surname,
    surname_first,
    upn,
    urn,
    words,
    year_group,
    yes,
)


def a_hub_in_one_spreadsheet() -> list[Drawn]:
    return [sheet("EH Hub tracker.xlsx", "Referrals in", [
        ("Ref no.", "request.request_id", count(2001)),
        ("Recvd", "request.received_on", day),
        ("Surname", "identity.surname", surname),
        ("Forename", "identity.forename", forename),
        ("DOB", "person.date_of_birth", birth),
        ("M/F", "person.sex", of("M", "F")),
        ("Address", "", of("1 High Street", "22 Mill Lane", "3 The Green")),
        ("Postcode", "identity.postcode", postcode),
        ("School", "request_child.school_urn", school),
        ("Yr", "request_child.nc_year", of("1", "2", "7", "9", "R")),
        ("Referrer", "request.source_code", of("School", "Police", "Health Visitor", "Parent", "GP")),
        ("Area", "request.district_code", district),
        ("Tier", "request.threshold_level", of("2", "3", "4")),
        ("What next", "request.decision", of("NFA", "Signposted", "Allocated", "Step up to CSC")),
        ("Decision made on", "request.decided_on", day),
        ("Date referrer informed", "request.answered_on", some(day)),
    ], (("Early Help Hub",), ("Private and confidential",), ()))]  # fmt: skip


def requests_from_a_web_form() -> list[Drawn]:
    return [sheet("webform_export_2016-08-01.csv", "", [
        ("SubmissionID", "request.request_id", count(880001)),
        ("SubmittedOn", "request.received_on", iso_day),
        ("RequestType", "request.kind", of("Request for support", "Notification", "Penalty notice")),
        ("ReferrerAgency", "request.source_code", of("Schools", "Police", "Housing", "GP")),
        ("ReferrerSchoolURN", "request.school_urn", some(urn)),
        ("ReferrerEmail", "", of("a@example.org", "b@example.org")),
        ("ChildUPN", "identity.upn", upn),
        ("ChildForename", "identity.forename", forename),
        ("ChildSurname", "identity.surname", surname),
        ("ChildDateOfBirth", "person.date_of_birth", iso_day),
        ("ChildGender", "person.sex", sex),
        ("ChildNCYear", "request_child.nc_year", of("3", "5", "8")),
        ("ChildSchoolURN", "request_child.school_urn", urn),
        ("HouseholdRef", "family.family_id", digits(5000, 5030)),
        ("DistrictCode", "request.district_code", of("E07000192", "E07000194")),
        ("ConsentGiven", "", yes),
    ])]  # fmt: skip


def interventions_by_family() -> list[Drawn]:
    return [sheet("Family support caseload.xlsx", "Caseload", [
        ("Intervention ID", "involvement.involvement_id", count(10)),
        ("Family ID", "family.family_id", count(700)),
        ("District", "involvement.district_code", district),
        ("Worker", "allocation.worker_id", of("FSW01", "FSW02", "FSW03")),
        ("Level of intervention", "involvement.service_tier", of("Universal", "Targeted", "Family Help")),
        ("Opened", "involvement.started_on", day),
        ("Last visit", "involvement.work_ended_on", some(day)),
        ("Closed", "involvement.ended_on", some(day)),
        ("Why closed", "involvement.end_reason", some(of("Outcomes met", "Family not engaging", "Moved away"))),
        ("Closure agreed by manager", "involvement.signed_off_by", some(full_name)),
        ("Date signed off by manager", "involvement.signed_off_on", some(day)),
        ("Was school consulted?", "involvement.school_consulted", yes),
        ("Did school agree?", "involvement.school_agreed", yes),
        ("Stepped down from CSC (CIN/CP/LAC)", "involvement.stepped_down_from", some(of("CIN", "CP", "LAC"), 0.2)),
    ])]  # fmt: skip


def children_of_interventions() -> list[Drawn]:
    return [sheet("Caseload children.xlsx", "Sheet1", [
        ("Intervention ID", "involvement_child.involvement_id", digits(10, 49)),
        ("Child's ID", "person.person_id", count(31000)),
        ("Name of child", "identity.surname identity.forename", surname_first),
        ("Date born", "person.date_of_birth", birth),
        ("Ethnicity", "person.ethnicity", ethnic),
        ("DfE number of school", "involvement_child.school_urn", laestab),
        ("Year group on opening", "involvement_child.nc_year", year_group),
        ("SEN (N/K/E)", "involvement_child.sen_provision", of("N", "K", "E")),
    ])]  # fmt: skip


def family_plans() -> list[Drawn]:
    return [
        sheet("TAF meetings.csv", "", [
            ("Meeting ref", "review.review_id", count(300)),
            ("Intervention ID", "review.involvement_id", digits(10, 49)),
            ("TAF due by", "review.due_on", day),
            ("TAF took place on", "review.held_on", some(day)),
            ("How are things going", "review.progress", some(of("Better", "Same", "Worse"))),
        ]),
        sheet("Family plan goals.csv", "", [
            ("Goal ref", "focus.focus_id", count(900)),
            ("Intervention ID", "focus.involvement_id", digits(10, 49)),
            ("Need addressed", "focus.focus_code", of("Attendance below 90%", "Low self-esteem", "Domestic abuse")),
            ("Set on", "focus.opened_on", day),
            ("Closed on", "focus.closed_on", some(day)),
            ("Achieved?", "focus.outcome", some(of("Fully met", "Partially met", "Not met"))),
        ]),
        sheet("Contacts log.csv", "", [
            ("Log ID", "contact.contact_id", count(5000)),
            ("Intervention ID", "contact.involvement_id", digits(10, 49)),
            ("Date of contact", "contact.on", day),
            ("How", "contact.kind", of("Phone call", "Home visit", "Text message", "Letter")),
            ("Who with", "contact.with", of("Mum", "Young person", "School", "Other agency")),
        ]),
        sheet("Worker allocations.csv", "", [
            ("Intervention ID", "allocation.involvement_id", digits(10, 49)),
            ("Staff ID", "allocation.worker_id", of("FSW01", "FSW02")),
            ("Lead or co-worker", "allocation.role", of("Lead", "Second", "Cover")),
            ("Allocated on", "allocation.from_on", day),
            ("Ended on", "allocation.to_on", some(day)),
        ]),
    ]  # fmt: skip


def assessments_of_schools() -> list[Drawn]:
    return [sheet("EHAs registered 1516.xlsx", place, [
        ("EHA No", "assessment.assessment_id", count(1)),
        ("EHM number", "person.person_id", digits(61000, 61100)),
        ("Family no", "family.family_id", digits(4000, 4050)),
        ("Pupil name", "identity.forename identity.surname", full_name),
        ("DOB", "person.date_of_birth", birth),
        ("NCY", "assessment.nc_year", of("1", "6", "8")),
        ("EHA begun", "assessment.started_on", day),
        ("EHA completed", "assessment.completed_on", some(day)),
        ("Initiated by (agency)", "assessment.started_by", of("School", "Health", "Early Help", "Police")),
        ("Lead agency", "assessment.led_by", of("School", "Health", "Early Help")),
        ("Lead school URN", "assessment.led_by_urn", some(urn, 0.4)),
        ("Date EH team notified", "assessment.told_on", day),
    ], ((f"Assessments: {place}",),)) for place in DISTRICTS[:2]]  # fmt: skip


def people_and_posts() -> list[Drawn]:
    return [
        sheet("HR extract.xlsx", "Posts", [
            ("Payroll number", "worker.worker_id", count(90001)),
            ("Post title", "worker.role", of("Family Practitioner", "Team Leader")),
            ("Base district", "worker.district_code", district),
            ("Team name", "worker.team_id", of("Team 1", "Team 2")),
            ("WTE", "worker.fte", of("1", "0.5", "0.8")),
            ("Start in post", "worker.from_on", day),
            ("End in post", "worker.to_on", some(day, 0.2)),
        ]),
        sheet("HR extract.xlsx", "Sickness", [
            ("Payroll number", "worker_absence.worker_id", digits(90001, 90040)),
            ("Off from", "worker_absence.from_on", day),
            ("Off to", "worker_absence.to_on", some(day)),
            ("Reason", "worker_absence.reason", of("Sickness", "Maternity leave", "Other")),
        ]),
        sheet("Monthly staffing.csv", "", [
            ("Month", "staffing.month", of("01/04/2016", "01/05/2016", "01/06/2016")),
            ("District", "staffing.district_code", district),
            ("Established FTE", "staffing.establishment_fte", fte),
            ("In post FTE", "staffing.in_post_fte", fte),
            ("Absent FTE", "staffing.absent_fte", fte),
            ("Sick", "staffing.sickness_fte", fte),
            ("Mat leave", "staffing.maternity_fte", fte),
            ("Temps", "staffing.temporary_fte", fte),
        ]),
        sheet("Link workers.csv", "", [
            ("School", "link_worker.school_urn", school),
            ("URN", "link_worker.school_urn", urn),
            ("Link worker", "link_worker.worker_id", full_name),
            ("Since", "link_worker.from_on", day),
        ]),
    ]  # fmt: skip


def meetings_with_schools() -> list[Drawn]:
    return [sheet("School link meetings - Lichfield.csv", "", [
        ("Establishment", "link_meeting.school_urn", school),
        ("Planned for", "link_meeting.scheduled_on", day),
        ("Status of meeting", "link_meeting.outcome", of("Held", "Cancelled by LST", "Cancelled by school", "Pending")),
        ("Agenda used (Y/N)", "link_meeting.agenda_used", of("Y", "N")),
        ("LST worker", "", full_name),
    ])]  # fmt: skip


def pupils_elsewhere() -> list[Drawn]:
    return [
        sheet("CLA list.csv", "", [
            ("Child ID", "care_status.person_id", digits(31000, 31040)),
            ("Legal category", "care_status.status", of("Looked after", "Child protection plan", "Child in need")),
            ("Episode began", "care_status.from_on", day),
            ("Episode ceased", "care_status.to_on", some(day)),
        ]),
        sheet("Exclusions download.csv", "", [
            ("Unique Pupil Number", "identity.upn", upn),
            ("Legal Surname", "identity.surname", surname),
            ("Legal Forename", "identity.forename", forename),
            ("Category", "exclusion.kind", of("Fixed Period", "Permanent")),
            ("From", "exclusion.started_on", day),
            ("Sessions excluded", "exclusion.sessions", digits(1, 20)),
            ("DfE No", "", laestab),
        ]),
        sheet("Attendance by week.csv", "", [
            ("Pupil ID", "attendance.person_id", digits(31000, 31040)),
            ("W/C", "attendance.week_starting", of("07/09/2015", "14/09/2015", "21/09/2015")),
            ("Possible", "attendance.sessions_possible", of("10", "8")),
            ("Attended", "attendance.sessions_attended", digits(2, 8)),
        ]),
    ]  # fmt: skip


def views_and_quality() -> list[Drawn]:
    faces = of("Happy", "OK", "Sad")
    questions: list[Column] = [(f"Q{n}", "closing_answer.answer closing_answer.item", faces) for n in range(1, 6)]
    return [
        sheet("Parent feedback forms.xlsx", "Data entry", [
            ("Form ID", "closing_form.form_id", count(1)),
            ("Received", "closing_form.received_on", day),
            ("District", "closing_form.district_code", district),
            ("How returned", "closing_form.mode", of("Paper", "Online", "Phone")),
            *questions,
        ]),
        sheet("Case file audits.csv", "", [
            ("Audit no", "case_audit.audit_id", count(1)),
            ("Intervention ID", "case_audit.involvement_id", digits(10, 49)),
            ("District", "case_audit.district_code", district),
            ("Drawn", "case_audit.drawn_on", day),
            ("Out of", "case_audit.pool", digits(20, 90)),
            ("Audited", "case_audit.audited_on", some(day)),
            ("Judgement", "case_audit.judgement", of("1", "2", "3")),
            ("Head's judgement", "case_audit.head_judgement", some(of("1", "2", "3"), 0.4)),
            ("Learning", "case_audit.finding", words),
        ]),
        sheet("Step up log.csv", "", [
            ("Intervention ID", "step_up.involvement_id", digits(10, 49)),
            ("Talked over with MASH", "step_up.discussed_on", some(day)),
            ("Requested", "step_up.requested_on", day),
            ("CSC decision date", "step_up.decided_on", some(day)),
            ("CSC decision", "step_up.outcome", some(of("Accepted", "Declined"))),
        ]),
        sheet("Consent log.csv", "", [
            ("Family ID", "consent.family_id", digits(700, 740)),
            ("Signed on", "consent.decided_on", day),
            ("Consent", "consent.state", of("Yes", "Refused", "Withdrawn")),
            ("Expires", "consent.ends_on", day),
        ]),
    ]  # fmt: skip


LATER: tuple[Callable[[], list[Drawn]], ...] = (
    a_hub_in_one_spreadsheet, requests_from_a_web_form, interventions_by_family, children_of_interventions,
    family_plans, assessments_of_schools, people_and_posts, meetings_with_schools, pupils_elsewhere, views_and_quality,
)  # fmt: skip
