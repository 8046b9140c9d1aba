"""Tells the encoding of a text, and yields its lines without ever holding more than one that is too long."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Generator
from dataclasses import dataclass
from typing import BinaryIO, Final

LONGEST_LINE: Final = 1_000_001
"""Characters of a line that are kept: one more than the careful reader takes, so that it says what is wrong."""

START: Final = 1 << 12
"""Bytes by which an encoding, or a kind of file, is told."""

_CHUNK: Final = 1 << 20
_MARKS: Final = {
    codecs.BOM_UTF8: "utf-8-sig",
    # The mark of UTF-32 begins with that of UTF-16, so it is asked first.
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}

# The bytes of é, ’ or £ in UTF-8. In Windows-1252 they would be two or three letters that no word has.
_LETTERS_IN_UTF8: Final = re.compile(rb"\xc2[\xa0-\xbf]|\xc3[\x80-\xbf]|\xe2\x80[\x90-\xa6]")


@dataclass(frozen=True, slots=True)
class Encoding:
    """The codec of a text, and whether it holds letters of UTF-8 although as a whole it is not."""

    codec: str
    is_mixed: bool = False


def evident_encoding(start: bytes) -> str:
    """Return the codec that the first bytes alone give away, by a mark or as UTF-16 without one; otherwise empty."""
    for mark, codec in _MARKS.items():
        if start.startswith(mark):
            return codec
    pairs = len(start) // 2
    even, odd = start[0 : pairs * 2 : 2].count(0), start[1 : pairs * 2 : 2].count(0)
    # Half of each letter in western text is a NUL in UTF-16, and no letter begins with one in any other encoding.
    if pairs and odd > 0.7 * pairs and even <= 0.01 * pairs:
        return "utf-16-le"
    if pairs and even > 0.7 * pairs and odd <= 0.01 * pairs:
        return "utf-16-be"
    return ""


def find_encoding(file: BinaryIO) -> Encoding:
    """Return the encoding of a file opened for bytes. Windows-1252 comes last, because it fits nearly anything."""
    file.seek(0)
    codec = evident_encoding(file.read(START))
    if codec:
        return Encoding(codec)
    file.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while chunk := file.read(_CHUNK):
            if not chunk.isascii() or decoder.getstate()[0]:
                decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return Encoding("cp1252", _holds_utf8(file))
    return Encoding("utf-8")


def lines_of(file: BinaryIO, codec: str) -> Generator[str]:
    """Yield the lines with their ends. A line is cut where it is longer than any the reader takes.

    Close it before the file: it is read through a wrapper that must be taken off again.
    Raises  UnicodeDecodeError: the text is not in that encoding throughout
    """
    file.seek(0)
    text = io.TextIOWrapper(file, encoding=codec, newline="")
    try:
        while line := text.readline(LONGEST_LINE):
            if len(line) == LONGEST_LINE:
                _skip_to_end(text, line)
            yield line
    finally:
        # The file belongs to the caller, who reads it again.
        text.detach()


def _skip_to_end(text: io.TextIOWrapper, line: str) -> None:
    while line and line[-1] not in "\r\n":
        line = text.readline(LONGEST_LINE)


def _holds_utf8(file: BinaryIO) -> bool:
    file.seek(0)
    while chunk := file.read(_CHUNK):
        if _LETTERS_IN_UTF8.search(chunk):
            return True
    return False
