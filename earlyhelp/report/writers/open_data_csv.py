"""Released cells as open data: a table that a spreadsheet opens, with a letter wherever there is no number.

Source: docs/rules/open_data_file.md
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.measures.catalogue import CATALOGUE
from earlyhelp.measures.declare import Calculation
from earlyhelp.measures.figures import Number
from earlyhelp.report.cell_notes import note_in_words
from earlyhelp.report.cell_texts import exact_number, first_and_last, order_in_a_file
from earlyhelp.report.sentences import check_released
from earlyhelp.report.statuses import letter_of, status_meaning

COLUMNS: Final = (
    "period_start", "period_end", "place_level", "place_code", "place_name", "measure", "breakdown",
    "count", "out_of", "value", "unit", "note",
)  # fmt: skip
# A plain count is out of nothing, and an estimate has no count.
DOES_NOT_APPLY: Final = "z"
ESTIMATES: Final = (Calculation.SURVIVAL, Calculation.STILL_OPEN)


def write_open_data(cells: Iterable[ReleasedCell], names: Mapping[str, str]) -> str:
    """Return the text of open_data.csv: sorted as figures.csv, lines end in a line feed, no number is ever blank.

    names   place code -> what the place is called
    Raises  TypeError: anything but a released cell. KeyError: a place without a name
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(COLUMNS)
    writer.writerows(_row(cell, names) for cell in sorted(map(_released, cells), key=_order))
    return text.getvalue()


def _released(cell: ReleasedCell) -> ReleasedCell:
    check_released(cell)
    return cell


def _order(cell: ReleasedCell) -> tuple[tuple[str, ...], date]:
    """Two periods may share a file: a year earlier stands before its year."""
    return order_in_a_file(cell), cell.period.first


def _row(cell: ReleasedCell, names: Mapping[str, str]) -> tuple[str, ...]:
    figure = cell.figure
    first, last = first_and_last(figure.period)
    place = (figure.place_level, figure.place_code, names[figure.place_code])
    return first, last, *place, figure.measure, figure.breakdown, *_numbers(cell), figure.unit, _note(cell)


def _numbers(cell: ReleasedCell) -> tuple[str, str, str]:
    """Return count, out-of and value, or letters in their place."""
    count, out_of, value = cell.count, cell.out_of, cell.value
    if not cell.status.has_number:
        letter, measure = letter_of(cell), CATALOGUE[cell.measure]
        is_estimate = measure.calculation in ESTIMATES
        return DOES_NOT_APPLY if is_estimate else letter, letter if measure.is_share else DOES_NOT_APPLY, letter
    shown = _number(value) if value is None or out_of is None else f"{Decimal(value):.6f}"
    return _number(count), _number(out_of), shown


def _number(number: Number | None) -> str:
    return DOES_NOT_APPLY if number is None else exact_number(number)


def _note(cell: ReleasedCell) -> str:
    """Return the note of the cell; where it has no number, first what its letter means."""
    said = "" if cell.status.has_number else status_meaning(cell)
    own = note_in_words(cell.note) if cell.note else ""
    return " ".join(part for part in (said, own) if part)
