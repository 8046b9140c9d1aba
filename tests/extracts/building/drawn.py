"""Sheets drawn as text, and what a mapping makes of them."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

from earlyhelp.extracts.building.account import HEADINGS, account_of
from earlyhelp.extracts.building.council import Council
from earlyhelp.extracts.building.questions import Questions
from earlyhelp.extracts.extract import Prepared, make_tables
from earlyhelp.extracts.files.sheet import Sheet
from earlyhelp.extracts.mapping.declare import DistrictNames
from earlyhelp.extracts.mapping.read import read_mapping

COUNCIL = Council(
    "E10000028",
    "Staffordshire",
    (
        DistrictNames("E07000197", "Stafford", ("Stafford Borough",)),
        DistrictNames("E07000198", "Staffordshire Moorlands", ("Moorlands",)),
    ),
)
AS_AT = date(2016, 7, 31)


WORKERS = """
[source.staff]
files = ["staff*"]
ignore = ["Notes"]

[[table]]
name = "worker"
source = "staff"
[table.columns]
worker_id = "Ref"
district_code = { from = "Area", lookup = "district" }
fte = "FTE"
from_on = "Start"
role = "Role"
"""
"""A mapping of one table, which most tests change a little."""


def sheet(file: str, drawn: str, name: str = "", epoch: int = 0) -> Sheet:
    """Return a sheet drawn with | between its cells; a line that holds nothing is a blank row."""
    numbers: list[int] = []
    rows: list[list[str]] = []
    blank = 0
    for number, line in enumerate(drawn.strip("\n").splitlines(), start=1):
        cells = [cell.strip() for cell in line.split("|")]
        while cells and not cells[-1]:
            cells.pop()
        blank += not cells
        if cells:
            numbers.append(number)
            rows.append(cells)
    return Sheet(file, name, numbers, rows, blank_rows=blank, epoch=epoch)


def make(folder: Path, mapping: str, *sheets: Sheet, as_at: date | None = AS_AT) -> Prepared:
    """Return what a mapping makes of the sheets, for a county of two districts."""
    path = folder / "mapping.toml"
    path.write_text("mapping = 1\n" + mapping, encoding="utf-8")
    return make_tables(sheets, [read_mapping(path)], COUNCIL, Questions(), as_at=as_at)


def table(made: Prepared, name: str, *columns: str) -> list[tuple[str | None, ...]]:
    """Return the rows of a table, with the columns asked for."""
    return [tuple(row[column] for column in columns) for row in made.built.tables[name]]


def account(made: Prepared) -> list[dict[str, str]]:
    """Return the lines of the account as a reader of account.csv sees them."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADINGS)
    writer.writerows(account_of([rows for each in made.laid for rows in each.sources.values()], made.built.made))
    return list(csv.DictReader(io.StringIO(text.getvalue())))


def outcomes(made: Prepared, name: str) -> list[tuple[str, str]]:
    """Return row and outcome of each line of the account about a table."""
    return [(line["row"], line["outcome"]) for line in account(made) if line["table"] == name]


def asked(made: Prepared) -> list[str]:
    """Return the questions of a run, without how many rows they are about."""
    return [f"{question.asks}." for question in made.questions.found.values()]
