"""What a sentence of people is made of: typed words, bindings and quotations; and sentences in their paragraphs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

NO_PARTS: Final[Mapping[str, str]] = MappingProxyType({})
# Stands for a binding or quotation where the typed words around it are looked at.
SOMETHING_BOUND: Final = "\N{OBJECT REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Typed:
    """Words as they were typed."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Binding:
    """A cell, or the cells of a breakdown, and how it is to be said.

    source      as it was written, between the braces, single blanks between its words
    parts       the breakdown of the cell
    by          the breakdown whose cells are set in order; empty for one cell
    place       "" for the place of the text, "county", "district", or a code
    is_a_year_earlier   whether the cell of the same period a year earlier is meant
    saying      name of the filter
    words       texts between quotation marks behind it
    """

    source: str
    line: int
    measure: str
    saying: str
    parts: Mapping[str, str] = field(default_factory=lambda: NO_PARTS)
    by: str = ""
    place: str = ""
    is_a_year_earlier: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, word for word, and who or what it is from."""

    words: str
    source: str
    line: int


Piece = Typed | Binding | Quote


@dataclass(frozen=True, slots=True)
class Written:
    """One sentence as somebody wrote it."""

    pieces: tuple[Piece, ...]
    line: int

    @property
    def bindings(self) -> tuple[Binding, ...]:
        return tuple(piece for piece in self.pieces if isinstance(piece, Binding))

    @property
    def source(self) -> str:
        """The sentence with its bindings as they were written."""
        return "".join(map(_as_written, self.pieces))

    @property
    def typed(self) -> str:
        """The typed words, with one sign for whatever is bound."""
        return "".join(piece.text if isinstance(piece, Typed) else SOMETHING_BOUND for piece in self.pieces)

    def line_of(self, place: int) -> int:
        """Return the line of a place in the typed words."""
        reached = 0
        for piece in self.pieces:
            length = len(piece.text) if isinstance(piece, Typed) else 1
            if place < reached + length:
                before = piece.text[: place - reached] if isinstance(piece, Typed) else ""
                return piece.line + before.count("\n")
            reached += length
        return self.line


def _as_written(piece: Piece) -> str:
    if isinstance(piece, Binding):
        return f"{{{{ {piece.source} }}}}"
    if isinstance(piece, Quote):
        return f'{{{{ quote "{piece.words}" source "{piece.source}" }}}}'
    return re.sub(r"\s*\n\s*", " ", piece.text)


@dataclass(frozen=True, slots=True)
class PageText:
    """What is written about one page.

    key         of the page
    line        of its heading
    heading     the main message, None where the card's own is to stand
    paragraphs  each of one sentence or more
    """

    key: str
    line: int
    heading: Written | None
    paragraphs: tuple[tuple[Written, ...], ...]

    @property
    def sentences(self) -> tuple[Written, ...]:
        """The heading and every sentence, in their order."""
        heading = (self.heading,) if self.heading else ()
        return (*heading, *(sentence for paragraph in self.paragraphs for sentence in paragraph))
