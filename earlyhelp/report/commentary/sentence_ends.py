"""Where one sentence ends and the next begins, in words with bindings between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from earlyhelp.report.commentary.pieces import SOMETHING_BOUND, Piece, Typed, Written

_ENDS: Final = re.compile(rf"[.!?][\"'”’)\]]*(\s+)(?=[\"'“‘(\[]*[A-Z0-9{SOMETHING_BOUND}])")
_SHORTENED: Final = re.compile(r"(?:\b(?:e\.g|i\.e|etc|approx|cf|vs|Mr|Mrs|Ms|Dr|St|No|[A-Z]))\.$")


def split_sentences(pieces: Sequence[Piece]) -> Iterator[Written]:
    """Yield the sentences of a paragraph, the blanks between them left out."""
    whole = Written(tuple(pieces), pieces[0].line if pieces else 0)
    typed = whole.typed
    begins = 0
    for end in _ENDS.finditer(typed):
        if not _SHORTENED.search(typed[: end.start() + 1]):
            yield _cut(pieces, begins, end.start(1))
            begins = end.end(1)
    if typed[begins:].strip():
        yield _cut(pieces, begins, len(typed))


def _cut(pieces: Sequence[Piece], first: int, last: int) -> Written:
    """Return the pieces from one place of the typed words to another."""
    found: list[Piece] = []
    reached = 0
    for piece in pieces:
        length = len(piece.text) if isinstance(piece, Typed) else 1
        start, end = max(first - reached, 0), min(last - reached, length)
        if start < end:
            found.append(_part(piece, start, end))
        reached += length
    return Written(tuple(found), found[0].line)


def _part(piece: Piece, start: int, end: int) -> Piece:
    if not isinstance(piece, Typed):
        return piece
    return Typed(piece.text[start:end], piece.line + piece.text.count("\n", 0, start))
