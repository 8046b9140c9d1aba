"""The ways in which a binding can be said, by the words that ask for it. Source: docs/rules/words.md"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.disclosure.derived import DerivedKind
from earlyhelp.report.commentary.changes_said import change, percentage_points, rose_or_fell, verdict
from earlyhelp.report.commentary.faults import FaultError, WithheldError
from earlyhelp.report.commentary.figures_asked import FiguresAsked
from earlyhelp.report.commentary.found import check_form, find_cell
from earlyhelp.report.commentary.pieces import Binding
from earlyhelp.report.commentary.ranks import RANKS, Filter, majority, name_of, number_of
from earlyhelp.report.numbers import Form, exact_share
from earlyhelp.report.sentences import Bound, BoundVariance, Part, Words, is_one


@dataclass(frozen=True, slots=True)
class Saying:
    """One filter.

    judges      the judgement that it makes, None where it prints a cell
    orders      whether it sets the cells of a breakdown in order, so that the binding needs `by`
    texts       how many texts in quotation marks it takes
    """

    say: Filter
    judges: DerivedKind | None = None
    orders: bool = False
    texts: int = 0


def _printed(form: Form) -> Filter:
    def say(binding: Binding, figures: FiguresAsked) -> Part:
        cell = find_cell(binding, figures)
        check_form(cell, form, binding)
        return Bound(cell, form)

    return say


def _one_or_many(by: str) -> Filter:
    def say(binding: Binding, figures: FiguresAsked) -> Part:
        cell = find_cell(binding, figures)
        return Words(binding.words[0] if is_one(cell, by) else binding.words[1])

    return say


def _from_target(binding: Binding, figures: FiguresAsked) -> Part:
    cell = find_cell(binding, figures)
    target = figures.target(binding.measure)
    if target is None:
        raise WithheldError("no target is in force")
    _check_share(cell, binding)
    return BoundVariance(cell, target)


def _check_share(cell: ReleasedCell, binding: Binding) -> None:
    try:
        exact_share(cell)
    except ValueError:
        raise FaultError(f'has "{binding.source}", but {binding.measure} is no share') from None


# With "of" behind the name of a rank it stands behind the figure too.
_OF_A_RANK: Final = {
    Form.COUNT: "count of {}",
    Form.PERCENT: "percent of {}",
    Form.SHARE: "share of {}",
    Form.PERCENT_OF: "percent of {} of",
    Form.SHARE_OF: "share of {} of",
}


def of_a_rank(form: Form, rank: str) -> str:
    """Return the filter that prints the figure of what stands at a place of an order, empty where there is none."""
    return _OF_A_RANK.get(form, "").format(rank)


SAYINGS: Final[Mapping[str, Saying]] = MappingProxyType({
    "count": Saying(_printed(Form.COUNT)),
    "count or none": Saying(_printed(Form.COUNT_OR_NONE)),
    "count or no": Saying(_printed(Form.COUNT_OR_NO)),
    "one many": Saying(_one_or_many("count"), texts=2),
    "base one many": Saying(_one_or_many("of"), texts=2),
    "share one many": Saying(_one_or_many("share"), texts=2),
    "base": Saying(_printed(Form.OUT_OF)),
    "out of": Saying(_printed(Form.COUNT_OF)),
    "percent": Saying(_printed(Form.PERCENT)),
    "exact percent": Saying(_printed(Form.EXACT_PERCENT)),
    "percent of": Saying(_printed(Form.PERCENT_OF)),
    "share": Saying(_printed(Form.SHARE)),
    "share of": Saying(_printed(Form.SHARE_OF)),
    "about": Saying(_printed(Form.ABOUT)),
    "months": Saying(_printed(Form.MONTHS)),
    "from target": Saying(_from_target),
    "percentage points": Saying(percentage_points),
    "change from a year earlier": Saying(change, DerivedKind.VERDICT),
    "verdict": Saying(verdict, DerivedKind.VERDICT),
    "rose or fell": Saying(rose_or_fell, DerivedKind.VERDICT),
    "majority": Saying(majority, DerivedKind.MAJORITY),
    **{rank: Saying(name_of(rank), DerivedKind.RANK, orders=True) for rank in RANKS},
    **{of_a_rank(form, rank): Saying(number_of(rank, form), orders=True) for rank in RANKS for form in _OF_A_RANK},
})  # fmt: skip


def say_binding(binding: Binding, figures: FiguresAsked) -> Part:
    """Return what a binding says of these figures.

    Raises  WithheldError: a cell that it needs has no number for these readers
            FaultError: it asks for what the measure is not
    """
    return SAYINGS[binding.saying].say(binding, figures)
