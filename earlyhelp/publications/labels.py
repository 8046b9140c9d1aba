"""What a code of a breakdown is called on a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from earlyhelp.measures.domains import CODE_LISTS, OUTCOMES
from earlyhelp.vocabulary.code_lists import read_code_list

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


# The meaning in the code list was written for its own form; in a list of five it misleads.
ON_THE_PAGE: Final = {("exclusion_outcomes", "outcome", "none"): "None of these"}


def label(measure: str, breakdown: str, code: str) -> str:
    """Return what a code is called; a code without a list is spelt out from itself."""
    if own := ON_THE_PAGE.get((measure, breakdown, code)):
        return own
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


def list_months(codes: Sequence[str]) -> str:
    """Return "January and March to June 2016": months in a row joined, the year once where all share it.

    codes   months such as 2016-01, in order
    """
    shares_year = len({code[:4] for code in codes}) == 1
    runs: list[list[str]] = []
    for code in codes:
        if runs and _number(code) == _number(runs[-1][-1]) + 1:
            runs[-1].append(code)
        else:
            runs.append([code])
    said: list[str] = []
    for run in runs:
        names = [month_name(code).split()[0] if shares_year else month_name(code) for code in run]
        said += [f"{names[0]} to {names[-1]}"] if len(names) > 2 else names
    listed = join_names(said)
    return f"{listed} {codes[0][:4]}" if shares_year else listed


def join_names(names: Sequence[str]) -> str:
    """Return names with commas between, and "and" before the last."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:])


def inside_a_sentence(label: str) -> str:
    """Return the label with a small first letter, unless it is an abbreviation such as GP or SEN."""
    is_abbreviation = label[:2].isupper()
    return label if is_abbreviation else label[:1].lower() + label[1:]


def schools_of(phase: str, label: str) -> str:
    """Return how schools of a phase are called inside a sentence."""
    return f"{label.lower()} schools" if phase in ("primary", "secondary", "special") else inside_a_sentence(label)
