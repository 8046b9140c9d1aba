"""Which files and sheets belong to which source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from earlyhelp.extracts.files.find_files import FoundFile
from earlyhelp.extracts.files.read_file import read_file
from earlyhelp.extracts.files.sheet import Sheet
from earlyhelp.extracts.mapping.declare import Mapping, Source
from earlyhelp.extracts.values.tidy import same_name


def fits_file(source: Source, file: str) -> bool:
    """Say whether the name of a file, with or without its folders, fits a pattern of the source."""
    name = file.casefold()
    return any(
        fnmatchcase(each, pattern.casefold()) for pattern in source.files for each in (name, PurePosixPath(name).name)
    )


def fits_sheet(source: Source, sheet: Sheet) -> bool:
    """Say whether a sheet fits a pattern of the source; the one sheet of a text file always does."""
    return not sheet.name or any(
        fnmatchcase(same_name(sheet.name), same_name(pattern).replace("[", "[[]")) for pattern in source.sheets
    )


def fits_source(source: Source, sheet: Sheet) -> bool:
    """Say whether a sheet is one of a source, by its file and its own name."""
    return fits_file(source, sheet.file) and fits_sheet(source, sheet)


def read_sheets(
    files: Sequence[FoundFile], mappings: Iterable[Mapping], folder: Path
) -> tuple[list[Sheet], list[FoundFile]]:
    """Return the sheets of the files that fit any source, and the files that fit none.

    folder  for temporary copies
    Raises  CannotRead: a file that fits cannot be read; without it the dataset would lack rows
    """
    sources = [source for mapping in mappings for source in mapping.sources.values()]
    sheets: list[Sheet] = []
    passed_over: list[FoundFile] = []
    for found in files:
        if any(fits_file(source, found.name) for source in sources):
            sheets += read_file(found, folder)
        else:
            passed_over.append(found)
    return sheets, passed_over
