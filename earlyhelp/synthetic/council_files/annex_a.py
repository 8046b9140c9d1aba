"""An inspection workbook in the manner of Ofsted's Annex A: early help assessments, referrals, and empty lists."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from earlyhelp.synthetic.council_files.facts import Facts, day, label, lettered, number_of, text
from earlyhelp.synthetic.council_files.files import Cell, Formula, Line, Page, write_workbook
from earlyhelp.synthetic.writing import Row

_SIX_MONTHS_DAYS: Final = 183
_YEAR_DAYS: Final = 365.25
_ERROR: Final = "#N/A"
# What a look-up leaves that finds nothing.
_NOT_FOUND: Final = Formula("=NA()", _ERROR)
_FIXED_SPACE: Final = "\N{NO-BREAK SPACE}"
_GENDER: Final = {"M": "a) Male", "F": "b) Female", "U": "c) Not stated/recorded"}
_CHILD: Final = ("Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age")
_ORGANISATION: Final = {
    "health": "Health Visiting Service", "police": "Police Neighbourhood Team", "voluntary": "Home Help Charity",
    "other_council": "Council Housing Service", "other": "Other agency",
}  # fmt: skip
# The lists of which early help has no facts: their names stand in the workbook and nothing below.
_LISTS_WITHOUT_ROWS: Final = ("List 1", *(f"List {number}" for number in range(4, 12)))


def write_annex_a(facts: Facts, out: Path) -> None:
    """Write the workbook into a folder that exists: the assessments and referrals of the last six months."""
    lists = {
        "List 2": Page("List 2", _assessments(facts)), "List 3": Page("List 3", _referrals(facts)),
        **{name: Page(name, [_CHILD]) for name in _LISTS_WITHOUT_ROWS},
    }  # fmt: skip
    ordered = sorted(lists.values(), key=lambda page: int(page.name.removeprefix("List ")))
    write_workbook(out / f"Annex A {facts.as_at}.xlsx", ordered)


def _is_recent(facts: Facts, on: date | None) -> bool:
    return on is not None and 0 <= (facts.as_at - on).days <= _SIX_MONTHS_DAYS


def _age(born: date | None, as_at: date, number: int) -> Cell:
    """An age in years as the workbook computes it, on the day of the list; without a day of birth it cannot."""
    if born is None:
        return Formula("=NA()", _ERROR)
    return Formula(
        f"=(DATE({as_at.year},{as_at.month},{as_at.day})-D{number})/{_YEAR_DAYS}", (as_at - born).days / _YEAR_DAYS
    )


def _assessments(facts: Facts) -> list[Line]:
    names: Line = (
        *_CHILD, "Assessment start date", "Assessment completion date", "Organisation completing assessment",
    )  # fmt: skip
    rows: list[Line] = []
    for row in facts.rows("assessment"):
        started = day(row, "started_on")
        if not _is_recent(facts, started):
            continue
        person = facts.people[text(row, "person_id")]
        born = day(person, "date_of_birth")
        ethnicity = lettered("ethnicity", text(person, "ethnicity"), words=False)
        rows.append((
            int(number_of(text(row, "person_id"))), _GENDER[text(person, "sex")], ethnicity or _NOT_FOUND, born,
            _age(born, facts.as_at, len(rows) + 2), started, day(row, "completed_on"), _organisation(facts, row),
        ))  # fmt: skip
    return [names, *rows]


def _organisation(facts: Facts, row: Row) -> str:
    """Free text: a school by its name, the team by its locality, both with the fixed spaces of a web page."""
    starter = text(row, "started_by")
    if starter == "school":
        school = facts.schools.get(text(row, "started_by_urn"), {})
        return (text(school, "name") or "School outside the county").replace(" ", _FIXED_SPACE, 1)
    if starter == "local_support_team":
        return f"Early{_FIXED_SPACE}Help Locality {int(text(row, 'district_code')[-2:]) - 91}"
    return _ORGANISATION[starter]


def _referrals(facts: Facts) -> list[Line]:
    names: Line = (
        *_CHILD, "Date of Referral", "Referral Source", "Referral NFA?",
        "Number of Referrals in Last 12 Months", "Allocated Team", "Allocated Worker",
    )  # fmt: skip
    identities = {text(row, "referral_id"): row for row in facts.rows("referral_identity")}
    rows: list[Line] = []
    for row in facts.rows("referral"):
        received = day(row, "received_on")
        if not _is_recent(facts, received):
            continue
        identity = identities[text(row, "referral_id")]
        born = day(identity, "date_of_birth")
        source = lettered("request_source", text(row, "source_code"), words=True)
        rows.append((
            int(number_of(text(row, "referral_id"))), label("sex", text(identity, "sex")), _NOT_FOUND, born,
            _age(born, facts.as_at, len(rows) + 2), received, source, "No" if day(row, "accepted_on") else "Yes", 0,
            f"First{_FIXED_SPACE}Response", None,
        ))  # fmt: skip
    return [names, *rows]
