"""The parts of a zipped workbook, unpacked bit by bit and never further than they say they go."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from earlyhelp.dataset.reading.workbook_archive import list_entries
from earlyhelp.extracts.files.workbook_refusals import damaged, too_large

LARGEST_SHEET: Final = 500_000_000
LARGEST_PART: Final = 32_000_000

_CHUNK: Final = 1 << 20
_FREE_TO_GROW: Final = 16_000_000
_MOST_TIMES: Final = 250
_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_DECLARATIONS: Final = (b"<!DOCTYPE", b"<!ENTITY")


class Parts:
    """The parts by name, whatever its case."""

    def __init__(self, path: Path, name: str) -> None:
        """Raises CannotRead: the archive is damaged, encrypted, or such as no program writes."""
        self.path, self.name = path, name
        self._entries = {entry.filename.casefold(): entry for entry in list_entries(path, name)}
        declared = sum(entry.file_size for entry in self._entries.values())
        if declared > 2 * LARGEST_SHEET:
            raise too_large(name, f"would unpack to {declared // 1_000_000:,} MB")

    def __contains__(self, part: str) -> bool:
        return part.casefold() in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def whole(self, part: str) -> bytes:
        """Return one of the small parts. Raises CannotRead."""
        return b"".join(self.read(part, LARGEST_PART))

    def read(self, part: str, largest: int = LARGEST_SHEET) -> Iterator[bytes]:
        """Yield a part as it unpacks.

        Raises  CannotRead: it is missing, damaged, of another size than the archive says, larger than given, grows as
                only made-up data do, or is XML that declares entities or is not in UTF-8
        """
        entry = self._entries.get(part.casefold())
        if entry is None:
            raise damaged(self.name, f"lacks its part {part}")
        is_xml = not part.casefold().endswith(".bin")
        size, check, before = 0, 0, b""
        for chunk in self._unpack(entry):
            size += len(chunk)
            check = zlib.crc32(chunk, check)
            if size > largest or (size > _FREE_TO_GROW and size > _MOST_TIMES * entry.compress_size):
                raise too_large(self.name, f"unpacks to more than {size // 1_000_000:,} MB in {part}")
            if size > entry.file_size:
                raise damaged(self.name, f"says a wrong size of its part {part}")
            if is_xml:
                self._check_xml(before + chunk, part)
                before = chunk[-16:]
            yield chunk
        if size != entry.file_size or check != entry.CRC:
            raise damaged(self.name, f"is not whole in its part {part}")

    def _unpack(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        with self.path.open("rb") as file:
            file.seek(entry.header_offset)
            header = file.read(30)
            if len(header) < 30 or not header.startswith(b"PK\3\4"):
                raise damaged(self.name, f"is not whole in its part {entry.filename}")
            file.seek(sum(struct.unpack_from("<HH", header, 26)), 1)
            left = entry.compress_size
            if entry.compress_type == zipfile.ZIP_STORED:
                while left > 0 and (chunk := file.read(min(_CHUNK, left))):
                    left -= len(chunk)
                    yield chunk
            elif entry.compress_type == zipfile.ZIP_DEFLATED:
                yield from self._inflate(iter(lambda: file.read(_CHUNK), b""), left, entry.filename)
            else:
                raise damaged(self.name, "is packed in a way that no spreadsheet program uses")

    def _inflate(self, packed: Iterator[bytes], left: int, part: str) -> Iterator[bytes]:
        inflater = zlib.decompressobj(-15)
        for chunk in packed:
            chunk, left = chunk[:left], left - len(chunk)
            while chunk and not inflater.eof:
                try:
                    unpacked = inflater.decompress(chunk, _CHUNK)
                except zlib.error:
                    raise damaged(self.name, f"is not whole in its part {part}") from None
                if unpacked:
                    yield unpacked
                chunk = inflater.unconsumed_tail
            if left <= 0 or inflater.eof:
                return

    def _check_xml(self, text: bytes, part: str) -> None:
        if b"\0" in text or text.startswith(_MARKS):
            raise damaged(self.name, f"is not written in UTF-8 in its part {part}")
        if b"<!" in text and any(mark in text.upper() for mark in _DECLARATIONS):
            raise damaged(self.name, f"declares entities in its part {part}, as no spreadsheet program does")
