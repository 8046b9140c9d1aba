"""Makes one row of several with the same key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from earlyhelp.dataset.declare import Table
from earlyhelp.extracts.building.made_rows import GivenRow, MadeRows
from earlyhelp.extracts.mapping.declare import Take

Values = tuple[str | None, ...]
Row = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class _Member:
    """One of the rows with a key: whose it is, its place there, and its values in the order of the table."""

    made: MadeRows
    place: int
    values: Values


def merge_rows(table: Table, made: Sequence[MadeRows]) -> list[Row]:
    """Return the rows of a table, in the order in which their keys first come.

    Marks in `made` the rows that joined another as merged, and those that contradict it as refused. A row whose
    required columns are not all there has to be refused before.
    """
    names = [column.name for column in table.columns]
    in_key = [names.index(name) for name in table.key]
    groups: dict[Values, list[_Member]] = {}
    # Rows that only add come last, so that none of them speaks before the row it adds to.
    for each in sorted(made, key=lambda each: each.rule.adds):
        for place, values in enumerate(each.values_of_rows(names)):
            if place not in each.refused:
                key = tuple([values[at] for at in in_key])
                groups.setdefault(key, []).append(_Member(each, place, values))
    rows: list[Row] = []
    required = [at for at, column in enumerate(table.columns) if column.required]
    for key, members in groups.items():
        if all(member.made.rule.adds for member in members):
            lacking = [names[at] for at in required if all(member.values[at] is None for member in members)]
            _refuse_all(members, " and ".join(lacking) or "a row")
            continue
        values = members[0].values if len(members) == 1 else _join(names, members)
        rows.append(dict(zip(names, values, strict=True)))
        # The names of the columns stand in row 1 of the file.
        given = GivenRow(tuple([value or "" for value in key]), len(rows) + 1)
        for member in members:
            if member.place not in member.made.refused:
                member.made.given[member.made.places[member.place]] = given
    return rows


def _refuse_all(members: list[_Member], lacking: str) -> None:
    """Refuse rows that only add to another file's, where that file has no such row."""
    for member in members:
        member.made.refused[member.place] = f"no other file gives {lacking} for the same key"


def _join(names: list[str], members: list[_Member]) -> Values:
    taken = [_take(members, name) for name in names]
    joined: list[str | None] = [None] * len(names)
    said_by: dict[int, _Member] = {}
    kept: list[_Member] = []
    for member in members:
        contrary = [
            at
            for at, (take, ours, theirs) in enumerate(zip(taken, joined, member.values, strict=True))
            if not take and ours and theirs and ours != theirs
        ]
        if contrary:
            # Not always the first row: it may have said nothing, and a later one what stands.
            by = said_by[contrary[0]]
            columns = _columns([names[at] for at in contrary if said_by[at] is by])
            why = f"{columns} not what {by.made.where(by.place)} says of the same key"
            member.made.refused[member.place] = why
            continue
        if kept:
            member.made.merged[member.place] = f"one with {kept[0].made.where(kept[0].place)}"
        kept.append(member)
        for at, value in enumerate(member.values):
            if value and not joined[at]:
                joined[at], said_by[at] = value, member
    for at, (name, take) in enumerate(zip(names, taken, strict=True)):
        if take:
            joined[at] = _taken(take, [member.values[at] for member in kept if name in member.made.columns])
    return tuple(joined)


def _columns(names: list[str]) -> str:
    return f"{names[0]} is" if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]} are"


def _take(members: list[_Member], name: str) -> Take | None:
    rules = (member.made.rule.columns.get(name) for member in members)
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
