"""Reads a page as a reader of its source would: bound numbers, cells of tables, and every other word of it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from earlyhelp.attacker.cells import Cell

_OPENING: Final = re.compile(r"<(data|td)\b([^>]*)>")
_ATTRIBUTE: Final = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_TAG: Final = re.compile(r"<[^>]*>")
_ROW: Final = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
_HEADING: Final = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_DRAWING: Final = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_DRAWN: Final = re.compile(r"<(?:text|tspan|desc|title)\b[^>]*>([^<]*)<")
_STYLE: Final = re.compile(r"<style\b.*?</style>", re.DOTALL)
_METHOD: Final = re.compile(r"<div class=\"method\">.*?</dl>\s*</div>", re.DOTALL)
_COMMENT: Final = re.compile(r"<!--(.*?)-->", re.DOTALL)
_SCRIPT: Final = re.compile(r"<script\b[^>]*>(.*?)</script>", re.DOTALL)
_PROPERTY: Final = re.compile(r"<meta\b(?![^>]*\bname=\"viewport\")[^>]*\bcontent=\"([^\"]*)\"")
_KEPT_IN_ATTRIBUTE: Final = re.compile(r"data-([\w-]+)=\"([^\"]*)\"")
# A pattern that begins with fixed letters is found ten times sooner, so there is one for each.
_SAID: Final = tuple(
    re.compile(name + r"=\"([^\"]*)\"")
    for name in ("aria-label", "aria-description", "aria-valuetext", " alt", " title")
)
_BINDING: Final = frozenset({"measure", "place", "breakdown", "period", "cell", "cells", "derived"})
_INSIDE_CELL: Final = frozenset({"data-cell", "class", "id", "headers", "scope", "colspan", "rowspan", "style"})
HIDDEN: Final = "[c]"

Written = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Bound:
    """A number or a mark that says which cell it is.

    cells       measure, place, breakdown and period as written: several where it was derived from them
    is_derived  whether it is a verdict, a rank, a word made of cells
    value       the attribute that machines read, "" where there is none
    words       what people read
    more        further attributes of a table's cell
    """

    cells: tuple[Written, ...]
    is_derived: bool
    value: str
    words: str
    more: str = ""


class Section:
    """A page of the card. What is bound in it is read at once, all other words when they are asked for."""

    def __init__(self, source: str) -> None:
        self._source = source
        self.bound: tuple[Bound, ...] = tuple(bound for bound, _, _ in _bound_in(source))

    @cached_property
    def words(self) -> str:
        """All words that are neither bound nor drawn, without the method, which is the same on every card."""
        source = _METHOD.sub(" ", _DRAWING.sub(" ", self._source))
        pieces: list[str] = []
        reached = 0
        for _, start, end in _bound_in(source):
            pieces.append(source[reached : max(start, reached)])
            reached = max(reached, end)
        return plain(" ".join((*pieces, source[reached:])))

    @cached_property
    def drawn(self) -> tuple[str, ...]:
        """What drawings say and what is said instead of them."""
        drawn = [words for drawing in _DRAWING.findall(self._source) for words in _DRAWN.findall(drawing)]
        said = [words for pattern in _SAID for words in pattern.findall(self._source)]
        return tuple(html.unescape(words) for words in (*drawn, *said))

    @cached_property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """Heading of each row that hides something, with the words of all rows that have it."""
        return tuple(_rows_that_hide(self._source)) if HIDDEN in self._source else ()


class Page:
    """A published page. source: its HTML."""

    def __init__(self, source: str) -> None:
        self._source = _STYLE.sub(" ", source)
        self.sections = tuple(Section(part) for part in self._source.split("<section "))

    @cached_property
    def behind(self) -> tuple[str, ...]:
        """What is not shown: comments, scripts, properties, attributes that bind nothing."""
        found = [words for pattern in (_COMMENT, _SCRIPT, _PROPERTY) for words in pattern.findall(self._source)]
        kept = [words for name, words in _KEPT_IN_ATTRIBUTE.findall(self._source) if name not in _BINDING]
        return tuple(html.unescape(words) for words in (*found, *kept))

    def says(self, word: str) -> bool:
        """Whether a word stands anywhere on the page or behind it."""
        pattern = re.compile(rf"\b{word}\b", re.IGNORECASE)
        if not pattern.search(self._source):
            return False
        told = (*self.behind, plain(self._source), *(words for section in self.sections for words in section.drawn))
        return any(pattern.search(words) for words in told)


def plain(source: str) -> str:
    """Return the words of a piece of HTML."""
    return html.unescape(_TAG.sub(" ", source)).strip()


def _attributes(source: str) -> dict[str, str]:
    return {name: html.unescape(first or second or third) for name, first, second, third in _ATTRIBUTE.findall(source)}


def _bound_in(source: str) -> Iterator[tuple[Bound, int, int]]:
    """Yield everything that is bound to a cell, with where it starts and ends."""
    for opening in _OPENING.finditer(source):
        tag, attributes = opening.groups()
        if "data-" in attributes:
            closing = f"</{tag}>"
            end = source.find(closing, opening.end())
            end = len(source) if end < 0 else end
            bound = _bound(_attributes(attributes), plain(source[opening.end() : end]))
            if bound is not None:
                yield bound, opening.start(), end + len(closing)


def _bound(given: Mapping[str, str], words: str) -> Bound | None:
    value = given.get("value", "")
    if "data-cells" in given:
        return Bound(tuple(_written(cell) for cell in given["data-cells"].split()), True, value, words)
    if "data-cell" in given:
        more = " ".join(content for name, content in given.items() if name not in _INSIDE_CELL)
        return Bound((_written(given["data-cell"]),), False, "", words, more)
    if "data-measure" in given:
        place, breakdown = given.get("data-place", ""), given.get("data-breakdown", "all")
        return Bound(((given["data-measure"], place, breakdown, given.get("data-period", "")),), False, value, words)
    return None


def _written(cell: str) -> Written:
    """Return measure, place, breakdown and period of a cell as it is written in data-cell."""
    measure, _, place, breakdown, period = (*cell.split("|"), "", "", "", "")[:5]
    return measure, place, breakdown, period


def _rows_that_hide(source: str) -> Iterator[tuple[str, str]]:
    of_heading: dict[str, str] = {}
    for row in _ROW.findall(source):
        heading = _HEADING.search(row)
        if heading:
            name = plain(heading[1])
            of_heading[name] = f"{of_heading.get(name, '')} {plain(_HEADING.sub(' ', row))}"
    return ((heading, words) for heading, words in of_heading.items() if HIDDEN in words)


def cell_of(written: Written, levels: Mapping[str, str], period: tuple[str, str]) -> Cell:
    """Return the cell that a page names. levels: place code -> level; period: that of a page that names none."""
    measure, place, breakdown, days = written
    first, _, last = days.partition("/")
    return Cell(measure, levels.get(place, ""), place, breakdown, first or period[0], last or period[1])
