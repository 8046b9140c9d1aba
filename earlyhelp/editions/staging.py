"""Files are written beside their place, looked at there, and put in their place when nothing speaks against it."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from earlyhelp.editions.files import MANIFEST_FILE, delete_files, take_manifest_away


@contextmanager
def staged(out: Path) -> Generator[Path]:
    """Give a folder beside `out` for the body of the `with` statement; it is gone at the end, with all that is in it.

    Raises  NotADirectoryError: a file lies where the folder should
    """
    place = out.resolve()
    if place.exists() and not place.is_dir():
        raise NotADirectoryError(20, "There is a file where the folder should be", str(out))
    place.parent.mkdir(parents=True, exist_ok=True)
    # Beside, not elsewhere: within one file system a file is moved whole or not at all.
    with TemporaryDirectory(prefix=f".{place.name}.", suffix=".unfinished", dir=place.parent) as name:
        yield Path(name)


def put_in_place(staging: Path, out: Path, names: Iterable[str]) -> None:
    """Move files to their place, replacing those of the same names."""
    out.mkdir(parents=True, exist_ok=True)
    for name in names:
        target = out / name
        target.parent.mkdir(exist_ok=True)
        (staging / name).replace(target)


def put_edition_in_place(staging: Path, out: Path, names: Iterable[str]) -> None:
    """Move the files of an edition to their place, its manifest last, and delete those of the edition before it."""
    written = frozenset(names)
    out.mkdir(parents=True, exist_ok=True)
    before = take_manifest_away(out)
    put_in_place(staging, out, sorted(written - {MANIFEST_FILE}))
    delete_files(out, before - written)
    put_in_place(staging, out, (MANIFEST_FILE,))
