"""What the work is about, among children of school age."""

from __future__ import annotations

from datetime import date

from .cells import Cell, number_of, share_of
from .code_lists import FOCUS_CATEGORIES, FOCUS_CATEGORY_OF_CODE
from .places import Place
from .rows import (
    Child,
    County,
    school_age_children_of_active_involvements,
    school_age_children_of_open_involvements,
)
from .words import KEY_STAGES, is_active_in, is_open_at


def active_codes(child: Child, first: date, last: date) -> set[str]:
    return {
        focus["focus_code"]
        for focus in child.focuses
        if is_active_in(focus["opened_on"], focus.get("closed_on"), first, last)
    }


def open_categories(child: Child, day: date) -> set[str]:
    return {
        FOCUS_CATEGORY_OF_CODE[focus["focus_code"]]
        for focus in child.focuses
        if is_open_at(focus["opened_on"], focus.get("closed_on"), day)
    }


def children_with_focus(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    everyone = [
        (child.key_stage, active_codes(child, first, last))
        for child in school_age_children_of_active_involvements(county, place, first, last)
    ]
    cells = {"all": share_of([codes for _, codes in everyone if codes], everyone)}
    for category in FOCUS_CATEGORIES:
        having = [codes for _, codes in everyone if any(FOCUS_CATEGORY_OF_CODE[code] == category for code in codes)]
        cells[f"focus_category={category}"] = share_of(having, everyone)
    of_stage = {stage: [codes for own, codes in everyone if own == stage] for stage in KEY_STAGES}
    for code in FOCUS_CATEGORY_OF_CODE:
        cells[f"focus_code={code}"] = share_of([codes for _, codes in everyone if code in codes], everyone)
        for stage, whole in of_stage.items():
            part = [codes for codes in whole if code in codes]
            cells[f"focus_code={code};key_stage={stage}"] = share_of(part, whole)
    return cells


def two_commonest_codes(county: County, first: date, last: date) -> set[str]:
    """The two codes that most children of the county have, equal counts in the order of the codes."""
    county_wide = Place("county", county.county_code)
    counts = dict.fromkeys(FOCUS_CATEGORY_OF_CODE, 0)
    for child in school_age_children_of_active_involvements(county, county_wide, first, last):
        for code in active_codes(child, first, last):
            counts[code] += 1
    return set(sorted(counts, key=lambda code: (-counts[code], code))[:2])


def children_with_both(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    both = two_commonest_codes(county, first, last)
    everyone = school_age_children_of_active_involvements(county, place, first, last)
    return {"all": share_of([child for child in everyone if both <= active_codes(child, first, last)], everyone)}


def open_children_by_category(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    everyone = [
        (child.key_stage, open_categories(child, last))
        for child in school_age_children_of_open_involvements(county, place, last)
    ]
    cells = {"all": number_of([categories for _, categories in everyone if categories])}
    for category in FOCUS_CATEGORIES:
        stages = [stage for stage, categories in everyone if category in categories]
        cells[f"focus_category={category}"] = number_of(stages)
        for stage in KEY_STAGES:
            of_stage = [own for own in stages if own == stage]
            cells[f"focus_category={category};key_stage={stage}"] = number_of(of_stage)
    return cells
