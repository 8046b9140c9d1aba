"""Finds out how a text separates its cells, from the whole of its start: the first line is often a title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Final

from earlyhelp.dataset.reading.careful_csv import read_records
from earlyhelp.dataset.reading.header import BLANKS

DELIMITERS: Final = ("\t", ";", "|", ",")
"""From the one least at home in sentences and figures to the one most so: of equals, the first is meant."""

_MOST_LINES: Final = 1_000
_MOST_BLANK_LINES: Final = 100_000
_MOST_CHARACTERS: Final = 1 << 18

# What Excel reads and writes above the first row: sep=;
_DECLARED: Final = re.compile(r'"?sep=([,;|\t])"?[,;|\t]*[\r\n]*', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dialect:
    """What stands between two cells, and how many cells most rows have.

    is_declared  whether the first line says so, which is then no row
    """

    delimiter: str
    width: int
    is_declared: bool = False


def find_dialect(lines: Iterable[str]) -> Dialect:
    """Return the dialect of a text, looking no further than its first thousand filled lines."""
    start = _start(lines)
    declared = _DECLARED.fullmatch(start[0]) if start else None
    if declared:
        return Dialect(declared[1], _Fit(start[1:], declared[1]).width, is_declared=True)
    best = max((_Fit(start, delimiter) for delimiter in DELIMITERS), key=lambda fit: fit.merits)
    # A text without any delimiter has one column. What it says is then most safely split where CSV says.
    return Dialect(best.delimiter if best.width > 1 else ",", best.width)


class _Fit:
    """How well a delimiter explains the start of a text.

    width   how many cells most of the rows have that it splits
    merits  to be compared in this order. First, in tenths so that a title or a footer does not tip the scales, the
            share of rows it splits and the share it splits into equally many cells; a delimiter that is mostly followed
            by a space is punctuation and counts half. Then the number of cells. Then how early it fits: a comma that
            stands in all figures of a column is not in the names above them.
    """

    def __init__(self, lines: list[str], delimiter: str) -> None:
        records = [record.cells for record in read_records(lines, delimiter)]
        widths = [len(cells) for cells in records]
        split = [width for width in widths if width > 1]
        self.delimiter = delimiter
        self.width, equal = Counter(split).most_common(1)[0] if split else (1, 0)
        later = [cell for cells in records for cell in cells[1:]]
        spaced = sum(cell.startswith(" ") for cell in later) / max(1, len(later))
        share = (len(split) + equal) / max(1, len(records)) * (1 - spaced / 2)
        self.merits = (round(10 * share), self.width, -widths.index(self.width) if split else 0)


def _start(lines: Iterable[str]) -> list[str]:
    start: list[str] = []
    size = 0
    for line in islice(lines, _MOST_BLANK_LINES):
        if not line.strip(BLANKS):
            continue
        start.append(line)
        size += len(line)
        if len(start) >= _MOST_LINES or size >= _MOST_CHARACTERS:
            break
    return start
