"""Layouts drawn last, after all others were right, to see how well strangers fare."""

from __future__ import annotations

from collections.abc import Callable

from tests.extracts.proposals.drawn_sheets import (
    Drawn,
    birth,
    count,
    day,
    digits,
    district,
    forename,
    fte,
    full_name,
    laestab,
    of,
    postcode,
    school,
    sheet,
    some,
    surname,
    year_group,
    yes,
)


def requests_of_a_form() -> list[Drawn]:
    return [
        sheet(
            "Family Help requests Q1.xlsx",
            "Data",
            [
                ("Case Number", "request.request_id family.family_id", count(1)),
                ("Received Date/Time", "request.received_on", day),
                ("Nature of request", "request.kind", of("Support", "Penalty notice", "Notification")),
                ("Referring organisation", "request.source_code", of("School", "Police", "Housing")),
                ("Referring school (if applicable)", "request.school_urn", some(school)),
                ("Child 1 Forename", "identity.forename", forename),
                ("Child 1 Surname", "identity.surname", surname),
                ("Child 1 DOB", "person.date_of_birth", birth),
                ("Child 1 School Year", "request_child.nc_year", year_group),
                ("Child 1 School", "request_child.school_urn", school),
                ("Town", "", of("Leek", "Stone")),
                ("Locality Hub", "request.district_code", district),
                ("Threshold (L2/L3/L4)", "request.threshold_level", of("L2", "L3")),
                ("Screening decision", "request.decision", of("Accepted", "Declined", "Advice")),
                ("Screening date", "request.decided_on", day),
                ("Reply to referrer", "request.answered_on", some(day)),
            ],
        )
    ]


def plans_that_are_open() -> list[Drawn]:
    return [
        sheet(
            "Open Early Help Plans.xlsx",
            "Plans",
            [
                ("Plan Ref", "involvement.involvement_id", count(300)),
                ("Family", "family.family_id", digits(100, 140)),
                ("Locality", "involvement.district_code", district),
                ("Team allocated", "involvement.team_id", of("T1", "T2")),
                ("Plan commenced", "involvement.started_on", day),
                ("Plan closed", "involvement.ended_on", some(day)),
                ("Outcome of plan", "involvement.end_reason", some(of("Outcomes met", "Not engaging", "Moved away"))),
                ("Lead Practitioner", "allocation.worker_id", full_name),
                ("Next TAF due", "", day),
                ("Last TAF held", "", some(day)),
                ("SEND", "", of("Y", "N")),
                ("Authorised for closure by", "involvement.signed_off_by", some(full_name)),
                ("Authorisation date", "involvement.signed_off_on", some(day)),
            ],
        )
    ]


def reviews_and_needs() -> list[Drawn]:
    return [
        sheet(
            "TAF reviews 2016.csv",
            "",
            [
                ("Review No.", "review.review_id", count(1)),
                ("Plan Ref", "review.involvement_id", digits(300, 339)),
                ("Date by which review required", "review.due_on", day),
                ("Date of review meeting", "review.held_on", some(day)),
                ("Progress since last review", "review.progress", of("Improved", "No change", "Deteriorated")),
            ],
        ),
        sheet(
            "Needs.csv",
            "",
            [
                ("Plan Ref", "focus.involvement_id", digits(300, 339)),
                ("Client ID", "focus.person_id", digits(9000, 9040)),
                ("Strand", "", of("A", "B")),
                ("Issue identified", "focus.focus_code", of("Bullying others", "Sleep", "Offending")),
                ("Identified on", "focus.opened_on", day),
                ("Addressed on", "focus.closed_on", some(day)),
                ("Status at review", "focus.outcome", of("Met", "Not met", "Partly met")),
            ],
        ),
    ]


def returns_of_teams() -> list[Drawn]:
    return [
        sheet(
            "Team establishment.csv",
            "",
            [
                ("Period", "staffing.month", of("2016-04", "2016-05")),
                ("Hub", "staffing.district_code", district),
                ("Budgeted FTE", "staffing.establishment_fte", fte),
                ("Actual FTE", "staffing.in_post_fte", fte),
                ("FTE on sick leave", "staffing.sickness_fte", fte),
                ("FTE on maternity leave", "staffing.maternity_fte", fte),
                ("Total FTE absent", "staffing.absent_fte", fte),
                ("Agency FTE", "staffing.temporary_fte", fte),
                ("Turnover %", "", digits(1, 20)),
            ],
        ),
        sheet(
            "Visits to schools.csv",
            "",
            [
                ("School visited", "link_meeting.school_urn", school),
                ("DfE number", "link_meeting.school_urn", laestab),
                ("Meeting scheduled", "link_meeting.scheduled_on", day),
                ("Result", "link_meeting.outcome", of("Held", "Cancelled by school")),
                ("Was the agenda used", "link_meeting.agenda_used", yes),
                ("Minutes saved", "", yes),
            ],
        ),
    ]


def lists_of_social_care() -> list[Drawn]:
    return [
        sheet(
            "CP and LAC children.xlsx",
            "LAC",
            [
                ("Person Number", "care_status.person_id", digits(9000, 9040)),
                ("Status type", "care_status.status", of("LAC", "CP")),
                ("Date commenced", "care_status.from_on", day),
                ("Date ceased", "care_status.to_on", some(day)),
                ("Placement", "", of("Foster", "Kin")),
            ],
        ),
        sheet(
            "Perm and fixed exclusions.xlsx",
            "2015-16",
            [
                ("Pupil identifier", "exclusion.person_id", digits(9000, 9040)),
                ("Exclusion type", "exclusion.kind", of("Fixed", "Permanent")),
                ("Date excluded", "exclusion.started_on", day),
                ("Half-day sessions", "exclusion.sessions", digits(1, 20)),
                ("School name", "", school),
            ],
        ),
        sheet(
            "MASH referrals.xlsx",
            "Referrals",
            [
                ("Referral number", "referral.referral_id", count(1)),
                ("Date of referral", "referral.received_on", day),
                ("Source", "referral.source_code", of("School", "Police")),
                ("Stepped up from EH", "referral.step_up", yes),
                ("Age", "referral.age_years", digits(0, 17)),
                ("First name", "referral_identity.forename", forename),
                ("Surname", "referral_identity.surname", surname),
                ("Postcode", "referral_identity.postcode", postcode),
                ("Date accepted for C&F assessment", "referral.accepted_on", some(day)),
            ],
        ),
    ]


LAST: tuple[Callable[[], list[Drawn]], ...] = (
    requests_of_a_form,
    plans_that_are_open,
    reviews_and_needs,
    returns_of_teams,
    lists_of_social_care,
)
