"""What a code of a breakdown is called on a page."""

from __future__ import annotations

from typing import Final

from earlyhelp.measures.domains import CODE_LISTS, OUTCOMES
from earlyhelp.vocabulary.code_lists import read_code_list

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def label(measure: str, breakdown: str, code: str) -> str:
    """Return what a code is called; a code without a list is spelt out from itself."""
    if breakdown == "month":
        return month_name(code)
    if breakdown == "window":
        return {"6": "Within 6 months", "12": "Within 12 months"}.get(code, f"Within {code} months")
    name = OUTCOMES.get(measure) if breakdown == "outcome" else CODE_LISTS.get(breakdown)
    return read_code_list(name).meaning(code) if name else code.replace("_", " ").capitalize()


def rank(measure: str, breakdown: str, code: str) -> tuple[int, str]:
    """Return the place of a code in the order in which its list is printed."""
    if breakdown == "window":
        return int(code), code
    name = OUTCOMES.get(measure) if breakdown == "outcome" else CODE_LISTS.get(breakdown)
    return (read_code_list(name).codes.index(code) if name else 0), code


def month_name(code: str) -> str:
    """Return "2016-01" as "January 2016"."""
    year, month = code.split("-")
    return f"{MONTHS[int(month) - 1]} {year}"


def short_month(code: str) -> str:
    """Return "2016-01" as "Jan 2016"."""
    year, month = code.split("-")
    return f"{MONTHS[int(month) - 1][:3]} {year}"


def inside_a_sentence(label: str) -> str:
    """Return the label with a small first letter, unless it is an abbreviation such as GP or SEN."""
    is_abbreviation = label[:2].isupper()
    return label if is_abbreviation else label[:1].lower() + label[1:]


def schools_of(phase: str, label: str) -> str:
    """Return how schools of a phase are called inside a sentence."""
    return f"{label.lower()} schools" if phase in ("primary", "secondary", "special") else inside_a_sentence(label)
