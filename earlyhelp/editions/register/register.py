"""The register as a folder: releases.csv with a line for each release, and a folder with the figures of each."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.editions.figures_read import read_figures
from earlyhelp.editions.files import FIGURES_FILE, csv_text, hash_file, write_file
from earlyhelp.editions.register.entry import COLUMNS, Entry, entry_of, row_of
from earlyhelp.measures.figures import Figure

REGISTER_FILE: Final = "releases.csv"
DEFAULT_FOLDER: Final = "releases"
MEND: Final = "Bring it back from a backup: until then nothing can be published safely beside what went out before."


@dataclass(frozen=True)
class Register:
    """The releases of a folder, each with figures that are those it was entered with."""

    folder: Path
    entries: tuple[Entry, ...]

    def figures(self, entry: Entry, name: str) -> list[Figure]:
        """Return the figures of one file of a release, as they were printed."""
        return read_figures(self.folder / entry.folder / name)

    def same_as(self, made_of: str, audience: str) -> Entry | None:
        """Return the release that was made of the same for the same readers, None where there is none."""
        return next((entry for entry in self.entries if (entry.made_of, entry.audience) == (made_of, audience)), None)


def read_register(folder: Path) -> Register:
    """Read a register, and hold every file of it against its line; one that is not there yet is empty.

    Raises  CannotRead: a line or a file is missing or is not what was written
    """
    path = folder / REGISTER_FILE
    if not path.exists():
        if any(folder.glob(f"[0-9][0-9][0-9][0-9]/{FIGURES_FILE}")):
            raise CannotRead(f"{folder} holds releases, but {REGISTER_FILE} is missing. {MEND}")
        return Register(folder, ())
    entries = _read_entries(path)
    for entry in entries:
        for name, sha256 in entry.files.items():
            _check_file(folder / entry.folder / name, sha256)
    return Register(folder, entries)


def enter(register: Register, entry: Entry, texts: Mapping[str, str]) -> Entry:
    """Enter a release with its figures and return it with its number.

    entry   whatever its number is
    texts   the figures by name of the file
    """
    entry = replace(entry, number=len(register.entries) + 1)
    folder = register.folder / entry.folder
    folder.mkdir(parents=True, exist_ok=True)
    entry = replace(entry, files={name: write_file(folder / name, text) for name, text in texts.items()})
    # The line comes last: a run that is interrupted before has released nothing.
    write_file(register.folder / REGISTER_FILE, csv_text(COLUMNS, map(row_of, (*register.entries, entry))))
    return entry


def _read_entries(path: Path) -> tuple[Entry, ...]:
    try:
        header, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
        entries = tuple(entry_of(row) for row in rows)
    except (OSError, ValueError, csv.Error):
        raise CannotRead(f"{path} is not a register as this program writes it. {MEND}") from None
    if tuple(header) != COLUMNS or [entry.number for entry in entries] != list(range(1, len(entries) + 1)):
        raise CannotRead(f"{path} lacks a line, or has one twice. {MEND}")
    return entries


def _check_file(path: Path, sha256: str) -> None:
    if not path.is_file():
        raise CannotRead(f"{path} is missing from the register of releases. {MEND}")
    if hash_file(path) != sha256:
        raise CannotRead(f"{path} is not the file that was entered into the register of releases. {MEND}")
