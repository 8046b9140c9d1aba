"""A number that is bound to no cell may be the total of a table beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from earlyhelp.attacker.catalogue import SPLIT, groups_of
from earlyhelp.attacker.cells import Cell, Printed


class Table(NamedTuple):
    """A whole in parts by one name, its total not printed.

    cell        one of the hidden parts
    printed     sum of the parts that are printed
    hidden      number of parts that are not
    """

    cell: Cell
    printed: int
    hidden: int


def hidden_tables(cells: Mapping[Cell, Printed]) -> dict[tuple[str, str, str, str], list[Table]]:
    """Return the tables of one breakdown whose total is not printed, by measure, place, first and last day."""
    of_table: dict[tuple[str, str, str, str, str], list[tuple[Cell, Printed]]] = defaultdict(list)
    for cell, printed in cells.items():
        if len(cell.names) == 1 and _is_split(cell):
            of_table[cell.measure, cell.place, cell.first, cell.last, cell.names[0]].append((cell, printed))
    found: dict[tuple[str, str, str, str], list[Table]] = defaultdict(list)
    for (measure, place, first, last, _), parts in of_table.items():
        hidden = [cell for cell, printed in parts if printed.is_hidden]
        total = cells.get(parts[0][0]._replace(breakdown="all"))
        if hidden and not (total and total.has_number):
            shown = sum(printed.count or 0 for _, printed in parts)
            found[measure, place, first, last].append(Table(hidden[0], shown, len(hidden)))
    return found


def _is_split(cell: Cell) -> bool:
    """Whether the parts of this cell's table add up to a whole."""
    if cell.names == ("month",):
        return True
    group, _ = groups_of(cell.measure, {})
    return group is not None and any(by == cell.names[0] for _, by in SPLIT.get(group.what, ()))


def pinned_by(table: Table, total: int, below: int) -> bool:
    """Whether a total would tell that a hidden part is small: what is left over it, less one for each other part."""
    left = total - table.printed
    return table.hidden <= left and left - (table.hidden - 1) < below
