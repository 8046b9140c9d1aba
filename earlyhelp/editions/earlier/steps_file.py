"""restated.csv: every figure that changed since an earlier edition, with its five steps; for the authority alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from earlyhelp.disclosure.restated_steps import Steps
from earlyhelp.editions.earlier.five_steps import Split
from earlyhelp.editions.earlier.numbers_counted import CellKey
from earlyhelp.editions.files import csv_text
from earlyhelp.report.cell_texts import exact_number

RESTATED_FILE: Final = "restated.csv"
COLUMNS: Final = (*CellKey._fields, "number", "then", *Steps._fields[1:], "now", "why_not_split")


def steps_csv(split: Split) -> str:
    """Return a line for the count, or the value, and one for the out-of of each figure, in the order of figures.csv.

    number  counted or out_of
    """
    cells = sorted({*split.moved, *split.why_not}, key=lambda cell: tuple(part.encode() for part in cell))
    return csv_text(COLUMNS, (line for cell in cells for line in _lines(cell, split)))


def _lines(cell: CellKey, split: Split) -> Iterator[tuple[str, ...]]:
    moved = split.moved.get(cell)
    if moved is None:
        yield (*cell, "", *[""] * 7, split.why_not[cell])
        return
    yield (*cell, "counted", *_numbers(moved.counted), "")
    if moved.out_of is not None:
        yield (*cell, "out_of", *_numbers(moved.out_of), "")


def _numbers(steps: Steps) -> tuple[str, ...]:
    return tuple(exact_number(number) for number in (*steps, steps.reached[-1]))
