"""Layouts drawn when those of offices were right: a last look at what strangers may bring."""

from __future__ import annotations

from collections.abc import Callable

from tests.extracts.proposals.drawn_sheets import (
    Drawn,
    birth,
    count,
    day,
    digits,
    district,
    ethnic,
    full_name,
    iso_day,
    of,
    school,
    sex,
    sheet,
    some,
    surname_first,
    urn,
    words,
    year_group,
    yes,
)
from tests.extracts.proposals.mixed_layouts import on


def assessments_with_the_plan_they_led_to() -> list[Drawn]:
    return [sheet("EHAs and plans.xlsx", "All", [
        ("EHA Ref.", "assessment.assessment_id", count(301)),
        ("Family Ref.", "assessment.family_id family.family_id", digits(20, 50)),
        ("EHA begun on", "assessment.started_on", day),
        ("EHA signed off on", "assessment.completed_on", some(day)),
        ("EHA begun by (agency)", "assessment.started_by", of("School", "Health", "Early Help")),
        ("EHA led by (agency)", "assessment.led_by", of("School", "Health", "Early Help")),
        ("Council district", "assessment.district_code involvement.district_code family.district_code", district),
        ("Family plan no.", "involvement.involvement_id", on(count(801), 2)),
        ("Family plan began", "involvement.started_on", on(day, 2)),
        ("Family plan ended", "involvement.ended_on", on(some(day), 2)),
        ("Reason family plan ended", "involvement.end_reason", on(some(of("Outcomes met", "Moved away")), 2)),
    ])]  # fmt: skip


def a_register_of_consent_and_partners() -> list[Drawn]:
    return [
        sheet("Consent register.xlsx", "Register", [
            ("Household no.", "consent.family_id family.family_id", digits(20, 60)),
            ("Consent form no.", "consent.consent_id", count(1)),
            ("Date form signed", "consent.decided_on", day),
            ("Given / refused / withdrawn", "consent.state", of("Given", "Refused", "Withdrawn")),
            ("What consent is for", "consent.purpose", of("Sharing with school", "Assessment")),
            ("Runs out on", "consent.ends_on", some(day)),
            ("Scanned", "", yes),
        ]),
        sheet("TAF membership.xlsx", "Members", [
            ("TAF / episode no.", "partner.involvement_id", digits(10, 60)),
            ("Agency name", "partner.agency", of("School nursing", "Housing", "CAMHS")),
            ("Lead or member", "partner.role", of("Lead", "Member")),
            ("Joined TAF", "partner.from_on", day),
            ("Left TAF", "partner.to_on", some(day)),
        ]),
    ]  # fmt: skip


def statutory_children() -> list[Drawn]:
    return [sheet("Annex A style list - CIN and CP.csv", "", [
        ("Child Unique ID", "care_status.person_id person.person_id", count(4001)),
        ("Gender", "person.sex", sex), ("Ethnicity", "person.ethnicity", ethnic),
        ("Date of Birth", "person.date_of_birth", birth), ("Age of Child (Years)", "", digits(0, 17)),
        ("Case Status", "care_status.status", of("Child in need", "Child protection plan", "Looked after")),
        ("Status Start Date", "care_status.from_on", day), ("Status End Date", "care_status.to_on", some(day)),
        ("Allocated Worker", "", full_name),
    ])]  # fmt: skip


def link_workers_with_the_school_list() -> list[Drawn]:
    return [sheet("Schools and their links.xlsx", "Schools", [
        ("School", "school.name link_worker.school_urn", lambda random, row: f"Elm {row} Primary School"),
        ("School URN", "school.urn link_worker.school_urn", count(124000)),
        ("Type", "school.phase", of("Primary", "Secondary")),
        ("District", "school.district_code", district),
        ("Number on roll", "school.pupils", digits(90, 900)),
        ("Headteacher", "", full_name),
        ("Link worker", "link_worker.worker_id", full_name),
        ("Link worker since", "link_worker.from_on", day),
    ])]  # fmt: skip


def closing_forms_handed_out() -> list[Drawn]:
    return [sheet("Closing forms sent and back.xlsx", "Log", [
        ("Case ref", "closing_offer.involvement_id", count(500)),
        ("Who was it offered to", "closing_offer.respondent", of("Parent", "Young person")),
        ("Date offered", "closing_offer.offered_on", day),
        ("How offered", "closing_offer.mode", of("Paper", "Online", "Phone")),
        ("Chased", "", yes),
    ])]  # fmt: skip


def exclusions_with_attendance() -> list[Drawn]:
    return [sheet("Attendance and suspensions.csv", "", [
        ("Pupil No.", "person.person_id attendance.person_id exclusion.person_id", digits(100, 160)),
        ("Pupil", "identity.surname identity.forename", surname_first),
        ("Wk commencing", "attendance.week_starting", of("07/09/2015", "14/09/2015")),
        ("Sess poss", "attendance.sessions_possible", of("10", "8")),
        ("Sess att", "attendance.sessions_attended", digits(1, 8)),
        ("Suspension type", "exclusion.kind", on(of("Fixed", "Permanent"), 5)),
        ("Suspension start date", "exclusion.started_on", on(day, 5)),
        ("Suspension sessions", "exclusion.sessions", on(digits(1, 9), 5)),
        ("Form tutor", "", full_name),
    ])]  # fmt: skip


def contacts_with_allocation() -> list[Drawn]:
    return [sheet("Case recording.csv", "", [
        ("CASE_NOTE_ID", "contact.contact_id", count(90001)),
        ("INVOLVEMENT_ID", "contact.involvement_id", digits(10, 60)),
        ("NOTE_DATE", "contact.on", iso_day),
        ("CONTACT_METHOD", "contact.kind", of("Home visit", "Phone call", "Letter")),
        ("PERSON_SEEN", "contact.with", of("Mother", "Young person", "School")),
        ("NOTE_TEXT", "", words),
        ("AUTHOR", "", full_name),
        ("CREATED_DT", "", iso_day),
    ])]  # fmt: skip


def social_care_referrals_with_outcome() -> list[Drawn]:
    return [sheet("MASH contacts and referrals.csv", "", [
        ("Referral No", "referral.referral_id", count(70001)),
        ("Referral Received Date", "referral.received_on", day),
        ("Referral Source Category", "referral.source_code", of("School", "Police", "Health")),
        ("Was EH involved", "referral.step_up", yes),
        ("Age at Referral Date", "referral.age_years", digits(0, 17)),
        ("Child Surname, Forename", "referral_identity.surname referral_identity.forename", surname_first),
        ("Child Birth Date", "referral_identity.date_of_birth", birth),
        ("Assessment Authorised Date", "referral.accepted_on", some(day)),
        ("Social Worker", "", full_name),
    ])]  # fmt: skip


def disagreements_with_schools() -> list[Drawn]:
    return [sheet("Professional disagreements.xlsx", "Log", [
        ("No.", "disagreement.disagreement_id", count(1)),
        ("Episode no.", "disagreement.involvement_id", some(digits(10, 60))),
        ("School raising it", "disagreement.raised_by_urn", school),
        ("Date raised", "disagreement.raised_on", day),
        ("Stage now", "disagreement.stage", of("Stage 1", "Stage 2", "Stage 3")),
        ("Date of that stage", "disagreement.stage_on", day),
        ("Date settled", "disagreement.resolved_on", some(day)),
        ("How it was settled", "disagreement.outcome", some(of("Agreed", "Not agreed", "Withdrawn"))),
    ])]  # fmt: skip


def children_with_year_and_need() -> list[Drawn]:
    return [sheet("EH children and needs.csv", "", [
        ("Episode ref", "focus.involvement_id involvement_child.involvement_id", digits(10, 60)),
        ("Child ref", "person.person_id focus.person_id involvement_child.person_id", count(9000)),
        ("Child's year", "involvement_child.nc_year", year_group),
        ("Child's school", "involvement_child.school_urn", urn),
        ("Main need", "focus.focus_code", of("Bullying others", "Sleep", "Young carer")),
        ("Need recorded on", "focus.opened_on", day),
        ("Need ended on", "focus.closed_on", some(day)),
        ("Did it get better?", "focus.outcome", some(of("Met", "Not met", "Partly met"))),
    ])]  # fmt: skip


FRESH: tuple[Callable[[], list[Drawn]], ...] = (
    assessments_with_the_plan_they_led_to, a_register_of_consent_and_partners, statutory_children,
    link_workers_with_the_school_list, closing_forms_handed_out, exclusions_with_attendance, contacts_with_allocation,
    social_care_referrals_with_outcome, disagreements_with_schools, children_with_year_and_need,
)  # fmt: skip
