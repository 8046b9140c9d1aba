"""A problem of protection: what is counted, what adds up to what, and what an attacker must not learn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Problem:
    """Quantities that are whole numbers from 0, and equations between them, each with the sum 0.

    values      (n) what each quantity truly is
    least       (n) the least that an attacker knows a quantity to be while it is hidden; never above its value
    cost        (n) cells of the publication that go with it when it is hidden; 0 where it is never printed
    must_hide   (n) hidden from the outset
    may_hide    (n) whether it can be hidden; one that is hidden from the outset counts as such
    needs       (n) what the attacker's upper bound of it must reach at the least; 0 where nothing is asked.
                A quantity may need protection without ever being printed, such as what is left of a whole
    starts      (m + 1) where the terms of each equation start in the two below
    terms       (k) index of a quantity; no quantity twice in one equation
    signs       (k) its coefficient, whole numbers
    Every equation is true of `values`.
    """

    values: Ints
    least: Ints
    cost: Ints
    must_hide: Flags
    may_hide: Flags
    needs: Ints
    starts: Ints
    terms: Ints
    signs: Ints


@dataclass(frozen=True)
class Pattern:
    """What a method hides.

    is_hidden   (n) flags, all of `must_hide` among them
    exposed     indexes of quantities that no choice of cells protects; empty where the pattern is safe
    is_proven   whether no pattern with a smaller cost protects as well
    nodes       nodes of branch and bound that were opened
    """

    is_hidden: Flags
    exposed: tuple[int, ...]
    is_proven: bool
    nodes: int
