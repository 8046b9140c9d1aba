"""What of a publication is shown: the pattern that no reader undoes, found step by step, or a refusal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from earlyhelp.disclosure.methods.loose import without_what_hardly_binds
from earlyhelp.disclosure.methods.problem import Flags, Problem
from earlyhelp.disclosure.methods.protect import exposed_in, protect
from earlyhelp.disclosure.not_safe import NotSafeError
from earlyhelp.disclosure.policies import Policy
from earlyhelp.disclosure.publication import ToRelease
from earlyhelp.disclosure.sensitive import Reason, Table
from earlyhelp.disclosure.together import Row, Together

# Nodes of branch and bound for each part of the problem: the same on any machine, unlike seconds.
NODES: Final = 0
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
    also: dict[int, None] = {}
    for _ in range(ROUNDS):
        problem = together.problem(also)
        is_hidden, exposed = _pattern(problem, together)
        together.print_certain()
        if exposed:
            if not together.refuse(exposed):
                raise NotSafeError(_refusal(together, exposed))
        elif further := _learned(together, problem, is_hidden, also):
            also |= further
        else:
            return tuple(
                _shown(rows, refused, is_hidden) for rows, refused in zip(together.rows, together.refused, strict=True)
            )
    raise NotSafeError("These figures could not be protected: too many of them depend on each other.")


def _pattern(problem: Problem, together: Together) -> tuple[Flags, dict[int, None]]:
    """Return a pattern, and the quantities that it leaves exposed.

    A pattern for a forgetful reader comes first, since it falls into small parts; one who forgets nothing, and every
    head teacher who knows the own school, have the last word.
    """
    first = protect(without_what_hardly_binds(problem), nodes=NODES)
    begun = problem.must_hide | first.is_hidden
    exposed = exposed_in(problem, begun)
    if not exposed:
        return begun, {}
    found = protect(replace(problem, must_hide=begun), nodes=0)
    return found.is_hidden, dict.fromkeys(found.exposed)


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


def _shown(rows: Sequence[Row], refused: Mapping[Table, int], is_hidden: Flags) -> Shown:
    hidden: dict[Cell, Reason] = {}
    for row in rows:
        if row.numbers and not _is_shown(row, is_hidden):
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
