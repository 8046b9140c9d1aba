"""The long code lists whose every value gets a cell, and the days that are no working days."""

from __future__ import annotations

from earlyhelp.vocabulary.bank_holidays import bank_holidays
from earlyhelp.vocabulary.code_lists import read_code_list

FOCUS_CATEGORIES = (
    "attendance",
    "behaviour",
    "emotional_wellbeing",
    "family_life",
    "physical_wellbeing",
    "parental_wellbeing",
)
FOCUS_CATEGORY_OF_CODE = {entry.code: entry.more["category"] for entry in read_code_list("focus").entries}

REQUEST_SOURCES = (
    "1A", "1B", "1C", "1D", "2A", "2B", "3A", "3B", "3C", "3D", "3E", "3F",
    "4", "5A", "5B", "5C", "5D", "6", "7", "8", "9", "10",
)  # fmt: skip

BANK_HOLIDAYS = frozenset(bank_holidays())
