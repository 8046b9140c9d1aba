"""The steps in which a restated figure moved, released: to staff all of them, to others where nobody is behind one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from earlyhelp.disclosure.cells import GATE_KEY, ReleasedCell
from earlyhelp.disclosure.policies import POLICIES
from earlyhelp.measures.figures import Number
from earlyhelp.places import COUNTY


class Steps(NamedTuple):
    """One number of a figure and the five amounts by which it moved: they add up to the difference.

    start       the number of the earlier edition
    corrected   by new content of rows that the earlier edition had
    late        by rows that it did not have
    definition  by counting in another way
    scope       by other places and filters
    period      by the other period
    """

    start: Number
    corrected: Number
    late: Number
    definition: Number
    scope: Number
    period: Number

    @property
    def amounts(self) -> tuple[Number, ...]:
        return self[1:]

    @property
    def difference(self) -> Number:
        return sum(self.amounts)

    @property
    def reached(self) -> tuple[Number, ...]:
        """The number after each step, the start first."""
        return tuple(accumulate(self))


@dataclass(frozen=True, slots=True)
class MovedIn:
    """The steps of one figure before release.

    counted     of its count, or of its value where it has no count
    out_of      of what it is counted out of; None for a plain count
    """

    counted: Steps
    out_of: Steps | None = None


@dataclass(frozen=True, slots=True)
class ReleasedSteps:
    """The steps of one figure that may be shown to the audience.

    key         proves that the gate made it
    then, now   the figure of both editions as released, each with a number
    has_count   whether the steps are of a count; else of a value such as an estimated share
    Raises      TypeError: anything but the gate builds one
    """

    key: object
    then: ReleasedCell
    now: ReleasedCell
    counted: Steps
    out_of: Steps | None
    has_count: bool

    def __post_init__(self) -> None:
        if self.key is not GATE_KEY:
            raise TypeError("Released steps are made by disclosure.restated_steps.release_steps alone.")


def release_steps(then: ReleasedCell, now: ReleasedCell, moved: MovedIn, *, audience: str) -> ReleasedSteps | None:
    """Return the steps of a figure for an audience, None where they stay hidden.

    Where the policy hides small numbers, those of the county's totals alone: steps of districts add up to the
    county's, so that one hidden among them could be worked out.
    Raises  KeyError: no such audience
    Source  docs/rules/restatements.md
    """
    if not (then.status.has_number and now.status.has_number):
        return None
    policy = POLICIES[audience]
    if policy.protects and not (_is_a_total(now) and _is_safe(moved, policy.below)):
        return None
    return ReleasedSteps(GATE_KEY, then, now, moved.counted, moved.out_of, now.count is not None)


def _is_a_total(cell: ReleasedCell) -> bool:
    return cell.place_level == COUNTY and cell.breakdown == "all" and cell.count is not None


def _is_safe(moved: MovedIn, below: int) -> bool:
    """Whether no step, no number in between and, of a share, nothing left over is small."""
    parts = [moved.counted]
    if moved.out_of is not None:
        rest = Steps(*(whole - part for whole, part in zip(moved.out_of, moved.counted, strict=True)))
        parts += [moved.out_of, rest]
    return not any(0 < abs(number) < below for part in parts for number in (*part.amounts, *part.reached))
