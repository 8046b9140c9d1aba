"""Which of the hidden quantities cannot be as large as they would have to be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from math import ceil, floor
from typing import Final

import numpy as np
from numpy.typing import NDArray

from earlyhelp.attacker.bounds import narrow
from earlyhelp.attacker.cells import UNLIMITED
from earlyhelp.attacker.equations import Equations, components_of, equations_of, without_known
from earlyhelp.attacker.guesses import give_up_guesses
from earlyhelp.attacker.programmes import NEARLY, ContradictionError, Programme
from earlyhelp.attacker.quantities import Quantities

Ints = NDArray[np.int64]

# Small components share a programme, as starting one costs more than solving it.
TOGETHER: Final = 4000
# Witnesses are looked for as long as each clears one in so many of what is left.
WORTH_ANOTHER: Final = 500


@dataclass
class Found:
    """What is known in the end.

    small       index -> interval of every target that lies below, and of every piece of time pinned between 1 and there
    unknowns    quantities that single sums left open
    programmes  linear programmes solved
    is_cut_short    whether enough was found before all was judged
    """

    small: dict[int, tuple[int, int]] = field(default_factory=dict[int, tuple[int, int]])
    is_cut_short: bool = False
    unknowns: int = 0
    programmes: int = 0


def find_small(
    quantities: Quantities,
    targets: Set[int],
    pieces: Set[int],
    below: int,
    enough: int | None = None,
    no_secret: Set[int] = frozenset(),
) -> Found:
    """Return what can be worked out to be smaller than `below`.

    targets     indexes of hidden quantities
    pieces      indexes of quantities of the time between two publications; one that may be nothing tells nothing
    enough      programmes stop once so many are found, None for all
    no_secret   targets that may be known to be nothing
    """
    return _Search(quantities, targets, pieces - targets, below, enough, no_secret).run()


class _Search:
    def __init__(
        self,
        quantities: Quantities,
        targets: Set[int],
        pieces: Set[int],
        below: int,
        enough: int | None,
        no_secret: Set[int],
    ) -> None:
        self._below, self._enough, self._no_secret = below, enough, no_secret
        self._asked = sorted(targets | pieces)
        self._is_piece = np.zeros(len(quantities.lower), dtype=bool)
        self._is_piece[list(pieces)] = True
        self._may_be_below = quantities.may_be_below
        self._first = np.array(quantities.lower, dtype=np.int64), np.array(quantities.upper, dtype=np.int64)
        self._rows = without_known(equations_of(quantities), *self._first)
        self._lower, self._upper = self._first
        self._found = Found()

    def run(self) -> Found:
        self._narrow()
        rows = without_known(self._rows, self._lower, self._upper)
        self._found.unknowns = len(np.unique(rows.terms))
        left = [index for index in self._asked if not self._is_judged(index)]
        self._stop_at_enough()
        for part, wanted in _batches(rows, left, len(self._lower)):
            if self._found.is_cut_short:
                break
            self._judge(part, wanted)
        return self._found

    def _narrow(self) -> None:
        """Narrow all intervals by single sums; where the sums contradict each other, give up guesses first."""
        self._lower, self._upper = narrow(self._rows, *self._first)
        crossed = self._lower > self._upper
        if not crossed.any():
            return
        label = components_of(self._rows, len(crossed))
        is_kept = np.ones(len(self._rows.totals), dtype=bool)
        row_label = label[self._rows.terms[self._rows.starts[:-1]]]
        for component in np.unique(label[crossed]):
            rows = row_label == component
            is_kept[rows] = self._give_up(self._rows.keep(rows))
        self._rows = self._rows.keep(is_kept)
        self._lower, self._upper = narrow(self._rows, *self._first)
        # What contradicts itself as whole numbers alone is taken as it stands.
        is_lost = np.isin(label, np.unique(label[self._lower > self._upper]))
        for narrowed, first in zip((self._lower, self._upper), self._first, strict=True):
            narrowed[is_lost] = first[is_lost]

    def _give_up(self, rows: Equations) -> NDArray[np.bool_]:
        """Return which rows are kept, and open the quantities that may be below nothing after all."""
        is_kept, freed = give_up_guesses(rows, *self._first, self._may_be_below)
        self._first[0][freed] = -UNLIMITED
        return is_kept

    def _stop_at_enough(self) -> None:
        self._found.is_cut_short = self._enough is not None and len(self._found.small) >= self._enough

    def _is_judged(self, index: int) -> bool:
        """Whether single sums tell all about a quantity; note it where it is small."""
        low, high = int(self._lower[index]), int(self._upper[index])
        least = 1 if self._is_piece[index] else -UNLIMITED
        is_small = least <= low and high < self._below
        if is_small:
            self._note(index, low, high)
        return is_small or low >= self._below or high < least

    def _note(self, index: int, low: int, high: int) -> None:
        if high > 0 or index not in self._no_secret:
            self._found.small[index] = low, high

    def _judge(self, rows: Equations, wanted: list[int]) -> None:
        """Judge quantities of some components by programmes."""
        try:
            self._push(rows, wanted)
        except ContradictionError:
            size = len(self._lower)
            parts = list(_batches(rows, wanted, size, together=1))
            if len(parts) > 1:
                for part, inside in parts:
                    self._judge(part, inside)
            else:
                self._judge_without_guesses(rows, wanted)

    def _judge_without_guesses(self, rows: Equations, wanted: list[int]) -> None:
        """Judge a component whose guesses contradict each other, from what was known at first."""
        label = components_of(self._rows, len(self._lower))
        is_inside = np.isin(label, np.unique(label[rows.terms]))
        whole = self._rows.keep(is_inside[self._rows.terms[self._rows.starts[:-1]]])
        kept = whole.keep(self._give_up(whole))
        self._lower[is_inside], self._upper[is_inside] = self._first[0][is_inside], self._first[1][is_inside]
        self._push(without_known(kept, self._lower, self._upper), wanted)

    def _push(self, rows: Equations, wanted: Sequence[int]) -> None:
        programme = Programme(rows, self._lower, self._upper, self._below, wanted)
        try:
            left = self._after_witnesses(programme, list(wanted))
            while left and not self._found.is_cut_short:
                left = self._after_one(programme, left)
        finally:
            self._found.programmes += programme.programmes

    def _after_witnesses(self, programme: Programme, left: list[int]) -> list[int]:
        """Return what no witness clears: a solution in which many are large proves that none of them is known."""
        while left:
            still = self._not_cleared(programme, programme.clear_together(left), left)
            worth_another = (len(left) - len(still)) * WORTH_ANOTHER > len(left)
            left = still
            if not worth_another:
                break
        return left

    def _not_cleared(self, programme: Programme, solution: NDArray[np.float64], left: list[int]) -> list[int]:
        values = programme.values(solution, left)
        is_cleared = values >= self._below - NEARLY
        is_cleared |= self._is_piece[left] & (values < 1 - NEARLY)
        return [index for index, cleared in zip(left, is_cleared.tolist(), strict=True) if not cleared]

    def _after_one(self, programme: Programme, left: list[int]) -> list[int]:
        """Push the last of what is left as far as it goes; return what is left then."""
        index = left[-1]
        solution = programme.clear_together([index])
        most = floor(programme.value(solution, index) + NEARLY)
        if most < self._below:
            least = ceil(programme.least(index) - NEARLY)
            if not self._is_piece[index] or least >= 1:
                self._note(index, least, most)
                self._stop_at_enough()
        return self._not_cleared(programme, solution, left[:-1])


def _batches(
    rows: Equations, wanted: Sequence[int], size: int, together: int = TOGETHER
) -> Iterator[tuple[Equations, list[int]]]:
    """Yield components with something wanted in them, small ones together, each with what is wanted there."""
    label = components_of(rows, size)
    columns = np.bincount(label[np.unique(rows.terms)], minlength=size)
    of_label: dict[int, list[int]] = {}
    for index in wanted:
        if columns[label[index]]:
            of_label.setdefault(int(label[index]), []).append(index)
    row_label = label[rows.terms[rows.starts[:-1]]]
    batch: list[int] = []
    for number, component in enumerate(of_label):
        batch.append(component)
        if columns[batch].sum() >= together or number == len(of_label) - 1:
            inside = [index for each in batch for index in of_label[each]]
            yield rows.keep(np.isin(row_label, batch)), inside
            batch = []
