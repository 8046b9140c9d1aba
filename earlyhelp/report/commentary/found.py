"""The cells that a binding names, or why they cannot be said."""

from __future__ import annotations

from typing import Final

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.measures.figures import Status
from earlyhelp.report.commentary.faults import FaultError, WithheldError
from earlyhelp.report.commentary.figures_asked import FiguresAsked, NamedCell
from earlyhelp.report.commentary.pieces import Binding
from earlyhelp.report.numbers import Form

_WHY: Final = {
    Status.SUPPRESSED: "is hidden from these readers",
    Status.NOT_COLLECTED: "was not collected",
    Status.NOT_YET_AVAILABLE: "is not yet available",
    Status.NOT_APPLICABLE: "has nothing to be taken of",
}

_OF_A_BASE: Final = frozenset({Form.OUT_OF, Form.COUNT_OF, Form.PERCENT, Form.EXACT_PERCENT, Form.SHARE,
                               Form.PERCENT_OF, Form.SHARE_OF, Form.ABOUT})  # fmt: skip


def find_cell(binding: Binding, figures: FiguresAsked) -> ReleasedCell:
    """Return the cell of a binding. Raises WithheldError: it was not released, or has no number."""
    found = figures.cell(binding.measure, binding.parts, binding.place)
    if found is not None and binding.is_a_year_earlier:
        found = figures.a_year_earlier(found)
    return with_number(found, binding)


def with_number(cell: ReleasedCell | None, binding: Binding) -> ReleasedCell:
    """Return the cell where it has a number. Raises WithheldError: it has none, or there is no cell."""
    if cell is None:
        when = " of a year earlier that may be compared" if binding.is_a_year_earlier else " for these readers"
        raise WithheldError(f"{_named(binding)} has no figure{when}")
    if not cell.status.has_number:
        raise WithheldError(f"{_named(binding)} {_WHY[cell.status]}")
    return cell


def now_and_then(binding: Binding, figures: FiguresAsked) -> tuple[ReleasedCell, ReleasedCell]:
    """Return a cell and that of a year earlier. Raises WithheldError: one of them has no number."""
    now = find_cell(binding, figures)
    then = figures.a_year_earlier(now)
    if then is None:
        raise WithheldError(f"{_named(binding)} has no figure of a year earlier that may be compared")
    return now, with_number(then, binding)


def find_all(binding: Binding, figures: FiguresAsked, *, passing_over_hidden: bool) -> tuple[NamedCell, ...]:
    """Return the cells of a breakdown.

    passing_over_hidden     whether hidden ones are left out: the page then says that they stand in no order
    Raises      WithheldError: there are none, or one of them has no number
    """
    items = figures.across(binding.measure, binding.by, binding.parts, binding.place)
    if passing_over_hidden:
        items = tuple(item for item in items if item.cell.status is not Status.SUPPRESSED)
    if not items:
        raise WithheldError(f"{_named(binding)} has no figures for these readers")
    for item in items:
        if not item.cell.status.has_number:
            raise WithheldError(f"{_named(binding)} cannot be set in order: {item.name} {_WHY[item.cell.status]}")
    return items


def passes_over_hidden(binding: Binding, figures: FiguresAsked) -> bool:
    """Return whether a binding sets cells in order and one of them is hidden."""
    items = figures.across(binding.measure, binding.by, binding.parts, binding.place) if binding.by else ()
    return any(item.cell.status is Status.SUPPRESSED for item in items)


def check_form(cell: ReleasedCell, form: Form, binding: Binding) -> None:
    """Raise FaultError where a plain count is to be printed as a share."""
    if form in _OF_A_BASE and cell.out_of is None:
        raise FaultError(f'has "{binding.source}", but {binding.measure} is a plain count: say it with "count"')


def check_share(cell: ReleasedCell, binding: Binding) -> None:
    """Raise FaultError where a cell is counted out of nothing."""
    if cell.out_of is None:
        raise FaultError(f'has "{binding.source}", but {binding.measure} is no share')


def _named(binding: Binding) -> str:
    return binding.source.partition("|")[0].strip()
