"""Which files a dataset is read from."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from earlyhelp.dataset.manifest import FILE_NAME
from earlyhelp.dataset.reading.folder import find_files
from earlyhelp.dataset.reading.workbook import manifest_file


def input_files(source: Path, wanted: Collection[str]) -> list[Path]:
    """Return the manifest and the files of the wanted tables, or the workbook that holds tables of either kind.

    source  a folder or a workbook
    Raises  CannotRead: the folder or the workbook cannot be read
    """
    found = find_files(source, wanted) if source.is_dir() else None
    if found and not found.workbook:
        return [source / FILE_NAME, *found.tables.values()]
    workbook = found.workbook if found and found.workbook else source
    manifest = manifest_file(workbook, is_beside_first=source.is_dir())
    return [manifest, workbook] if manifest else [workbook]
