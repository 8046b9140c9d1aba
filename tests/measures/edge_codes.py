"""Codes, ages and amounts that random counties choose from: some on an edge, the useful ones more than once."""

from __future__ import annotations

from decimal import Decimal

SCHOOL_PHASES = (
    "primary", "secondary", "all_through", "special", "alternative_provision", "nursery", "sixteen_plus",
    "middle_deemed_primary", "middle_deemed_secondary",
)  # fmt: skip
# Each kind of year comes more than once in the middle, so that cells by key stage hold more than a child or two.
NC_YEARS = ("R", "1", "2", "3", "6", "7", "9", "10", "11", "5", "8", "4", None, "X", "N2", "E1", "12", "14", "13")
SEN_PROVISIONS = ("N", "K", "E", "S", None)
REQUEST_KINDS = ("support", "support", "support", "support", "penalty_notice", "notification")
REQUEST_SOURCES = ("2A", "2A", "2A", "1A", "5D", "10", "2B")
ORGANISATIONS = ("school", "school", "local_support_team", "health", "other")
# Few codes, so that children share them, and two whose counts often tie.
FOCUS_CODES = (
    "at_risk_of_exclusion", "attendance_below_90", "at_risk_of_exclusion", "alternative_provision",
    "disruptive_behaviour", "domestic_abuse", "low_self_esteem", "basic_needs", "risky_behaviour", "young_carer",
)  # fmt: skip
YES_NO = ("yes", "no", "not_applicable", None)
FLAGS = (True, True, False, None)
JUDGEMENTS = ("2", "3", "2", "1", "4", None)
MEETING_OUTCOMES = ("held", "cancelled_by_team", "cancelled_by_school", "rearranged", "pending")
ITEMS = ("listened", "better")
FAMILY_ANSWERS = ("happy", "unsure", "sad", "not_applicable", None)
SCHOOL_ANSWERS = ("5", "4", "3", "1", "2", "not_applicable", None)
LINK_DECISIONS = ("automatic", "confirmed", "automatic", "rejected", "unreviewed")
CARE_STATUSES = ("looked_after", "child_protection_plan", "child_in_need")
AGES = (5, 16, 10, 5, 16, 4, 17, None)
# 0.0000005 and 0.0000015 of one post lie half-way between two printed values.
POSTS = tuple(Decimal(text) for text in ("1", "20", "13.5", "0", "7.25", "3"))
STAFF = tuple(Decimal(text) for text in ("1", "0", "13.52", "0.1", "2.375", "0.0000005", "0.0000015", "20"))
