"""All figures of a publication as one problem of protection: what is printed, known already, sensitive, or certain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from earlyhelp.disclosure.equations import REST, Equation, Equations
from earlyhelp.disclosure.methods.loose import without_equations_on
from earlyhelp.disclosure.methods.presolve import movements
from earlyhelp.disclosure.methods.problem import Flags, Ints, Problem
from earlyhelp.disclosure.policies import Policy
from earlyhelp.disclosure.publication import EarlierRelease, ToRelease
from earlyhelp.disclosure.quantities import SCHOOL, Printed, Quantities, Quantity, mixed_rows
from earlyhelp.disclosure.sensitive import Classifier, Sensitive, Table, mostly_small, table_of
from earlyhelp.measures.declare import COUNT_ONLY
from earlyhelp.measures.figures import Figure, Status
from earlyhelp.periods import Period

LEVELS: Final = frozenset({"county", "district", SCHOOL})


@dataclass
class Row:
    """A figure of the publication, what is sensitive in it, and what becomes of it whatever is hidden.

    is_refused  whether its whole table is
    is_pinned   whether it is known to be nothing all the same
    """

    printed: Printed
    sensitive: list[Sensitive]
    is_refused: bool = False
    is_pinned: bool = False

    @property
    def numbers(self) -> tuple[int, ...]:
        """The quantities that the figure prints."""
        return _numbers(self.printed)


class Together:
    """The quantities, equations and rows of everything that is published, now and before."""

    def __init__(self, asked: ToRelease, policy: Policy) -> None:
        self._policy = policy
        own = [self._at_its_levels(figures) for figures in asked.periods]
        pieces = [self._at_its_levels(figures) for figures in asked.between]
        everything = (*own, *(release.today for release in asked.earlier), *pieces)
        self.quantities = Quantities(asked.schools, mixed_rows(figure for figures in everything for figure in figures))
        printed = [self.quantities.add(figures) for figures in own]
        # Hidden before, in tables that print numbers: where zeros are printed, these were something.
        self._taken_for_something: set[int] = set()
        self._silent_before: set[int] = set()  # hidden before in tables that showed nobody
        before = [self._before(release) for release in asked.earlier]
        self._between = frozenset(figures[0].period for figures in pieces if figures)
        between = [each for figures in pieces for each in self.quantities.add(figures)]
        periods = _periods(own, asked.earlier)
        equations = Equations(self.quantities, asked.schools, periods, _commonest_pair(own))
        declared = equations.all()
        classifier = Classifier(policy, self.quantities, equations)
        self.rows = [[Row(each, classifier.of(each)) for each in figures] for figures in printed]
        self._hidden_before = [Row(each, classifier.of(each)) for hidden, _ in before for each in hidden]
        self._crossed = equations.crossed
        self.known_before = frozenset(number for _, known in before for number in known)
        self._pieces = [Row(each, classifier.of(each)) for each in between]
        self._starts, self._terms, self._signs = _as_arrays([*declared, *equations.of_rests()])
        self._plain_counts = {self.quantities.printed[number] for row in self._own_rows() for number in _plainly(row)}
        of_counts = {row.printed.count for row in self._own_rows() if row.printed.out_of is None}
        of_shares = {row.printed.count for row in self._own_rows() if row.printed.out_of is not None}
        self._counts_of_shares = sorted(number for number in of_shares - of_counts if number is not None)
        self.refused: list[dict[Table, None]] = [self._refuse(rows) for rows in self.rows]
        # Quantities that are nothing, and known to be nothing however much is hidden; flags as of the last problem.
        self.certain: Flags = np.zeros(0, np.bool_)
        self._whole: Problem
        self._silent_now: list[int] = []
        self._may_be_nobody: list[int] = []

    def _at_its_levels(self, figures: Sequence[Figure]) -> list[Figure]:
        return [figure for figure in figures if figure.place_level in self._policy.levels]

    def _before(self, release: EarlierRelease) -> tuple[list[Printed], list[int]]:
        """Return what an earlier release hid, and the quantities that it printed and that are still what they were."""
        today = {_cell(figure): figure for figure in release.today}
        hidden: list[Printed] = []
        known: list[int] = []
        printed = [(then, today[_cell(then)]) for then in release.printed if _cell(then) in today]
        rows = {_cell(row.figure): row for row in self.quantities.add([now for _, now in printed])}
        with_numbers = {
            table_of(row) for then, now in printed if then.status.has_number and (row := rows.get(_cell(now)))
        }
        with_somebody = {table_of(row) for then, now in printed if then.count and (row := rows.get(_cell(now)))}
        for then, now in printed:
            row = rows.get(_cell(now))
            if row is None:
                continue
            if then.status is Status.SUPPRESSED:
                hidden.append(row)
                if table_of(row) in with_numbers:
                    self._taken_for_something.update(_numbers(row))
                if table_of(row) not in with_somebody:
                    self._silent_before.update(_numbers(row))
            elif (then.status, then.count, then.out_of) == (now.status, now.count, now.out_of):
                known += _numbers(row)
        return hidden, known

    def _refuse(self, rows: Sequence[Row]) -> dict[Table, None]:
        tables = mostly_small([(row.printed, bool(row.sensitive)) for row in rows], self._policy)
        for row in rows:
            row.is_refused = table_of(row.printed) in tables
        return tables

    def refuse(self, exposed: Mapping[int, None]) -> list[Table]:
        """Refuse the tables in which quantities stand that cannot be protected; return those that were not yet."""
        found: dict[Table, None] = {}
        for rows, refused in zip(self.rows, self.refused, strict=True):
            tables = self._tables_with(rows, exposed)
            for row in rows:
                row.is_refused = row.is_refused or table_of(row.printed) in tables
            refused |= dict.fromkeys(sorted(tables))
            found |= dict.fromkeys(sorted(tables))
        return list(found)

    def _tables_with(self, rows: Sequence[Row], exposed: Mapping[int, None]) -> set[Table]:
        """Return the tables in which exposed quantities stand; else those that count the same rows at their level."""
        shown = [row for row in rows if not row.is_refused]
        found = {table_of(row.printed) for row in shown if _touches(row, exposed)}
        alike = {self._alike(number) for number in exposed}
        return found or {
            table_of(row.printed) for row in shown if any(self._alike(number) in alike for number in row.numbers)
        } - {table_of(row.printed) for row in shown if not row.printed.figure.parts}

    def _alike(self, number: int) -> tuple[str, str]:
        quantity = self.quantities.printed.get(number)
        return ("", "") if quantity is None else (quantity.kind.rows, quantity.place[0])

    def problem(self, also: Mapping[int, None]) -> Problem:
        """Return the problem of protection.

        also    further quantities that must not be learned
        """
        arrays = _Arrays(len(self.quantities.values))
        self._mark_printed(arrays)
        self._mark_sensitive(arrays, also)
        whole = self._as_problem(arrays)
        can_hide = whole.may_hide | whole.must_hide
        can_hide[self._counts_of_shares] = True  # a nothing goes with its out-of
        self.certain = _is_nothing(whole, can_hide)
        arrays.needs[self.certain] = 0
        printed = self.certain & (arrays.cost > 0)
        arrays.must_hide[printed] = False
        arrays.may_hide[printed] = False
        self._silent_now = self._silent(arrays)
        self._whole = self._as_problem(arrays)
        return self._whole

    def without_silent(self) -> Problem:
        """Return the last problem without tables that nothing prints: small, but not to be relied upon alone."""
        needs = self._whole.needs.copy()
        printed = {number for row in self._own_rows() for number in row.numbers}
        needs[[*self._silent_now, *(self._silent_before - printed)]] = 0
        return replace(without_equations_on(self._whole, self._silent_now), needs=needs)

    def without_pinned(self, problem: Problem, is_hidden: Flags) -> Problem:
        """Return the problem without the needs of what a pattern leaves known to be nothing and is hidden by the way.

        That is not sensitive itself: its table is refused, or its whole is hidden.
        """
        needs = problem.needs.copy()
        is_pinned = _is_nothing(self._whole, is_hidden)
        needs[[number for number in self._may_be_nobody if is_pinned[number]]] = 0
        return replace(problem, needs=needs)

    def print_pinned(self, is_hidden: Flags) -> None:
        """Print what a pattern leaves known to be nothing: zeros, and that there is nothing to take a share of.

        Zeros at levels alone where they are hidden with the small, as elsewhere one zero would say of all other hidden
        cells of its table that they are something.
        """
        is_pinned = _is_nothing(self._whole, is_hidden)
        for row in self._own_rows():
            figure = row.printed.figure
            can_print = not figure.status.has_number or self._policy.hides_zeros(figure.place_level)
            row.is_pinned = can_print and bool(row.numbers) and all(is_pinned[number] for number in row.numbers)

    def _mark_printed(self, arrays: _Arrays) -> None:
        for row in self._own_rows():
            if not row.is_refused:
                for number in row.numbers:
                    arrays.cost[number] += 1
        for quantity, number in self.quantities.number.items():
            is_something = self.quantities.values[number] > 0
            arrays.may_hide[number] = arrays.cost[number] > 0 and (is_something or not self._prints_nothing(quantity))
            is_seen = arrays.cost[number] > 0 or number in self._taken_for_something
            arrays.least[number] = is_something and is_seen and self._shows_zeros(quantity)
        for number in self.known_before:
            arrays.cost[number], arrays.may_hide[number] = max(arrays.cost[number], 1), False

    def _shows_zeros(self, quantity: Quantity) -> bool:
        """Return whether zeros are printed there, so that a reader takes what is hidden to be something."""
        level, code = quantity.place
        return level in LEVELS and code != "" and not self._policy.hides_zeros(level)

    def _prints_nothing(self, quantity: Quantity) -> bool:
        """Return whether a nothing is always printed there.

        Where people are sorted by what became of them a nothing may be hidden, too: it could say that all of a group
        are in another class.
        """
        return self._shows_zeros(quantity) and quantity in self._plain_counts

    def _mark_sensitive(self, arrays: _Arrays, also: Mapping[int, None]) -> None:
        below, besides = self._policy.below, set(also)
        for row in (*self._own_rows(), *self._hidden_before, *self._pieces):
            for found in row.sensitive if row.printed.figure.period not in self._between else self._of_piece(row):
                if found.hides not in self.known_before:
                    arrays.must_hide[found.hides] = True
                    arrays.needs[found.protects] = below
            if row.is_refused:
                besides.update(number for number in row.numbers if arrays.cost[number] == 0)
        # That a refused table's cell is nobody tells of nobody; that nobody is left beside a count is another matter.
        self._may_be_nobody = [number for number in besides if number in self.quantities.printed]
        arrays.needs[list(besides)] = below
        # All figures that print these are hidden, so they are not known even where a nothing is never hidden by itself.
        arrays.must_hide[[number for number in also if number not in self.known_before]] = True
        crossed = [number for number in self._crossed if number not in self.known_before]
        arrays.must_hide[crossed] = True  # a reader who thinks that a district holds its schools would be led astray
        arrays.must_hide |= arrays.cost == 0

    def _of_piece(self, row: Row) -> list[Sensitive]:
        """Return what is sensitive in a piece of time: something that is small, as nobody prints that it is nothing."""
        return [
            found
            for found in row.sensitive
            if found.protects in self.quantities.printed and self.quantities.values[found.protects] > 0
        ]

    def _silent(self, arrays: _Arrays) -> list[int]:
        """Return the quantities of tables that nothing prints at a level, so that they can be left out at first.

        Most may be any numbers that the level above and the whole of their place allow, as large as the smaller of the
        two, which both have a protection of their own. Where more hangs on them, the whole problem shows it.
        """
        groups: dict[tuple[str, frozenset[str], frozenset[str], str], list[int]] = {}
        for quantity, number in self.quantities.number.items():
            if quantity.place[1]:
                kind, level = quantity.kind, {REST: SCHOOL}.get(quantity.place[0], quantity.place[0])
                groups.setdefault((kind.rows, kind.conditions, kind.names, level), []).append(number)
        silent = (
            numbers for (*_, level), numbers in groups.items() if level != "county" and not arrays.cost[numbers].any()
        )
        return [number for numbers in silent for number in numbers]

    def _own_rows(self) -> Iterator[Row]:
        for rows in self.rows:
            yield from rows

    def _as_problem(self, arrays: _Arrays) -> Problem:
        return Problem(
            values=np.array(self.quantities.values, np.int64),
            least=arrays.least.astype(np.int64),
            cost=arrays.cost,
            must_hide=arrays.must_hide,
            may_hide=arrays.may_hide | arrays.must_hide,
            needs=arrays.needs,
            starts=self._starts,
            terms=self._terms,
            signs=self._signs,
        )

    @property
    def by_school(self) -> list[np.ndarray[tuple[int], np.dtype[np.int64]]]:
        """For each school the quantities of its own that its head teacher knows."""
        found: dict[str, list[int]] = {}
        for quantity, number in self.quantities.number.items():
            if quantity.place[0] == SCHOOL:
                found.setdefault(quantity.place[1], []).append(number)
        return [np.array(numbers, np.int64) for numbers in found.values()]


def _as_arrays(equations: Sequence[Equation]) -> tuple[Ints, Ints, Ints]:
    """Return where each equation starts, its terms and their signs; equations that say the same are taken once."""
    different = [equation for equation in dict.fromkeys(equations) if equation]
    return (
        np.concatenate([[0], np.cumsum([len(equation) for equation in different], dtype=np.int64)]),
        np.array([number for equation in different for number, _ in equation], np.int64),
        np.array([sign for equation in different for _, sign in equation], np.int64),
    )


def _is_nothing(problem: Problem, is_hidden: Flags) -> Flags:
    """Return (n) flags: nothing, and known to be nothing under a pattern."""
    _, high = movements(problem, is_hidden)
    return (problem.values == 0) & (high <= 0)


class _Arrays:
    """What is noted of each quantity."""

    def __init__(self, size: int) -> None:
        self.cost = np.zeros(size, np.int64)
        self.needs = np.zeros(size, np.int64)
        self.least = np.zeros(size, np.bool_)
        self.may_hide = np.zeros(size, np.bool_)
        self.must_hide = np.zeros(size, np.bool_)


def _cell(figure: Figure) -> tuple[str, str, str, str]:
    return figure.measure, figure.place_level, figure.place_code, figure.breakdown


def _plainly(row: Row) -> tuple[int, ...]:
    """Return the quantities that a row prints so that a nothing would be seen: all but those that sort people."""
    count, out_of = row.printed.count, row.printed.out_of
    sorts = any(name in COUNT_ONLY for name in row.printed.figure.parts)
    return tuple(number for number in (None if sorts else count, out_of) if number is not None)


def _numbers(printed: Printed) -> tuple[int, ...]:
    return tuple(number for number in (printed.count, printed.out_of) if number is not None)


def _touches(row: Row, exposed: Mapping[int, None]) -> bool:
    return any(number in exposed for number in row.numbers) or any(each.protects in exposed for each in row.sensitive)


def _periods(own: Sequence[Sequence[Figure]], earlier: Sequence[EarlierRelease]) -> list[Period]:
    figures = [*own, *(release.today for release in earlier)]
    return list(dict.fromkeys(each[0].period for each in figures if each))


def _commonest_pair(own: Sequence[Sequence[Figure]]) -> tuple[str, ...]:
    """Return the two codes that most children of the county have, as the measure of both chooses them."""
    counts = [
        (-int(figure.count), figure.parts["focus_code"])
        for figure in (own[0] if own else ())
        if figure.measure == "children_with_focus"
        and figure.place_level == "county"
        and figure.count
        and tuple(figure.parts) == ("focus_code",)
    ]
    return tuple(code for _, code in sorted(counts)[:2])
