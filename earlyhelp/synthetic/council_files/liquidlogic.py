"""A case system like Liquidlogic EHM: one workbook, one row for each family episode, days as programs export them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from earlyhelp.synthetic.council_files.facts import Facts, day, label, moment, number_of, text
from earlyhelp.synthetic.council_files.files import Cell, Line, Page, write_workbook
from earlyhelp.synthetic.writing import Row

_CONTACT: Final = {
    "support": "Early Help Request", "penalty_notice": "EWO Penalty Notice", "notification": "Information Only",
}  # fmt: skip
_OUTCOME: Final = {
    "accepted": "Progress to Early Help Episode", "advice": "Information and Advice", "signposted": "Signposted",
    "already_open": "Link to Open Episode", "stepped_up": "Progress to Social Care Referral",
    "declined": "No Further Action", "withdrawn": "Request Withdrawn",
}  # fmt: skip
_TIER: Final = {
    "universal": "Universal", "targeted": "Targeted Support", "family_help": "Family Help",
    "child_protection": "Child Protection",
}  # fmt: skip
_CLOSURE: Final = {
    "outcomes_met": "Needs Met", "stepped_up": "Escalated to CSC", "transferred": "Transferred",
    "consent_withdrawn": "Consent Withdrawn", "not_engaging": "Family Disengaged", "moved_away": "Moved Away",
    "no_longer_needed": "No Longer Required", "died": "Deceased", "other": "Other",
}  # fmt: skip
_STEP_DOWN: Final = {
    "child_in_need": "CIN Plan", "child_protection_plan": "CP Plan", "looked_after": "CLA",
    "assessment": "Single Assessment",
}  # fmt: skip
_AGENCY: Final = {
    "school": "Education Setting", "local_support_team": "Early Help Team", "health": "Health", "police": "Police",
    "voluntary": "Voluntary Sector", "other_council": "Council - Other Service", "other": "Other",
}  # fmt: skip
_PROGRESS: Final = {
    "improving": "Improving", "unchanged": "No Change", "worsening": "Deteriorating", "not_known": "Not Assessed",
}  # fmt: skip
_NEED_OUTCOME: Final = {"met": "Met", "partly_met": "Partly Met", "not_met": "Not Met", "not_known": "Not Known"}
_ROLE: Final = {"lead": "Lead Practitioner", "second": "Co-worker", "cover": "Cover"}


def write_liquidlogic(facts: Facts, out: Path) -> None:
    """Write the workbook into a folder that exists."""
    makers = {
        "EH Contacts": _contacts, "Contact Subjects": _contact_subjects, "EH Episodes": _episodes,
        "Episode Subjects": _episode_subjects, "EH Needs": _needs, "EH Assessments": _assessments,
        "EH Reviews": _reviews, "EH Allocations": _allocations, "EH Staff": _staff,
    }  # fmt: skip
    pages = [Page(name, make(facts), days="yyyy-mm-dd") for name, make in makers.items()]
    write_workbook(out / f"EHM extract {facts.as_at}.xlsx", [*pages, _lists()])


def _lists() -> Page:
    """The lists behind the drop-downs, on a sheet nobody sees."""
    lists: list[tuple[str, ...]] = [tuple(_OUTCOME.values()), tuple(_CLOSURE.values()), tuple(_AGENCY.values())]
    longest = max(map(len, lists))
    lines = [tuple(each[row] if row < len(each) else None for each in lists) for row in range(longest)]
    return Page("zLookups", [("Contact Outcome", "Closure Outcome", "Agency"), *lines], is_hidden=True)


def _group(row: Row) -> str:
    return f"FG{number_of(text(row, 'family_id'))}"


def _person(facts: Facts, row: Row) -> tuple[Cell, ...]:
    """Number, day of birth, gender and ethnic code; numbers are text in this system."""
    person_id = text(row, "person_id")
    person = facts.people[person_id]
    return number_of(person_id), moment(day(person, "date_of_birth")), text(person, "sex"), text(person, "ethnicity")


def _area(facts: Facts, row: Row) -> str:
    return facts.district(text(row, "district_code"), ending="Borough")


def _contacts(facts: Facts) -> list[Line]:
    names = (
        "Contact ID", "Family Group", "Contact Type", "Date", "Contact Source", "Source URN", "Area", "Level of Need",
        "Outcome", "Date", "Referrer Informed", "Episode ID", "Assessment ID",
    )  # fmt: skip
    rows = [(
        text(row, "request_id"), _group(row), _CONTACT[text(row, "kind")], moment(day(row, "received_on")),
        f"{label('request_source', text(row, 'source_code'))} ({text(row, 'source_code')})", text(row, "school_urn"),
        _area(facts, row), text(row, "threshold_level"), _OUTCOME.get(text(row, "decision")),
        moment(day(row, "decided_on")), moment(day(row, "answered_on")), text(row, "involvement_id"),
        text(row, "assessment_id"),
    ) for row in facts.rows("request")]  # fmt: skip
    return [names, *rows]


def _contact_subjects(facts: Facts) -> list[Line]:
    names = ("Contact ID", "Person ID", "DoB", "Gender", "Ethnic Origin", "NCY", "Education URN")
    rows = [
        (text(row, "request_id"), *_person(facts, row), text(row, "nc_year"), text(row, "school_urn"))
        for row in facts.rows("request_child")
    ]
    return [names, *rows]


def _episodes(facts: Facts) -> list[Line]:
    names = (
        "Episode ID", "Family Group", "Area", "Team", "Tier", "Purpose", "Start Date", "Casework End", "End Date",
        "Closure Outcome", "Manager Sign-off", "Manager", "Step Down From", "School Consulted?", "School in Agreement?",
    )  # fmt: skip
    rows = [(
        text(row, "involvement_id"), _group(row), _area(facts, row), text(row, "team_id"),
        _TIER.get(text(row, "service_tier")), label("involvement_purpose", text(row, "purpose")),
        # The system gives these two out as days and all others as text.
        day(row, "started_on"), moment(day(row, "work_ended_on")), day(row, "ended_on"),
        _CLOSURE.get(text(row, "end_reason")), moment(day(row, "signed_off_on")), text(row, "signed_off_by"),
        _STEP_DOWN.get(text(row, "stepped_down_from")),
        label("yes_no_not_applicable", text(row, "school_consulted")),
        label("yes_no_not_applicable", text(row, "school_agreed")),
    ) for row in facts.rows("involvement")]  # fmt: skip
    return [names, *rows]


def _episode_subjects(facts: Facts) -> list[Line]:
    names = ("Episode ID", "Person ID", "DoB", "Gender", "Ethnic Origin", "NCY", "Education URN", "SEN")
    rows = [
        (text(row, "involvement_id"), *_person(facts, row), text(row, "nc_year"), text(row, "school_urn"),
         label("sen_provision", text(row, "sen_provision")))
        for row in facts.rows("involvement_child")
    ]  # fmt: skip
    return [names, *rows]


def _needs(facts: Facts) -> list[Line]:
    names = ("Need ID", "Episode ID", "Person ID", "Need", "Identified", "Resolved", "Outcome")
    rows = [(
        text(row, "focus_id"), text(row, "involvement_id"), number_of(text(row, "person_id")) or "Family",
        label("focus", text(row, "focus_code")), moment(day(row, "opened_on")), moment(day(row, "closed_on")),
        _NEED_OUTCOME.get(text(row, "outcome")),
    ) for row in facts.rows("focus")]  # fmt: skip
    return [names, *rows]


def _assessments(facts: Facts) -> list[Line]:
    names = (
        "Assessment ID", "Family Group", "Person ID", "NCY", "Area", "Started", "Authorised", "Initiated By",
        "Initiated By URN", "Lead Agency", "Lead Agency URN", "Team Notified",
    )  # fmt: skip
    rows = [(
        text(row, "assessment_id"), _group(row), number_of(text(row, "person_id")), text(row, "nc_year"),
        _area(facts, row), moment(day(row, "started_on")), moment(day(row, "completed_on")),
        _AGENCY[text(row, "started_by")], text(row, "started_by_urn"), _AGENCY[text(row, "led_by")],
        text(row, "led_by_urn"), moment(day(row, "told_on")),
    ) for row in facts.rows("assessment")]  # fmt: skip
    return [names, *rows]


def _reviews(facts: Facts) -> list[Line]:
    names = ("Review ID", "Episode ID", "Date Due", "Date Held", "Direction of Travel")
    rows = [(
        text(row, "review_id"), text(row, "involvement_id"), moment(day(row, "due_on")), moment(day(row, "held_on")),
        _PROGRESS.get(text(row, "progress")),
    ) for row in facts.rows("review")]  # fmt: skip
    return [names, *rows]


def _allocations(facts: Facts) -> list[Line]:
    names = ("Episode ID", "Worker ID", "Role", "From", "To")
    rows = [(
        text(row, "involvement_id"), text(row, "worker_id"), _ROLE[text(row, "role")], moment(day(row, "from_on")),
        moment(day(row, "to_on")),
    ) for row in facts.rows("allocation")]  # fmt: skip
    return [names, *rows]


def _staff(facts: Facts) -> list[Line]:
    names = ("Worker ID", "Area", "Team", "Job Role", "FTE", "Start", "Leave")
    rows = [(
        text(row, "worker_id"), _area(facts, row), text(row, "team_id"), text(row, "role"), text(row, "fte"),
        moment(day(row, "from_on")), moment(day(row, "to_on")),
    ) for row in facts.rows("worker")]  # fmt: skip
    return [names, *rows]
