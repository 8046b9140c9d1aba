"""seen.csv beside the words of a period: what each binding read when a person last accepted it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from earlyhelp.editions.files import csv_text, write_file
from earlyhelp.editions.words.folder import WordsError, read_text

SEEN_FILE: Final = "seen.csv"
COLUMNS: Final = ("file", "page", "binding", "reads")

Key = tuple[str, str, str]


@dataclass(frozen=True)
class Seen:
    """What was read. readings   by name of the file, key of the page, and binding as it is written"""

    readings: Mapping[Key, str]

    def reading(self, file: str, page: str, binding: str) -> str | None:
        """Return what a binding read when it was last accepted, None where it never was."""
        return self.readings.get((file, page, binding))

    def with_readings(self, readings: Mapping[Key, str], still_there: Iterable[Key]) -> Seen:
        """Return what is seen after new readings; what no text says any more is forgotten.

        still_there     bindings of the texts, those too that these readers are not shown and that keep their reading
        """
        there = set(still_there)
        kept = {key: reads for key, reads in self.readings.items() if key in there}
        return Seen(kept | dict(readings))


def read_seen(folder: Path) -> Seen:
    """Return what was seen of a period's words; nothing where nobody accepted any.

    Raises  WordsError: the file cannot be read, or is not as the program wrote it
    """
    path = folder / SEEN_FILE
    if not path.is_file():
        return Seen({})
    return Seen({(file, page, binding): reads for file, page, binding, reads in rows_of(path, COLUMNS)})


def write_seen(folder: Path, seen: Seen) -> Path:
    """Write what was seen, in the order of its names."""
    rows = ((*key, reads) for key, reads in sorted(seen.readings.items()))
    write_file(folder / SEEN_FILE, csv_text(COLUMNS, rows))
    return folder / SEEN_FILE


def rows_of(path: Path, columns: tuple[str, ...]) -> Iterator[list[str]]:
    """Yield the rows of a small CSV file of ours. Raises WordsError: it has other columns."""
    rows = csv.reader(io.StringIO(read_text(path)))
    if tuple(next(rows, ())) != columns:
        raise WordsError((f"{path} is not as the program wrote it: its first row must be {','.join(columns)}.",))
    for number, row in enumerate(rows, 2):
        if len(row) != len(columns):
            raise WordsError((f"{path}:{number} has {len(row)} columns, where {len(columns)} belong.",))
        yield row
