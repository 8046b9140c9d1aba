"""Layouts as councils send them, none of them one of the shipped ones: invented people, and what each column is.

What a column is stands behind its name: `table.column`, several where any of them is right, and nothing where the
dataset has no place for it. The wording was chosen before the lists of the proposals were tuned, and stays.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.extracts.proposals.drawn_sheets import (
    DISTRICTS,
    SCHOOLS,
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
    of,
    postcode,
    school,
    sex,
    sheet,
    some,
    surname,
    upn,
    urn,
    words,
    year_group,
    yes,
)


def requests_of_a_front_door() -> list[Drawn]:
    return [sheet("Front door log 2015-16.csv", "", [
        ("Enquiry No", "request.request_id", count(70011)),
        ("Date enquiry logged", "request.received_on", day),
        ("Mosaic ID", "person.person_id", digits(400000, 400030)),
        ("Family Ref", "family.family_id", digits(9000, 9020)),
        ("First name(s)", "identity.forename", forename),
        ("Last name", "identity.surname", surname),
        ("DoB", "person.date_of_birth", birth),
        ("Gender", "person.sex", sex),
        ("Ethnic group", "person.ethnicity", ethnic),
        ("Home post code", "identity.postcode", postcode),
        ("NC Yr", "request_child.nc_year", year_group),
        ("School/college attended", "request_child.school_urn", school),
        ("Who made the enquiry", "request.source_code", of("School", "GP", "Police", "Health visitor", "Housing")),
        ("Locality", "request.district_code", district),
        ("Level", "request.threshold_level", of("Level 2", "Level 3", "Level 4")),
        ("Triage outcome", "request.decision", of("Early help offered", "NFA", "Advice given", "Signposted")),
        ("Triage date", "request.decided_on", day),
        ("Feedback given to enquirer on", "request.answered_on", some(day)),
        ("Duty officer", "", full_name),
        ("Comments", "", words),
    ])]  # fmt: skip


def cases_in_one_workbook() -> list[Drawn]:
    columns: list[Column] = [
        ("Ref", "involvement.involvement_id", count(1, "EH")),
        ("Family surname", "", surname),
        ("Child's name", "identity.forename identity.surname", full_name),
        ("D.O.B.", "person.date_of_birth", birth),
        ("Yr grp", "involvement_child.nc_year", of("Y1", "Y5", "Y9", "R")),
        ("School", "involvement_child.school_urn", school),
        ("SEND status", "involvement_child.sen_provision", of("None", "SEN Support", "EHCP")),
        ("Date allocated", "involvement.started_on allocation.from_on", day),
        ("Keyworker", "allocation.worker_id", full_name),
        ("Presenting need", "focus.focus_code", of("School attendance", "Parental mental health", "Domestic abuse")),
        ("Date closed", "involvement.ended_on", some(day)),
        ("Closure reason", "involvement.end_reason", some(of("Needs met", "Moved away", "Did not engage"))),
        ("Mgr sign off", "involvement.signed_off_on", some(day)),
        ("Notes", "", words),
    ]
    above = (("Family support cases",), ())
    return [sheet("Case tracker.xlsx", place, columns, above) for place in DISTRICTS[:3]]


def episodes_of_a_case_system() -> list[Drawn]:
    return [
        sheet("extract_episodes.csv", "", [
            ("EPISODE_ID", "involvement.involvement_id", count(500100)),
            ("FAMILY_GROUP_ID", "family.family_id", digits(3000, 3040)),
            ("LOCALITY_NAME", "involvement.district_code", district),
            ("RESPONSIBLE_TEAM", "involvement.team_id", of("North 1", "North 2", "South 1")),
            ("EPISODE_START_DATE", "involvement.started_on", iso_day),
            ("EPISODE_END_DATE", "involvement.ended_on", some(iso_day)),
            ("END_REASON_DESC", "involvement.end_reason", some(of("Outcomes met", "Step up", "Transferred"))),
            ("TIER_OF_SUPPORT", "involvement.service_tier", of("Targeted", "Universal", "Family Help")),
            ("STEP_DOWN_FROM", "involvement.stepped_down_from", some(of("CIN", "CP Plan", "LAC"), 0.2)),
            ("CREATED_BY_USER", "", of("jdoe1", "asmit2", "bkhan3")),
            ("RECORD_TIMESTAMP", "", iso_day),
        ]),
        sheet("extract_episode_members.csv", "", [
            ("EPISODE_ID", "involvement_child.involvement_id", count(500100)),
            ("CLIENT_ID", "person.person_id", count(81000)),
            ("BIRTH_DATE", "person.date_of_birth", iso_day),
            ("GENDER_CODE", "person.sex", of("M", "F")),
            ("ETHNICITY_CODE", "person.ethnicity", of("WBRI", "APKN", "WOTH")),
            ("SCHOOL_URN", "involvement_child.school_urn", urn),
            ("NATIONAL_CURRICULUM_YEAR", "involvement_child.nc_year", of("1", "4", "7", "R")),
            ("SEN_PROVISION_TYPE", "involvement_child.sen_provision", of("N", "K", "E")),
        ]),
        sheet("extract_needs.csv", "", [
            ("NEED_ID", "focus.focus_id", count(1)),
            ("EPISODE_ID", "focus.involvement_id", count(500100)),
            ("NEED_TYPE", "focus.focus_code", of("Young carer", "Domestic abuse", "No routines")),
            ("IDENTIFIED_DATE", "focus.opened_on", iso_day),
            ("RESOLVED_DATE", "focus.closed_on", some(iso_day)),
            ("NEED_OUTCOME", "focus.outcome", some(of("Met", "Partly met", "Not met"))),
        ]),
        sheet("extract_reviews.csv", "", [
            ("REVIEW_ID", "review.review_id", count(7000)),
            ("EPISODE_ID", "review.involvement_id", count(500100)),
            ("REVIEW_DUE_DATE", "review.due_on", iso_day),
            ("REVIEW_HELD_DATE", "review.held_on", some(iso_day)),
            ("PROGRESS_RATING", "review.progress", some(of("Improving", "No change", "Worse"))),
        ]),
        sheet("extract_activities.csv", "", [
            ("ACTIVITY_ID", "contact.contact_id", count(100000)),
            ("EPISODE_ID", "contact.involvement_id", count(500100)),
            ("ACTIVITY_DATE", "contact.on", iso_day),
            ("ACTIVITY_TYPE", "contact.kind", of("Home visit", "Telephone call", "Email", "TAF meeting")),
            ("CONTACT_WITH", "contact.with", of("Child", "Mother", "School")),
            ("WORKER_ID", "", of("W001", "W002", "W003")),
        ]),
    ]  # fmt: skip


def assessments_of_an_annex() -> list[Drawn]:
    return [sheet("Annex A return.xlsx", "List 2", [
        ("Child Unique ID", "person.person_id", count(3001)),
        ("Gender", "person.sex", of("a) Male", "b) Female")),
        ("Ethnicity", "person.ethnicity", of("a) WBRI", "h) APKN", "c) WOTH")),
        ("Date of Birth", "person.date_of_birth", birth),
        ("Age of Child (Years)", "", digits(1, 16)),
        ("Assessment start date", "assessment.started_on", day),
        ("Assessment completion date", "assessment.completed_on", some(day)),
        ("Organisation Completing Assessment", "assessment.started_by assessment.led_by",
         of("Health", "School", "Local authority", "Voluntary sector")),
    ])]  # fmt: skip


def staffing_returns() -> list[Drawn]:
    months: list[Column] = [
        (each, "staffing.month staffing.establishment_fte", fte) for each in ("Apr-16", "May-16", "Jun-16", "Jul-16")
    ]
    return [
        sheet("Workforce return July.xlsx", "Return", [
            ("Reporting month", "staffing.month", of("Apr-16", "May-16", "Jun-16")),
            ("Locality", "staffing.district_code", district),
            ("Funded posts (FTE)", "staffing.establishment_fte", fte),
            ("Posts filled (FTE)", "staffing.in_post_fte", fte),
            ("Long-term absence (FTE)", "staffing.absent_fte", fte),
            ("of which sick", "staffing.sickness_fte", fte),
            ("of which maternity", "staffing.maternity_fte", fte),
            ("Agency cover (FTE)", "staffing.temporary_fte", fte),
        ], (("Early help workforce return",), ("Period: April to July 2016",), ()), 18, (("Total", "", "100.0"),)),
        sheet("Establishment by month.xlsx", "Establishment", [
            ("Area", "staffing.district_code", lambda random, row: DISTRICTS[row]), *months,
        ], (("Budgeted establishment, FTE",), ()), len(DISTRICTS)),
        sheet("Staff list.xlsx", "Staff", [
            ("Employee No", "worker.worker_id", count(60001)),
            ("Job title", "worker.role", of("Family Support Worker", "Team Manager", "Senior Practitioner")),
            ("Locality", "worker.district_code", district),
            ("Team", "worker.team_id", of("Team A", "Team B")),
            ("Contracted FTE", "worker.fte", of("1", "0.8", "0.6")),
            ("Date joined", "worker.from_on", day),
            ("Leaving date", "worker.to_on", some(day, 0.2)),
        ]),
        sheet("Absence log.xlsx", "Absences", [
            ("Employee No", "worker_absence.worker_id", digits(60001, 60039)),
            ("First day absent", "worker_absence.from_on", day),
            ("Last day absent", "worker_absence.to_on", some(day)),
            ("Absence type", "worker_absence.reason", of("Sickness", "Maternity", "Other")),
            ("Cover arranged on", "worker_absence.cover_confirmed_on", some(day)),
        ]),
    ]  # fmt: skip


def link_meeting_trackers() -> list[Drawn]:
    return [
        sheet("Link visits autumn.xlsx", place, [
            ("Name of school", "link_meeting.school_urn", school),
            ("URN", "link_meeting.school_urn", urn),
            ("Date booked", "link_meeting.scheduled_on", day),
            ("Did it go ahead?", "link_meeting.outcome", of("Yes", "Cancelled by school", "Rearranged", "TBC")),
            ("Agenda template used", "link_meeting.agenda_used", yes),
            ("School contact", "", full_name),
            ("Actions", "", words),
        ], ((f"{place} district: school link visits",),))
        for place in DISTRICTS[:2]
    ]  # fmt: skip


def children_elsewhere() -> list[Drawn]:
    return [
        sheet("Open to social care.csv", "", [
            ("Person ID", "care_status.person_id", digits(400000, 400030)),
            ("Category", "care_status.status", of("CIN", "CP", "LAC")),
            ("Status start", "care_status.from_on", day),
            ("Status end", "care_status.to_on", some(day)),
            ("Allocated social worker", "", full_name),
        ]),
        sheet("Suspensions and exclusions 1516.csv", "", [
            ("Pupil ref", "exclusion.person_id", digits(400000, 400030)),
            ("UPN", "identity.upn", upn),
            ("Exclusion category", "exclusion.kind", of("Fixed Term", "Permanent", "Suspension")),
            ("Start date of exclusion", "exclusion.started_on", day),
            ("Number of sessions", "exclusion.sessions", digits(1, 20)),
            ("Reason for exclusion", "", of("Persistent disruptive behaviour", "Physical assault")),
        ]),
        sheet("Weekly attendance.csv", "", [
            ("Student ID", "attendance.person_id", digits(400000, 400030)),
            ("Week beginning", "attendance.week_starting", of("05/10/2015", "12/10/2015", "19/10/2015")),
            ("Poss. sessions", "attendance.sessions_possible", digits(8, 10)),
            ("Sessions present", "attendance.sessions_attended", digits(3, 8)),
        ]),
        sheet("CSC referrals.csv", "", [
            ("Referral ID", "referral.referral_id", count(20001)),
            ("Referral date", "referral.received_on", day),
            ("Referral source", "referral.source_code", of("Schools", "Police", "GP", "Housing")),
            ("Step up from early help?", "referral.step_up", yes),
            ("Age at referral", "referral.age_years", digits(0, 17)),
            ("Forename", "referral_identity.forename", forename),
            ("Surname", "referral_identity.surname", surname),
            ("Date of birth", "referral_identity.date_of_birth", birth),
            ("Accepted for assessment", "referral.accepted_on", some(day)),
        ], (("Referrals to children's social care",),)),
    ]  # fmt: skip


def what_people_said() -> list[Drawn]:
    satisfied = of("Very satisfied", "Satisfied", "Neither satisfied nor dissatisfied", "Dissatisfied")
    face = of("Happy", "Unsure", "Sad", "")
    return [
        sheet("Schools survey 2016.csv", "", [
            ("Respondent ID", "survey_response.response_id", count(110001)),
            ("Date submitted", "survey_response.completed_on", day),
            ("Which school do you work in?", "survey_response.school_urn", school),
            ("What is your role?", "survey_response.respondent_role", of("Head", "SENCO", "Deputy")),
            *((f"Q{n}. How satisfied are you with {what}?", "survey_answer.answer survey_answer.item", satisfied)
              for n, what in enumerate(("the speed of reply", "the support given", "the link worker", "advice"), 1)),
            ("Any other comments", "survey_answer.comment", words),
        ]),
        sheet("Closing forms young people.xlsx", "Responses", [
            ("Form no", "closing_form.form_id", count(1)),
            ("Date form received", "closing_form.received_on", day),
            ("Area", "closing_form.district_code", district),
            ("Completed on paper or online", "closing_form.mode", of("Paper", "Online")),
            *((what, "closing_answer.answer closing_answer.item", face)
              for what in ("Things are better at home", "I was listened to", "I am happier", "I feel safe here")),
        ]),
    ]  # fmt: skip


def quality_and_disputes() -> list[Drawn]:
    return [
        sheet("Audit programme.xlsx", "Audits", [
            ("Audit ref", "case_audit.audit_id", count(1, "A")),
            ("Case episode ref", "case_audit.involvement_id", digits(500100, 500140)),
            ("Locality", "case_audit.district_code", district),
            ("Date sampled", "case_audit.drawn_on", day),
            ("Date audited", "case_audit.audited_on", some(day)),
            ("Audit type", "case_audit.kind", of("Termly", "Thematic")),
            ("Joint with headteacher", "case_audit.joint", yes),
            ("Overall grade", "case_audit.judgement", of("Good", "Outstanding", "Requires Improvement")),
            ("Headteacher's grade", "case_audit.head_judgement", some(of("Good", "Outstanding"))),
            ("Key finding", "case_audit.finding", words),
        ]),
        sheet("Escalations to social care.xlsx", "Step ups", [
            ("Episode ref", "step_up.involvement_id", digits(500100, 500140)),
            ("Date discussed with MASH", "step_up.discussed_on", day),
            ("Date of step up request", "step_up.requested_on", day),
            ("Date of decision", "step_up.decided_on", some(day)),
            ("MASH decision", "step_up.outcome", of("Accepted", "Declined", "Withdrawn")),
        ]),
        sheet("Professional disagreements.xlsx", "Log", [
            ("Dispute no", "disagreement.disagreement_id", count(1)),
            ("School raising it", "disagreement.raised_by_urn", school),
            ("Date raised", "disagreement.raised_on", day),
            ("Stage reached", "disagreement.stage", of("Practitioner", "District lead", "Strategic lead")),
            ("Date settled", "disagreement.resolved_on", some(day)),
            ("How settled", "disagreement.outcome", of("Agreed", "Withdrawn", "School's view")),
        ]),
        sheet("Consent register.xlsx", "Consents", [
            ("Family number", "consent.family_id", digits(9000, 9020)),
            ("Date consent obtained", "consent.decided_on", day),
            ("Consent status", "consent.state", of("Given", "Refused", "Withdrawn")),
            ("For what purpose", "consent.purpose", of("Sharing with school", "Sharing with health")),
            ("Valid until", "consent.ends_on", day),
        ]),
        sheet("Team around the family.xlsx", "Members", [
            ("Episode ID", "partner.involvement_id", digits(500100, 500140)),
            ("Agency involved", "partner.agency", of("Health visiting", "Oakfield Primary School", "Police")),
            ("Lead or member", "partner.role", of("Lead", "Member")),
            ("Joined on", "partner.from_on", day),
            ("Left on", "partner.to_on", some(day, 0.3)),
        ]),
    ]  # fmt: skip


def a_register_of_schools() -> list[Drawn]:
    return [sheet("edubasealldata20160731.csv", "", [
        ("URN", "school.urn", count(124000)),
        ("LA (code)", "", of("860")),
        ("EstablishmentName", "school.name", lambda random, row: f"{SCHOOLS[row % 8]} {row}"),
        ("TypeOfEstablishment (name)", "", of("Community school", "Academy converter")),
        ("OpenDate", "school.opened_on", some(day)),
        ("CloseDate", "school.closed_on", some(day, 0.1)),
        ("PhaseOfEducation (name)", "school.phase", of("Primary", "Secondary", "Nursery")),
        ("NumberOfPupils", "school.pupils", digits(60, 1500)),
        ("Postcode", "school.postcode", postcode),
        ("DistrictAdministrative (code)", "school.district_code", of("E07000192", "E07000193", "E07000194")),
        ("DistrictAdministrative (name)", "school.district_code", district),
        ("HeadTitle (name)", "", of("Mr", "Mrs")),
    ])]  # fmt: skip


ALL: tuple[Callable[[], list[Drawn]], ...] = (
    requests_of_a_front_door, cases_in_one_workbook, episodes_of_a_case_system, assessments_of_an_annex,
    staffing_returns, link_meeting_trackers, children_elsewhere, what_people_said, quality_and_disputes,
    a_register_of_schools,
)  # fmt: skip
