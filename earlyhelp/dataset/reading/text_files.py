"""Makes UTF-8 of a text file in any encoding councils save, and notes what a fast reader would stumble over."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from earlyhelp.dataset.reading.cannot_read import CannotRead

_CHUNK: Final = 1 << 22
_BLANK_LINE: Final = re.compile(rb"\n\r?\n|\r\r")
_MARKS: Final = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text in UTF-8 without mark.

    path        the file itself, or its copy in the temporary folder where it had to be rewritten
    is_plain    false where it holds blank lines, NULs or lone carriage returns: then it is read with care
    """

    path: Path
    is_plain: bool


def as_utf8(path: Path, folder: Path) -> TextFile:
    """Return the file as UTF-8: itself, or a copy in the folder given.

    Tried in this order: the byte order mark, UTF-8, Windows-1252.
    Raises  CannotRead: it is empty, not text, or could not be opened
    """
    try:
        return _as_utf8(path, folder)
    except OSError as error:
        raise CannotRead(f"{path} could not be opened: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise CannotRead(
            f"{path} is not text in UTF-8, UTF-16 or Windows-1252. Save it again as CSV UTF-8; the file may be damaged."
        ) from None


def first_lines(path: Path, size: int = 1 << 16) -> str:
    """Return the beginning of a UTF-8 file, without a character cut in two."""
    with path.open("rb") as file:
        return file.read(size).decode("utf-8", errors="ignore")


def _as_utf8(path: Path, folder: Path) -> TextFile:
    with path.open("rb") as file:
        start = file.read(1 << 12)
    if not start.strip():
        raise CannotRead(f"{path} is empty. Write the column names in its first row, or take the file away.")
    for mark, encoding in _MARKS.items():
        if start.startswith(mark):
            return _transcode(path, encoding, folder)
    if b"\0" in start.partition(b"\n")[0]:
        raise CannotRead(f"{path} is not a text file. Save the table as CSV UTF-8.")
    looked = _look(path)
    return looked if looked else _transcode(path, "cp1252", folder)


def _look(path: Path) -> TextFile | None:
    """Read the file once; None where it is not UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    is_plain, before = True, b""
    try:
        for chunk in _chunks(path):
            is_plain = is_plain and _is_plain(before + chunk)
            if not chunk.isascii() or decoder.getstate()[0]:
                decoder.decode(chunk)
            before = chunk[-3:]
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return None
    return TextFile(path, is_plain)


def _is_plain(chunk: bytes) -> bool:
    if b"\0" in chunk or chunk.startswith((b"\n", b"\r\n")):
        return False
    if b"\r" in chunk and chunk.count(b"\r") - chunk.endswith(b"\r") > chunk.count(b"\r\n"):
        return False
    return b"\n\n" not in chunk and (b"\r" not in chunk or not _BLANK_LINE.search(chunk))


def _transcode(path: Path, encoding: str, folder: Path) -> TextFile:
    target = folder / f"{path.stem}.utf8.csv"
    with path.open(encoding=encoding, newline="") as source, target.open("w", encoding="utf-8", newline="") as copy:
        while chunk := source.read(_CHUNK):
            copy.write(chunk)
    return _look(target) or TextFile(target, False)


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk
