"""Layouts drawn to be hard: cryptic names, names in two rows, columns that look alike, much that is not needed."""

from __future__ import annotations

from collections.abc import Callable

from tests.extracts.proposals.drawn_sheets import (
    DISTRICTS,
    Drawn,
    birth,
    count,
    day,
    digits,
    district,
    forename,
    fte,
    full_name,
    iso_day,
    of,
    postcode,
    school,
    sheet,
    some,
    surname,
    surname_first,
    upn,
    urn,
    words,
)


def workflow_steps() -> list[Drawn]:
    return [sheet("MO_EH_CONTACTS_V3.csv", "", [
        ("WORKFLOW_STEP_ID", "request.request_id", count(7700001)),
        ("SUBJECT_COMPOUND_ID", "person.person_id", digits(300100, 300160)),
        ("GROUP_ID", "family.family_id", digits(8100, 8130)),
        ("DATE_OF_BIRTH", "person.date_of_birth", iso_day),
        ("GENDER", "person.sex", of("M", "F", "U")),
        ("ETHNICITY", "person.ethnicity", of("WBRI", "AIND", "REFU")),
        ("INCOMING_ON", "request.received_on", iso_day),
        ("CONTACT_SOURCE_DESC", "request.source_code", of("Police", "Housing", "GP", "Schools")),
        ("CONTACT_OUTCOME_DESC", "request.decision", of("Accepted", "NFA", "Signposted")),
        ("COMPLETED_ON", "request.decided_on", iso_day),
        ("RESPONSIBLE_WORKER_NAME", "", full_name),
        ("AREA_TEAM_DISTRICT", "request.district_code", district),
        ("LAST_UPDATED_BY", "", of("SYS", "ADM")),
        ("LAST_UPDATED_ON", "", iso_day),
    ])]  # fmt: skip


def a_register_in_two_rows() -> list[Drawn]:
    groups = ("Child", "", "", "", "Early help", "", "", "", "Closure", "", "")
    drawn = sheet("LST register.xlsx", "Open and closed", [
        ("ID", "person.person_id", count(5001)), ("Name", "identity.surname identity.forename", surname_first),
        ("DOB", "person.date_of_birth", birth), ("Yr", "involvement_child.nc_year", of("1", "5", "9")),
        ("Ref", "involvement.involvement_id", count(901)), ("District", "involvement.district_code", district),
        ("Start", "involvement.started_on", day), ("Worker", "allocation.worker_id", full_name),
        ("Date", "involvement.ended_on", some(day)),
        ("Reason", "involvement.end_reason", some(of("Outcomes met", "Transferred", "Moved out of area"))),
        ("Manager", "involvement.signed_off_by", some(full_name)),
    ], (("Local Support Teams",),), groups=groups)  # fmt: skip
    carried, right = "", {}
    for group, (name, slots) in zip(groups, drawn.right.items(), strict=True):
        carried = group or carried
        right[f"{carried} {name}"] = slots
    return [Drawn(drawn.sheet, right)]


def much_that_is_not_needed() -> list[Drawn]:
    return [sheet("EHM full dump.csv", "", [
        ("Row", "", count(1)),
        ("Episode Reference", "involvement.involvement_id", count(44001)),
        ("Family Unique Reference", "family.family_id", digits(2000, 2030)),
        ("Family Postcode", "", postcode),
        ("Main Carer Name", "", full_name),
        ("Main Carer DOB", "", birth),
        ("Main Carer Phone", "", digits(1000000, 9999999)),
        ("Area Team", "involvement.district_code", of(*DISTRICTS)),
        ("Referral Date", "", day),
        ("Episode Start", "involvement.started_on", day),
        ("Assessment Due", "", day),
        ("Plan Date", "", day),
        ("Episode End", "involvement.ended_on", some(day)),
        ("Closure Reason", "involvement.end_reason", some(of("Needs met", "Step up", "Consent withdrawn"))),
        ("Closure Summary", "", words),
        ("Number of Children", "", digits(1, 5)),
        ("Days Open", "", digits(10, 300)),
        ("Status", "", of("Open", "Closed")),
    ])]  # fmt: skip


def short_names() -> list[Drawn]:
    return [
        sheet("att1516.csv", "", [
            ("UPN", "identity.upn", upn), ("Sname", "identity.surname", surname),
            ("Fname", "identity.forename", forename),
            ("WkCom", "attendance.week_starting", of("07/09/2015", "14/09/2015")),
            ("PossSess", "attendance.sessions_possible", of("10", "8")),
            ("AttSess", "attendance.sessions_attended", digits(1, 8)),
        ]),
        sheet("stf_0716.csv", "", [
            ("Dist", "staffing.district_code", district), ("Mth", "staffing.month", of("Apr-16", "May-16", "Jun-16")),
            ("Est FTE", "staffing.establishment_fte", fte), ("Act FTE", "staffing.in_post_fte", fte),
            ("Abs FTE", "staffing.absent_fte", fte), ("Agy FTE", "staffing.temporary_fte", fte),
        ]),
        sheet("lm_log.csv", "", [
            ("Sch", "link_meeting.school_urn", school), ("Sch URN", "link_meeting.school_urn", urn),
            ("Mtg Dt", "link_meeting.scheduled_on", day), ("Mtg Held Y/N", "link_meeting.outcome", of("Y", "N")),
            ("Agenda Y/N", "link_meeting.agenda_used", of("Y", "N")), ("Attendees", "", full_name),
        ]),
        sheet("excl.csv", "", [
            ("Stud ID", "exclusion.person_id", digits(100, 160)),
            ("Excl Type", "exclusion.kind", of("FT", "Perm", "Suspension")),
            ("Excl St Dt", "exclusion.started_on", day), ("No Sess", "exclusion.sessions", digits(1, 12)),
        ]),
    ]  # fmt: skip


HARD: tuple[Callable[[], list[Drawn]], ...] = (
    workflow_steps,
    a_register_in_two_rows,
    much_that_is_not_needed,
    short_names,
)
