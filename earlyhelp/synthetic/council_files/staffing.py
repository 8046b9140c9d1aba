"""A staffing return: districts down, months across, a sheet for each kind of full-time equivalent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from earlyhelp.synthetic.council_files.facts import Facts, british, text, total_of
from earlyhelp.synthetic.council_files.files import Cell, Formula, Line, Page, write_workbook
from earlyhelp.synthetic.writing import Row

_SHEETS: Final = {
    "Establishment": "establishment_fte", "In post": "in_post_fte", "Absent": "absent_fte",
    "Of which sickness": "sickness_fte", "Of which maternity": "maternity_fte", "Agency and temp": "temporary_fte",
}  # fmt: skip
# Months that somebody typed are text, those that somebody dragged along the row are days.
_MONTHS_AS_DAYS: Final = ("Absent", "Of which sickness", "Of which maternity")
_HEADER_ROW: Final = 4


def write_staffing_return(facts: Facts, out: Path) -> None:
    """Write the workbook into a folder that exists."""
    rows = facts.rows("staffing")
    months = list(dict.fromkeys(month for row in rows if isinstance(month := row["month"], date)))
    at = {(text(row, "district_code"), row["month"]): row for row in rows}
    districts = {code: facts.short_district(code) for code in dict.fromkeys(text(row, "district_code") for row in rows)}
    pages = [_page(name, column, districts, months, at, facts.as_at) for name, column in _SHEETS.items()]
    write_workbook(out / "Staffing return.xlsx", pages)


def _page(
    name: str,
    column: str,
    districts: dict[str, str],
    months: Sequence[date],
    at: dict[tuple[str, object], Row],
    as_at: date,
) -> Page:
    header: Line = ("District", *(month if name in _MONTHS_AS_DAYS else f"{month:%b-%y}" for month in months))
    lines: list[Line] = [
        (f"Local Support Teams: {name.lower()}, full-time equivalents by month",),
        (f"Position at {british(as_at)}",),
        (),
        header,
    ]
    values = {code: [_fte(at[code, month], column) for month in months] for code in districts}
    lines += [(district, *values[code]) for code, district in districts.items()]
    totals = [_total([values[code][place] for code in districts], place) for place in range(len(months))]
    lines += [("Total", *totals), (), ("Months without figures are not yet available.",)]
    return Page(name, lines, merged=((0, 0, 0, 12),), days="mmm-yy")


def _fte(row: Row, column: str) -> float | None:
    value = text(row, column)
    return float(value) if value else None


def _total(values: Sequence[float | None], place: int) -> Cell:
    known = [value for value in values if value is not None]
    letter = _letters(place + 1)
    last = _HEADER_ROW + len(values)
    return Formula(f"=SUM({letter}{_HEADER_ROW + 1}:{letter}{last})", total_of(known)) if known else None


def _letters(place: int) -> str:
    high, low = divmod(place, 26)
    return (chr(ord("A") + high - 1) if high else "") + chr(ord("A") + low)
