"""What of a publication is shown: the pattern that no reader undoes, found step by step, or a refusal."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from earlyhelp.disclosure.methods.components import hidden_from_the_outset
from earlyhelp.disclosure.methods.knowledge import hide_from_readers
from earlyhelp.disclosure.methods.loose import without_what_hardly_binds
from earlyhelp.disclosure.methods.problem import Flags, Ints, Problem
from earlyhelp.disclosure.methods.protect import exposed_in, hide, protect
from earlyhelp.disclosure.methods.sums import hide_along_sums
from earlyhelp.disclosure.not_safe import NotSafeError
from earlyhelp.disclosure.policies import Policy
from earlyhelp.disclosure.publication import ToRelease
from earlyhelp.disclosure.sensitive import Reason, Table
from earlyhelp.disclosure.together import Row, Together

# Nodes of branch and bound for each part of the problem: the same on any machine, unlike seconds.
NODES: Final = 20
# Larger parts are not searched for the optimum: it would take longer than it saves cells.
SMALL: Final = 450
# So many exposed quantities are helped along single sums first: more is hidden than need be, but in seconds.
VERY_MANY: Final = 1_200
# Tables are refused so many times over before the whole publication is.
ROUNDS: Final = 6

Cell = tuple[str, str, str, str]


@dataclass(frozen=True)
class Shown:
    """What becomes of the figures of one period.

    hidden      measure, level, place and breakdown of each figure that is not shown -> why
    refused     tables that are not shown at all
    """

    hidden: Mapping[Cell, Reason]
    refused: tuple[Table, ...]


def what_is_shown(asked: ToRelease, policy: Policy) -> tuple[Shown, ...]:
    """Return for each period what is hidden, so that every sensitive quantity keeps its protection.

    Raises  NotSafeError: not even without the tables in which the exposed figures stand
    """
    together = Together(asked, policy)
    for _ in range(ROUNDS):
        is_hidden, exposed = _pattern(together)
        if not exposed:
            together.print_pinned(is_hidden)
            return tuple(
                _shown(rows, refused, is_hidden) for rows, refused in zip(together.rows, together.refused, strict=True)
            )
        if not together.refuse(exposed):
            raise NotSafeError(_refusal(together, exposed))
    raise NotSafeError("These figures could not be protected: too many of them depend on each other.")


def _pattern(together: Together) -> tuple[Flags, Mapping[int, None]]:
    """Return a pattern, and the quantities that it leaves exposed.

    What is hidden makes further small quantities worth protecting, and these are asked for until there are no more;
    what is hidden already stays so.
    """
    also: dict[int, None] = {}
    problem = together.problem(also)
    is_hidden = hidden_from_the_outset(problem)
    exposed: dict[int, None] = {}
    is_begun = False
    while not exposed:
        further = _learned(together, problem, is_hidden, also)
        if is_begun and not further:
            break
        also |= further
        problem = together.problem(also)
        is_hidden, exposed = _hidden(problem, is_hidden & problem.may_hide, together, further, is_begun=is_begun)
        is_begun = True
    return is_hidden, exposed


def _hidden(
    problem: Problem, begun: Flags, together: Together, further: Mapping[int, None], *, is_begun: bool
) -> tuple[Flags, dict[int, None]]:
    """Return what is hidden of a problem, and what that leaves exposed; `further` is what is asked since the last time.

    A pattern for a forgetful reader comes first, since it falls into small parts. Then one who forgets nothing, and for
    what is printed every head teacher who knows the own school. What was out before is not held against this
    publication: no more of that can be hidden.
    """
    begun = begun | problem.must_hide
    if not is_begun:
        printed = without_what_hardly_binds(together.without_silent())
        if together.known_before:
            begun = begun | hide_along_sums(printed, begun)
            printed = replace(printed, must_hide=begun & (printed.may_hide | printed.must_hide))
        begun = begun | hide(printed, nodes=NODES, largest=SMALL).is_hidden
    whole = together.without_pinned(problem, begun)
    if is_begun:
        # What was protected before stays so, whatever else is hidden.
        whole = replace(whole, needs=_needs_of(whole, list(further)))
    exposed = exposed_in(whole, begun)
    if len(exposed) > VERY_MANY:
        begun = hide_along_sums(whole, begun)
        exposed = exposed_in(whole, begun)
    if exposed:
        found = protect(replace(whole, must_hide=begun, needs=_needs_of(whole, exposed)), nodes=0)
        begun, exposed = found.is_hidden, found.exposed
    if exposed and together.known_before:
        exposed = tuple(set(exposed) - set(exposed_in(problem, ~_flags(problem, together.known_before))))
    if not exposed and together.by_school:
        printed = together.without_pinned(together.without_silent(), begun)
        begun, exposed = hide_from_readers(printed, begun, together.by_school)
        if exposed and together.known_before:
            exposed = tuple(set(exposed) - set(_known_to_readers_before(printed, together)))
    return begun, dict.fromkeys(exposed)


def _known_to_readers_before(problem: Problem, together: Together) -> tuple[int, ...]:
    """Return what head teachers can work out of what was published before, though all else were hidden."""
    can_hide = ~_flags(problem, together.known_before)
    hidden = replace(problem, must_hide=can_hide, may_hide=can_hide)
    return hide_from_readers(hidden, can_hide, together.by_school)[1]


def _flags(problem: Problem, numbers: Collection[int]) -> Flags:
    flags = np.zeros(len(problem.values), np.bool_)
    flags[list(numbers)] = True
    return flags


def _needs_of(problem: Problem, numbers: Sequence[int]) -> Ints:
    needs = np.zeros_like(problem.needs)
    needs[list(numbers)] = problem.needs[list(numbers)]
    return needs


def _learned(together: Together, problem: Problem, is_hidden: Flags, also: Mapping[int, None]) -> dict[int, None]:
    """Return small quantities of hidden figures that nobody asked to protect: a nothing whose whole is hidden."""
    visible = {number for rows in together.rows for row in rows if _is_shown(row, is_hidden) for number in row.numbers}
    below = int(problem.needs.max(initial=0))
    return {
        number: None
        for rows in together.rows
        for row in rows
        if not _is_shown(row, is_hidden)
        for number in row.numbers
        if number not in visible and number not in also
        if problem.values[number] < below and not problem.needs[number] and not together.certain[number]
    }


def _is_shown(row: Row, is_hidden: Flags) -> bool:
    return not row.is_refused and not any(is_hidden[number] for number in row.numbers)


def _shown(rows: Sequence[Row], refused: Mapping[Table, None], is_hidden: Flags) -> Shown:
    hidden: dict[Cell, Reason] = {}
    for row in rows:
        if row.numbers and not row.is_pinned and not _is_shown(row, is_hidden):
            figure = row.printed.figure
            cell = figure.measure, figure.place_level, figure.place_code, figure.breakdown
            hidden[cell] = _reason(row)
    return Shown(hidden, tuple(refused))


def _reason(row: Row) -> Reason:
    if row.is_refused:
        return Reason.TABLE
    return row.sensitive[0].reason if row.sensitive else Reason.KEEPS


def _refusal(together: Together, exposed: Mapping[int, None]) -> str:
    measures = {
        row.printed.figure.measure
        for rows in together.rows
        for row in rows
        if any(number in exposed for number in row.numbers)
    }
    named = ", ".join(sorted(measures)) or "figures published before"
    return f"These figures cannot be published: a small number in {named} could be worked out, whatever else is hidden."
