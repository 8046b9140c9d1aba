"""Reads the texts of xls records, of which each says whether its characters take one byte or two."""

from __future__ import annotations

import struct
from collections.abc import Iterator


def read_short_text(content: bytes, at: int, *, is_new: bool) -> str:
    """Return a text whose length takes one byte, such as the name of a sheet."""
    return _read(content, at + 1, content[at], is_new)


def read_text(content: bytes, at: int, *, is_new: bool) -> str:
    """Return a text whose length takes two bytes. What lies beyond the record is left out."""
    return _read(content, at + 2, struct.unpack_from("<H", content, at)[0], is_new)


def read_shared_texts(records: list[bytes]) -> Iterator[str]:
    """Yield the texts that cells share, in their order, from the record that begins them and those that continue it.

    Raises  IndexError, struct.error: the records end too early
    """
    reader = _Reader(records)
    number = struct.unpack("<I", reader.take(8)[4:])[0]
    for _ in range(number):
        length, flags = struct.unpack("<HB", reader.take(3))
        runs = struct.unpack("<H", reader.take(2))[0] if flags & 8 else 0
        extra = struct.unpack("<I", reader.take(4))[0] if flags & 4 else 0
        yield reader.take_text(length, is_wide=bool(flags & 1))
        reader.skip(runs * 4 + extra)


class _Reader:
    def __init__(self, records: list[bytes]) -> None:
        self.records, self.number, self.at = records, 0, 0

    @property
    def left(self) -> int:
        return len(self.records[self.number]) - self.at

    def take(self, size: int) -> bytes:
        if not self.left:
            self._go_on()
        taken = self.records[self.number][self.at : self.at + size]
        self.at += size
        return taken

    def take_text(self, length: int, *, is_wide: bool) -> str:
        texts: list[str] = []
        while length:
            if not self.left:
                self._go_on()
                is_wide = bool(self.take(1)[0] & 1)
            width = 2 if is_wide else 1
            fits = min(length, self.left // width)
            if not fits:
                raise IndexError(length)
            texts.append(self.take(fits * width).decode("utf-16-le" if is_wide else "latin-1", "replace"))
            length -= fits
        return "".join(texts)

    def skip(self, size: int) -> None:
        while size:
            if not self.left:
                self._go_on()
            step = min(size, self.left)
            self.at += step
            size -= step

    def _go_on(self) -> None:
        self.number, self.at = self.number + 1, 0
        if not self.records[self.number]:
            raise IndexError(self.number)


def _read(content: bytes, at: int, length: int, is_new: bool) -> str:
    if not is_new:
        return content[at : at + length].decode("cp1252", "replace")
    is_wide = content[at] & 1
    at += 1
    if content[at - 1] & 12:
        # Where the text is in several fonts, their number stands before it.
        at += 2 * (content[at - 1] >> 3 & 1) + 4 * (content[at - 1] >> 2 & 1)
    return content[at : at + length * (1 + is_wide)].decode("utf-16-le" if is_wide else "latin-1", "replace")
