"""Which tables of a proposal have to wait: those that lack something, and those whose rows need theirs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from earlyhelp.extracts.mapping.declare import Source, TableRule
from earlyhelp.extracts.mapping.write import Remarks

_WHY = "? Not read until what it lacks is filled in:"


def send_to_sleep(
    remarks: Remarks, sources: Mapping[str, Source], tables: Sequence[TableRule], lacking: set[int]
) -> tuple[str, ...]:
    """Write as comments the tables that lack a required column, and what cannot be made without them.

    lacking     their places among the tables
    Returns     what they are called, in the order of the mapping
    """
    asleep = set(lacking)
    while orphans := _orphans(tables, asleep):
        asleep |= orphans
    for place in sorted(asleep):
        remarks.asleep.add(("table", str(place)))
        remarks.above["table", str(place)] = [_WHY]
    fed = {rule.source for place, rule in enumerate(tables) if place not in asleep}
    remarks.asleep |= {("source", name) for name in sources if name not in fed}
    return tuple(f"{tables[place].name} from {tables[place].source}" for place in sorted(asleep))


def _orphans(tables: Sequence[TableRule], asleep: set[int]) -> set[int]:
    awake = {(rule.name, rule.source) for place, rule in enumerate(tables) if place not in asleep}
    return {place for place, rule in enumerate(tables) if place not in asleep and not _needs(rule) <= awake}


def _needs(rule: TableRule) -> set[tuple[str, str]]:
    """The tables, with their sources, from whose rows a table takes ids."""
    here = {(each.id_of, rule.source) for each in rule.columns.values() if each.id_of}
    there = {(each.via.id_of, each.via.source) for each in rule.columns.values() if each.via and each.via.id_of}
    return here | there
