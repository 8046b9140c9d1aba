"""The words of the blank workbook: its cover, the notes on its headings and what it says to a wrong entry."""

from __future__ import annotations

from earlyhelp.dataset.column_wording import kind_in_words, requirement_in_words
from earlyhelp.dataset.declare import Column, Kind, Table

# Sheets that explain the workbook and hold no data; a reader passes over them.
EXPLAINING_SHEETS = ("cover", "contents", "columns", "codes")

TITLE = "The early help dataset: a blank workbook to fill"

RESTRICTED = "No figure is made from this table. Delete the sheet before the workbook is sent on."

UNUSED_SHEETS = (
    "Delete the sheets of the tables you do not hold: one left here empty says that there was nothing to record."
)

COVER = (
    TITLE,
    "This workbook holds one dataset of a county's early help. Each table has its own sheet, named as the table. "
    "Filled in and saved, it can be checked and turned into figures by earlyhelp, or kept and shared without it.",
    "How to fill it",
    "1. In the sheet dataset, write the county's code and name, and the last day the records speak for.",
    "2. In the sheet sources, write one row for each table you fill: where it comes from, the day it was taken, "
    "and the first day from which its history is complete.",
    "3. Fill the sheets of the tables you hold, one row to a record, from the second row on. Leave no row blank.",
    "4. Delete the sheets of the tables you do not hold. A deleted sheet says that the table is not collected; "
    "a sheet with headings alone says that there was nothing to record.",
    "5. Do not rename, move or merge headings. Columns you do not hold may stay empty, unless they are required.",
    "What the cells take",
    "Each heading has a note with the meaning of its column, what it takes and whether it is required. "
    "The sheet columns says the same in one table.",
    "Columns that take codes offer them in a drop-down list, for the first 5,000 rows. The sheet codes gives the "
    "meaning of each code. Larger tables are better supplied as CSV or Parquet files.",
    "Dates are written year-month-day, such as 2016-01-31. Flags are true or false.",
    "An empty cell means not recorded. Where something is not known, not applicable or zero, write that.",
    "Identities",
    "The sheets identity and referral_identity hold names and numbers of people. They serve linkage alone and must "
    "not be sent on. Delete them where you do not link referrals. No other sheet may hold a person's name or address.",
)
COVER_HEADINGS = ("How to fill it", "What the cells take", "Identities")

MANIFEST_NOTES = {
    "county_code": "The county's national code, such as E10000028.",
    "county_name": "The county's name, as it is to be printed.",
    "as_at": "The last day the records speak for, year-month-day.",
}

SOURCE_NOTES = {
    "table": "Required. The table, by the name of its sheet.",
    "system": "The system or file the rows were taken from.",
    "extracted_at": "The day the rows were taken, year-month-day.",
    "complete_from": "The first day from which the history of the table is complete, year-month-day.",
    "note": "Anything a reader of the figures has to know about these rows.",
}


def heading_note(table: Table, column: Column) -> str:
    """Return the note on a column's heading: required or optional first, then what it means and takes."""
    lines = [f"{requirement_in_words(table, column).capitalize()}.", column.meaning]
    lines.append(f"Takes {kind_in_words(column)}.")
    if column.refers_to:
        lines.append(f"Refers to the sheet {column.refers_to}.")
    if column.standard:
        lines.append(f"Standard: {column.standard}.")
    if table.restricted:
        lines.append(f"Identities, for linkage and the case screens alone. {RESTRICTED}")
    return "\n".join(lines)


def refusal(column: Column) -> str:
    """Return what the workbook says when an entry does not fit the column."""
    if column.codes:
        return f"Please choose a code from the list. The sheet codes explains the codes of {column.codes}."
    if column.kind is Kind.DATE:
        return "Please write a date, such as 2016-01-31."
    if column.kind is Kind.FLAG:
        return "Please choose true or false."
    return f"Please write {kind_in_words(column)}."
