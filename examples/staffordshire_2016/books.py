"""The records as they stood twice: at the end of July, and when the first data sheet was drawn on 10 June."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from earlyhelp.synthetic.writing import Book, Row, write_csv
from examples.staffordshire_2016 import plan

COUNTY = {"county_code": "E10000028", "county_name": "Staffordshire"}
SYSTEM = "Invented records of 2016"
NOTE = "Every person, school and event is invented."
BEGINS_LATER = {
    "request": plan.FIRST, "request_child": plan.FIRST, "assessment": plan.FIRST, "staffing": plan.FIRST,
    "link_meeting": date(2015, 9, 1), "referral": date(2016, 4, 1), "link": plan.FIRST, "step_up": date(2016, 4, 1),
    "closing_form": date(2016, 5, 1), "closing_answer": date(2016, 5, 1), "closing_offer": date(2016, 5, 1),
}  # fmt: skip


class Books:
    """Two sets of tables, filled together so that whatever both hold agrees."""

    def __init__(self) -> None:
        self.july, self.june = Book(), Book()

    def add(self, table: str, row: Row, *, by_june: bool, **as_of_june: object) -> None:
        """Add a row; by_june: it had been recorded by 10 June, where `as_of_june` tells what stood differently."""
        self.july.rows[table].append(row)
        if by_june:
            self.june.rows[table].append({**row, **as_of_june})


def write_book(book: Book, out: Path, as_at: date) -> dict[str, int]:
    """Write the tables that hold rows, and dataset.json, into a folder; return the rows of each table.

    A table without rows is left out: nobody recorded it, which is not the same as none.
    """
    out.mkdir(parents=True, exist_ok=True)
    for stale in out.glob("*.csv"):
        stale.unlink()
    filled = {table: rows for table, rows in book.rows.items() if rows}
    for table, rows in filled.items():
        write_csv(rows, table, out / f"{table}.csv")
    sources = {table: _source(table, as_at) for table in filled}
    text = json.dumps({**COUNTY, "as_at": as_at.isoformat(), "sources": sources}, indent=1)
    (out / "dataset.json").write_text(text + "\n", encoding="utf-8", newline="\n")
    return {table: len(rows) for table, rows in filled.items()}


def _source(table: str, as_at: date) -> dict[str, str]:
    return {
        "system": SYSTEM, "extracted_at": as_at.isoformat(),
        "complete_from": BEGINS_LATER.get(table, plan.COMPLETE_FROM).isoformat(), "note": NOTE,
    }  # fmt: skip
