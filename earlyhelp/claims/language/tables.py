"""Tables in Markdown, or with a tab between their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from earlyhelp.claims.language.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Table:
    """Cells as text. `rows` pairs each row with its sentence; `title` is the sentence before the table, if any."""

    title: Sentence | None
    header: tuple[str, ...]
    rows: tuple[tuple[Sentence, tuple[str, ...]], ...]


def find_tables(sentences: Sequence[Sentence]) -> Iterator[Table]:
    """Return the tables of a file in order; the line of dashes is left out."""
    for is_table, group in groupby(sentences, key=lambda each: (each.kind == "table", each.block)):
        members = list(group)
        if not is_table[0]:
            continue
        cells = [(each, _cells(each.text)) for each in members]
        cells = [(each, row) for each, row in cells if not all(re.fullmatch(r":?-+:?|", cell) for cell in row)]
        if len(cells) < 2:
            continue
        before = sentences[members[0].index - 1] if members[0].index else None
        yield Table(before, cells[0][1], tuple(cells[1:]))


def _cells(text: str) -> tuple[str, ...]:
    return tuple(re.sub(r"\*\*|`", "", cell).strip() for cell in text.strip().strip("|").split("|"))
