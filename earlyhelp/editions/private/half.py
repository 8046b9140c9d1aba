"""The half that the authority keeps: where it lies, who may open it, until when, and what it says of itself."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from textwrap import fill
from typing import Any, Final

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.editions.files import MANIFEST_FILE
from earlyhelp.periods import Period

FOLDER: Final = "private"
TABLES_FOLDER: Final = "tables"
SQL_FOLDER: Final = "sql"
README_FILE: Final = "README.txt"
HAS_OWNERS: Final = os.name == "posix"

WHAT_IT_IS: Final = (
    "What it is. What the figures of this edition were made of: the tables that the measures read (tables), the SQL as "
    "it ran (sql), and every figure before release (figures.csv). It serves to check a figure, and to say next year "
    "what changed. It holds no name of a person, no address, no day of birth and no free text; but each row is about a "
    "family or a child, and someone who knows them may recognise them."
)
OPENED: Final = (
    "Only the owner of these files may open them; leave it so."
    if HAS_OWNERS
    else "This system does not let the program close the folder to others: its rights are the council's to set."
)
HIDDEN: Final = "Ids of people, families and cases are replaced by a keyed hash; the key is not here."
NOT_HIDDEN: Final = (
    "Ids of people, families and cases are replaced by a hash whose key is the county's code. That is not secret: "
    "whoever has a case number can find it here. Name a key file in the settings to change that."
)


@dataclass(frozen=True, slots=True)
class KeptHalf:
    """A private half that is there, as its manifest tells of it.

    key_fingerprint     of the key under which its ids were hashed
    definitions         SHA-256 of the SQL of each measure
    files               names of its files within the folder
    """

    folder: Path
    keep_until: date
    key_fingerprint: str
    definitions: dict[str, str]
    files: tuple[str, ...]

    def table(self, name: str) -> Path:
        return self.folder / TABLES_FOLDER / f"{name}.parquet"


def read_kept_half(edition: Path) -> KeptHalf | None:
    """Return the private half of an edition's folder, None where it has none.

    Raises  CannotRead: its manifest is not one that this program writes
    """
    path = edition / FOLDER / MANIFEST_FILE
    if not path.is_file():
        return None
    try:
        content: Any = json.loads(path.read_text(encoding="utf-8"))
        return KeptHalf(
            edition / FOLDER, date.fromisoformat(content["keep_until"]), str(content["key_fingerprint"]),
            dict(content["definitions_sha256"]), tuple(content["files_sha256"]),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError):
        raise CannotRead(f"{path} is not the manifest of the private half of an edition.") from None


def says_of_old_half(edition: Path, as_at: date, *, replaces: bool) -> str:
    """Say that the private half of an earlier edition, there already, has been kept past its day; else nothing."""
    kept = read_kept_half(edition)
    if kept is None or kept.keep_until >= as_at:
        return ""
    became = "That of this edition has taken its place." if replaces else "Delete it."
    return f"{kept.folder} was to be kept until {kept.keep_until.isoformat()}, which is past. {became}"


def check_own_folder(edition: Path) -> None:
    """Raise ValueError where something else than a folder of its own stands in the place of the private half."""
    folder = edition / FOLDER
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise ValueError(f"{folder} is not a folder of its own. Move it away, or publish with --no-private.")


def make_folders(edition: Path) -> Path:
    """Make the folder and those inside it, for their owner alone where the system knows owners; return the first."""
    folder = edition / FOLDER
    check_own_folder(edition)
    for each in (folder, folder / TABLES_FOLDER, folder / SQL_FOLDER):
        each.mkdir(mode=0o700, exist_ok=True)
        if HAS_OWNERS:
            each.chmod(0o700)
    return folder


def close_to_others(folder: Path) -> None:
    """Let the owner alone open each file, where the system knows owners."""
    if HAS_OWNERS:
        for path in folder.rglob("*"):
            if path.is_file():
                path.chmod(0o600)


def take_away(half: KeptHalf) -> None:
    """Delete the files that an earlier run wrote, those alone that its manifest names."""
    for name in (*half.files, MANIFEST_FILE):
        path = half.folder / name
        if path.resolve().is_relative_to(half.folder.resolve()):
            path.unlink(missing_ok=True)


def readme(county_name: str, period: Period, keep_until: date, *, is_secret: bool) -> str:
    """Return what the folder says to whoever opens it."""
    paragraphs = (
        f"The private half of an edition: {county_name}, {period.label}.",
        WHAT_IT_IS,
        f"Who may open it. Staff of the authority who need it for that. Never hand it over with the cards. {OPENED}",
        f"Pseudonyms. {HIDDEN if is_secret else NOT_HIDDEN}",
        f"Until when. Delete this folder after {keep_until.isoformat()}.",
    )
    return "\n\n".join(fill(paragraph, 100) for paragraph in paragraphs) + "\n"
