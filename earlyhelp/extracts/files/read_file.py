"""Reads one file of any kind into sheets."""

from __future__ import annotations

from pathlib import Path

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.extracts.files.find_files import FoundFile
from earlyhelp.extracts.files.kinds_of_file import Kind, kind_of
from earlyhelp.extracts.files.sheet import Sheet
from earlyhelp.extracts.files.text_file import read_text_file


def read_file(found: FoundFile, folder: Path) -> list[Sheet]:
    """Return the sheets of a file: one of a text file, all of a workbook. What it is the first bytes say.

    folder  where copies may be written; nothing in it is needed afterwards
    Raises  CannotRead: it is of another kind, damaged, too large, or was refused when it was found
    """
    if found.refusal:
        raise CannotRead(f"{found.name} {found.refusal}")
    if kind_of(found.path, found.name) is Kind.TEXT:
        return [read_text_file(found.path, found.name, folder)]
    # Most runs read text alone, and need not wait for what opens workbooks.
    from earlyhelp.extracts.files.workbook import read_workbook

    return read_workbook(found.path, found.name, folder)
