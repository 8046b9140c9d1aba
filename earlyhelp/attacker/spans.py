"""Time: what was counted in two overlapping periods is counted in the pieces into which they cut each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from earlyhelp.attacker.catalogue import AT_LAST_DAY, DURING, Group
from earlyhelp.attacker.quantities import Place, Quantities, Sheet

Span = tuple[int, int]

LONGER: Final = "in the longer time alone"


def cut(spans: Iterable[Span]) -> list[Span]:
    """Return the pieces into which periods cut each other, in order, without the days that lie in none."""
    known = sorted(set(spans))
    edges = sorted({edge for first, last in known for edge in (first, last + 1)})
    pieces = [(start, end - 1) for start, end in pairwise(edges)]
    return [piece for piece in pieces if any(first <= piece[0] and piece[1] <= last for first, last in known)]


def _newest(sheets: Iterable[Sheet]) -> dict[Group, dict[Span, Sheet]]:
    found: dict[Group, dict[Span, Sheet]] = defaultdict(dict)
    for sheet in sorted(sheets, key=lambda sheet: -sheet.version):
        found[sheet.group][sheet.first, sheet.last] = sheet
    return found


def add_time(quantities: Quantities, periods: set[Span]) -> list[tuple[Sheet, Place]]:
    """Add the pieces of time and what they add up to; return the pieces between periods, which nobody printed."""
    common = cut(periods)
    between: list[tuple[Sheet, Place]] = []
    for group, sheets in _newest(quantities.sheets).items():
        if group.what in DURING:
            between += _hold_shorter(quantities, sheets)
        elif group.what not in AT_LAST_DAY and len(sheets) > 1:
            between += _cut_group(quantities, group, sheets, common, periods)
    return between


def _cut_group(
    quantities: Quantities, group: Group, sheets: dict[Span, Sheet], common: list[Span], periods: set[Span]
) -> list[tuple[Sheet, Place]]:
    pieces = cut(sheets)
    wanted = [*sheets, *(span for span in common if span not in sheets and _is_made_of(span, pieces))]
    between: list[tuple[Sheet, Place]] = []
    for place in dict.fromkeys(place for sheet in sheets.values() for place in quantities.sheets[sheet]):
        printed = [span for span, sheet in sheets.items() if place in quantities.sheets[sheet]]
        if len(printed) < 2:
            continue
        for span in wanted:
            inside = [piece for piece in pieces if span[0] <= piece[0] and piece[1] <= span[1]]
            if (span not in printed and span in sheets) or inside == [span]:
                continue
            whole = quantities.number(sheets.get(span, Sheet(group, *span)), place)
            parts = [quantities.number(sheets.get(piece, Sheet(group, *piece)), place) for piece in inside]
            quantities.add(whole, parts, is_guess=span not in sheets or len(common) > 1)
        between += [
            (Sheet(group, *span), place) for span in common if span not in periods and _is_inside(span, printed)
        ]
    return between


def _is_made_of(span: Span, pieces: list[Span]) -> bool:
    inside = [piece for piece in pieces if span[0] <= piece[0] and piece[1] <= span[1]]
    return sum(last - first + 1 for first, last in inside) == span[1] - span[0] + 1


def _is_inside(span: Span, printed: list[Span]) -> bool:
    """Whether a piece of time lies in a longer period that is printed."""
    return span not in printed and any(first <= span[0] and span[1] <= last for first, last in printed)


def _hold_shorter(quantities: Quantities, sheets: dict[Span, Sheet]) -> list[tuple[Sheet, Place]]:
    """Note that whoever was there in a period was there in any longer one around it; return who was in that alone."""
    alone: list[tuple[Sheet, Place]] = []
    for (first, last), longer in sheets.items():
        for (start, end), shorter in sheets.items():
            if (start, end) != (first, last) and first <= start and end <= last:
                rest = longer.of(Group(f"{longer.group.what}, {LONGER} from {start} to {end}", longer.group.parts))
                for place, index in list(quantities.sheets[longer].items()):
                    inner = quantities.find(shorter, place)
                    if inner is not None:
                        quantities.add(index, (inner, quantities.number(rest, place)), is_guess=True)
                        alone.append((rest, place))
    return alone
