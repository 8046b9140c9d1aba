"""Reads the tables of an edition: figures.csv and its kind, and open_data.csv."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from earlyhelp.attacker.catalogue import NOT_PEOPLE
from earlyhelp.attacker.cells import Cell, Printed

FIGURES: Final = (
    "measure", "period_start", "period_end", "place_level", "place_code", "breakdown", "count", "out_of", "value",
    "unit", "status", "note",
)  # fmt: skip
OPEN_DATA: Final = (
    "period_start", "period_end", "place_level", "place_code", "place_name", "measure", "breakdown", "count",
    "out_of", "value", "unit", "note",
)  # fmt: skip
# A bare letter stands where there is no number; z in one column alone means that the column does not apply.
LETTERS: Final = {"c": "suppressed", "x": "not_collected", "z": "not_applicable"}


def read_table(path: Path) -> Iterator[tuple[Cell, Printed]]:
    """Yield the cells of a table with one of the two headers, nothing for any other file."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        header = tuple(next(rows, ()))
        if header == FIGURES:
            yield from (_figure(row) for row in rows if row[0] not in NOT_PEOPLE)
        elif header == OPEN_DATA:
            yield from (_open_data(row) for row in rows if row[5] not in NOT_PEOPLE)


def _figure(row: list[str]) -> tuple[Cell, Printed]:
    cell = Cell(row[0], row[3], row[4], row[5], row[1], row[2])
    return cell, Printed(_whole(row[6]), _whole(row[7]), _real(row[8]), row[10])


def _open_data(row: list[str]) -> tuple[Cell, Printed]:
    cell = Cell(row[5], row[2], row[3], row[6], row[0], row[1])
    return cell, Printed(_whole(row[7]), _whole(row[8]), _real(row[9]), _status(row[7:10]))


def _status(numbers: list[str]) -> str:
    """Return the status that the letters of a row tell; any c hides the cell."""
    if "c" in numbers:
        return "suppressed"
    return LETTERS.get(numbers[2], "value")


def _whole(text: str) -> int | None:
    return int(text) if text.isdigit() else None


def _real(text: str) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        return None
