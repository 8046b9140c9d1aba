"""The numbers of figures while they are laid beside one another: count and out-of, or a value that has no count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

import duckdb

from earlyhelp.measures.calculate import calculate
from earlyhelp.measures.catalogue import CATALOGUE
from earlyhelp.measures.declare import Calculation
from earlyhelp.measures.figures import Figure, Number, Status
from earlyhelp.measures.scope import Scope


class CellKey(NamedTuple):
    """Which figure, whatever the period."""

    measure: str
    place_level: str
    place_code: str
    breakdown: str


class Counted(NamedTuple):
    """The numbers of one figure.

    number      its count, or its value where it is worked out without a count
    out_of      None for a plain count
    """

    number: Number
    out_of: Number | None


NumbersByCell = dict[CellKey, Counted]


def key_of(figure: Figure) -> CellKey:
    return CellKey(figure.measure, figure.place_level, figure.place_code, figure.breakdown)


def numbers_of(figures: Iterable[Figure]) -> NumbersByCell:
    """Return the numbers of the figures that have any; a share of nothing is nought out of nought."""
    found: NumbersByCell = {}
    for figure in figures:
        if figure.status.has_number and (number := _number(figure)) is not None:
            found[key_of(figure)] = Counted(number, figure.out_of)
        elif _is_of_nothing(figure):
            found[key_of(figure)] = Counted(0, 0)
    return found


def calculated(connection: duckdb.DuckDBPyConnection, scope: Scope, present: frozenset[str]) -> NumbersByCell:
    """Calculate a scope on another dataset by today's catalogue. Raises ValueError: bank holidays are not known."""
    return numbers_of(calculate(connection, replace(scope, present=present)))


def _number(figure: Figure) -> Number | None:
    return figure.value if figure.count is None else figure.count


def _is_of_nothing(figure: Figure) -> bool:
    measure = CATALOGUE.get(figure.measure)
    if measure is None or not measure.is_share or measure.calculation is not Calculation.ROWS:
        return False
    # Not collected is not nothing.
    return figure.status is measure.when_empty and figure.status is not Status.NOT_COLLECTED
