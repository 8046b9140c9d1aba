"""Rows of a CSV file that travels with the package."""

from __future__ import annotations

import csv
from importlib.resources import files


def shipped_rows(*path: str, room: str = "earlyhelp.vocabulary") -> list[dict[str, str]]:
    """Return the rows of a file of this room, such as `shipped_rows("codes", "phase.csv")`, by column name.

    room    the package whose file it is, where it is another
    Raises  FileNotFoundError: the package holds no such file
    """
    text = files(room).joinpath(*path).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), strict=True))
