"""The cheapest pattern of a part: a choice of cells under cuts, tried against the attack until it stands.

A choice satisfies the cuts known so far; the attack finds what it leaves exposed, and the proof of each exposure is a
further cut. A choice that leaves nothing exposed is the optimum, and what the cuts demand is a lower bound all along.
The budget is counted in nodes of branch and bound and in rounds of cuts, so that it ends alike on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from typing import Final

import highspy
import numpy as np

from earlyhelp.disclosure.methods.attack_bounds import Attack
from earlyhelp.disclosure.methods.components import Part
from earlyhelp.disclosure.methods.cuts import Cut, cut_of, cuts_of_equations
from earlyhelp.disclosure.methods.problem import Flags, Ints
from earlyhelp.disclosure.methods.sequence import prices_of, protect_in_turn, without_the_needless
from earlyhelp.disclosure.methods.solver import Floats, add_columns, new_solver, set_costs, solution_of

ROUNDS: Final = 40
"""Rounds of cuts with parts of cells, before any node is opened."""

PREFERENCE: Final = 0.4
"""All that the preference among patterns of one cost can add up to: less than a cell."""

GAP: Final = 0.3
"""How far from its bound a choice may be; a gap of a cell less the preference still proves the number of cells."""

TRIFLE: Final = 1e-5
"""The share of a cell's room that counts as hidden anyway where cuts are looked for."""


@dataclass(frozen=True)
class Found:
    """The best pattern of a part that was found, whether no cheaper one is safe, and the nodes opened."""

    is_hidden: Flags
    is_proven: bool
    nodes: int


def improve(part: Part, attack: Attack, asked: Ints, is_hidden: Flags, nodes: int) -> Found:
    """Return the cheapest safe pattern that can be found and proven within a number of nodes.

    asked       what is exposed from the outset
    is_hidden   a safe pattern to begin with
    """
    choice, best, opened = Choice(part), is_hidden, 0
    choice.add(cuts_of_equations(part))
    shares = _tightened(part, attack, asked, choice, best)
    if not choice.proves(best):
        best = _cheapest(part, asked, best, part.must_hide, shares)
    while not choice.proves(best) and opened < nodes:
        chosen, spent = choice.cells(best, nodes - opened)
        opened += spent
        cuts = _broken_cuts(part, attack, asked, chosen.astype(np.float64))
        best = _cheapest(part, asked, best, chosen, chosen.astype(np.float64))
        if not choice.add(cuts):
            break
    return Found(best, choice.proves(best), opened)


def _tightened(part: Part, attack: Attack, asked: Ints, choice: Choice, best: Flags) -> Floats:
    """Add the cuts that patterns of parts of cells break, and return the cheapest such pattern at the end."""
    shares = choice.shares()
    for _ in range(ROUNDS):
        if choice.proves(best) or not choice.add(_broken_cuts(part, attack, asked, shares)):
            break
        shares = choice.shares()
    return shares


def _cheapest(part: Part, asked: Ints, best: Flags, chosen: Flags, shares: Floats) -> Flags:
    """Return the cheaper of the best pattern and a chosen one that is made safe with a liking for larger shares."""
    prices = _prices(part)
    in_turn = protect_in_turn(part, asked, chosen, prices * (1.01 - shares))
    mended = without_the_needless(part, asked, in_turn, prices)
    return mended if prices[mended].sum() < prices[best].sum() else best


def _broken_cuts(part: Part, attack: Attack, asked: Ints, shares: Floats) -> list[Cut]:
    """Return the cuts that a pattern of shares breaks.

    Every cell is taken as hidden by a trifle at least: of all proofs of an exposure that leaves the one with the
    fewest cells in it, and so the strongest cut.
    """
    cuts: list[Cut] = []
    attack.read_shares(shares, int(part.rises.max()))
    short = attack.uncleared(asked)
    for rise in np.unique(part.rises[short]):
        attack.read_shares(np.maximum(shares, TRIFLE), int(rise))
        left = short[part.rises[short] == rise]
        while len(left):
            movement, weights = attack.lifted_most(int(left[0]))
            cut = cut_of(part, int(left[0]), weights)
            left = attack.still_short(left[1:], movement)
            if cut is not None and cut.is_broken_by(shares):
                cuts.append(cut)
    return cuts


def _prices(part: Part) -> Floats:
    """Return costs with a preference for small and early quantities that never outweighs a cell."""
    preference = prices_of(part) - part.cost
    return part.cost + PREFERENCE * preference / preference.sum()


class Choice:
    """Which cells to hide under the cuts known so far, as a whole or in part."""

    def __init__(self, part: Part) -> None:
        self.part, self.bound = part, 0.0
        self._prices = _prices(part)
        self._known: set[bytes] = set()
        self._columns = np.arange(part.size)
        self._solver = new_solver()
        self._solver.setOptionValue("mip_rel_gap", 0.0)
        self._solver.setOptionValue("mip_abs_gap", GAP)
        add_columns(self._solver, part.must_hide.astype(np.float64), np.ones(part.size))
        set_costs(self._solver, self._columns, self._prices)

    def add(self, cuts: Iterable[Cut]) -> int:
        """Add the cuts that are new and return how many."""
        new = {cut.key: cut for cut in cuts if cut.key not in self._known}
        self._known |= new.keys()
        for cut in new.values():
            self._solver.addRow(cut.least, np.inf, len(cut.columns), cut.columns.astype(np.int32), cut.rooms)
        return len(new)

    def proves(self, is_hidden: Flags) -> bool:
        """Whether no pattern with fewer cells satisfies the cuts."""
        cost = int(self.part.cost[is_hidden].sum())
        return cost <= ceil(self.bound - PREFERENCE - 0.01)

    def shares(self) -> Floats:
        """Return the cheapest pattern in which a cell may be hidden in part."""
        self._ask(highspy.HighsVarType.kContinuous)
        self.bound = max(self.bound, self._solver.getInfo().objective_function_value)
        return np.clip(solution_of(self._solver), 0.0, 1.0)

    def cells(self, start: Flags, nodes: int) -> tuple[Flags, int]:
        """Return the cheapest pattern found from a safe one within a number of nodes, and the nodes opened."""
        self._ask_whole(start, nodes)
        info = self._solver.getInfo()
        self.bound = max(self.bound, info.mip_dual_bound)
        return solution_of(self._solver) > 0.5, max(int(info.mip_node_count), 1)

    def _ask_whole(self, start: Flags, nodes: int) -> None:
        self._solver.setOptionValue("mip_max_nodes", max(nodes, 1))
        solution = highspy.HighsSolution()
        solution.col_value = list(start.astype(np.float64))
        self._solver.setSolution(solution)
        self._ask(highspy.HighsVarType.kInteger)

    def _ask(self, kind: highspy.HighsVarType) -> None:
        columns = self._columns.astype(np.int32)
        self._solver.changeColsIntegrality(len(columns), columns, np.full(len(columns), int(kind), np.uint8))
        self._solver.run()
