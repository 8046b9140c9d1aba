"""Early Help Assessments that schools start and lead."""

from __future__ import annotations

from datetime import date

from .cells import Cell, number_of, share_of
from .places import Place
from .rows import County
from .words import KEY_STAGES, PHASES, Row, is_between, key_stage


def started_by_schools(county: County, place: Place, first: date, last: date) -> list[Row]:
    return [
        row
        for row in county.rows("assessment")
        if row["started_by"] == "school"
        and is_between(row["started_on"], first, last)
        and place.holds(row.get("district_code"), row.get("started_by_urn"))
    ]


def assessments_started_by_schools(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    started = started_by_schools(county, place, first, last)
    cells = {"all": number_of(started)}
    for stage in KEY_STAGES:
        cells[f"key_stage={stage}"] = number_of([row for row in started if key_stage(row.get("nc_year")) == stage])
    for phase in PHASES:
        cells[f"phase={phase}"] = number_of(
            [row for row in started if county.phase(row.get("started_by_urn")) == phase]
        )
    return cells


def assessments_led_by_schools(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    started = started_by_schools(county, place, first, last)
    return {"all": share_of([row for row in started if row["led_by"] == "school"], started)}
