"""Looks at a workbook's archive before it is unpacked, so that a small file cannot fill the memory."""

from __future__ import annotations

import re
import struct
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO, Final

from earlyhelp.dataset.reading.cannot_read import CannotRead

MOST_ENTRIES: Final = 2_000
LARGEST_ENTRY: Final = 600_000_000
LARGEST_TOTAL: Final = 1_200_000_000

_LARGEST_DIRECTORY: Final = 4_000_000
_LOCAL_HEADER: Final = 30
_TOO_LARGE: Final = "Supply large tables as CSV or Parquet files instead."
# An extract is read through here too, and a council has no Parquet.
_SAVE_AS_CSV: Final = "Save its tables as CSV."
_STRANGE_NAME: Final = re.compile(r"^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)|\0")


def check_archive(path: Path) -> None:
    """Raise CannotRead where the file is no workbook, is damaged or encrypted, or would unpack to too much."""
    entries = list_entries(path)
    if "xl/workbook.xml" not in {entry.filename for entry in entries}:
        raise CannotRead(f"{path} is not an Excel workbook. Open it in Excel and save it as .xlsx.")
    largest = max(entry.file_size for entry in entries)
    if largest > LARGEST_ENTRY or sum(entry.file_size for entry in entries) > LARGEST_TOTAL:
        raise CannotRead(f"{path} would unpack to more than this program reads from a workbook. {_TOO_LARGE}")


def list_entries(path: Path, name: str = "") -> list[zipfile.ZipInfo]:
    """Return what the directory of the archive lists.

    name    how messages name the file; its path where it is empty
    Raises  CannotRead: it is no archive, is damaged or encrypted, has too many parts, or its directory is such as no
            program writes: a name twice, a name that leads out of the archive, parts that lie over each other
    """
    name = name or str(path)
    try:
        with path.open("rb") as file:
            _check_size_of_directory(file, name)
            entries = zipfile.ZipFile(file).infolist()
    except OSError as error:
        raise CannotRead(f"{name} could not be opened: {error.strerror or error}.") from None
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, RuntimeError):
        raise CannotRead(
            f"{name} is not an Excel workbook (.xlsx), is protected by a password, or is damaged. "
            "Open it in Excel and save it again without a password."
        ) from None
    if len(entries) > MOST_ENTRIES:
        raise CannotRead(f"{name} has {len(entries):,} parts, more than any workbook of tables has. {_SAVE_AS_CSV}")
    _check_entries(entries, name)
    return entries


def _check_size_of_directory(file: BinaryIO, name: str) -> None:
    """Refuse a directory of millions of entries before it is read."""
    size = file.seek(0, 2)
    file.seek(max(0, size - 65_557))
    tail = file.read()
    end = tail.rfind(b"PK\5\6")
    length = struct.unpack_from("<I", tail, end + 12)[0] if 0 <= end <= len(tail) - 22 else 0
    if tail[max(0, end - 20) : max(0, end)].startswith(b"PK\6\7") and end >= 76:
        length = max(struct.unpack_from("<Q", tail, end - 76 + 40)[0], length % 0xFFFFFFFF)
    if length > _LARGEST_DIRECTORY:
        raise CannotRead(f"{name} has more parts than any workbook of tables has. {_SAVE_AS_CSV}")
    file.seek(0)


def _check_entries(entries: list[zipfile.ZipInfo], name: str) -> None:
    if any(entry.flag_bits & 1 for entry in entries):
        raise CannotRead(f"{name} is protected by a password. Open it in Excel and save it again without one.")
    if len({entry.filename.casefold() for entry in entries}) < len(entries):
        raise CannotRead(f"{name} holds two parts of the same name. Open it in Excel and save it again.")
    if any(_STRANGE_NAME.search(entry.orig_filename) for entry in entries):
        raise CannotRead(f"{name} holds parts with names that lead out of it. Open it in Excel and save it again.")
    if any(entry.header_offset < 0 for entry in entries):
        raise CannotRead(f"{name} is damaged. Open it in Excel and save it again.")
    for entry, following in pairwise(sorted(entries, key=lambda entry: entry.header_offset)):
        if entry.header_offset + _LOCAL_HEADER + entry.compress_size > following.header_offset:
            raise CannotRead(f"{name} holds parts that lie over each other. Open it in Excel and save it again.")
