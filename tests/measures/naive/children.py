"""Who the children are: school age, in involvements open on the last day of the period."""

from __future__ import annotations

from datetime import date

from . import rows
from .cells import Cell, number_of, share_of
from .places import Place
from .rows import Child, County
from .words import KEY_STAGES, PHASES, is_open_at

CARE_STATUSES = ("looked_after", "child_protection_plan", "child_in_need")
SEN_PROVISIONS = ("N", "K", "E", "S")


def open_involvements(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    return {"all": number_of(rows.open_involvements(county, place, last))}


def open_children(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    everyone = rows.school_age_children_of_open_involvements(county, place, last)
    cells = {"all": number_of(everyone)}
    for stage in KEY_STAGES:
        cells[f"key_stage={stage}"] = number_of([child for child in everyone if child.key_stage == stage])
    for phase in PHASES:
        of_phase = [child for child in everyone if county.phase(child.row.get("school_urn")) == phase]
        cells[f"phase={phase}"] = number_of(of_phase)
    return cells


def care_status(county: County, child: Child, day: date) -> str:
    """The first of the three that the child has at the day, else none."""
    held = {
        row["status"]
        for row in county.rows("care_status")
        if row["person_id"] == child.row["person_id"] and is_open_at(row["from_on"], row.get("to_on"), day)
    }
    for status in CARE_STATUSES:
        if status in held:
            return status
    return "none"


def open_children_by_care_status(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    everyone = rows.school_age_children_of_open_involvements(county, place, last)
    statuses = [care_status(county, child, last) for child in everyone]
    cells = {"all": share_of(everyone, everyone)}
    for status in (*CARE_STATUSES, "none"):
        cells[f"care_status={status}"] = share_of([own for own in statuses if own == status], everyone)
    return cells


def open_children_by_sen(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    everyone = rows.school_age_children_of_open_involvements(county, place, last)
    cells = {"all": share_of(everyone, everyone)}
    for provision in (*SEN_PROVISIONS, "not_known"):
        having = [child for child in everyone if (child.row.get("sen_provision") or "not_known") == provision]
        cells[f"sen_provision={provision}"] = share_of(having, everyone)
    return cells
