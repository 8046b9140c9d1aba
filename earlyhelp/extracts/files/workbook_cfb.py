"""Opens the container of xls files ([MS-CFB]), a small file system whose chains of sectors may loop or lead nowhere."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from earlyhelp.extracts.files.workbook_refusals import damaged, too_large

LARGEST: Final = 100_000_000
MARK: Final = bytes.fromhex("d0cf11e0a1b11ae1")

_LAST_SECTOR: Final = 0xFFFFFFFA
_ENTRY: Final = 128
_MOST_ENTRIES: Final = 10_000


@dataclass(frozen=True, slots=True)
class _Chain:
    """Where a stream begins and how many bytes it has."""

    start: int
    size: int


class Container:
    """The streams of a container by name."""

    def __init__(self, path: Path, name: str) -> None:
        """Raises CannotRead: it is too large, or its directory cannot be read."""
        if path.stat().st_size > LARGEST:
            raise too_large(name, f"has more than {LARGEST // 1_000_000} MB")
        self.name = name
        self._bytes = path.read_bytes()
        try:
            self._read_directory()
        except struct.error:
            raise self._broken() from None

    def __contains__(self, stream: str) -> bool:
        return stream in self._streams

    def stream(self, name: str) -> bytes:
        """Return the bytes of a stream. Raises CannotRead: its sectors loop, are missing or beyond the file."""
        chain = self._streams[name]
        if chain.size < self._smallest:
            content = self._follow(self._small, self._small_table, 64, chain.start)
        else:
            content = self._follow(self._bytes, self._table, self._sector, chain.start, before=self._sector)
        if len(content) < chain.size:
            raise self._broken()
        return content[: chain.size]

    def _read_directory(self) -> None:
        head = self._bytes[:512]
        if struct.unpack_from("<H", head, 30)[0] not in (9, 12) or len(head) < 512:
            raise self._broken()
        self._sector = 1 << struct.unpack_from("<H", head, 30)[0]
        directory, _, self._smallest, small_table, _ = struct.unpack_from("<5I", head, 48)
        self._table = self._read_table(head)
        entries = self._chain(directory)
        self._streams: dict[str, _Chain] = {}
        self._small = b""
        for at in range(0, min(len(entries), _MOST_ENTRIES * _ENTRY) - _ENTRY + 1, _ENTRY):
            self._read_entry(entries[at : at + _ENTRY])
        self._small_table = _numbers(self._chain(small_table)) if self._small else ()

    def _read_entry(self, entry: bytes) -> None:
        length, kind = struct.unpack_from("<HB", entry, 64)
        start, size = struct.unpack_from("<II", entry, 116)
        name = entry[: max(length - 2, 0)].decode("utf-16-le", "replace")
        if kind == 5 and size:
            self._small = self._chain(start)
        elif kind == 2:
            self._streams.setdefault(name, _Chain(start, size))

    def _read_table(self, head: bytes) -> tuple[int, ...]:
        """The table that says which sector follows which, gathered from the places the header and its chain list."""
        places = list(struct.unpack_from("<109I", head, 76))
        following, _ = struct.unpack_from("<2I", head, 68)
        seen: set[int] = set()
        while following < _LAST_SECTOR:
            if following in seen:
                raise self._broken()
            seen.add(following)
            *more, following = _numbers(self._at(following))
            places += more
        used = [place for place in places if place < _LAST_SECTOR]
        if len(set(used)) < len(used):
            raise self._broken()
        return _numbers(b"".join(self._at(place) for place in used))

    def _at(self, place: int) -> bytes:
        content = self._bytes[(place + 1) * self._sector : (place + 2) * self._sector]
        if len(content) < self._sector:
            raise self._broken()
        return content

    def _chain(self, start: int) -> bytes:
        return self._follow(self._bytes, self._table, self._sector, start, before=self._sector)

    def _follow(self, within: bytes, table: tuple[int, ...], sector: int, start: int, before: int = 0) -> bytes:
        pieces: list[bytes] = []
        place = start
        while place < _LAST_SECTOR:
            at = before + place * sector
            if place >= len(table) or at >= len(within) or len(pieces) > len(table):
                raise self._broken()
            pieces.append(within[at : at + sector])
            place = table[place]
        return b"".join(pieces)

    def _broken(self) -> Exception:
        return damaged(self.name, "is broken off or mixed up inside")


def _numbers(content: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])
