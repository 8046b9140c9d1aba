"""Puts together what all files of a folder say of each cell."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, cast

from earlyhelp.attacker.cells import Cell, Exposure, Printed
from earlyhelp.attacker.reading.figures_files import read_table
from earlyhelp.attacker.reading.pages import Page

KEPT_BACK: Final = "private"
_INTERNAL: Final = re.compile(r"\binternal\b", re.IGNORECASE)


@dataclass
class Edition:
    """What a folder tells.

    cells       what its tables print of each cell, hidden where any of them hides it
    given_away  cells that one file hides and another prints
    pages       (file, page), one at a time so that hundreds of cards need no room
    """

    folder: Path
    cells: dict[Cell, Printed] = field(default_factory=dict[Cell, Printed])
    given_away: list[Exposure] = field(default_factory=list[Exposure])

    @property
    def levels(self) -> dict[str, str]:
        """Place code -> level."""
        return {cell.place: cell.level for cell in self.cells}

    @property
    def period(self) -> tuple[str, str]:
        """The period that most cells are of: a page that names none means this."""
        counted = Counter((cell.first, cell.last) for cell in self.cells)
        return max(counted, key=lambda days: (counted[days], days), default=("", ""))

    def files(self, *endings: str) -> list[Path]:
        """Return published files by ending, in order; what the authority keeps is not among them."""
        found = (path for path in self.folder.rglob("*") if path.is_file() and path.suffix.lower() in endings)
        return sorted(path for path in found if KEPT_BACK not in path.relative_to(self.folder).parts)

    def name_of(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()

    def pages(self) -> Iterator[tuple[str, Page]]:
        for path in self.files(".html", ".htm"):
            yield self.name_of(path), Page(path.read_text(encoding="utf-8"))

    def add(self, cell: Cell, printed: Printed, file: str) -> None:
        """Note what a file says of a cell; one that is hidden stays hidden."""
        before = self.cells.get(cell)
        if before is None:
            self.cells[cell] = printed
        elif before.is_hidden != printed.is_hidden and (before.has_number or printed.has_number):
            self.cells[cell] = before if before.is_hidden else printed
            self.give_away(cell, "it is printed in one place and hidden in another.", file)

    def give_away(self, cell: Cell, why: str, file: str) -> None:
        self.given_away.append(Exposure(cell, "count", None, None, cell.table, why, (file,)))


def read_edition(folder: Path) -> Edition:
    """Return what the tables of a folder print and hide; its pages are read when they are asked for."""
    edition = Edition(folder)
    for path in edition.files(".csv"):
        name = edition.name_of(path)
        for cell, printed in read_table(path):
            edition.add(cell, printed, name)
    return edition


def says_internal(edition: Edition) -> Iterator[Exposure]:
    """Yield where a public edition's properties or names of files say that it is internal."""
    for path in edition.files(".html", ".htm", ".csv", ".json"):
        name = edition.name_of(path)
        is_marked = path.suffix == ".json" and _audience(path) == "internal"
        if is_marked or _INTERNAL.search(name.replace("_", " ")):
            yield internal(name)


def internal(file: str) -> Exposure:
    return Exposure(None, "words", None, None, file, "it says internal, and was meant for everybody.", (file,))


def _audience(path: Path) -> str:
    try:
        content: Any = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return ""
    return str(cast(dict[str, Any], content).get("audience", "")) if isinstance(content, dict) else ""
