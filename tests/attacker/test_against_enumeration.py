"""What the attacker finds, held against every whole-number solution and against programmes written out in full."""

from __future__ import annotations

from itertools import product

import highspy
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from earlyhelp.attacker.cells import UNLIMITED, Cell
from earlyhelp.attacker.intervals import find_small
from earlyhelp.attacker.system import build_system
from tests.attacker.folders import Cells, cell, counts, hide

BELOW = 3
VALUES = ("young_person", "parent_carer", "school")
PLACES = ("D1", "D2", "nowhere")
# Every county of two districts and of rows without one: three numbers each.
COUNTIES = np.array(list(product(*[range(4)] * 6, *[range(2)] * 3)), dtype=np.int64)

# Which of the nine numbers each cell sums.
SUMS: dict[Cell, NDArray[np.int64]] = {}
for _place, _rows in (("D1", (0,)), ("D2", (1,)), ("C", (0, 1, 2))):
    _inside = np.zeros((3, 3), dtype=np.int64)
    _inside[list(_rows)] = 1
    SUMS[cell("closing_forms", _place)] = _inside.ravel()
    for _number, _value in enumerate(VALUES):
        _one = np.zeros((3, 3), dtype=np.int64)
        _one[list(_rows), _number] = 1
        SUMS[cell("closing_forms", _place, f"respondent={_value}")] = _one.ravel()


def drawn(county: NDArray[np.int64]) -> Cells:
    numbers = county.reshape(3, 3)
    places = {"D1": numbers[0], "D2": numbers[1], "C": numbers.sum(axis=0)}
    return counts(
        "closing_forms",
        "respondent",
        {place: dict(zip(VALUES, parts.tolist(), strict=True)) for place, parts in places.items()},
    )


def least(cells: Cells, each: Cell) -> int:
    """The least that a hidden cell can be: where its table prints anything, a nothing would be printed too."""
    table = [other for other in cells if (other.names, other.level) == (each.names, each.level)]
    return int(any(cells[other].has_number for other in table))


def solutions(cells: Cells) -> NDArray[np.int64]:
    """Every county that prints what is printed, one a row."""
    fits = np.ones(len(COUNTIES), dtype=bool)
    for each, printed in cells.items():
        number = COUNTIES @ SUMS[each]
        fits &= number >= least(cells, each) if printed.is_hidden else number == printed.count
    return COUNTIES[fits]


def most_by_programme(cells: Cells, sought: Cell) -> float:
    """The most that a hidden cell can be in numbers that need not be whole."""
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    for _ in range(9):
        solver.addVar(0, UNLIMITED)
    for each, printed in cells.items():
        low = least(cells, each) if printed.is_hidden else printed.count or 0
        high = highspy.kHighsInf if printed.is_hidden else low
        terms = np.flatnonzero(SUMS[each]).astype(np.int32)
        solver.addRow(low, high, len(terms), terms, np.ones(len(terms)))
    solver.changeColsCost(9, np.arange(9, dtype=np.int32), SUMS[sought].astype(float))
    solver.changeObjectiveSense(highspy.ObjSense.kMaximize)
    solver.run()
    return solver.getInfo().objective_function_value


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(COUNTIES) - 1), st.sets(st.sampled_from(list(SUMS)), min_size=1))
def test_what_is_found_holds_every_solution_and_leaves_nothing_pinned(number: int, wanted: set[Cell]) -> None:
    shown = drawn(COUNTIES[number])
    cells = hide(shown, [each for each in sorted(wanted) if shown[each].count])
    system = build_system([cells], {}, frozenset(), ())
    found = find_small(system.quantities, set(system.hidden), set(system.pieces), BELOW)
    possible = solutions(cells)
    assert len(possible)
    for index, (each, _) in system.hidden.items():
        true = possible @ SUMS[each]
        if index in found.small:
            low, high = found.small[index]
            assert low <= true.min() <= true.max() <= high < BELOW
        else:
            assert most_by_programme(cells, each) >= BELOW - 1e-6
