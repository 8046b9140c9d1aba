"""A released cell in the texts that machines read: its name, its place in a file, its days and its exact number."""

from __future__ import annotations

from functools import lru_cache

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.measures.figures import Number
from earlyhelp.periods import Period


def cell_name(cell: ReleasedCell) -> str:
    """Return what a cell is called in a page: measure|place_level|place_code|breakdown|FIRST/LAST."""
    figure = cell.figure
    head = f"{figure.measure}|{figure.place_level}|{figure.place_code}|{figure.breakdown}"
    return f"{head}|{days_of(figure.period)}"


def days_of(period: Period) -> str:
    """Return a period as "2016-01-01/2016-07-31"."""
    return "/".join(first_and_last(period))


@lru_cache(maxsize=64)
def first_and_last(period: Period) -> tuple[str, str]:
    """Return the first and the last day of a period, as 2016-01-31."""
    return period.first.isoformat(), period.last.isoformat()


def order_in_a_file(cell: ReleasedCell) -> tuple[str, str, str, str]:
    """Return what the rows of a file are sorted by. Texts compare by code point: the order of their bytes in UTF-8."""
    figure = cell.figure
    return figure.measure, figure.place_level, figure.place_code, figure.breakdown


def exact_number(number: Number) -> str:
    """Return a number without decimals when it is whole, else in the shortest exact form."""
    if isinstance(number, int) or number == int(number):
        return str(int(number))
    return f"{number.normalize():f}"
