"""The schools of a county from a file: those of the dataset's table `school`, or the columns of it that matter here."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.periods import read_day
from earlyhelp.places import PlaceRegister, SchoolRecord
from earlyhelp.vocabulary.code_lists import read_code_list

REQUIRED: Final = ("urn", "district_code", "phase")
NO_SCHOOLS: Final = PlaceRegister.build("", "", ())


def read_schools(path: Path | None) -> PlaceRegister:
    """Return the register of the schools in a file, without any where there is no file.

    path    CSV with the columns urn, district_code and phase; opened_on and closed_on where they are known
    Raises  CannotRead: it cannot be opened, lacks a column, or a row holds a phase or day that is none
    """
    if path is None:
        return NO_SCHOOLS
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return PlaceRegister.build("", "", (), list(_records(path, csv.DictReader(file))))
    except OSError as error:
        raise CannotRead(f"{path} could not be opened: {error.strerror}.") from None
    except (UnicodeDecodeError, csv.Error):
        raise CannotRead(f"{path} is not a CSV file in UTF-8.") from None


def _records(path: Path, rows: csv.DictReader[str]) -> Iterator[SchoolRecord]:
    lacking = [column for column in REQUIRED if column not in (rows.fieldnames or ())]
    if lacking:
        raise CannotRead(f"{path} lacks the column {' and '.join(lacking)}: it must have {', '.join(REQUIRED)}.")
    phases = {entry.code: entry.more["reporting_phase"] for entry in read_code_list("phase").entries}
    for number, row in enumerate(rows, 2):
        if row["phase"] not in phases:
            raise CannotRead(f"{path}, row {number}, column phase: it is none of {', '.join(phases)}.")
        opened, closed = (_day(path, number, column, row.get(column)) for column in ("opened_on", "closed_on"))
        name = row.get("name") or row["urn"]
        yield SchoolRecord(row["urn"], name, row["phase"], phases[row["phase"]], row["district_code"], opened, closed)


def _day(path: Path, number: int, column: str, text: str | None) -> date | None:
    try:
        return read_day(text) if text else None
    except ValueError:
        raise CannotRead(f"{path}, row {number}, column {column}: it is no day such as 2016-03-31.") from None
