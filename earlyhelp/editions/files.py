"""Files of an edition: written whole or not at all, and known by their SHA-256."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.reading.input_files import input_files

FIGURES_FILE: Final = "figures.csv"


def write_file(path: Path, text: str) -> None:
    """Write a text file, replacing one that is there; a reader never meets half a file."""
    unfinished = path.with_name(f".{path.name}.unfinished")
    unfinished.write_text(text, encoding="utf-8", newline="\n")
    unfinished.replace(path)


def hash_file(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def hash_inputs(source: Path) -> dict[str, str]:
    """Return the SHA-256 of each file of a dataset by its name, files of identities left out as nobody opens them.

    source  a folder or a workbook that could be read
    """
    open_tables = frozenset(name for name, table in TABLES.items() if not table.restricted)
    return {path.name: hash_file(path) for path in sorted(input_files(source, open_tables))}
