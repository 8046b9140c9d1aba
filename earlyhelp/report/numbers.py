"""How the number of a released cell is printed. Shares are 0 to 1 until here."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.measures.figures import Number
from earlyhelp.report.shares_in_words import share_in_words
from earlyhelp.report.statuses import WHOLE_UNITS, mark_in_words, status_mark
from earlyhelp.statistics.changes import SMALLEST_BASE

TOO_FEW = "too few"


class Form(StrEnum):
    """The ways in which one cell can be printed."""

    COUNT = "count"
    COUNT_OR_NONE = "count_or_none"
    COUNT_OR_NO = "count_or_no"
    OUT_OF = "out_of"
    COUNT_OF = "count_of"
    PERCENT = "percent"
    EXACT_PERCENT = "exact_percent"
    SHARE = "share"
    PERCENT_OF = "percent_of"
    SHARE_OF = "share_of"
    MONTHS = "months"
    ABOUT = "about"

    # That of the text it is; the one an Enum brings is Python, and every printed cell looks its form up.
    __hash__ = str.__hash__


def print_cell(cell: ReleasedCell, form: Form) -> str:
    """Return the cell as text, or the mark of its status where it carries no number.

    count       the count with thousands separated
    count_or_none   the count, or "none" where it is a true zero
    count_or_no     the count, or "no" where it is a true zero, to stand before what is counted
    out_of      what it is counted out of
    count_of    "12 of 40"
    percent     "30%"; the counts where fewer than SMALLEST_BASE are counted
    exact_percent   "30.4%", likewise
    share       "30% (12 of 40)"; the counts where fewer than SMALLEST_BASE are counted
    percent_of  "30% of", to stand before what is counted; "7 of 12" where fewer than SMALLEST_BASE are counted
    share_of    "30% (12 of 40) of", likewise
    months      "5.2 months"
    about       "about two in five"; the counts where fewer than SMALLEST_BASE are counted
    """
    if not cell.figure.status.has_number:
        return status_mark(cell)
    return PRINTERS[form](cell)


def print_in_a_chart(cell: ReleasedCell, form: Form) -> str:
    """Return the cell as it is printed at a bar or dot: where it has no number, its mark and what the mark means."""
    return print_cell(cell, form) if cell.figure.status.has_number else mark_in_words(cell)


def print_number(number: Number) -> str:
    """Return a count with thousands separated, and at most two decimals where it is not whole."""
    if isinstance(number, int):
        return f"{number:,}"
    rounded = Decimal(number).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{int(rounded):,}" if rounded == rounded.to_integral_value() else f"{rounded.normalize():,f}"


@lru_cache(maxsize=4096)
def print_percentage(share: Decimal) -> str:
    """Return a share as a whole percentage; a share that is not nothing or all never looks like it."""
    per_cent = (share * 100).quantize(Decimal(1), ROUND_HALF_UP)
    if per_cent == 0 and share > 0:
        return "under 1%"
    if per_cent == 100 and share < 1:
        return "over 99%"
    return f"{per_cent}%"


def print_variance(cell: ReleasedCell, target: Decimal) -> str:
    """Return how far the share lies from a target, in percentage points with a sign, or the mark of its status."""
    if not cell.status.has_number:
        return status_mark(cell)
    points = ((exact_share(cell) - target) * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
    sign = "+" if points > 0 else "−" if points < 0 else ""
    return f"{sign}{abs(points)}"


def print_variance_in_words(cell: ReleasedCell, target: Decimal) -> str:
    """Return how far the share lies from a target as "2.3 percentage points below", or the mark of its status."""
    signed = print_variance(cell, target)
    if not cell.status.has_number:
        return signed
    side = {"+": "above", "−": "below"}.get(signed[0], "from")
    return f"{signed.lstrip('+−')} percentage points {side}"


def exact_share(cell: ReleasedCell) -> Decimal:
    """Return the share of a cell from 0 to 1. Raises ValueError: the cell has no number."""
    count, out_of = cell.figure.count, cell.figure.out_of
    if count is not None and out_of:
        return _divide(count, out_of)
    if cell.value is None:
        raise ValueError(f"{cell.measure} {cell.breakdown} is {cell.status} and has no share.")
    return Decimal(cell.value)


@lru_cache(maxsize=4096)
def _divide(count: Number, out_of: Number) -> Decimal:
    """A card prints the same share in its chart at two widths, its table, its description and its words."""
    return Decimal(count) / Decimal(out_of)


def has_percentage(cell: ReleasedCell) -> bool:
    """Return whether the cell is a share of enough to be printed as a percentage."""
    figure = cell.figure
    if not figure.status.has_number or not figure.out_of:
        return False
    return figure.out_of >= SMALLEST_BASE or figure.unit in WHOLE_UNITS


def _count(cell: ReleasedCell) -> str:
    figure = cell.figure
    return print_number(figure.value if figure.count is None and figure.value is not None else figure.count or 0)


def _count_or_none(cell: ReleasedCell) -> str:
    return "none" if cell.count == 0 else _count(cell)


def _count_or_no(cell: ReleasedCell) -> str:
    return "no" if cell.count == 0 else _count(cell)


def _out_of(cell: ReleasedCell) -> str:
    out_of = cell.figure.out_of
    if out_of is None:
        raise ValueError(f"{cell.measure} is a count and has no out-of.")
    return print_number(out_of)


def _count_of(cell: ReleasedCell) -> str:
    return f"{_count(cell)} of {_out_of(cell)}"


def _percent(cell: ReleasedCell) -> str:
    return print_percentage(exact_share(cell)) if has_percentage(cell) else _too_few(cell)


def _exact_percent(cell: ReleasedCell) -> str:
    if not has_percentage(cell):
        return _too_few(cell)
    return f"{(exact_share(cell) * 100).quantize(Decimal('0.1'), ROUND_HALF_UP)}%"


def _too_few(cell: ReleasedCell) -> str:
    # An estimate, such as a survival share, has no count of its own to fall back on.
    return TOO_FEW if cell.count is None else _count_of(cell)


def _share(cell: ReleasedCell) -> str:
    if not has_percentage(cell):
        return _too_few(cell)
    percentage = print_percentage(exact_share(cell))
    return percentage if cell.figure.count is None else f"{percentage} ({_count_of(cell)})"


def _percent_of(cell: ReleasedCell) -> str:
    return f"{_percent(cell)} of" if has_percentage(cell) else _too_few(cell)


def _share_of(cell: ReleasedCell) -> str:
    return f"{_share(cell)} of" if has_percentage(cell) else _too_few(cell)


def _months(cell: ReleasedCell) -> str:
    exact = Decimal(cell.value or 0)
    months = exact.quantize(Decimal(1) if exact == exact.to_integral_value() else Decimal("0.1"), ROUND_HALF_UP)
    return f"{months} months"


def _about(cell: ReleasedCell) -> str:
    return share_in_words(Fraction(exact_share(cell))) if has_percentage(cell) else _too_few(cell)


PRINTERS = {
    Form.COUNT: _count,
    Form.COUNT_OR_NONE: _count_or_none,
    Form.COUNT_OR_NO: _count_or_no,
    Form.OUT_OF: _out_of,
    Form.COUNT_OF: _count_of,
    Form.PERCENT: _percent,
    Form.EXACT_PERCENT: _exact_percent,
    Form.SHARE: _share,
    Form.PERCENT_OF: _percent_of,
    Form.SHARE_OF: _share_of,
    Form.MONTHS: _months,
    Form.ABOUT: _about,
}
