"""Released cells as figures.csv, one row for each.

Source: docs/rules/figures_file.md
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import Final

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.measures.figures import Number
from earlyhelp.periods import Period
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
    writer.writerows(_row(cell) for cell in sorted(map(_released, cells), key=_order))
    return text.getvalue()


def _released(cell: ReleasedCell) -> ReleasedCell:
    check_released(cell)
    return cell


def _order(cell: ReleasedCell) -> tuple[str, str, str, str]:
    """Texts compare by code point, which is the order of their bytes in UTF-8."""
    figure = cell.figure
    return figure.measure, figure.place_level, figure.place_code, figure.breakdown


def _row(cell: ReleasedCell) -> tuple[str, ...]:
    measure, period, level, code, breakdown, count, out_of, value, unit, status, note = cell.figure
    first, last = _days(period)
    shown = _exact(value) if value is None or out_of is None else f"{Decimal(value):.6f}"
    return measure, first, last, level, code, breakdown, _exact(count), _exact(out_of), shown, unit, status, note


@cache
def _days(period: Period) -> tuple[str, str]:
    return period.first.isoformat(), period.last.isoformat()


def _exact(number: Number | None) -> str:
    """Without decimals when whole, else the shortest exact form; nothing where there is no number."""
    if number is None:
        return ""
    if isinstance(number, int) or number == int(number):
        return str(int(number))
    return f"{number.normalize():f}"
