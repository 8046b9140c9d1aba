"""Looks at a workbook's archive before it is unpacked, so that a small file cannot fill the memory."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Final

from earlyhelp.dataset.reading.cannot_read import CannotRead

MOST_ENTRIES: Final = 2_000
LARGEST_ENTRY: Final = 600_000_000
LARGEST_TOTAL: Final = 1_200_000_000

_TOO_LARGE: Final = "Supply large tables as CSV or Parquet files instead."


def check_archive(path: Path) -> None:
    """Raise CannotRead where the file is no workbook, is damaged or encrypted, or would unpack to too much."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except OSError as error:
        raise CannotRead(f"{path} could not be opened: {error.strerror or error}.") from None
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise CannotRead(
            f"{path} is not an Excel workbook (.xlsx), is protected by a password, or is damaged. "
            "Open it in Excel and save it again without a password."
        ) from None
    if "xl/workbook.xml" not in {entry.filename for entry in entries}:
        raise CannotRead(f"{path} is not an Excel workbook. Open it in Excel and save it as .xlsx.")
    if len(entries) > MOST_ENTRIES:
        raise CannotRead(f"{path} has {len(entries)} parts, more than any workbook of ours has. {_TOO_LARGE}")
    largest = max(entry.file_size for entry in entries)
    if largest > LARGEST_ENTRY or sum(entry.file_size for entry in entries) > LARGEST_TOTAL:
        raise CannotRead(f"{path} would unpack to more than this program reads from a workbook. {_TOO_LARGE}")
