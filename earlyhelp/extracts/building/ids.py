"""Ids made from texts: the same texts give the same id, and without the key nobody can try texts until one fits."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from earlyhelp.extracts.values.doubt import Value
from earlyhelp.extracts.values.tidy import same_name

_BYTES: Final = 10
_PREFIX: Final = 3
_DAY: Final = timedelta(days=1)


def make_id(key: bytes, table: str, texts: Sequence[str]) -> str | None:
    """Return the id that these texts have in a table; None where all of them are empty.

    key     the county's code, or the content of the key file
    table   the table whose rows it identifies, so that a family's reference gives the same id wherever it stands
    """
    plain = [same_name(text) for text in texts]
    if not any(plain):
        return None
    digest = hashlib.blake2b(digest_size=_BYTES, key=hashlib.sha256(key).digest())
    for text in (table, *plain):
        # The length before each text keeps "ab", "c" apart from "a", "bc".
        digest.update(f"{len(text)}:{text}".encode())
    return table[:_PREFIX] + base64.b32encode(digest.digest()).decode("ascii").lower()


class Ids:
    """The ids made with one key. `ids.of(table)[texts]` makes each once."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._tables: dict[str, _IdsOfTable] = {}

    def of(self, table: str) -> Mapping[tuple[str, ...], str | None]:
        """Return the ids of the rows of a table by the texts they are made from."""
        return self._tables.setdefault(table, _IdsOfTable(self._key, table))


class _IdsOfTable(dict[tuple[str, ...], str | None]):
    def __init__(self, key: bytes, table: str) -> None:
        super().__init__()
        self._key, self._table = key, table

    def __missing__(self, texts: tuple[str, ...]) -> str | None:
        made = self[texts] = make_id(self._key, self._table, texts)
        return made


def first_days_of_spells(groups: Sequence[str], starts: Sequence[Value], ends: Sequence[Value]) -> list[str | None]:
    """Return for each row the first day of the continuous spell it belongs to.

    groups  whose spell it is, such as a family's reference; empty where nobody's
    starts, ends    days as 2016-07-31; an end that is not there is an open one
    Returns None where the row has no group or no start. Spells of a group that overlap, or begin the day after
            another's end, are one.
    """
    by_group: dict[str, list[int]] = {}
    for place, (group, start) in enumerate(zip(groups, starts, strict=True)):
        if group and isinstance(start, str):
            by_group.setdefault(group, []).append(place)
    found: list[str | None] = [None] * len(groups)
    for places in by_group.values():
        first, last = "", date.min
        for place in sorted(places, key=lambda each: str(starts[each])):
            start, end = date.fromisoformat(str(starts[place])), ends[place]
            if not first or (last < date.max and start > last + _DAY):
                first, last = start.isoformat(), date.min
            last = max(last, date.fromisoformat(end) if isinstance(end, str) else date.max)
            found[place] = first
    return found
