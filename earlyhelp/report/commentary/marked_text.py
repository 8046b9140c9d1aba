"""A file of words, read: Markdown with one section for each page, as people write it in any editor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from unicodedata import category

from earlyhelp.report.commentary.bindings import BRACES, read_braces
from earlyhelp.report.commentary.faults import Fault, FaultError
from earlyhelp.report.commentary.pieces import PageText, Piece, Typed, Written
from earlyhelp.report.commentary.sentence_ends import split_sentences

_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_PAGE: Final = re.compile(r"##\s+(\S+)\s*")
_BULLET: Final = re.compile(r"\s*(?:[-*+•]|\d{1,2}[.)])\s+")
_HEADING: Final = re.compile(r"\s*heading:\s*", re.IGNORECASE)
_LOOKS: Final = re.compile(r"\*\*|__|`|\]\(|<\w|^\s*[>|]")


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The pages of a file in their order, and what could not be read."""

    pages: tuple[PageText, ...]
    faults: tuple[Fault, ...]


@dataclass(slots=True)
class _Block:
    """Lines that belong together: a paragraph, a bullet, or the line of a heading."""

    line: int
    text: str
    is_heading: bool = False


def read_marked_text(text: str) -> MarkedText:
    """Return the pages of a text; every fault is found at once, none is raised."""
    faults: list[Fault] = []
    pages: list[PageText] = []
    for key, line, blocks in _sections(_without_comments(text), faults):
        if any(page.key == key for page in pages):
            faults.append(Fault(line, f'has a second section "{key}": put both together'))
        pages.append(_page(key, line, blocks, faults))
    return MarkedText(tuple(pages), tuple(faults))


def _without_comments(text: str) -> str:
    """Leave comments out; the lines stay where they are."""
    return _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)


def _sections(text: str, faults: list[Fault]) -> Iterator[tuple[str, int, list[_Block]]]:
    key, begins, blocks = "", 0, list[_Block]()
    is_open = False
    for number, line in enumerate(text.split("\n"), 1):
        line = line.rstrip("\r")
        _check_signs(line, number, faults)
        if page := _PAGE.fullmatch(line):
            if key:
                yield key, begins, blocks
            key, begins, blocks, is_open = page[1], number, [], False
        elif line.startswith("#"):
            _check_title(line, number, key, faults)
            is_open = False
        elif not line.strip():
            is_open = False
        elif not key:
            faults.append(Fault(number, "belongs to no page: write ## and the key of a page above it"))
        else:
            is_open = _take(line, number, blocks, is_open=is_open)
    if key:
        yield key, begins, blocks


def _take(line: str, number: int, blocks: list[_Block], *, is_open: bool) -> bool:
    """Add a line to the block it belongs to; return whether the next line may go on with it."""
    if heading := _HEADING.match(line):
        blocks.append(_Block(number, line[heading.end() :], is_heading=True))
        return False
    if bullet := _BULLET.match(line):
        blocks.append(_Block(number, line[bullet.end() :]))
    elif is_open:
        blocks[-1].text += f"\n{line}"
    else:
        blocks.append(_Block(number, line))
    return True


def _check_signs(line: str, number: int, faults: list[Fault]) -> None:
    if any(category(sign) in ("Cc", "Cf") and sign != "\t" for sign in line):
        faults.append(Fault(number, "holds a sign that cannot be seen: type the line again"))
    elif _LOOKS.search(BRACES.sub("", line)):
        faults.append(Fault(number, "marks how words are to look, such as ** or a link: the card prints plain words"))


def _check_title(line: str, number: int, key: str, faults: list[Fault]) -> None:
    if line.startswith("##") or key:
        faults.append(Fault(number, "is no heading of a page: write ## and the key of a page, and nothing else"))


def _page(key: str, line: int, blocks: list[_Block], faults: list[Fault]) -> PageText:
    heading: Written | None = None
    paragraphs: list[tuple[Written, ...]] = []
    for block in blocks:
        pieces = _pieces(block, faults)
        if not block.is_heading:
            paragraphs.append(tuple(split_sentences(pieces)))
        elif heading is None:
            heading = Written(pieces, block.line)
        else:
            faults.append(Fault(block.line, f'gives the page "{key}" a second heading: keep one'))
    return PageText(key, line, heading, tuple(paragraphs))


def _pieces(block: _Block, faults: list[Fault]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    reached, line = 0, block.line
    for braces in BRACES.finditer(block.text):
        _add_typed(pieces, block.text[reached : braces.start()], line, faults)
        line = block.line + block.text.count("\n", 0, braces.start())
        try:
            pieces.append(read_braces(braces[1], line))
        except FaultError as fault:
            faults.append(Fault(line, str(fault)))
        reached, line = braces.end(), block.line + block.text.count("\n", 0, braces.end())
    _add_typed(pieces, block.text[reached:].rstrip(), line, faults)
    return tuple(pieces)


def _add_typed(pieces: list[Piece], text: str, line: int, faults: list[Fault]) -> None:
    for braces in re.finditer(r"\{\{|\}\}", text):
        faults.append(Fault(line + text.count("\n", 0, braces.start()), "has braces without their other half"))
    if text:
        pieces.append(Typed(text, line))
