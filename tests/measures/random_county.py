"""A small county in the dataset's form, and how one that fails is cut down to the rows it takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

Row = dict[str, Any]
Tables = dict[str, list[Row]]

COUNTY_CODE = "E10000001"
ALWAYS_PRESENT = ("district", "school", "family", "person")
SOMETIMES_ABSENT = (
    "request", "request_child", "involvement", "involvement_child", "focus", "assessment", "review", "care_status",
    "exclusion", "referral", "link", "staffing", "link_meeting", "case_audit", "closing_form", "closing_answer",
    "closing_offer",
)  # fmt: skip
PARENTS = {
    "involvement_id": "involvement",
    "request_id": "request",
    "form_id": "closing_form",
    "referral_id": "referral",
}


@dataclass(frozen=True)
class RandomCounty:
    """A county in the dataset's form with the period its figures are wanted for."""

    first: date
    last: date
    as_at: date
    present: frozenset[str]
    tables: Tables

    def __repr__(self) -> str:
        """Row by row, without what is not recorded and the bare lists of people: what a failing test prints."""
        absent = ", ".join(name for name in SOMETIMES_ABSENT if name not in self.present) or "none"
        lines = [f"from {self.first} to {self.last}, as at {self.as_at}, absent tables: {absent}"]
        for name, rows in self.tables.items():
            for row in rows if name not in ("family", "person") else []:
                recorded = (f"{column}={value}" for column, value in row.items() if value is not None)
                lines.append(f"  {name}: {' '.join(recorded)}")
        return "\n".join(lines)

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:
        """What hypothesis asks for instead of the repr."""
        printer.text(repr(self))


def is_orphan(row: Row, tables: Tables, present: frozenset[str]) -> bool:
    """Whether its involvement, request, form or referral has gone from a table that is there."""
    for column, parent in PARENTS.items():
        if parent in present and column in row and not any(own[column] == row[column] for own in tables[parent]):
            return True
    return False


def without(county: RandomCounty, gone: list[Row]) -> RandomCounty:
    """The county less these rows and those that hang on them."""
    kept = {name: [row for row in rows if not any(row is own for own in gone)] for name, rows in county.tables.items()}
    whole = {name: [row for row in rows if not is_orphan(row, kept, county.present)] for name, rows in kept.items()}
    return replace(county, tables=whole)


def smallest(county: RandomCounty, fails: Callable[[RandomCounty], bool]) -> RandomCounty:
    """Return the county without the rows that it can do without and still fail: halves first, single rows last."""
    size = sum(len(rows) for rows in county.tables.values())
    while size:
        start = 0
        while rows := [row for name in SOMETIMES_ABSENT for row in county.tables[name]][start : start + size]:
            fewer = without(county, rows)
            if fails(fewer):
                county = fewer
            else:
                start += size
        size //= 2
    return county
