"""Requests for help: how many, from whom, and how soon answered."""

from __future__ import annotations

from datetime import date

from .cells import Cell, number_of, share_of
from .code_lists import BANK_HOLIDAYS, REQUEST_SOURCES
from .places import Place
from .rows import County, support_requests
from .words import KEY_STAGES, PHASES, fifth_working_day_after, key_stage, months_touched

SCHOOL = "2A"


def requests(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    asked = support_requests(county, place, first, last)
    cells = {"all": number_of(asked)}
    for source in REQUEST_SOURCES:
        cells[f"source_code={source}"] = number_of([row for row in asked if row["source_code"] == source])
    for month in months_touched(first, last):
        cells[f"month={month}"] = number_of([row for row in asked if f"{row['received_on']:%Y-%m}" == month])
    by_schools = [row for row in asked if row["source_code"] == SCHOOL]
    for phase in PHASES:
        of_phase = [row for row in by_schools if county.phase(row.get("school_urn")) == phase]
        cells[f"phase={phase}"] = number_of(of_phase)
    return cells


def requests_from_schools(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    asked = support_requests(county, place, first, last)
    return {"all": share_of([row for row in asked if row["source_code"] == SCHOOL], asked)}


def children_in_school_requests(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    asked = support_requests(county, place, first, last)
    by_schools = {row["request_id"] for row in asked if row["source_code"] == SCHOOL}
    named = [row for row in county.rows("request_child") if row["request_id"] in by_schools]
    cells = {"all": number_of(named)}
    for stage in KEY_STAGES:
        cells[f"key_stage={stage}"] = number_of([row for row in named if key_stage(row.get("nc_year")) == stage])
    return cells


def requests_answered_in_5_days(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    due, in_time = [], []
    for row in support_requests(county, place, first, last):
        fifth_day = fifth_working_day_after(row["received_on"], BANK_HOLIDAYS)
        if fifth_day <= county.as_at:
            due.append(row)
            if row.get("answered_on") is not None and row["answered_on"] <= fifth_day:
                in_time.append(row)
    return {"all": share_of(in_time, due)}
