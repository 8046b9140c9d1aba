"""How work ends: closures, how long they took, reviews, sign-off."""

from __future__ import annotations

from datetime import date

from . import rows
from .cells import Cell, number_of, share_of
from .code_lists import FOCUS_CATEGORY_OF_CODE
from .places import Place
from .rows import County
from .words import BANDS, KEY_STAGES, Row, band, is_between, is_school_age, whole_months


def closures(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    return {"all": number_of(rows.ended_involvements(county, place, first, last))}


def children_closed(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    return {"all": number_of(rows.school_age_children_of_ended_involvements(county, place, first, last))}


def closure_duration(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    everyone = [
        (child.key_stage, band(child.involvement["started_on"], child.involvement["ended_on"]))
        for child in rows.school_age_children_of_ended_involvements(county, place, first, last)
    ]
    cells = {"all": share_of(everyone, everyone)}
    for name in BANDS:
        cells[f"band={name}"] = share_of([own for own in everyone if own[1] == name], everyone)
        for stage in KEY_STAGES:
            of_stage = [own for own in everyone if own[0] == stage]
            cells[f"band={name};key_stage={stage}"] = share_of([own for own in of_stage if own[1] == name], of_stage)
    return cells


def is_of_family_or_school_age_child(county: County, focus: Row) -> bool:
    if focus.get("person_id") is None:
        return True
    return any(
        row["involvement_id"] == focus["involvement_id"]
        and row["person_id"] == focus["person_id"]
        and is_school_age(row.get("nc_year"))
        for row in county.rows("involvement_child")
    )


def focus_closure_duration(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    closed = [
        (focus["focus_code"], band(focus["opened_on"], focus["closed_on"]))
        for focus in county.rows("focus")
        if is_between(focus.get("closed_on"), first, last)
        and place.holds(county.involvement_by_id[focus["involvement_id"]]["district_code"])
        and is_of_family_or_school_age_child(county, focus)
    ]
    cells = {"all": share_of(closed, closed)}
    for code in FOCUS_CATEGORY_OF_CODE:
        of_code = [own for own in closed if own[0] == code]
        for name in BANDS:
            part = [own for own in of_code if own[1] == name]
            cells[f"band={name};focus_code={code}"] = share_of(part, of_code)
    return cells


def open_over_12_months(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    still_open = rows.open_involvements(county, place, last)
    return {"all": share_of([row for row in still_open if whole_months(row["started_on"], last) >= 12], still_open)}


def reviews_in_time(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    due = [
        row
        for row in county.rows("review")
        if is_between(row["due_on"], first, last)
        and place.holds(county.involvement_by_id[row["involvement_id"]]["district_code"])
    ]
    held = [row for row in due if row.get("held_on") is not None and row["held_on"] <= row["due_on"]]
    return {"all": share_of(held, due)}


def closures_signed_off(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    ended = rows.ended_involvements(county, place, first, last)
    signed = [row for row in ended if row.get("signed_off_on") and row["signed_off_on"] <= row["ended_on"]]
    return {"all": share_of(signed, ended)}


def closures_school_consulted(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    ended = rows.ended_involvements(county, place, first, last)
    asked = [row for row in ended if row.get("school_consulted") in ("yes", "no")]
    return {"all": share_of([row for row in asked if row["school_consulted"] == "yes"], asked)}
