"""A case system like Capita One: one row for each child, in CSV of the Windows code page, with titles and totals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from earlyhelp.synthetic.council_files.facts import Facts, british, day, label, lettered, number_of, text
from earlyhelp.synthetic.council_files.files import Cell, Line, write_text
from earlyhelp.synthetic.writing import Row

_FIRST_RECORD: Final = 40_001
_KIND: Final = {
    "support": "Request for support", "penalty_notice": "Penalty notice request", "notification": "Notification only",
}  # fmt: skip
_OUTCOME: Final = {
    "accepted": "Accepted by Local Support Team", "advice": "Advice to referrer", "signposted": "Signposted elsewhere",
    "already_open": "Already open to LST", "stepped_up": "Passed to First Response", "declined": "NFA",
    "withdrawn": "Withdrawn by referrer",
}  # fmt: skip
_TIER: Final = {
    "universal": "Level 2 – Universal plus", "targeted": "Level 3 – Targeted", "family_help": "Family Help",
    "child_protection": "Level 4 – Child protection",
}  # fmt: skip
_PURPOSE: Final = {
    "prevent_escalation": "Prevent escalation", "prevent_placement_breakdown": "Edge of care",
    "return_home": "Return home from care", "other": "Other",
}  # fmt: skip
_END_REASON: Final = {
    "outcomes_met": "Planned closure – outcomes achieved", "stepped_up": "Step up to social care",
    "transferred": "Transfer to other team", "consent_withdrawn": "Parent/carer withdrew consent",
    "not_engaging": "Non-engagement", "moved_away": "Moved out of county", "died": "Child deceased",
    "no_longer_needed": "Support no longer required", "other": "Other – see notes",
}  # fmt: skip
_STEPPED_DOWN: Final = {
    "child_in_need": "CIN", "child_protection_plan": "CP Plan", "looked_after": "LAC", "assessment": "C&F assessment",
}  # fmt: skip
_ASKED: Final = {"yes": "Y", "no": "N", "not_applicable": "n/a"}
_SEN: Final = {"N": "N – No special need", "K": "K – SEN support", "E": "E – EHC plan", "S": "S – Statement"}
_RESULT: Final = {
    "met": "Achieved", "partly_met": "Partially achieved", "not_met": "Not achieved", "not_known": "Unknown",
}  # fmt: skip
_FOCUS: Final = {
    "attendance_below_90": "Attendance < 90%", "risk_of_self_harm": "Self harm (risk of)",
    "parental_anxiety_or_depression": "Parental MH – anxiety/depression", "domestic_abuse": "Domestic abuse (DASH)",
}  # fmt: skip

_CHILD: Final = ("Child ref", "Child name", "DOB", "Gender", "Ethnicity")
_REQUESTS: Final = (
    "Request ref", "Type", "Case ref", *_CHILD, "NC year", "School DfE/URN", "Received", "Source", "Requesting school",
    "District", "Level of need", "Outcome", "Outcome date", "Requester informed", "Record ref",
)  # fmt: skip
_INVOLVEMENTS: Final = (
    "Record ref", "Case ref", *_CHILD, "NC year", "School DfE/URN", "SEN", "District", "Team", "Service level",
    "Purpose", "Start date", "Work complete", "End date", "Closure reason", "Signed off", "Signed off by",
    "Stepped down from", "School consulted", "School agreed",
)  # fmt: skip
_FOCUSES: Final = ("Focus ref", "Record ref", "Applies to", "Area of focus", "Opened", "Closed", "Result")


def write_capita_one(facts: Facts, out: Path) -> None:
    """Write requests, involvements and focuses into a folder that exists."""
    reports = (
        ("EH01 Requests", _REQUESTS, _requests(facts)),
        ("EH02 Involvements", _INVOLVEMENTS, _involvements(facts)),
        ("EH03 Focuses", _FOCUSES, _focuses(facts)),
    )
    for title, names, rows in reports:
        write_text(out / f"{title}.csv", _report(title, names, rows, facts.as_at), encoding="cp1252")


def _report(title: str, names: Sequence[str], rows: list[Line], as_at: date) -> list[Line]:
    """A report as the system prints it: what it is, when it was run, a total row and a footer below the rows."""
    above: list[Line] = [(f"{title} – all districts",), (f"Report run: {british(as_at)}",), ()]
    total: Line = ("Total", len(rows), *[None] * (len(names) - 2))
    return [*above, names, *rows, total, (), (f"{len(rows)} records",)]


def _records(facts: Facts) -> dict[tuple[str, str], str]:
    """The system's own reference of each child in each involvement."""
    return {
        (text(row, "involvement_id"), text(row, "person_id")): f"INV-{_FIRST_RECORD + number}"
        for number, row in enumerate(facts.rows("involvement_child"))
    }


def _first_records(facts: Facts) -> dict[str, str]:
    first: dict[str, str] = {}
    for (involvement, _), record in _records(facts).items():
        first.setdefault(involvement, record)
    return first


def _child(facts: Facts, person_id: str) -> tuple[Cell, ...]:
    person = facts.people[person_id]
    ethnicity = lettered("ethnicity", text(person, "ethnicity"), words=False)
    gender = label("sex", text(person, "sex"))
    return number_of(person_id), facts.names[person_id], british(day(person, "date_of_birth")), gender, ethnicity


def _case(row: Row) -> str:
    return f"CASE/{number_of(text(row, 'family_id'))}"


def _requests(facts: Facts) -> list[Line]:
    """One row for each child named in a request; what is known of the request stands in each of them."""
    children, first = facts.grouped("request_child", "request_id"), _first_records(facts)
    rows: list[Line] = []
    for request in facts.rows("request"):
        led_to = first.get(text(request, "involvement_id"), "")
        source = lettered("request_source", text(request, "source_code"), words=True)
        for child in children[text(request, "request_id")]:
            rows.append((
                number_of(text(request, "request_id")), _KIND[text(request, "kind")], _case(request),
                *_child(facts, text(child, "person_id")), label("nc_year", text(child, "nc_year")),
                text(child, "school_urn"), british(day(request, "received_on")), source, text(request, "school_urn"),
                facts.short_district(text(request, "district_code")), text(request, "threshold_level"),
                _OUTCOME.get(text(request, "decision")), british(day(request, "decided_on")),
                british(day(request, "answered_on")), led_to,
            ))  # fmt: skip
    return rows


def _involvements(facts: Facts) -> list[Line]:
    involvements = {text(row, "involvement_id"): row for row in facts.rows("involvement")}
    records = _records(facts)
    rows: list[Line] = []
    for involvement, children in facts.grouped("involvement_child", "involvement_id").items():
        row = involvements[involvement]
        for place, child in enumerate(children):
            person = text(child, "person_id")
            started, ended = _days_of_child(row, place)
            rows.append((
                records[involvement, person], _case(row), *_child(facts, person),
                label("nc_year", text(child, "nc_year")), text(child, "school_urn"),
                _SEN.get(text(child, "sen_provision")), facts.short_district(text(row, "district_code")),
                text(row, "team_id"), _TIER.get(text(row, "service_tier")), _PURPOSE.get(text(row, "purpose")),
                british(started), british(day(row, "work_ended_on")), british(ended),
                _END_REASON.get(text(row, "end_reason")), british(day(row, "signed_off_on")),
                text(row, "signed_off_by"), _STEPPED_DOWN.get(text(row, "stepped_down_from")),
                _ASKED.get(text(row, "school_consulted")), _ASKED.get(text(row, "school_agreed")),
            ))  # fmt: skip
    return rows


def _days_of_child(involvement: Row, place: int) -> tuple[date | None, date | None]:
    """The days of one child: the first has those of the family, brothers and sisters come later and go sooner."""
    started, ended = day(involvement, "started_on"), day(involvement, "ended_on")
    assert started is not None
    later, sooner = timedelta(days=place % 4), timedelta(days=place % 3)
    if ended and ended - sooner < started + later:
        return started, ended
    return started + later, ended - sooner if ended else None


def _focuses(facts: Facts) -> list[Line]:
    records, first = _records(facts), _first_records(facts)
    rows: list[Line] = []
    for focus in facts.rows("focus"):
        involvement, person, code = text(focus, "involvement_id"), text(focus, "person_id"), text(focus, "focus_code")
        rows.append((
            f"F{number_of(text(focus, 'focus_id'))}",
            records[involvement, person] if person else first[involvement],
            "Child" if person else "Whole family", _FOCUS.get(code) or label("focus", code),
            british(day(focus, "opened_on")), british(day(focus, "closed_on")), _RESULT.get(text(focus, "outcome")),
        ))  # fmt: skip
    return rows
