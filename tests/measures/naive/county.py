"""Every figure of a county, measure by measure and place by place, straight from the definitions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from . import assessments, capacity, children, demand, flow, focus, returns, time_to_closure, voice
from .cells import NOT_COLLECTED, Cell
from .places import Place
from .rows import County

__all__ = ["County", "naive_figures"]

Calculation = Callable[[County, Place, date, date], dict[str, Cell]]
Key = tuple[str, str, str, str]

COUNTY = frozenset({"county"})
DISTRICTS = frozenset({"county", "district"})
SCHOOLS = frozenset({"county", "district", "school"})


class Measure(NamedTuple):
    """How it is called and calculated, the levels it is written for, and the tables it cannot do without."""

    name: str
    calculate: Calculation
    levels: frozenset[str]
    tables: frozenset[str]


def measure(calculate: Calculation, levels: frozenset[str], tables: str) -> Measure:
    return Measure(calculate.__name__, calculate, levels, frozenset(tables.split()))


MEASURES = [
    measure(demand.requests, SCHOOLS, "request"),
    measure(demand.requests_from_schools, SCHOOLS, "request"),
    measure(demand.children_in_school_requests, SCHOOLS, "request request_child"),
    measure(demand.requests_answered_in_5_days, DISTRICTS, "request"),
    measure(focus.children_with_focus, DISTRICTS, "involvement involvement_child focus"),
    measure(focus.children_with_both, DISTRICTS, "involvement involvement_child focus"),
    measure(focus.open_children_by_category, DISTRICTS, "involvement involvement_child focus"),
    measure(assessments.assessments_started_by_schools, SCHOOLS, "assessment"),
    measure(assessments.assessments_led_by_schools, SCHOOLS, "assessment"),
    measure(children.open_involvements, DISTRICTS, "involvement"),
    measure(children.open_children, SCHOOLS, "involvement involvement_child"),
    measure(children.open_children_by_care_status, DISTRICTS, "involvement involvement_child care_status"),
    measure(children.open_children_by_sen, DISTRICTS, "involvement involvement_child"),
    measure(flow.closures, DISTRICTS, "involvement"),
    measure(flow.children_closed, SCHOOLS, "involvement involvement_child"),
    measure(flow.closure_duration, DISTRICTS, "involvement involvement_child"),
    measure(flow.focus_closure_duration, DISTRICTS, "involvement involvement_child focus"),
    measure(time_to_closure.time_to_closure, DISTRICTS, "involvement"),
    measure(time_to_closure.still_open_after, DISTRICTS, "involvement"),
    measure(flow.open_over_12_months, DISTRICTS, "involvement"),
    measure(flow.reviews_in_time, DISTRICTS, "involvement review"),
    measure(flow.closures_signed_off, DISTRICTS, "involvement"),
    measure(flow.closures_school_consulted, DISTRICTS, "involvement"),
    measure(capacity.staffing_level, DISTRICTS, "staffing"),
    measure(capacity.link_meetings, SCHOOLS, "link_meeting"),
    measure(capacity.link_meetings_held, SCHOOLS, "link_meeting"),
    measure(capacity.joint_audits, DISTRICTS, "case_audit"),
    measure(capacity.audits_good_or_better, DISTRICTS, "case_audit"),
    measure(capacity.audit_agreement, DISTRICTS, "case_audit"),
    measure(voice.closing_forms, DISTRICTS, "closing_form"),
    measure(voice.closing_form_answers, DISTRICTS, "closing_form closing_answer"),
    measure(voice.closing_form_answers_left_out, DISTRICTS, "closing_form closing_answer"),
    measure(voice.closing_form_scale, DISTRICTS, "closing_form closing_answer"),
    measure(voice.closing_forms_returned, DISTRICTS, "closing_offer closing_form involvement"),
    measure(returns.re_requests, DISTRICTS, "request involvement"),
    measure(returns.requests_on_open_case, DISTRICTS, "request involvement"),
    measure(returns.returned_after_closure, DISTRICTS, "request involvement"),
    measure(returns.referrals_known, COUNTY, "referral link involvement involvement_child assessment"),
    measure(returns.referrals_stepped_up, COUNTY, "referral link involvement involvement_child assessment"),
    measure(returns.exclusion_outcomes, DISTRICTS, "involvement involvement_child focus exclusion"),
]

MEASURES_BY_ITEM = ("closing_form_answers", "closing_form_answers_left_out", "closing_form_scale")


def with_places_alone(county: County) -> County:
    """The same places with nothing recorded: what is not collected still has its cells."""
    return County(county.tables, county.county_code, county.as_at, county.present & {"district", "school"})


def naive_figures(county: County, first: date, last: date) -> dict[Key, Cell]:
    """Return every cell of every measure by measure, place level, place code and breakdown."""
    figures: dict[Key, Cell] = {}
    for own in MEASURES:
        is_collected = own.tables <= county.present
        counted = county if is_collected else with_places_alone(county)
        for place in county.places():
            if place.level in own.levels:
                cells = own.calculate(counted, place, first, last)
                if not is_collected and not cells and own.name in MEASURES_BY_ITEM:
                    cells = {"all": NOT_COLLECTED}  # no question can be named, yet the reader is told
                for breakdown, cell in cells.items():
                    figures[own.name, place.level, place.code, breakdown] = cell if is_collected else NOT_COLLECTED
    return figures
