"""Which cells of a sheet its rows cannot do without, and which of its columns become rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase

from earlyhelp.extracts.mapping.declare import PSEUDO_COLUMNS, Source, Unpivot
from earlyhelp.extracts.values.tidy import same_name


def unpivoted_columns(unpivot: Unpivot, names: Sequence[str]) -> list[str]:
    """Return the columns of a sheet that become rows, as they are written there."""
    patterns = [same_name(pattern) for pattern in unpivot.columns]
    return [name for name in names if name and any(_fits(same_name(name), pattern) for pattern in patterns)]


def needed_places(
    source: Source, names: Sequence[str], places: Mapping[str, int], groups: Sequence[Sequence[str]]
) -> list[frozenset[int]]:
    """Return for each column that a table needs the places of a sheet of which one has to be filled.

    names   the columns of the sheet as written
    places  the same, as they are compared, to their place
    groups  the columns needed, each with its alternatives, of which the first that the sheet has is read
    Returns a place for each column; none where the sheet lacks it. What every row has, such as `[sheet]`, is not
            listed; a column that `unpivot` makes may come from any of those it turns
    """
    turned: frozenset[int] = frozenset()
    made = {same_name(name) for name in PSEUDO_COLUMNS}
    if source.repeat:
        made.add(same_name(source.repeat.number))
    by_unpivot: set[str] = set()
    if source.unpivot:
        by_unpivot = {same_name(source.unpivot.name), same_name(source.unpivot.value)}
        turned = frozenset(places[same_name(name)] for name in unpivoted_columns(source.unpivot, names))
    needed: list[frozenset[int]] = []
    for group in groups:
        plain = [same_name(name) for name in group]
        read = next((name for name in plain if name in made or name in by_unpivot or name in places), "")
        if read in by_unpivot:
            needed.append(turned)
        elif read not in made:
            needed.append(frozenset({places[read]} if read in places else ()))
    return needed


def _fits(name: str, pattern: str) -> bool:
    # A column may have a bracket in its name, which a pattern would take for a choice of letters.
    return name == pattern or fnmatchcase(name, pattern.replace("[", "[[]"))
