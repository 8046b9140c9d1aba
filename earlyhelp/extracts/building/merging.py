"""Makes one row of several with the same key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from earlyhelp.dataset.declare import Table
from earlyhelp.extracts.building.made_rows import MadeRows
from earlyhelp.extracts.mapping.declare import Take

Member = tuple[MadeRows, int]
Row = dict[str, str | None]


def merge_rows(table: Table, made: Sequence[MadeRows]) -> list[Row]:
    """Return the rows of a table, in the order in which their keys first come.

    Marks in `made` the rows that joined another as merged, and those that contradict it as refused. A row whose
    required columns are not all there has to be refused before.
    """
    groups: dict[tuple[str | None, ...], list[Member]] = {}
    for each in made:
        for place in range(len(each.places)):
            if place not in each.refused:
                groups.setdefault(tuple(each.value(place, name) for name in table.key), []).append((each, place))
    rows: list[Row] = []
    for key, members in groups.items():
        rows.append(_join(table, members))
        for each, place in members:
            if place not in each.refused:
                each.keys[each.places[place]] = tuple(value or "" for value in key)
    return rows


def _join(table: Table, members: list[Member]) -> Row:
    names = [column.name for column in table.columns]
    if len(members) == 1:
        each, place = members[0]
        return {name: each.value(place, name) for name in names}
    taken = {name: take for name in names if (take := _take(members, name))}
    joined: Row = dict.fromkeys(names)
    kept: list[Member] = []
    for each, place in members:
        values = {name: each.value(place, name) for name in names}
        contrary = [n for n in names if n not in taken and values[n] and joined[n] and values[n] != joined[n]]
        if contrary:
            each.refused[place] = f"{_columns(contrary)} not what {kept[0][0].where(kept[0][1])} says of the same key"
            continue
        if kept:
            each.merged[place] = f"one with {kept[0][0].where(kept[0][1])}"
        kept.append((each, place))
        joined |= {name: value for name, value in values.items() if name not in taken and value}
    for name, take in taken.items():
        joined[name] = _taken(take, [each.value(place, name) for each, place in kept if name in each.columns])
    return joined


def _columns(names: list[str]) -> str:
    return f"{names[0]} is" if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]} are"


def _take(members: list[Member], name: str) -> Take | None:
    rules = (each.rule.columns.get(name) for each, _ in members)
    return next((rule.take for rule in rules if rule and rule.take), None)


def _taken(take: Take, values: list[str | None]) -> str | None:
    """The value that stands for all: `values` in the order of their rows."""
    filled = [value for value in values if value is not None]
    if not filled or (take is Take.LATEST_OR_OPEN and len(filled) < len(values)):
        return None
    match take:
        case Take.FIRST:
            return filled[0]
        case Take.LAST:
            return filled[-1]
        case Take.EARLIEST:
            return min(filled)
        case Take.LATEST | Take.LATEST_OR_OPEN:
            return max(filled)
        case Take.MOST:
            return Counter(filled).most_common(1)[0][0]
        case Take.SUM:
            return format(sum((Decimal(value) for value in filled), Decimal(0)), "f")
        case Take.ANY:
            return next((value for value in ("true", "yes", "false", "no") if value in filled), filled[0])
