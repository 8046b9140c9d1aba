"""Writes an archive entry by entry as told, true or not: sizes that lie, names twice, data packed without unpacking."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

DEFLATED: Final = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One part: its name, its packed bytes, and what the archive says of it.

    at      where the directory says it begins; where it does, if not given
    """

    name: str
    packed: bytes
    size: int
    check: int
    method: int = DEFLATED
    flags: int = 0
    at: int | None = None


def entry(name: str, content: bytes | str) -> Entry:
    """An honest entry."""
    plain = content.encode() if isinstance(content, str) else content
    return Entry(name, pack(plain), len(plain), zlib.crc32(plain))


def repeated(name: str, head: str, block: bytes, times: int, tail: str) -> Entry:
    """An honest entry whose middle is one block so many times, packed once."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    first = packer.compress(head.encode()) + packer.flush(zlib.Z_FULL_FLUSH)
    middle = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    last = packer.compress(tail.encode()) + packer.flush()
    check = zlib.crc32(head.encode())
    for _ in range(times):
        check = zlib.crc32(block, check)
    size = len(head.encode()) + len(block) * times + len(tail.encode())
    return Entry(name, first + middle * times + last, size, zlib.crc32(tail.encode(), check))


def pack(content: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def write_entries(path: Path, entries: list[Entry]) -> Path:
    body, directory = b"", b""
    for each in entries:
        name = each.name.encode()
        known = struct.pack(
            "<HHHHIIIHH", each.flags, each.method, 0, 33, each.check, len(each.packed), each.size, len(name), 0
        )
        at = len(body) if each.at is None else each.at
        directory += b"PK\1\2" + struct.pack("<HH", 20, 20) + known + struct.pack("<HHHII", 0, 0, 0, 0, at) + name
        body += b"PK\3\4" + struct.pack("<H", 20) + known + name + each.packed
    end = struct.pack("<HHHHIIH", 0, 0, len(entries), len(entries), len(directory), len(body), 0)
    path.write_bytes(body + directory + b"PK\5\6" + end)
    return path
