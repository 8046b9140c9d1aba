"""In which order tables are made: each after those whose keys or places it needs."""

from __future__ import annotations

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.extracts.mapping.declare import ColumnRule, Mapping
from earlyhelp.extracts.mapping.mapping_wrong import MappingWrong


def order_of_tables(mappings: Iterable[Mapping]) -> list[str]:
    """Return the names of the tables that the mappings make.

    Raises  MappingWrong: tables need each other's keys
    """
    needs: dict[str, set[str]] = {}
    for mapping in mappings:
        for rule in mapping.tables:
            needed = needs.setdefault(rule.name, set())
            for each in rule.columns.values():
                needed |= set(_needed(each)) - {rule.name}
    mapped = needs.keys()
    sorter = TopologicalSorter({name: needed & mapped for name, needed in needs.items()})
    try:
        order = list(sorter.static_order())
    except CycleError as error:
        names = " > ".join(str(name) for name in error.args[1])
        raise MappingWrong([f"The tables {names} need each other's ids. Take one of `id_of` or `via` out."]) from None
    # Among tables that do not need each other the dataset's own order decides, so that a run is the same each time.
    places = {name: place for place, name in enumerate(TABLES)}
    depth: dict[str, int] = {}
    for name in order:
        depth[name] = 1 + max((depth[each] for each in needs[name] & mapped), default=0)
    return sorted(order, key=lambda name: (depth[name], places[name]))


def _needed(rule: ColumnRule) -> list[str]:
    return [*([rule.lookup] if rule.lookup else []), *([rule.id_of] if rule.id_of else []), *_by_detour(rule)]


def _by_detour(rule: ColumnRule) -> list[str]:
    return [rule.via.id_of] if rule.via and rule.via.id_of else []
