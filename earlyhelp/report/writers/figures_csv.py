"""Released cells as figures.csv, one row for each.

Source: docs/rules/figures_file.md
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.measures.figures import Number
from earlyhelp.report.cell_texts import exact_number, first_and_last, order_in_a_file
from earlyhelp.report.sentences import check_released

COLUMNS: Final = (
    "measure", "period_start", "period_end", "place_level", "place_code", "breakdown",
    "count", "out_of", "value", "unit", "status", "note",
)  # fmt: skip


def write_figures_csv(cells: Iterable[ReleasedCell]) -> str:
    """Return the text of figures.csv: sorted as bytes, lines end in a line feed, quoted only where needed.

    Raises  TypeError: anything but a released cell
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(COLUMNS)
    writer.writerows(_row(cell) for cell in sorted(map(_released, cells), key=order_in_a_file))
    return text.getvalue()


def _released(cell: ReleasedCell) -> ReleasedCell:
    check_released(cell)
    return cell


def _row(cell: ReleasedCell) -> tuple[str, ...]:
    measure, period, level, code, breakdown, count, out_of, value, unit, status, note = cell.figure
    first, last = first_and_last(period)
    shown = _number(value) if value is None or out_of is None else f"{Decimal(value):.6f}"
    return measure, first, last, level, code, breakdown, _number(count), _number(out_of), shown, unit, status, note


def _number(number: Number | None) -> str:
    return "" if number is None else exact_number(number)
