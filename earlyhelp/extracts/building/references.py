"""Finds the key that another row gave: of this very row of the source, or of a row of another source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from earlyhelp.extracts.building.made_rows import MadeRows
from earlyhelp.extracts.building.source_rows import SourceRows
from earlyhelp.extracts.mapping.declare import Via
from earlyhelp.extracts.values.doubt import Doubt, DoubtKind, Value
from earlyhelp.extracts.values.tidy import same_name

_REFUSED = Doubt(DoubtKind.UNREADABLE, "belongs to a row that was refused or left out")
_NOWHERE = Doubt(DoubtKind.UNREADABLE, "is in no row of the file it refers to")
_SEVERAL = Doubt(DoubtKind.UNREADABLE, "is in several rows of the file it refers to, which do not agree")
_TWO_KEYS = Doubt(DoubtKind.UNREADABLE, "the same row of the file gave two ids in that table")


@dataclass(slots=True)
class References:
    """Keys given so far, and the rows of the sources of one mapping by the texts of a column.

    sources     rows by name of source
    made        rows made so far, by name of table
    """

    sources: Mapping[str, SourceRows]
    made: dict[str, list[MadeRows]] = field(default_factory=dict[str, list[MadeRows]])
    _keys: dict[tuple[str, str], dict[int, str | Doubt]] = field(
        default_factory=dict[tuple[str, str], dict[int, str | Doubt]]
    )
    _columns: dict[tuple[str, str], list[str]] = field(default_factory=dict[tuple[str, str], list[str]])
    _indexes: dict[tuple[str, str], dict[str, list[int]]] = field(
        default_factory=dict[tuple[str, str], dict[str, list[int]]]
    )

    def id_of(self, rows: SourceRows, table: str, place: int) -> Value:
        """Return the key that a row of a source gave in a table."""
        refused = Doubt(DoubtKind.UNREADABLE, f"the same row of the file was refused or left out in {table}")
        return self._keys_given(rows.source.name, table).get(place, refused)

    def follow(self, via: Via, text: str) -> Value:
        """Return what is taken from the row of another source whose column holds the text."""
        plain = same_name(text)
        if not plain:
            return None
        there = self.sources[via.source]
        places = self._index(there, via.by).get(plain, [])
        if via.column:
            texts = self._column(there, via.column)
            found = {same_name(texts[place]): texts[place] for place in places if texts[place]}
            taken = list(found.values())
        else:
            keys = self._keys_given(via.source, via.id_of)
            taken = list(dict.fromkeys(keys[place] for place in places if place in keys))
        if len(taken) > 1 or _TWO_KEYS in taken:
            return _SEVERAL
        return taken[0] if taken else _REFUSED if places else _NOWHERE

    def _keys_given(self, source: str, table: str) -> dict[int, str | Doubt]:
        if (source, table) not in self._keys:
            keys = self._keys[source, table] = {}
            for made in self.made.get(table, []):
                for place, given in made.given.items() if made.rule.source == source else ():
                    # Two rules may make a child and a parent of one row: which of them is meant nobody knows.
                    keys[place] = given.key[0] if keys.get(place, given.key[0]) == given.key[0] else _TWO_KEYS
        return self._keys[source, table]

    def _column(self, rows: SourceRows, name: str) -> list[str]:
        at = (rows.source.name, name)
        if at not in self._columns:
            self._columns[at] = rows.texts((name,))
        return self._columns[at]

    def _index(self, rows: SourceRows, name: str) -> dict[str, list[int]]:
        at = (rows.source.name, same_name(name))
        if at not in self._indexes:
            index = self._indexes[at] = {}
            for place, text in enumerate(self._column(rows, name)):
                index.setdefault(same_name(text), []).append(place)
        return self._indexes[at]
