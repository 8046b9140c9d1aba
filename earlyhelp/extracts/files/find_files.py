"""Finds the files to read among the files and folders that were given, and gives each a name that is safe to print."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.manifest import FILE_NAME
from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.dataset.reading.folder import BESIDE

_MOST_FILES: Final = 10_000
_LONGEST_NAME: Final = 160

# Hidden files, the lock that Excel lays beside an open workbook, and what systems leave in folders.
_HIDDEN: Final = (".", "~$")
_OF_SYSTEMS: Final = frozenset({"__macosx", "thumbs.db", "desktop.ini"})

# A mapping is never data, wherever it stands.
_MAPPING: Final = ".toml"

# Characters that move the cursor, turn the direction of reading, or stand for bytes that are no text.
_UNSAFE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})

_LEADS_OUT: Final = "is a link that leads out of the folder given. Put the file itself there, or name it by itself."
_LEADS_NOWHERE: Final = "is a link that leads nowhere. Put the file itself there."
_NO_FILE: Final = "is not an ordinary file but a device or a pipe. Save the table as a file and give that."


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read.

    name     what it is called in messages and what patterns are held against: for a file its name, for one in a folder
             given its path below that folder, with forward slashes. Safe to print
    refusal  why it will not be read, to stand after the name; reading it raises this. Empty where it may be read
    """

    path: Path
    name: str
    refusal: str = ""


def find_files(paths: Sequence[Path]) -> list[FoundFile]:
    """Return the files given and those in the folders given, each once, in natural order of their names.

    Passed over are hidden files, locks of Excel, mappings, and what this program wrote beside a dataset.json.
    Raises  CannotRead: a path does not exist, a file or folder cannot be opened, or there is no file at all or too many
    """
    found: dict[Path, FoundFile] = {}
    for path in paths:
        for each in _below(path) if path.is_dir() else _given(path):
            found.setdefault(each.path.absolute() if each.refusal else each.path.resolve(), each)
            if len(found) > _MOST_FILES:
                raise CannotRead(
                    f"{safe_name(str(path))} holds over {_MOST_FILES:,} files. Give the folder of the extracts."
                )
    if not found:
        given = " and ".join(safe_name(str(path)) for path in paths)
        raise CannotRead(f"There is no file to read in {given or 'what was given'}. Give the files a council sent.")
    return sorted(_told_apart(list(found.values())), key=lambda each: _natural(each.name))


def safe_name(text: str) -> str:
    """Return a name with nothing in it that could act on a terminal or deceive a reader, and not overlong."""
    safe = "".join("_" if each == "\\" or unicodedata.category(each) in _UNSAFE else each for each in text)
    return safe if len(safe) <= _LONGEST_NAME else f"{safe[:100]}…{safe[-50:]}"


def _given(path: Path) -> Iterator[FoundFile]:
    if path.name.startswith("~$"):
        return
    shown = safe_name(str(path))
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        why = _LEADS_NOWHERE if path.is_symlink() else "does not exist. Look at how it is spelt, and where you are."
        raise CannotRead(f"{shown} {why}") from None
    except (OSError, ValueError) as error:
        raise CannotRead(
            f"{shown} could not be opened: {getattr(error, 'strerror', None) or 'no such name'}."
        ) from None
    if not stat.S_ISREG(mode):
        raise CannotRead(f"{shown} {_NO_FILE}")
    yield FoundFile(path, safe_name(path.name))


def _below(root: Path) -> Iterator[FoundFile]:
    inside = root.resolve()
    for folder, subfolders, files in os.walk(root, onerror=_refuse_folder):
        subfolders[:] = sorted(each for each in subfolders if not _is_passed_over(each))
        links = [each for each in subfolders if (Path(folder) / each).is_symlink()]
        is_dataset = FILE_NAME in files
        for each in sorted([*files, *links]):
            path = Path(folder) / each
            if not (_is_passed_over(each) or (is_dataset and _is_ours(path))):
                yield from _look_at(path, safe_name(path.relative_to(root).as_posix()), inside)


def _is_ours(path: Path) -> bool:
    """Say whether this program wrote a file that stands beside a dataset.json."""
    return path.stem.casefold() in TABLES or path.name.casefold() in BESIDE


def _refuse_folder(error: OSError) -> None:
    # A folder passed over because nobody may open it would be rows lost without a word.
    raise CannotRead(f"{safe_name(str(error.filename))} could not be opened: {error.strerror}.") from None


def _look_at(path: Path, name: str, inside: Path) -> Iterator[FoundFile]:
    if path.is_symlink():
        target = path.resolve()
        if not path.exists():
            yield FoundFile(path, name, _LEADS_NOWHERE)
        elif not target.is_relative_to(inside):
            yield FoundFile(path, name, _LEADS_OUT)
        # What it leads to is in the folder and found by itself.
        return
    yield FoundFile(path, name, "" if path.is_file() else _NO_FILE)


def _is_passed_over(name: str) -> bool:
    plain = name.casefold()
    return plain.startswith(_HIDDEN) or plain in _OF_SYSTEMS or plain.endswith(_MAPPING)


def _told_apart(found: list[FoundFile]) -> Iterator[FoundFile]:
    """The same with their folder before names that come twice, as where two folders each hold a requests.csv."""
    times = Counter(each.name for each in found)
    for each in found:
        parent = each.path.absolute().parent.name
        yield replace(each, name=safe_name(f"{parent}/{each.name}")) if times[each.name] > 1 and parent else each


def _natural(name: str) -> list[str | int]:
    """A key that puts requests 2 before requests 10."""
    return [int(part) if part.isdecimal() else part for part in re.split(r"(\d+)", name.casefold())]
