"""What a text may say of figures in order: the largest, the highest share, whether one is more than half."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from earlyhelp.disclosure.derived import DerivedCell, DerivedKind
from earlyhelp.report.commentary.faults import WithheldError
from earlyhelp.report.commentary.figures_asked import FiguresAsked, NamedCell
from earlyhelp.report.commentary.found import check_form, check_share, find_all, find_cell
from earlyhelp.report.commentary.pieces import Binding
from earlyhelp.report.numbers import Form, exact_share, has_percentage
from earlyhelp.report.sentences import Bound, Judgement, Name, Part, Words

Filter = Callable[[Binding, FiguresAsked], Part]
# What is hidden is mostly small, so it would seldom come first; it may well be the smallest.
_AMONG_THOSE_SHOWN: Final = frozenset({"largest", "second"})
_NOT_KNOWN: Final = "not_known"
_HALVES: Final = ("fewer than half", "half", "more than half")


def name_of(rank: str) -> Filter:
    """Return the filter that names what stands at a place of the order."""

    def say(binding: Binding, figures: FiguresAsked) -> Part:
        ranked, chosen = at_rank(rank, binding, figures)
        return Judgement(DerivedCell(DerivedKind.RANK, rank, tuple(item.cell for item in ranked)), Name(chosen.name))

    return say


def number_of(rank: str, form: Form) -> Filter:
    """Return the filter that prints the figure of what stands at a place of the order."""

    def say(binding: Binding, figures: FiguresAsked) -> Part:
        _, chosen = at_rank(rank, binding, figures)
        check_form(chosen.cell, form, binding)
        return Bound(chosen.cell, form)

    return say


def at_rank(rank: str, binding: Binding, figures: FiguresAsked) -> tuple[Sequence[NamedCell], NamedCell]:
    """Return the cells of a breakdown in order, and the one at a place of it.

    Raises  WithheldError: others share the place, its code is unknown, or a cell has no number that may be shown
    """
    place, size = RANKS[rank]
    items = find_all(binding, figures, passing_over_hidden=rank in _AMONG_THOSE_SHOWN)
    if size is _share and any(not has_percentage(item.cell) for item in items):
        raise WithheldError(f"{binding.measure} by {binding.by} is counted out of too few to set shares in order")
    ranked = sorted(items, key=lambda item: (-size(item), item.code))
    if len(ranked) < 2 or (place == 1 and len(ranked) < 3):
        raise WithheldError("there are too few to set in order")
    chosen = ranked[place]
    if sum(size(item) == size(chosen) for item in ranked) > 1:
        raise WithheldError(f"several share the place of the {rank}")
    if chosen.code == _NOT_KNOWN:
        raise WithheldError(f"the {rank} is what is not known")
    return ranked, chosen


def majority(binding: Binding, figures: FiguresAsked) -> Part:
    """Say "more than half", "half" or "fewer than half" of what a share is counted out of."""
    cell = find_cell(binding, figures)
    check_share(cell, binding)
    if not has_percentage(cell):
        raise WithheldError(f"{binding.measure} is counted out of too few to speak of a majority")
    twice = 2 * exact_share(cell)
    words = _HALVES[(twice > 1) + (twice >= 1)]
    return Judgement(DerivedCell(DerivedKind.MAJORITY, words, (cell,)), Words(words))


def _count(item: NamedCell) -> Decimal:
    return Decimal(item.cell.count or 0)


def _share(item: NamedCell) -> Decimal:
    return exact_share(item.cell)


# By the word for it: which place of the order, and what the order is by.
RANKS: Final[Mapping[str, tuple[int, Callable[[NamedCell], Decimal]]]] = MappingProxyType({
    "largest": (0, _count),
    "second": (1, _count),
    "smallest": (-1, _count),
    "highest": (0, _share),
    "lowest": (-1, _share),
})  # fmt: skip
