"""figures.csv read back: every figure as it was written, or the file, row and column that is not as it should be."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.measures.figures import Figure, Number, Status
from earlyhelp.periods import Period, read_period
from earlyhelp.places import COUNTY, DISTRICT, SCHOOL
from earlyhelp.report.writers.figures_csv import COLUMNS

_NUMBER: Final = re.compile(r"\d{1,15}(\.\d{1,12})?", re.ASCII)
_BREAKDOWN: Final = re.compile(r"all|[^=;]+=[^=;]+(;[^=;]+=[^=;]+)*")
_LEVELS: Final = (COUNTY, DISTRICT, SCHOOL)
_NUMBERS: Final = ("count", "out_of", "value")


def read_figures(path: Path) -> list[Figure]:
    """Return the figures of a figures.csv in the order of its rows.

    Raises  CannotRead: it cannot be opened, or is no figures.csv; the sentence names file, row and column, and quotes
            nothing that the file holds
    Source  docs/rules/figures_file.md
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(_figures(path, csv.reader(file)))
    except OSError as error:
        raise CannotRead(f"{path} could not be opened: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise CannotRead(f"{path} is not text in UTF-8.") from None
    except csv.Error:
        raise CannotRead(f"{path} is not a CSV file.") from None


def _figures(path: Path, rows: Iterator[list[str]]) -> Iterator[Figure]:
    if tuple(next(rows, ())) != COLUMNS:
        raise CannotRead(f"{path} is no figures.csv: its first row must be {','.join(COLUMNS)}.")
    met: set[tuple[object, ...]] = set()
    for number, row in enumerate(rows, 2):
        try:
            figure = _figure(row)
            if (key := figure[:5]) in met:
                raise _FaultError("breakdown", "is that of a row before, for the same measure, period and place")
        except _FaultError as fault:
            raise CannotRead(f"{path}, row {number}, column {fault.column}: {fault.what}.") from None
        met.add(key)
        yield figure


class _FaultError(ValueError):
    """What is wrong with one column of a row, without the text that stands there."""

    def __init__(self, column: str, what: str) -> None:
        super().__init__(what)
        self.column, self.what = column, what


def _figure(row: list[str]) -> Figure:
    if len(row) != len(COLUMNS):
        raise _FaultError(
            COLUMNS[min(len(row), len(COLUMNS) - 1)], f"the row has {len(row)} fields, not {len(COLUMNS)}"
        )
    text = dict(zip(COLUMNS, row, strict=True))
    for column in ("measure", "place_code", "unit"):
        if not text[column]:
            raise _FaultError(column, "is empty")
    if text["place_level"] not in _LEVELS:
        raise _FaultError("place_level", f"is none of {', '.join(_LEVELS)}")
    if not _BREAKDOWN.fullmatch(text["breakdown"]):
        raise _FaultError("breakdown", 'is neither "all" nor name=value')
    count, out_of, value = (_number(column, text[column]) for column in _NUMBERS)
    figure = Figure(
        text["measure"], _period(text["period_start"], text["period_end"]), text["place_level"], text["place_code"],
        text["breakdown"], count, out_of, value, text["unit"], _status(text["status"]), text["note"],
    )  # fmt: skip
    _check_numbers(figure)
    return figure


def _check_numbers(figure: Figure) -> None:
    """Absent is not zero: a cell has a number where its status says so, and nowhere else."""
    if figure.status.has_number and figure.value is None:
        raise _FaultError("value", f"is empty, though the status is {figure.status}")
    for column in _NUMBERS:
        if not figure.status.has_number and getattr(figure, column) is not None:
            raise _FaultError(column, f"holds a number, though the status is {figure.status}")
    if figure.status is Status.ZERO and figure.value:
        raise _FaultError("value", "is not zero, though the status is zero")


def _status(text: str) -> Status:
    try:
        return Status(text)
    except ValueError:
        raise _FaultError("status", f"is none of {', '.join(Status)}") from None


def _number(column: str, text: str) -> Number | None:
    if not text:
        return None
    if not _NUMBER.fullmatch(text):
        raise _FaultError(column, "is no number as this program writes them")
    return Decimal(text) if "." in text else int(text)


def _period(first: str, last: str) -> Period:
    try:
        return _days(first, last)
    except ValueError:
        raise _FaultError("period_end", "with period_start is no period of two days, such as 2016-01-01") from None


@cache
def _days(first: str, last: str) -> Period:
    return read_period(first, last)
