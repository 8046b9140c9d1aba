"""Walks through the records of xlsb parts: a type, a size, and that many bytes ([MS-XLSB] 2.1.4)."""

from __future__ import annotations

from collections.abc import Iterator

from earlyhelp.extracts.files.workbook_parts import LARGEST_SHEET, Parts
from earlyhelp.extracts.files.workbook_refusals import damaged, too_large

_LARGEST_RECORD = 16_000_000


def walk_records(parts: Parts, part: str, largest: int = LARGEST_SHEET) -> Iterator[tuple[int, bytes]]:
    """Yield the type and content of each record. Raises CannotRead: one is cut off."""
    rest = b""
    for chunk in parts.read(part, largest):
        text = rest + chunk
        at, end = 0, len(text)
        while True:
            begin = at
            if end - at < 6:
                break
            kind = text[at]
            at += 1
            if kind & 128:
                kind = kind & 127 | text[at] << 7
                at += 1
            size = shift = 0
            for _ in range(4):
                byte = text[at]
                at += 1
                size |= (byte & 127) << shift
                shift += 7
                if byte < 128:
                    break
            if at + size > end:
                break
            yield kind, text[at : at + size]
            at += size
        rest = text[begin:]
        if len(rest) > _LARGEST_RECORD:
            raise too_large(parts.name, "holds a record of more than 16 MB")
    yield from _walk_last(parts, part, rest)


def _walk_last(parts: Parts, part: str, rest: bytes) -> Iterator[tuple[int, bytes]]:
    """The last records are too short to look ahead for; none of them holds a cell."""
    at = 0
    while at < len(rest):
        long = rest[at] & 128
        kind, at = (rest[at] & 127 | rest[at + 1] << 7, at + 2) if long and at + 1 < len(rest) else (rest[at], at + 1)
        if at >= len(rest) or rest[at] > 127 or at + 1 + rest[at] > len(rest):
            raise damaged(parts.name, f"ends in the middle of its part {part}")
        yield kind, rest[at + 1 : at + 1 + rest[at]]
        at += 1 + rest[at]
