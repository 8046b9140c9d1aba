"""Staff in post, meetings with schools, audits of cases."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from .cells import NOT_YET_AVAILABLE, Cell, number_of, share, share_of
from .places import Place
from .rows import County
from .words import Row, first_days_of_months, is_between

LINK_MEETING_OUTCOMES = ("held", "cancelled_by_team", "cancelled_by_school", "pending")
SETTLED_OUTCOMES = ("held", "cancelled_by_team", "cancelled_by_school")
GOOD_OR_BETTER = ("1", "2")


def staff_at_work(county: County, district_code: str, month: date) -> tuple[Fraction, Fraction] | None:
    """Full-time equivalents at work and established, None where they are not yet available."""
    for row in county.rows("staffing"):
        if row["month"] == month and row["district_code"] == district_code:
            if row.get("in_post_fte") is None or row.get("absent_fte") is None:
                return None
            return Fraction(row["in_post_fte"]) - Fraction(row["absent_fte"]), Fraction(row["establishment_fte"])
    return None


def staffing_level(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    districts = [row["district_code"] for row in county.rows("district") if place.holds(row["district_code"])]
    cells: dict[str, Cell] = {}
    for month in first_days_of_months(first, last):
        known = [at_work for code in districts if (at_work := staff_at_work(county, code, month)) is not None]
        is_complete = bool(districts) and len(known) == len(districts)
        cells[f"month={month:%Y-%m}"] = (
            share(sum(own[0] for own in known), sum(own[1] for own in known)) if is_complete else NOT_YET_AVAILABLE
        )
    return cells


def scheduled_meetings(county: County, place: Place, first: date, last: date) -> list[Row]:
    return [
        row
        for row in county.rows("link_meeting")
        if is_between(row["scheduled_on"], first, last)
        and row["outcome"] != "rearranged"
        and place.holds(county.district_of_school(row["school_urn"]), row["school_urn"])
    ]


def link_meetings(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    scheduled = scheduled_meetings(county, place, first, last)
    cells = {"all": number_of(scheduled)}
    for outcome in LINK_MEETING_OUTCOMES:
        cells[f"outcome={outcome}"] = number_of([row for row in scheduled if row["outcome"] == outcome])
    return cells


def link_meetings_held(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    scheduled = scheduled_meetings(county, place, first, last)
    settled = [row for row in scheduled if row["outcome"] in SETTLED_OUTCOMES]
    return {"all": share_of([row for row in settled if row["outcome"] == "held"], settled)}


def audited(county: County, place: Place, first: date, last: date) -> list[Row]:
    return [
        row
        for row in county.rows("case_audit")
        if is_between(row.get("audited_on"), first, last) and place.holds(row["district_code"])
    ]


def joint_audits(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    return {"all": number_of([row for row in audited(county, place, first, last) if row.get("joint") is True])}


def audits_good_or_better(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    judged = [row for row in audited(county, place, first, last) if row.get("judgement") is not None]
    return {"all": share_of([row for row in judged if row["judgement"] in GOOD_OR_BETTER], judged)}


def audit_agreement(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    judged_twice = [
        row
        for row in audited(county, place, first, last)
        if row.get("joint") is True and row.get("judgement") is not None and row.get("head_judgement") is not None
    ]
    return {"all": share_of([row for row in judged_twice if row["judgement"] == row["head_judgement"]], judged_twice)}
