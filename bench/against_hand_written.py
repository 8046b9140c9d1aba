"""Compiled SQL against hand-written SQL: the same figures, the same connection, county size, warm."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from bench import hand_written
from bench.clock import Taken, in_turn
from bench.compiled import prepare, run_sql
from bench.data import COUNTY_CODE
from bench.twelve import scope_of
from earlyhelp.measures.calculate import calculate
from earlyhelp.measures.scope import Scope


@dataclass(frozen=True, slots=True)
class Compared:
    compiled: Taken
    by_hand: Taken
    code_tables: Taken
    cells: int


def differing_cells(connection: duckdb.DuckDBPyConnection, scope: Scope) -> tuple[int, list[str]]:
    """Return how many cells were compared, and those in which hand-written and compiled SQL differ."""
    prepare(connection, scope)
    by_hand = hand_written.cells(hand_written.run(connection), scope.county_code)
    compiled = {
        (figure.measure, figure.place_level, figure.place_code, figure.breakdown): (figure.count or 0, figure.out_of)
        for figure in calculate(connection, scope)
    }
    lines: list[str] = []
    for key in sorted(by_hand.keys() | compiled.keys()):
        count, out_of = by_hand.get(key, (0, None))
        ours, our_out_of = compiled.get(key, (0, None))
        same_base = out_of == our_out_of or (not (out_of and our_out_of) and not count)
        if count != ours or not same_base:
            lines.append(f"{' '.join(key)}: by hand {count} of {out_of}, compiled {ours} of {our_out_of}")
    return len(compiled), lines


def compare(connection: duckdb.DuckDBPyConnection, rounds: int) -> Compared:
    """Return the times of both. Raises AssertionError: a cell differs."""
    scope = scope_of()
    assert scope.county_code == COUNTY_CODE
    number, lines = differing_cells(connection, scope)
    assert not lines, f"{len(lines)} cells differ: {'; '.join(lines[:5])}"
    taken = in_turn(
        {
            "compiled": lambda: run_sql(connection, scope),
            "by hand": lambda: hand_written.run(connection),
            "code tables": lambda: prepare(connection, scope),
        },
        rounds,
    )
    return Compared(taken["compiled"], taken["by hand"], taken["code tables"], number)
