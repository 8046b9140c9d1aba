"""Files of an edition: written whole or not at all, and known by their SHA-256."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.reading.input_files import input_files

FIGURES_FILE: Final = "figures.csv"
FIGURES_EARLIER_FILE: Final = "figures_a_year_earlier.csv"
OPEN_DATA_FILE: Final = "open_data.csv"
MANIFEST_FILE: Final = "manifest.json"
CONTENTS_FILE: Final = "index.html"

PACKAGE: Final = Path(__file__).resolve().parent.parent
CODE_ENDINGS: Final = frozenset({".py", ".sql", ".csv", ".jinja", ".css"})


def write_file(path: Path, text: str) -> str:
    """Write a text file, replacing one that is there, and return its SHA-256; a reader never meets half a file."""
    content = text.encode("utf-8")
    unfinished = path.with_name(f".{path.name}.unfinished")
    unfinished.write_bytes(content)
    unfinished.replace(path)
    return hashlib.sha256(content).hexdigest()


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return the text of a small CSV file: its columns, then its rows, each line ended by a line feed."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()


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


@cache
def hash_code() -> str:
    """Return the SHA-256 of the program and its lists, so that a changed definition shows whatever its version says.

    Line ends count as line feeds, so that two systems with the same program agree.
    """
    whole = hashlib.sha256()
    files = {path.relative_to(PACKAGE).as_posix(): path for path in PACKAGE.rglob("*") if path.suffix in CODE_ENDINGS}
    for name, path in sorted(files.items()):
        whole.update(f"{name}\n".encode())
        whole.update(hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).digest())
    return whole.hexdigest()


def take_manifest_away(folder: Path) -> frozenset[str]:
    """Delete the manifest of an edition that a new one will replace, and return the names of the files it was of.

    While files are being written there is no manifest, so that a run that was interrupted is no edition.
    """
    path = folder / MANIFEST_FILE
    try:
        written: Any = json.loads(path.read_text(encoding="utf-8"))["outputs_sha256"]
        names = frozenset(str(name) for name in written)
    except (OSError, ValueError, KeyError, TypeError):
        names = frozenset[str]()
    path.unlink(missing_ok=True)
    return names


def delete_files(folder: Path, names: Iterable[str]) -> None:
    """Delete files of an earlier edition by their names, and folders that are empty then; all else is left alone."""
    inside = folder.resolve()
    for name in names:
        path = folder / name
        if path.is_file() and path.resolve().parent in (inside, inside / path.parent.name):
            path.unlink()
            if path.parent.resolve() != inside and not any(path.parent.iterdir()):
                path.parent.rmdir()
