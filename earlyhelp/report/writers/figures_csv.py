"""Released cells as figures.csv, one row for each.

Source: docs/rules/figures_file.md
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Final

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.measures.figures import Number
from earlyhelp.report.sentences import check_released

COLUMNS: Final = (
    "measure", "period_start", "period_end", "place_level", "place_code", "breakdown",
    "count", "out_of", "value", "unit", "status", "note",
)  # fmt: skip
SIX_DECIMALS: Final = Decimal("0.000001")


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


def _order(cell: ReleasedCell) -> tuple[bytes, ...]:
    return tuple(text.encode() for text in (cell.measure, cell.place_level, cell.place_code, cell.breakdown))


def _row(cell: ReleasedCell) -> tuple[str, ...]:
    return (
        cell.measure, cell.period.first.isoformat(), cell.period.last.isoformat(), cell.place_level, cell.place_code,
        cell.breakdown, _exact(cell.count), _exact(cell.out_of), _value(cell), cell.unit, cell.status, cell.note,
    )  # fmt: skip


def _exact(number: Number | None) -> str:
    """Without decimals when whole, else the shortest exact form; nothing where there is no number."""
    if number is None:
        return ""
    if number == int(number):
        return str(int(number))
    return f"{Decimal(number).normalize():f}"


def _value(cell: ReleasedCell) -> str:
    if cell.value is None or cell.out_of is None:
        return _exact(cell.value)
    return f"{Decimal(cell.value).quantize(SIX_DECIMALS, ROUND_HALF_EVEN):f}"
