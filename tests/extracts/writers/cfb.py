"""Writes the container of xls files ([MS-CFB]): a small file system of 512-byte sectors chained by one table."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Final

SECTOR: Final = 512
_FREE, _END, _TABLE, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_SMALLEST: Final = 4096


def write_cfb(path: Path, streams: dict[str, bytes]) -> Path:
    """Write the streams side by side in the root, each in a chain of its own."""
    path.write_bytes(cfb_bytes(streams))
    return path


def cfb_bytes(streams: dict[str, bytes]) -> bytes:
    # Shorter streams would belong into sectors of another size; padding spares them.
    padded = [content.ljust(max(_SMALLEST, -(-len(content) // SECTOR) * SECTOR), b"\0") for content in streams.values()]
    directory_size = -(-(len(streams) + 1) * 128 // SECTOR)
    used = directory_size + sum(len(content) // SECTOR for content in padded)
    table_size = 1
    while used + table_size > table_size * 128:
        table_size += 1
    table = [_TABLE] * table_size + _chain(table_size, directory_size)
    starts: list[int] = []
    for content in padded:
        starts.append(len(table))
        table += _chain(len(table), len(content) // SECTOR)
    table += [_FREE] * (table_size * 128 - len(table))
    entries = [_entry("Root Entry", 5, _END, 0, child=1 if streams else _NONE)]
    for number, (name, content) in enumerate(zip(streams, padded, strict=True), start=1):
        right = number + 1 if number < len(streams) else _NONE
        entries.append(_entry(name, 2, starts[number - 1], len(content), right=right))
    directory = b"".join(entries).ljust(directory_size * SECTOR, b"\0")
    return _header(table_size) + struct.pack(f"<{len(table)}I", *table) + directory + b"".join(padded)


def _chain(first: int, length: int) -> list[int]:
    return [*range(first + 1, first + length), _END]


def _header(table_size: int) -> bytes:
    fixed = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    numbers = struct.pack("<9I", 0, table_size, table_size, 0, _SMALLEST, _END, 0, _END, 0)
    places = [*range(table_size), *[_FREE] * (109 - table_size)]
    return fixed + numbers + struct.pack("<109I", *places)


def _entry(name: str, kind: int, start: int, size: int, *, child: int = _NONE, right: int = _NONE) -> bytes:
    coded = name.encode("utf-16-le") + b"\0\0"
    return (
        coded.ljust(64, b"\0") + struct.pack("<HBB3I", len(coded), kind, 1, _NONE, right, child)
        + bytes(36) + struct.pack("<IQ", start, size)
    )  # fmt: skip
