"""Families that come back, referrals to social care, exclusions."""

from __future__ import annotations

from datetime import date

from . import rows
from .cells import NOT_YET_AVAILABLE, Cell, number_of, share_of
from .places import Place
from .rows import Child, County, support_requests
from .words import ONE_DAY, Row, add_months, is_between, is_open_at, is_within_months_after, is_within_months_before

WINDOWS = (6, 12)
EXCLUSION_OUTCOMES = ("permanent_during", "permanent_after", "suspension_during", "suspension_after", "none")


def family_is_open_before(county: County, request: Row) -> bool:
    day_before = request["received_on"] - ONE_DAY
    return any(
        is_open_at(own["started_on"], own.get("ended_on"), day_before)
        for own in county.involvements_by_family.get(request["family_id"], [])
    )


def family_ended_lately(county: County, request: Row, months: int) -> bool:
    return any(
        own.get("ended_on") is not None and is_within_months_before(own["ended_on"], request["received_on"], months)
        for own in county.involvements_by_family.get(request["family_id"], [])
    )


def re_requests(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    asked = support_requests(county, place, first, last)
    new = [row for row in asked if not family_is_open_before(county, row)]
    return {
        f"window={months}": share_of([row for row in new if family_ended_lately(county, row, months)], asked)
        for months in WINDOWS
    }


def requests_on_open_case(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    asked = support_requests(county, place, first, last)
    return {"all": share_of([row for row in asked if family_is_open_before(county, row)], asked)}


def family_returned(county: County, involvement: Row, months: int) -> bool:
    return any(
        row["kind"] == "support"
        and row["family_id"] == involvement["family_id"]
        and is_within_months_after(row["received_on"], involvement["ended_on"], months)
        for row in county.rows("request")
    )


def returned_after_closure(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    ended = rows.ended_involvements(county, place, first, last)
    cells: dict[str, Cell] = {}
    for months in WINDOWS:
        followed = [row for row in ended if add_months(row["ended_on"], months) <= county.as_at]
        returned = [row for row in followed if family_returned(county, row, months)]
        cells[f"window={months}"] = share_of(returned, followed) if followed else NOT_YET_AVAILABLE
    return cells


def was_in_an_involvement(county: County, person_id: str, received_on: date) -> bool:
    for child in county.children:
        if child.row["person_id"] == person_id and child.involvement["started_on"] <= received_on:
            ended_on = child.involvement.get("ended_on")
            if ended_on is None or ended_on > add_months(received_on, -12):
                return True
    return False


def was_assessed(county: County, person_id: str, received_on: date) -> bool:
    return any(
        row.get("person_id") == person_id and is_within_months_before(row["started_on"], received_on, 12)
        for row in county.rows("assessment")
    )


def is_known(county: County, referral: Row) -> bool:
    return any(
        link["referral_id"] == referral["referral_id"]
        and link["decision"] in ("automatic", "confirmed")
        and (
            was_in_an_involvement(county, link["person_id"], referral["received_on"])
            or was_assessed(county, link["person_id"], referral["received_on"])
        )
        for link in county.rows("link")
    )


def accepted_referrals(county: County, first: date, last: date) -> list[Row]:
    return [
        row
        for row in county.rows("referral")
        if is_between(row.get("accepted_on"), first, last)
        and row.get("age_years") is not None
        and 5 <= row["age_years"] <= 16
    ]


def referrals_known(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    accepted = accepted_referrals(county, first, last)
    return {"all": share_of([row for row in accepted if is_known(county, row)], accepted)}


def referrals_stepped_up(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    known = [row for row in accepted_referrals(county, first, last) if is_known(county, row)]
    return {"all": share_of([row for row in known if row.get("step_up") is True], known)}


def exclusion_outcome(county: County, child: Child) -> str:
    started_on, ended_on = child.involvement["started_on"], child.involvement["ended_on"]
    seen: set[str] = set()
    for row in county.rows("exclusion"):
        if row["person_id"] == child.row["person_id"]:
            if is_between(row["started_on"], started_on, ended_on):
                seen.add(f"{row['kind']}_during")
            if is_within_months_after(row["started_on"], ended_on, 12) and row["started_on"] <= county.as_at:
                seen.add(f"{row['kind']}_after")
    return next((outcome for outcome in EXCLUSION_OUTCOMES if outcome in seen), "none")


def exclusion_outcomes(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    outcomes = [
        exclusion_outcome(county, child)
        for child in rows.children(county, place)
        if is_between(child.involvement.get("ended_on"), first, last)
        and any(focus["focus_code"] == "at_risk_of_exclusion" for focus in child.focuses)
    ]
    cells = {"all": number_of(outcomes)}
    for name in EXCLUSION_OUTCOMES:
        cells[f"outcome={name}"] = number_of([own for own in outcomes if own == name])
    return cells
