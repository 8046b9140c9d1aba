"""The twelve measures that are compared with other tools, and the tables they read."""

from __future__ import annotations

from typing import Final

from bench.data import AS_AT, COUNTY_CODE, PERIOD
from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.measures.scope import LEVELS, Scope

TWELVE: Final = (
    "assessments_started_by_schools",
    "children_with_focus",
    "closure_duration",
    "focus_closure_duration",
    "open_children_by_care_status",
    "open_children_by_category",
    "open_children_by_sen",
    "re_requests",
    "referrals_known",
    "requests",
    "requests_answered_in_5_days",
    "requests_from_schools",
)

# The columns that the twelve measures need for England as one place, table by table.
COLUMNS: Final = {
    "school": ("urn", "phase"),
    "request": ("request_id", "family_id", "received_on", "kind", "source_code", "school_urn", "answered_on"),
    "involvement": ("involvement_id", "family_id", "district_code", "started_on", "ended_on"),
    "involvement_child": ("involvement_id", "person_id", "nc_year", "school_urn", "sen_provision"),
    "focus": ("involvement_id", "person_id", "focus_code", "opened_on", "closed_on"),
    "assessment": ("person_id", "nc_year", "started_on", "started_by", "started_by_urn"),
    "care_status": ("person_id", "status", "from_on", "to_on"),
    "referral": ("referral_id", "received_on", "accepted_on", "step_up", "age_years"),
    "link": ("referral_id", "person_id", "decision"),
}


def scope_of(levels: tuple[str, ...] = LEVELS, measures: tuple[str, ...] | None = TWELVE) -> Scope:
    """Return the seven months of the report card, with every table there."""
    return Scope(PERIOD, AS_AT, COUNTY_CODE, frozenset(TABLES), levels=levels, measures=measures)
