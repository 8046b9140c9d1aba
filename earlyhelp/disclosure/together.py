"""All figures of a publication as one problem of protection: what is printed, known already, sensitive, or certain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from earlyhelp.disclosure.equations import REST, Equations
from earlyhelp.disclosure.methods.presolve import movements
from earlyhelp.disclosure.methods.problem import Flags, Problem
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
    """A figure of the publication, what is sensitive in it, and whether its whole table is refused."""

    printed: Printed
    sensitive: list[Sensitive]
    is_refused: bool = False

    @property
    def numbers(self) -> tuple[int, ...]:
        """The quantities that the figure prints."""
        return tuple(number for number in (self.printed.count, self.printed.out_of) if number is not None)


class Together:
    """The quantities, equations and rows of everything that is published, now and before."""

    def __init__(self, asked: ToRelease, policy: Policy) -> None:
        self._policy = policy
        own = [[f for f in figures if f.place_level in policy.levels] for figures in asked.periods]
        everything = (*own, *(release.today for release in asked.earlier), *asked.between)
        self.quantities = Quantities(asked.schools, mixed_rows(figure for figures in everything for figure in figures))
        printed = [self.quantities.add(figures) for figures in own]
        before = [self._before(release) for release in asked.earlier]
        between = [each for figures in asked.between for each in self.quantities.add(figures)]
        periods = _periods(own, asked.earlier)
        equations = Equations(self.quantities, asked.schools, periods, _commonest_pair(own))
        self._plain = equations.all()
        classifier = Classifier(policy, self.quantities, equations)
        self.rows = [[Row(each, classifier.of(each)) for each in figures] for figures in printed]
        self._hidden_before = [Row(each, classifier.of(each)) for hidden, _ in before for each in hidden]
        self._known = frozenset(number for _, known in before for number in known)
        self._pieces = [Row(each, classifier.of(each)) for each in between]
        self._equations = [*self._plain, *equations.of_rests()]
        self._plain_counts = {self.quantities.at(number) for row in self._own_rows() for number in _plainly(row)}
        self.refused: list[dict[Table, int]] = [self._refuse(rows) for rows in self.rows]
        # Quantities that are nothing, and known to be nothing however much is hidden; flags as of the last problem.
        self.certain: Flags = np.zeros(0, np.bool_)

    def _before(self, release: EarlierRelease) -> tuple[list[Printed], list[int]]:
        """Return what an earlier release hid, and the quantities that it printed and that are still what they were."""
        today = {_cell(figure): figure for figure in release.today}
        hidden: list[Printed] = []
        known: list[int] = []
        printed = [(then, today[_cell(then)]) for then in release.printed if _cell(then) in today]
        rows = {_cell(row.figure): row for row in self.quantities.add([now for _, now in printed])}
        for then, now in printed:
            row = rows.get(_cell(now))
            if row is None:
                continue
            if then.status is Status.SUPPRESSED:
                hidden.append(row)
            elif (then.status, then.count, then.out_of) == (now.status, now.count, now.out_of):
                known += [number for number in (row.count, row.out_of) if number is not None]
        return hidden, known

    def _refuse(self, rows: Sequence[Row]) -> dict[Table, int]:
        tables = mostly_small([(row.printed, bool(row.sensitive)) for row in rows], self._policy)
        for row in rows:
            row.is_refused = table_of(row.printed) in tables
        return tables

    def refuse(self, exposed: Mapping[int, None]) -> list[Table]:
        """Refuse the tables in which quantities stand that cannot be protected; return those that were not yet."""
        found: dict[Table, None] = {}
        for rows, refused in zip(self.rows, self.refused, strict=True):
            tables = {table_of(row.printed) for row in rows if not row.is_refused and _touches(row, exposed)}
            for row in rows:
                row.is_refused = row.is_refused or table_of(row.printed) in tables
            refused |= dict.fromkeys(tables, 0)
            found |= dict.fromkeys(tables)
        return list(found)

    def problem(self, also: Mapping[int, None]) -> Problem:
        """Return the problem of protection.

        also    further quantities that must not be learned
        """
        arrays = _Arrays(len(self.quantities.values))
        self._mark_printed(arrays)
        self._mark_sensitive(arrays, also)
        self.certain = _certain(self._as_problem(arrays, set()))
        silent = self._silent(arrays)
        arrays.needs[self.certain] = 0
        arrays.needs[list(silent)] = 0
        printed = self.certain & (arrays.cost > 0)
        arrays.must_hide[printed] = False
        arrays.may_hide[printed] = False
        return self._as_problem(arrays, silent)

    def print_certain(self) -> None:
        """Let refused tables print what is known to be nothing: that there is nothing to take a share of, and zeros.

        Zeros at levels alone where they are hidden with the small, as elsewhere one zero would say of all other cells
        that they are something.
        """
        for row in self._own_rows():
            figure = row.printed.figure
            if row.is_refused and (not figure.status.has_number or self._policy.hides_zeros(figure.place_level)):
                row.is_refused = not (row.numbers and all(self.certain[number] for number in row.numbers))

    def _mark_printed(self, arrays: _Arrays) -> None:
        for row in self._own_rows():
            if not row.is_refused:
                for number in row.numbers:
                    arrays.cost[number] += 1
        for quantity, number in self.quantities.number.items():
            is_something = self.quantities.values[number] > 0
            arrays.may_hide[number] = arrays.cost[number] > 0 and (is_something or not self._prints_nothing(quantity))
            arrays.least[number] = is_something and self._shows_zeros(quantity)
        for number in self._known:
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
        below = self._policy.below
        for row in (*self._own_rows(), *self._hidden_before, *self._pieces):
            for found in row.sensitive:
                if found.hides not in self._known:
                    arrays.must_hide[found.hides] = True
                    arrays.needs[found.protects] = below
            if row.is_refused:
                arrays.needs[[number for number in row.numbers if arrays.cost[number] == 0]] = below
        for number in also:
            arrays.needs[number] = below
        arrays.must_hide |= arrays.cost == 0

    def _silent(self, arrays: _Arrays) -> set[int]:
        """Return the quantities of tables that nothing prints at a level, so that they can be left out of account.

        They may be any numbers that the level above and the whole of their place allow, as large as the smaller of the
        two; and both have a protection of their own.
        """
        groups: dict[tuple[str, frozenset[str], frozenset[str], str], list[int]] = {}
        for quantity, number in self.quantities.number.items():
            if quantity.place[1]:
                level = {REST: SCHOOL}.get(quantity.place[0], quantity.place[0])
                kind = quantity.kind
                groups.setdefault((kind.rows, kind.conditions, kind.names, level), []).append(number)
        silent = (
            numbers for (*_, level), numbers in groups.items() if level != "county" and not arrays.cost[numbers].any()
        )
        return {number for numbers in silent for number in numbers}

    def _own_rows(self) -> Iterator[Row]:
        for rows in self.rows:
            yield from rows

    def _as_problem(self, arrays: _Arrays, silent: set[int]) -> Problem:
        equations = [
            equation
            for equation in dict.fromkeys(self._equations)
            if equation and not any(number in silent for number, _ in equation)
        ]
        lengths = [len(equation) for equation in equations]
        return Problem(
            values=np.array(self.quantities.values, np.int64),
            least=arrays.least.astype(np.int64),
            cost=arrays.cost,
            must_hide=arrays.must_hide,
            may_hide=arrays.may_hide | arrays.must_hide,
            needs=arrays.needs,
            starts=np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)]),
            terms=np.array([number for equation in equations for number, _ in equation], np.int64),
            signs=np.array([sign for equation in equations for _, sign in equation], np.int64),
        )

    @property
    def by_school(self) -> list[np.ndarray[tuple[int], np.dtype[np.int64]]]:
        """For each school the quantities of its own that its head teacher knows."""
        found: dict[str, list[int]] = {}
        for quantity, number in self.quantities.number.items():
            if quantity.place[0] == SCHOOL:
                found.setdefault(quantity.place[1], []).append(number)
        return [np.array(numbers, np.int64) for numbers in found.values()] or [np.zeros(0, np.int64)]


def _certain(problem: Problem) -> Flags:
    """Return (n) flags: nothing, and known to be nothing however much is hidden."""
    _, high = movements(problem, problem.may_hide | problem.must_hide | (problem.cost == 0))
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
